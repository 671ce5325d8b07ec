// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/paths.h"
#include "media/clipstills.h"
#include "queue/tasklock.h"
#include "session/dialogue.h"
#include "store/store.h"

#include <QTimer>

#include <functional>

namespace retake {

inline Error errorOf(ErrorKind kind, const QStringList &facts = {})
{
    return {kind, facts, {}, {}, {}, 0, std::nullopt};
}

bool canDescribe(const DescriberSpec &spec); // not a mere reader
const DescriberSpec *firstDescriber(const Catalogue &catalogue);
QList<Showing> showingsOf(const DescriberSpec &spec);

// The inside of the conversation: what is on the table, what is being made to be shown, and the one question
// that is under way.
class Dialogue::Private
{
public:
    // What a question is to become when its way is clear. Nothing of it is stored yet.
    struct Wish
    {
        TurnKind kind = TurnKind::Describe;
        QString said;
        QString translated; // of a question that is asked again
        int characters = 0; // Shorten
    };

    // A question that is in the store. It stays with its own conversation, whatever is opened meanwhile.
    struct Question
    {
        Turn turn;
        QList<Turn> line; // before it, the last with the description that it works on
        QList<DescriptionField> locked;
        DescriberSpec describer;
        Showing showing = Showing::Frames;
        int characters = 0;
        Credentials who;
        std::unique_ptr<TaskLock> lock; // other programs on the same data leave the turn alone
        std::unique_ptr<EngineJob> job;
        Activity activity = Activity::Asking;
        QString text;            // what has been said so far
        bool translates = false; // the translation is under way

        Description before() const { return line.isEmpty() ? Description() : line.last().description; }
    };

    // What pictures and videos were made for; others are made when it changes.
    struct ShownFor
    {
        QString file;
        qint64 bytes = 0;
        std::optional<Trim> trim;
        Showing showing = Showing::Frames;
        QString address;
        QString describer;
        friend bool operator==(const ShownFor &, const ShownFor &) = default;
    };

    Private(Dialogue *dialogue, Store &library, const Catalogue &rows, AccountSource &book, Chat &voice,
            const Paths &places, Clock &time);
    ~Private();

    Dialogue *q;
    Store &store;
    const Catalogue &catalogue;
    AccountSource &accounts;
    Chat &chat;
    const Paths &paths;
    Clock &clock;

    std::optional<ClipInfo> clip;
    ClipId clipId;
    TakeId source;
    std::optional<Conversation> conversation;
    Conversation settings; // what the next conversation begins with, or what this one has
    const DescriberSpec *describer = nullptr;
    const DescriberSpec *preferred = nullptr; // last chosen by the person: a conversation that is opened has
    Showing preferredShowing = Showing::Frames; // its own, and leaves these to the next one
    Account account;
    QList<Turn> turns; // of the conversation, oldest first
    QHash<TurnId, QList<TakeId>> takes;
    QHash<TurnId, int> lengths; // that were asked for by Shorten

    std::optional<Wish> wish;         // between the person's act and its row in the store
    std::unique_ptr<QObject> attempt; // whose end calls off what the wish waits for
    std::unique_ptr<Question> question;
    QTimer saying; // spares the window from hearing of every word

    QList<ShownPart> shown;
    std::optional<ShownFor> shownFor; // what is made, or being made; none: nothing
    QString shownFolder;              // of files that no turn has yet
    std::unique_ptr<QObject> making;
    std::function<void()> whenShown;

    // dialogue.cpp
    void begin(const std::optional<Conversation> &chosen); // a conversation of the clip, or none
    void load();
    void settleAsking(); // turns that a program left behind when it ended
    ClipId knownClip(const QString &file) const;
    Result<void> ensureConversation();

    // dialogue_settings.cpp
    Result<void> keepSettings();

    // dialogue_line.cpp
    bool isBusyHere() const; // a question of this conversation is under way, or about to be
    Error busy() const;
    Turn *find(TurnId id);
    const Turn *find(TurnId id) const;
    QList<Turn> lineTo(TurnId id) const;
    const Turn *describedAt(TurnId id) const; // the nearest turn up the line that has a description
    TurnId after(TurnId id) const;            // the turn that redo goes to

    TurnId tip() const { return conversation ? conversation->tip : TurnId(); }

    Result<void> moveTip(TurnId id);
    Result<TurnId> append(Turn turn); // stored as the tip

    // dialogue_show.cpp
    ShownFor wantedShown() const;
    bool isShownCurrent() const;
    void forgetShown(); // with the files that no turn has
    void
    refreshShown(); // after a change of what is wanted: what was made falls away, what is made begins anew
    void show(std::function<void()> then);
    void makeFrames();
    void makeVideo();
    void shownMade(const Result<QList<ShownPart>> &made);
    QString freshFolder() const;

    // dialogue_ask.cpp
    std::optional<Error> faultOf(const Wish &what) const;
    Error tooLong(const QString &said) const;
    void go(const Wish &what);
    void callOff(const Error &error); // of the wish; told, save when the person did it
    void fetchCredentials();
    bool needsTranslation(const Wish &what) const;
    void commit(const Credentials &who);
    void translate();
    void translated(const ChatAnswer &answer);
    void ask();
    void send(const DescriberSpec &whom, const QList<ChatMessage> &messages);

    // dialogue_answer.cpp
    void hear(const QString &text);
    void heard(const Result<ChatAnswer> &answer);
    Result<Description> understood(const QString &answer) const; // BadReply
    void fail(const Error &error);
    void finish(TurnState state);
    bool keep(const Turn &turn); // in the store, and on the table when its conversation is there
    void tellChanged(TurnId id);
};

} // namespace retake
