// SPDX-License-Identifier: GPL-3.0-or-later
// What the person does with a turn of the list.
#include "ui/remake/turnlist.h"

namespace retake {

void TurnList::act(TurnId id, CardFoot::Act wanted)
{
    switch (wanted) {
    case CardFoot::Act::ShowTake:
        if (const QList<TakeId> takes = m_dialogue.takes(id); !takes.isEmpty())
            Q_EMIT takeWanted(takes.constLast());
        return;
    case CardFoot::Act::RemakeAgain:
        Q_EMIT makeWanted(id);
        return;
    case CardFoot::Act::Undo:
        m_dialogue.undo();
        return;
    case CardFoot::Act::Redo:
        m_dialogue.redo();
        return;
    case CardFoot::Act::Edit:
    case CardFoot::Act::WentWords:
        return; // the card's own
    }
}

// The other way as far as it was gone: to the newest turn at its end.
void TurnList::goBranch(TurnId id, int by)
{
    const auto turn = m_dialogue.turn(id);
    if (!turn || !turn->parent)
        return;
    const QList<Turn> ways = m_dialogue.branches(turn->parent);
    for (qsizetype i = 0; i < ways.size(); ++i) {
        if (ways[i].id != id || i + by < 0 || i + by >= ways.size())
            continue;
        TurnId end = ways[i + by].id;
        for (QList<Turn> next = m_dialogue.branches(end); !next.isEmpty(); next = m_dialogue.branches(end))
            end = next.constLast().id;
        report(m_dialogue.goTo(end));
        return;
    }
}

void TurnList::write(TurnId id, const Description &description)
{
    const auto tip = m_dialogue.tip();
    if (!tip || tip->id != id) {
        const auto gone = m_dialogue.goTo(id);
        if (!gone)
            return report(gone);
    }
    report(m_dialogue.write(description));
}

void TurnList::report(const Result<void> &outcome)
{
    if (!outcome)
        Q_EMIT refused(outcome.error());
}

} // namespace retake
