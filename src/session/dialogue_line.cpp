// SPDX-License-Identifier: GPL-3.0-or-later
// The turns and the ways between them; what the person writes, branches and takes back without a describer.
#include "session/describerlanguage.h"
#include "session/describerwords.h"
#include "session/dialogue_p.h"

#include <algorithm>

namespace retake {

namespace {

QString numberOf(TurnId id)
{
    return QString::number(id.value);
}

// What was asked of the describer since the turn before, in English; none: it cannot be told.
std::optional<QString> englishInstruction(const Turn &turn)
{
    if (turn.kind != TurnKind::Revise)
        return std::nullopt;
    if (!turn.translated.isEmpty())
        return turn.translated;
    return isPlainlyNotEnglish(turn.said) ? std::nullopt : std::optional(turn.said);
}

} // namespace

Turn *Dialogue::Private::find(TurnId id)
{
    return const_cast<Turn *>(std::as_const(*this).find(id));
}

const Turn *Dialogue::Private::find(TurnId id) const
{
    const auto found = std::lower_bound(turns.begin(), turns.end(), id,
                                        [](const Turn &turn, TurnId wanted) { return turn.id < wanted; });
    return found != turns.end() && found->id == id ? &*found : nullptr;
}

QList<Turn> Dialogue::Private::lineTo(TurnId id) const
{
    QList<Turn> line;
    for (const Turn *turn = find(id); turn; turn = find(turn->parent))
        line.append(*turn);
    std::reverse(line.begin(), line.end());
    return line;
}

const Turn *Dialogue::Private::describedAt(TurnId id) const
{
    const Turn *turn = find(id);
    while (turn && (turn->state != TurnState::Answered || turn->description.isEmpty()))
        turn = find(turn->parent);
    return turn;
}

TurnId Dialogue::Private::after(TurnId id) const
{
    TurnId newest;
    TurnId answered;
    for (const Turn &turn : turns) {
        if (turn.parent != id)
            continue;
        newest = turn.id;
        if (turn.state == TurnState::Answered)
            answered = turn.id;
    }
    return answered ? answered : newest;
}

Result<void> Dialogue::Private::moveTip(TurnId id)
{
    Conversation moved = *conversation;
    moved.tip = id;
    if (auto kept = store.updateConversation(moved); !kept)
        return kept;
    conversation = moved;
    settings.tip = id;
    Q_EMIT q->tipChanged();
    return {};
}

Result<TurnId> Dialogue::Private::append(Turn turn)
{
    turn.conversation = conversation->id;
    turn.createdAt = clock.now();
    const auto stored = store.insertTurn(turn);
    if (!stored)
        return failure(stored.error());
    turns.append(*stored);
    conversation->tip = settings.tip = stored->id;
    return stored->id;
}

bool Dialogue::Private::isBusyHere() const
{
    return wish || (question && find(question->turn.id));
}

Error Dialogue::Private::busy() const
{
    const TurnId id = question ? question->turn.id : tip();
    return {ErrorKind::WrongState, {numberOf(id), turnStateName(TurnState::Asking)}, {}, {}, {}, 0, {}};
}

QList<Turn> Dialogue::line() const
{
    return d->lineTo(d->tip());
}

std::optional<Turn> Dialogue::tip() const
{
    return turn(d->tip());
}

std::optional<Turn> Dialogue::turn(TurnId id) const
{
    const Turn *found = d->find(id);
    return found ? std::optional(*found) : std::nullopt;
}

std::optional<Turn> Dialogue::described() const
{
    const Turn *found = d->describedAt(d->tip());
    return found ? std::optional(*found) : std::nullopt;
}

Description Dialogue::description() const
{
    const Turn *found = d->describedAt(d->tip());
    return found ? found->description : Description();
}

QStringList Dialogue::instructions() const
{
    const Turn *found = d->describedAt(d->tip());
    return found ? editsSinceBase(d->lineTo(found->id)).edits : QStringList();
}

QList<Turn> Dialogue::branches(TurnId id) const
{
    QList<Turn> list;
    std::copy_if(d->turns.begin(), d->turns.end(), std::back_inserter(list),
                 [id](const Turn &turn) { return turn.parent == id; });
    return list;
}

QList<TakeId> Dialogue::takes(TurnId id) const
{
    return d->takes.value(id);
}

QList<FieldChange> Dialogue::changes(TurnId id) const
{
    const Turn *turn = d->find(id);
    const Turn *before = turn ? d->describedAt(turn->parent) : nullptr;
    if (!before || turn->state != TurnState::Answered)
        return {};
    const auto instruction = englishInstruction(*turn);
    QList<FieldChange> changes =
        drift(before->description, turn->description, instruction.value_or(QString()));
    if (instruction)
        return changes;
    // The person wrote it, or asked for all of it, or asked in words that cannot be held against it.
    for (FieldChange &change : changes) {
        change.isUnasked = false;
        for (WordRun &run : change.runs)
            run.askedFor = true;
    }
    return changes;
}

Result<void> Dialogue::write(const Description &description)
{
    if (description.isEmpty())
        return failure(ErrorKind::PromptEmpty);
    if (d->isBusyHere())
        return failure(d->busy());
    if (description == this->description())
        return {};
    const bool isNew = !d->conversation;
    if (auto begun = d->ensureConversation(); !begun)
        return begun;
    Turn turn;
    if (const Turn *before = d->describedAt(d->tip()))
        turn.parent = before->id;
    turn.kind = TurnKind::EditByHand;
    turn.state = TurnState::Answered;
    turn.description = description;
    const auto id = d->append(turn);
    if (!id)
        return failure(id.error());
    if (isNew)
        Q_EMIT opened();
    Q_EMIT turnAdded(*id);
    Q_EMIT tipChanged();
    return {};
}

Result<void> Dialogue::putBack(TurnId id, DescriptionField field)
{
    const auto no = [id] { return failure(ErrorKind::BadParameter, {QStringLiteral("turn"), numberOf(id)}); };
    const Turn *turn = d->find(id);
    const Turn *before = turn ? d->describedAt(turn->parent) : nullptr;
    if (!before)
        return no();
    Description changed = description();
    // A part of one that has parts cannot come back into one that has none.
    if (changed.isWhole() != before->description.isWhole() && field != DescriptionField::Whole)
        return no();
    if (field == DescriptionField::Whole)
        changed = before->description;
    else
        changed.setField(field, before->description.field(field));
    return write(changed);
}

Result<void> Dialogue::goTo(TurnId id)
{
    if (!d->find(id))
        return failure(ErrorKind::BadParameter, {QStringLiteral("turn"), numberOf(id)});
    if (d->isBusyHere())
        return failure(d->busy());
    return id == d->tip() ? Result<void>() : d->moveTip(id);
}

bool Dialogue::canUndo() const
{
    const Turn *tip = d->find(d->tip());
    return tip && d->find(tip->parent) && !d->isBusyHere();
}

void Dialogue::undo()
{
    if (!canUndo())
        return;
    if (const auto gone = goTo(d->find(d->tip())->parent); !gone)
        Q_EMIT refused(gone.error());
}

bool Dialogue::canRedo() const
{
    return d->tip() && d->after(d->tip()) && !d->isBusyHere();
}

void Dialogue::redo()
{
    if (!canRedo())
        return;
    if (const auto gone = goTo(d->after(d->tip())); !gone)
        Q_EMIT refused(gone.error());
}

} // namespace retake
