// SPDX-License-Identifier: GPL-3.0-or-later
// What a remake keeps of its source.
#include "session/keepingwords.h"
#include "session/remakedraft_p.h"

namespace retake {

Keeping RemakeDraft::Private::inForce() const
{
    Keeping kept = keeping;
    if (model->frames.maximumCount < 1)
        kept.first = {};
    if (model->frames.maximumCount < 2)
        kept.last = {};
    if (!dialogue.clip() || !dialogue.clip()->audio)
        kept.sourceSound = false;
    return kept;
}

int RemakeDraft::Private::framesKept() const
{
    const Keeping kept = inForce();
    return int(kept.first.from != KeptFrame::From::Nothing) + int(kept.last.from != KeptFrame::From::Nothing);
}

bool RemakeDraft::canKeepFirstFrame() const
{
    return d->model->frames.maximumCount > 0;
}

bool RemakeDraft::canKeepLastFrame() const
{
    return d->model->frames.maximumCount > 1;
}

bool RemakeDraft::canKeepSound() const
{
    return d->dialogue.clip() && d->dialogue.clip()->audio;
}

QList<RemakeDraft::Choice> RemakeDraft::choices() const
{
    const Keeping kept = d->inForce();
    QList<Choice> list;
    if (kept.first.from == KeptFrame::From::File || kept.last.from == KeptFrame::From::File)
        list.append(Choice::EditedFrame);
    else if (kept.last.from == KeptFrame::From::Clip)
        list.append(Choice::FirstAndLast);
    else if (kept.first.from == KeptFrame::From::Clip)
        list.append(Choice::FirstFrame);
    if (d->model->references.maximumCount > 0 && !d->references.isEmpty())
        list.append(Choice::References);
    if (list.isEmpty())
        list.append(Choice::WordsOnly);
    if (kept.sourceSound)
        list.append(Choice::SourceSound);
    return list;
}

// A picture wins over words: what it shows stays, whatever the words say.
RemakeDraft::Choice RemakeDraft::suggestion() const
{
    const bool hasEditedFrame = d->inForce().first.from == KeptFrame::From::File;
    EditAims aims;
    for (const QString &instruction : d->dialogue.instructions())
        aims |= aimsOf(instruction);
    const bool changesThePicture = aims & (EditAim::Look | EditAim::Background | EditAim::Style);
    if (changesThePicture && hasEditedFrame)
        return Choice::EditedFrame;
    if (aims & EditAim::Background && d->model->references.maximumCount > 0)
        return Choice::References;
    if (changesThePicture || !canKeepFirstFrame())
        return Choice::WordsOnly;
    return Choice::FirstFrame;
}

QString RemakeDraft::sentence(Choice choice)
{
    switch (choice) {
    case Choice::WordsOnly:
        return tr(
            "Only the words are kept: who and what is seen, the place and the camera are all made anew.");
    case Choice::FirstFrame:
        return tr("Subject, place and colours stay as in the first frame; what happens after it may change.");
    case Choice::FirstAndLast:
        return tr("Both ends stay as in the clip; the way from one to the other may change.");
    case Choice::EditedFrame:
        return tr("What your picture shows stays as it is there; what happens after it may change.");
    case Choice::References:
        return tr("The subject stays as in the pictures; place, light and camera may change.");
    case Choice::SourceSound:
        return tr("The clip's sound stays, fitted to the new length; it may not fit what is seen.");
    }
    Q_UNREACHABLE();
}

} // namespace retake
