// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/dialogue.h"

#include "session/dialogue_p.h"

#include <QFileInfo>

#include <algorithm>

namespace retake {

Dialogue::Private::Private(Dialogue *dialogue, Store &library, const Catalogue &rows, AccountSource &book,
                           Chat &voice, const Paths &places, Clock &time)
    : q(dialogue)
    , store(library)
    , catalogue(rows)
    , accounts(book)
    , chat(voice)
    , paths(places)
    , clock(time)
    , describer(firstDescriber(rows))
    , preferred(describer)
{
    settings.describer = describer->id;
    saying.setSingleShot(true);
    saying.setInterval(std::chrono::milliseconds(100));
    QObject::connect(&saying, &QTimer::timeout, q, [this] {
        if (question)
            Q_EMIT q->said(question->turn.id, question->text);
    });
}

Dialogue::Private::~Private()
{
    forgetShown();
}

Dialogue::Dialogue(Store &store, const Catalogue &catalogue, AccountSource &accounts, Chat &chat,
                   const Paths &paths, Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, store, catalogue, accounts, chat, paths, clock))
{}

Dialogue::~Dialogue() = default;

void Dialogue::follow(TaskQueue &queue)
{
    connect(&queue, &TaskQueue::takeAdded, this, [this](TakeId id) {
        const auto take = d->store.take(id);
        if (!take || !take->turn || !d->find(take->turn))
            return;
        d->takes[take->turn].append(id);
        Q_EMIT takesChanged(take->turn);
    });
}

void Dialogue::openClip(const ClipInfo &clip, ClipId id, TakeId source)
{
    if (d->wish)
        d->callOff(errorOf(ErrorKind::CancelledByPerson));
    d->clip = clip;
    d->source = source;
    d->clipId = id || source ? id : d->knownClip(clip.file); // a take that was imported is of no clip
    const QList<Conversation> known = conversations();
    d->begin(known.isEmpty() ? std::nullopt : std::optional(known.first()));
}

void Dialogue::closeClip()
{
    if (d->wish)
        d->callOff(errorOf(ErrorKind::CancelledByPerson));
    d->clip.reset();
    d->clipId = {};
    d->source = {};
    d->begin(std::nullopt);
}

ClipId Dialogue::Private::knownClip(const QString &file) const
{
    const QString absolute = QFileInfo(file).absoluteFilePath();
    const QList<Clip> clips = store.clips().value_or(QList<Clip>());
    const auto found = std::find_if(clips.begin(), clips.end(),
                                    [&absolute](const Clip &one) { return one.file == absolute; });
    return found == clips.end() ? ClipId() : found->id;
}

QList<Conversation> Dialogue::conversations() const
{
    if (!d->clip || (!d->clipId && !d->source))
        return {};
    QList<Conversation> list = d->store.conversations(d->clipId).value_or(QList<Conversation>());
    list.removeIf([this](const Conversation &conversation) { return conversation.source != d->source; });
    return list;
}

Result<void> Dialogue::choose(ConversationId id)
{
    const QList<Conversation> list = conversations();
    const auto found = std::find_if(list.begin(), list.end(),
                                    [id](const Conversation &conversation) { return conversation.id == id; });
    if (found == list.end())
        return failure(ErrorKind::BadParameter, {QStringLiteral("conversation"), QString::number(id.value)});
    if (d->wish)
        return failure(d->busy());
    d->begin(*found);
    return {};
}

void Dialogue::beginAnew()
{
    if (d->wish)
        return Q_EMIT refused(d->busy());
    const std::optional<Trim> piece = d->settings.trim;
    d->begin(std::nullopt);
    d->settings.trim = piece;
}

void Dialogue::Private::begin(const std::optional<Conversation> &chosen)
{
    conversation = chosen;
    turns.clear();
    takes.clear();
    if (chosen) {
        settings = *chosen;
        settings.account = account.id;
        const DescriberSpec *row = catalogue.describer(chosen->describer);
        if (row && canDescribe(*row))
            describer = row;
        if (!showingsOf(*describer).contains(settings.showing))
            settings.showing = showingsOf(*describer).constFirst();
        load();
    } else {
        settings.id = {};
        settings.tip = {};
        settings.locked.clear();
        settings.trim.reset();
        settings.address.clear(); // of another clip
        describer = preferred;
        settings.describer = describer->id;
        const QList<Showing> possible = showingsOf(*describer);
        settings.showing = possible.contains(preferredShowing) ? preferredShowing : possible.constFirst();
    }
    refreshShown();
    Q_EMIT q->opened();
    Q_EMIT q->settingsChanged();
    Q_EMIT q->tipChanged();
}

void Dialogue::Private::load()
{
    turns = store.turns(conversation->id).value_or(QList<Turn>());
    takes = store.takesByTurn(conversation->id).value_or(QHash<TurnId, QList<TakeId>>());
    settleAsking();
}

void Dialogue::Private::settleAsking()
{
    for (Turn &turn : turns) {
        if (turn.state != TurnState::Asking)
            continue;
        const auto lock = TaskLock::take(paths.locksDir(), turn.id);
        if (!lock) // this program or another one is just asking
            continue;
        turn.state = TurnState::Failed;
        turn.error = Error{ErrorKind::Unclear, {}, {}, {}, turn.requestId, 0, {}};
        if (const auto kept = store.updateTurn(turn); !kept)
            Q_EMIT q->refused(kept.error());
    }
}

const std::optional<ClipInfo> &Dialogue::clip() const
{
    return d->clip;
}

ClipId Dialogue::clipId() const
{
    return d->clipId;
}

TakeId Dialogue::source() const
{
    return d->source;
}

const std::optional<Conversation> &Dialogue::conversation() const
{
    return d->conversation;
}

Result<void> Dialogue::Private::ensureConversation()
{
    if (conversation)
        return {};
    if (!clip)
        return failure(ErrorKind::FileMissing);
    const QString file = QFileInfo(clip->file).absoluteFilePath();
    if (!clipId && !source) {
        const auto known = store.clipForFile(file, clock.now());
        if (!known)
            return failure(known.error());
        clipId = known->id;
    }
    Conversation begun = settings;
    begun.clip = clipId;
    begun.source = source;
    begun.file = file;
    begun.account = account.id;
    begun.tip = {};
    begun.createdAt = clock.now();
    const auto stored = store.insertConversation(begun);
    if (!stored)
        return failure(stored.error());
    conversation = *stored;
    settings = *stored;
    return {};
}

Dialogue::Activity Dialogue::activity() const
{
    if (d->question)
        return d->question->activity;
    if (d->wish && d->wish->kind != TurnKind::Describe)
        return Activity::Asking; // nothing is made for it
    return d->wish || d->making ? Activity::Preparing : Activity::Idle;
}

QString Dialogue::saidSoFar() const
{
    return d->question && d->find(d->question->turn.id) ? d->question->text : QString();
}

} // namespace retake
