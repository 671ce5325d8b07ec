// SPDX-License-Identifier: GPL-3.0-or-later
// What a remake is held to before it becomes an order.
#include "media/reference.h"
#include "session/draftchecks.h"
#include "session/remakedraft_p.h"

namespace retake {

Result<void> RemakeDraft::Private::checkClip() const
{
    const auto &clip = dialogue.clip();
    if (!clip)
        return failure(ErrorKind::FileMissing);
    const auto &trim = dialogue.trim();
    // a piece lies inside of the clip, give or take a frame
    if (trim && (trim->in < Microseconds::zero() || trim->length() <= Microseconds::zero() ||
                 trim->out > clip->duration + Microseconds(50'000)))
        return failure(ErrorKind::BadParameter, {QStringLiteral("trim"), formatTrim(*trim)});
    return {};
}

Result<void> RemakeDraft::Private::checkDescription() const
{
    const Description description = dialogue.description();
    const bool hasPicture = framesKept() > 0 || (model->references.maximumCount > 0 && !references.isEmpty());
    if (description.isEmpty() && !(model->promptOptional && hasPicture))
        return failure(ErrorKind::PromptEmpty, {QStringLiteral("description")});
    if (const qsizetype count = description.characters(); count > model->promptMaximum)
        return failure(
            ErrorKind::PromptTooLong,
            {QString::number(count), QString::number(model->promptMaximum), QStringLiteral("description")});
    return {};
}

Result<void> RemakeDraft::Private::checkFrame(const KeptFrame &frame) const
{
    switch (frame.from) {
    case KeptFrame::From::Nothing:
        return {};
    case KeptFrame::From::Clip: {
        if (!dialogue.clip())
            return {};
        ReferenceInfo still;
        still.file = dialogue.clip()->file;
        still.format = QStringLiteral("jpeg");
        still.size = dialogue.clip()->video.size;
        const auto planned = planReference(still, {}, model->frames);
        return planned ? Result<void>() : failure(planned.error());
    }
    case KeptFrame::From::File: {
        const auto read = checkReference(Reference(frame.file), model->frames);
        return read ? Result<void>() : failure(read.error());
    }
    }
    Q_UNREACHABLE();
}

// The service takes no last frame alone.
Result<void> RemakeDraft::Private::checkFirstFrame() const
{
    const Keeping kept = inForce();
    const bool isNeeded = model->frames.minimumCount > 0 || kept.last.from != KeptFrame::From::Nothing;
    if (kept.first.from == KeptFrame::From::Nothing && isNeeded)
        return failure(ErrorKind::BadParameter, {QStringLiteral("first_frame"), QStringLiteral("none")});
    return checkFrame(kept.first);
}

Result<void> RemakeDraft::Private::checkReferenceCount() const
{
    if (model->references.maximumCount == 0)
        return {};
    if (references.size() < model->references.minimumCount)
        return failure(ErrorKind::BadParameter,
                       {QStringLiteral("references"), QString::number(references.size())});
    return checkReferences(wholeReferences(references), *model);
}

Result<void> RemakeDraft::Private::checkModel() const
{
    return isOffered(*model) ? Result<void>() : failure(ErrorKind::UnknownModel, {model->id});
}

std::optional<RemakeDraft::Fault> RemakeDraft::fault() const
{
    const auto no = [](const Result<void> &checked, Field field) {
        return checked ? std::nullopt : std::optional(Fault{field, checked.error()});
    };
    if (auto fault = no(d->checkClip(), Field::Clip))
        return fault;
    if (auto fault = no(d->checkDescription(), Field::Description))
        return fault;
    if (auto fault = no(d->checkModel(), Field::Model))
        return fault;
    if (auto fault = no(checkParameters(order().parameters, *d->model, std::nullopt), Field::Parameter))
        return fault;
    if (auto fault = no(d->checkFirstFrame(), Field::FirstFrame))
        return fault;
    if (auto fault = no(d->checkFrame(d->inForce().last), Field::LastFrame))
        return fault;
    if (auto fault = no(d->checkReferenceCount(), Field::References))
        return fault;
    return no(checkAccount(d->account, *d->model, d->catalogue), Field::Account);
}

} // namespace retake
