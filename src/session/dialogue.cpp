// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/dialogue.h"

#include "session/describerwords.h"
#include "session/dialogue_p.h"

#include <QFileInfo>

#include <algorithm>

namespace retake {

namespace {

bool canDescribe(const DescriberSpec &spec)
{
    return spec.seesPictures() || spec.seesVideo();
}

const DescriberSpec *firstDescriber(const Catalogue &catalogue)
{
    const auto &rows = catalogue.describers();
    const auto found = std::find_if(rows.begin(), rows.end(), canDescribe);
    Q_ASSERT(found != rows.end());
    return &*found;
}

QList<Showing> showingsOf(const DescriberSpec &spec)
{
    QList<Showing> list;
    if (spec.seesPictures())
        list.append(Showing::Frames);
    if (spec.takesVideoAddress)
        list.append(Showing::Address);
    if (spec.maximumInlineVideo > 0)
        list.append(Showing::SmallVideo);
    return list;
}

bool isWebAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty();
}

} // namespace

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
    d->clipId = id;
    d->source = source;
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

QList<Conversation> Dialogue::conversations() const
{
    if (!d->clip || !d->clipId)
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
        if (settings.showing == Showing::Address) // of another clip
            settings.showing = showingsOf(*describer).constFirst();
        settings.address.clear();
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

Result<void> Dialogue::Private::keepSettings()
{
    if (conversation) {
        Conversation changed = settings;
        changed.tip = conversation->tip;
        if (auto kept = store.updateConversation(changed); !kept)
            return kept;
        conversation = changed;
    }
    refreshShown();
    Q_EMIT q->settingsChanged();
    return {};
}

Result<void> Dialogue::Private::ensureConversation()
{
    if (conversation)
        return {};
    if (!clip)
        return failure(ErrorKind::FileMissing);
    const QString file = QFileInfo(clip->file).absoluteFilePath();
    if (!clipId) {
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

Result<void> Dialogue::setDescriber(const QString &id)
{
    const DescriberSpec *row = d->catalogue.describer(id);
    if (!row || !canDescribe(*row))
        return failure(ErrorKind::UnknownModel, {id});
    if (row == d->describer)
        return {};
    d->describer = row;
    d->settings.describer = id;
    if (!showings().contains(d->settings.showing))
        d->settings.showing = showings().constFirst();
    return d->keepSettings();
}

Result<void> Dialogue::setShowing(Showing showing, const QString &address)
{
    const QString named = showingName(showing);
    if (!showings().contains(showing))
        return failure(ErrorKind::BadParameter, {QStringLiteral("show"), named});
    const QString wanted = address.isEmpty() ? d->settings.address : address.trimmed();
    if (showing == Showing::Address && !isWebAddress(wanted))
        return failure(ErrorKind::BadAddress, {wanted});
    if (showing == d->settings.showing && (showing != Showing::Address || wanted == d->settings.address))
        return {};
    d->settings.showing = showing;
    if (showing == Showing::Address)
        d->settings.address = wanted;
    return d->keepSettings();
}

void Dialogue::setTrim(const std::optional<Trim> &trim)
{
    if (trim == d->settings.trim)
        return;
    d->settings.trim = trim;
    if (const auto kept = d->keepSettings(); !kept)
        Q_EMIT refused(kept.error());
}

void Dialogue::setAccount(const Account &account)
{
    if (account == d->account)
        return;
    d->account = account;
    d->settings.account = account.id;
    if (const auto kept = d->keepSettings(); !kept)
        Q_EMIT refused(kept.error());
}

const DescriberSpec &Dialogue::describer() const
{
    return *d->describer;
}

Showing Dialogue::showing() const
{
    return d->settings.showing;
}

QString Dialogue::address() const
{
    return d->settings.address;
}

const std::optional<Trim> &Dialogue::trim() const
{
    return d->settings.trim;
}

const Account &Dialogue::account() const
{
    return d->account;
}

QList<Showing> Dialogue::showings() const
{
    return showingsOf(*d->describer);
}

QList<DescriptionField> Dialogue::locked() const
{
    return d->settings.locked;
}

Result<void> Dialogue::setLocked(DescriptionField field, bool locked)
{
    QList<DescriptionField> fields = d->settings.locked;
    fields.removeAll(field);
    if (locked)
        fields.append(field);
    std::sort(fields.begin(), fields.end());
    if (fields == d->settings.locked)
        return {};
    d->settings.locked = fields;
    return d->keepSettings();
}

Dialogue::Activity Dialogue::activity() const
{
    if (d->question)
        return d->question->activity;
    return d->wish || d->making ? Activity::Preparing : Activity::Idle;
}

QString Dialogue::saidSoFar() const
{
    return d->question && d->find(d->question->turn.id) ? d->question->text : QString();
}

} // namespace retake
