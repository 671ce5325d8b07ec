// SPDX-License-Identifier: GPL-3.0-or-later
// How a question ends: from what the describer says to the turn's description.
#include "session/dialogue_p.h"

#include <QJsonObject>

namespace retake {

namespace {

// Two calls of one turn count as one.
QJsonObject usageTogether(const QJsonObject &one, const QJsonObject &other)
{
    QJsonObject sum = one;
    for (auto it = other.begin(); it != other.end(); ++it) {
        const QJsonValue known = sum.value(it.key());
        if (it->isDouble())
            sum.insert(it.key(), known.toDouble() + it->toDouble());
        else if (it->isObject())
            sum.insert(it.key(), usageTogether(known.toObject(), it->toObject()));
        else
            sum.insert(it.key(), *it);
    }
    return sum;
}

// What is locked stays, also when the clip is looked at once more.
Description lookedAgain(const Description &before, const Description &seen,
                        const QList<DescriptionField> &locked)
{
    Description description = seen;
    for (const DescriptionField field : locked) {
        if (before.field(field).isEmpty())
            continue;
        if (seen.isWhole() && field != DescriptionField::Whole)
            return {}; // there is no part that could stay
        description.setField(field, before.field(field));
    }
    return description;
}

// "Sorry, I cannot do that": a describer that answers in no parts answers with all of the text.
bool isRemark(const Description &before, const Description &said)
{
    return said.isWhole() && !before.isEmpty() && said.characters() < before.characters() / 3;
}

} // namespace

void Dialogue::Private::hear(const QString &text)
{
    question->text = text;
    if (!saying.isActive())
        saying.start();
}

void Dialogue::Private::heard(const Result<ChatAnswer> &answer)
{
    question->job.release()->deleteLater(); // it is the one that tells
    if (!answer)
        return fail(answer.error());
    question->turn.usage = usageTogether(question->turn.usage, answer->usage);
    if (question->translates)
        return answer->cutShort ? fail(errorOf(ErrorKind::BadReply)) : translated(*answer);
    question->text = answer->text;
    if (!answer->model.isEmpty())
        question->turn.describer = answer->model;
    if (answer->cutShort) // half a sentence is no description
        return fail(errorOf(ErrorKind::BadReply));
    const auto description = understood(answer->text);
    if (!description)
        return fail(description.error());
    question->turn.description = *description;
    finish(TurnState::Answered);
}

Result<Description> Dialogue::Private::understood(const QString &answer) const
{
    const Description said = parseDescription(answer);
    const Description before = question->before();
    Description description;
    bool isFit = true;
    switch (question->turn.kind) {
    case TurnKind::Describe:
        description = lookedAgain(before, said, question->locked);
        break;
    case TurnKind::Revise:
        description = revised(before, said, question->locked);
        isFit = description != before && !isRemark(before, said);
        break;
    case TurnKind::Shorten:
        description = revised(before, said, question->locked);
        isFit = description.characters() < before.characters() && !isRemark(before, said);
        break;
    case TurnKind::EditByHand:
        break;
    }
    if (said.isEmpty() || description.isEmpty() || !isFit)
        return failure(ErrorKind::BadReply);
    return description;
}

void Dialogue::Private::fail(const Error &error)
{
    question->turn.error = error;
    finish(TurnState::Failed);
}

void Dialogue::Private::finish(TurnState state)
{
    saying.stop();
    question->job.reset();
    if (!question->translates)
        question->turn.answer = question->text;
    question->turn.state = state;
    keep(question->turn);
    const TurnId id = question->turn.id;
    question.reset();
    tellChanged(id);
    if (id == tip())
        Q_EMIT q->tipChanged();
    Q_EMIT q->activityChanged();
}

bool Dialogue::Private::keep(const Turn &turn)
{
    if (Turn *known = find(turn.id))
        *known = turn;
    const auto kept = store.updateTurn(turn);
    if (!kept)
        Q_EMIT q->refused(kept.error());
    return kept.has_value();
}

void Dialogue::Private::tellChanged(TurnId id)
{
    if (find(id))
        Q_EMIT q->turnChanged(id);
}

} // namespace retake
