// SPDX-License-Identifier: GPL-3.0-or-later
// How a question begins: from the person's act to its row in the store.
#include "session/describerlanguage.h"
#include "session/describerwords.h"
#include "session/dialogue_p.h"

#include <QUuid>

namespace retake {

namespace {

QString freshRequestId()
{
    return QString(u"retake-" + QUuid::createUuid().toString(QUuid::WithoutBraces));
}

} // namespace

void Dialogue::describe()
{
    d->go({TurnKind::Describe, {}, {}, 0});
}

void Dialogue::say(const QString &what)
{
    const QString said = what.trimmed();
    if (said.isEmpty())
        return Q_EMIT refused(errorOf(ErrorKind::PromptEmpty));
    d->go({TurnKind::Revise, said, {}, 0});
}

void Dialogue::shorten(int characters)
{
    d->go({TurnKind::Shorten, {}, {}, characters});
}

void Dialogue::askAgain()
{
    const Turn *failed = d->find(d->tip());
    if (!failed || failed->state != TurnState::Failed) {
        const QString state = failed ? turnStateName(failed->state) : QString();
        return Q_EMIT refused(
            Error{ErrorKind::WrongState, {QString::number(d->tip().value), state}, {}, {}, {}, 0, {}});
    }
    const int characters = d->lengths.value(failed->id, descriptionLength);
    d->go({failed->kind, failed->said, failed->translated, characters});
}

void Dialogue::stop()
{
    const Error stopped = errorOf(ErrorKind::CancelledByPerson);
    if (d->question)
        return d->fail(stopped);
    if (d->wish)
        return d->callOff(stopped);
    if (d->making) {
        d->forgetShown();
        Q_EMIT activityChanged();
    }
}

// What is wrong with it before anything is made or sent.
std::optional<Error> Dialogue::Private::faultOf(const Wish &what) const
{
    if (wish || question)
        return busy();
    if (!clip)
        return errorOf(ErrorKind::FileMissing);
    if (account.id.isEmpty() || account.service != describer->service) {
        const ServiceSpec *service = catalogue.service(describer->service);
        return errorOf(ErrorKind::KeyMissing,
                       {service ? service->name.in(QStringLiteral("en")) : describer->service});
    }
    if (what.kind == TurnKind::Describe)
        return std::nullopt;
    const Turn *before = describedAt(tip());
    if (!before) {
        const Turn *last = find(tip());
        return errorOf(ErrorKind::WrongState,
                       {QString::number(tip().value), last ? turnStateName(last->state) : QString()});
    }
    if (what.kind == TurnKind::Revise && !needsTranslation(what) &&
        reviseMessages(lineTo(before->id), what.said, settings.locked, *describer).isEmpty())
        return tooLong(what.said);
    return std::nullopt;
}

Error Dialogue::Private::tooLong(const QString &said) const
{
    const int room = describer->context - roomForAnswer(*describer);
    return errorOf(ErrorKind::PromptTooLong, {QString::number(said.size()), QString::number(room)});
}

void Dialogue::Private::go(const Wish &what)
{
    if (const auto fault = faultOf(what))
        return Q_EMIT q->refused(*fault);
    wish = what;
    if (what.kind == TurnKind::Describe) {
        Q_EMIT q->activityChanged();
        show([this] { fetchCredentials(); });
        return;
    }
    fetchCredentials();
    Q_EMIT q->activityChanged();
}

void Dialogue::Private::callOff(const Error &error)
{
    wish.reset();
    attempt.reset();
    whenShown = {};
    if (making)
        forgetShown();
    if (error.kind != ErrorKind::CancelledByPerson)
        Q_EMIT q->refused(error);
    Q_EMIT q->activityChanged();
}

void Dialogue::Private::fetchCredentials()
{
    attempt = std::make_unique<QObject>();
    accounts.credentials(account.id, attempt.get(), [this](const Result<Credentials> &who) {
        if (attempt)
            attempt.release()->deleteLater(); // it may be what this is called through
        if (!who)
            return callOff(who.error());
        commit(*who);
    });
}

bool Dialogue::Private::needsTranslation(const Wish &what) const
{
    const ServiceSpec *service = catalogue.service(describer->service);
    return what.kind == TurnKind::Revise && what.translated.isEmpty() && describer->englishOnly && service &&
           catalogue.describer(service->translator) && isPlainlyNotEnglish(what.said);
}

// The turn is on the disk before a word of it leaves.
void Dialogue::Private::commit(const Credentials &who)
{
    if (wish->kind == TurnKind::Describe && !isShownCurrent()) // the piece was changed meanwhile
        return show([this] { fetchCredentials(); });
    const bool isNew = !conversation;
    if (const auto begun = ensureConversation(); !begun)
        return callOff(begun.error());
    auto asked = std::make_unique<Question>();
    asked->translates = needsTranslation(*wish);
    Turn turn;
    if (const Turn *before = describedAt(tip())) {
        turn.parent = before->id;
        asked->line = lineTo(before->id);
    }
    turn.kind = wish->kind;
    turn.said = wish->said;
    turn.translated = wish->translated;
    if (turn.kind == TurnKind::Describe)
        turn.shown = shown;
    turn.describer = describer->id;
    turn.requestId = freshRequestId();
    const auto id = append(turn);
    if (!id)
        return callOff(id.error());
    if (turn.kind == TurnKind::Describe)
        shownFolder.clear(); // the turn's, from now on
    lengths.insert(*id, wish->characters);
    asked->turn = *find(*id);
    asked->locked = settings.locked;
    asked->describer = *describer;
    asked->showing = settings.showing;
    asked->characters = wish->characters;
    asked->who = who;
    asked->lock = TaskLock::take(paths.locksDir(), *id);
    asked->activity = asked->translates ? Activity::Translating : Activity::Asking;
    wish.reset();
    question = std::move(asked);
    if (question->translates)
        translate();
    else
        ask();
    if (isNew)
        Q_EMIT q->opened();
    Q_EMIT q->turnAdded(*id);
    Q_EMIT q->tipChanged();
    Q_EMIT q->activityChanged();
}

void Dialogue::Private::translate()
{
    const ServiceSpec *service = catalogue.service(question->describer.service);
    send(*catalogue.describer(service->translator), translateMessages(question->turn.said));
}

void Dialogue::Private::translated(const ChatAnswer &answer)
{
    question->translates = false;
    question->turn.translated = answer.text.simplified();
    question->turn.requestId = freshRequestId();
    if (!keep(question->turn))
        return fail(errorOf(ErrorKind::StoreFailed));
    question->activity = Activity::Asking;
    ask();
    if (!question)
        return;
    tellChanged(question->turn.id);
    Q_EMIT q->activityChanged();
}

void Dialogue::Private::ask()
{
    const Turn &turn = question->turn;
    switch (turn.kind) {
    case TurnKind::Describe:
        return send(question->describer, describeMessages(question->showing, turn.shown));
    case TurnKind::Revise: {
        const QString edit = turn.translated.isEmpty() ? turn.said : turn.translated;
        const auto messages = reviseMessages(question->line, edit, question->locked, question->describer);
        return messages.isEmpty() ? fail(tooLong(edit)) : send(question->describer, messages);
    }
    case TurnKind::Shorten:
        return send(question->describer,
                    shortenMessages(question->before(), question->characters, question->locked));
    case TurnKind::EditByHand:
        break; // nobody is asked
    }
    Q_UNREACHABLE();
}

void Dialogue::Private::send(const DescriberSpec &whom, const QList<ChatMessage> &messages)
{
    ChatRequest request;
    request.requestId = question->turn.requestId;
    request.messages = messages;
    request.maximumTokens = roomForAnswer(whom);
    ChatJob *job = chat.ask(question->who, whom, request, q);
    question->job.reset(job);
    if (!question->translates)
        QObject::connect(job, &ChatJob::said, q, [this](const QString &text) { hear(text); });
    QObject::connect(job, &ChatJob::finished, q, [this](const Result<ChatAnswer> &answer) { heard(answer); });
}

} // namespace retake
