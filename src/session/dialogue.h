// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "engine/chat.h"
#include "model/conversation.h"
#include "model/worddiff.h"
#include "queue/taskqueue.h"

#include <QObject>

#include <memory>

namespace retake {

class Paths;
class Store;

// The conversation about the open clip, without widgets: describe, revise, write by hand, shorten, branch,
// undo. Every turn is in the store before its question leaves, and a question that may have arrived is never
// asked again by itself. One question at a time.
class Dialogue : public QObject
{
    Q_OBJECT
public:
    Dialogue(Store &store, const Catalogue &catalogue, AccountSource &accounts, Chat &chat,
             const Paths &paths, Clock &clock, QObject *parent = nullptr);
    ~Dialogue() override;

    void follow(TaskQueue &queue); // whose takes belong to turns

    enum class Activity { Idle, Preparing, Translating, Asking };

    // The newest conversation about this clip (or take of it) comes to the table; without one nothing is
    // stored before describe() or write(). A turn that was being asked when the program ended is Failed
    // (Unclear) from then on.
    void openClip(const ClipInfo &clip, ClipId id, TakeId source = {});
    void closeClip();
    QList<Conversation> conversations() const; // of the clip, newest first
    Result<void> choose(ConversationId id);
    void beginAnew(); // the next describe() opens a further conversation

    const std::optional<ClipInfo> &clip() const;
    ClipId clipId() const;
    TakeId source() const;                                   // the take that the clip is, if it is one
    const std::optional<Conversation> &conversation() const; // none: not begun

    // What the next describe() works with; kept with the conversation. UnknownModel, BadAddress.
    Result<void> setDescriber(const QString &id);
    Result<void> setShowing(Showing showing, const QString &address = {});
    void setTrim(const std::optional<Trim> &trim); // the piece that is looked at
    void setAccount(const Account &account);
    const DescriberSpec &describer() const;
    Showing showing() const;
    QString address() const;
    const std::optional<Trim> &trim() const;
    const Account &account() const;
    QList<Showing> showings() const; // those that the describer takes

    // What describe() would send, made so that the person can look at it: Preparing, then shownChanged().
    void prepare();
    const QList<ShownPart> &shown() const;
    // Its price as far as it can be known: frames and texts as tokens. No currency: unknown, or practice.
    Estimate estimateDescribe() const;

    QList<Turn> line() const; // from the first turn to the tip: what is on the table
    std::optional<Turn> tip() const;
    Description description() const;       // at the tip; empty: none yet. While it is asked: of described()
    std::optional<Turn> described() const; // the tip, or the nearest turn before it that has a description
    QStringList instructions() const;      // since the base description, in English where translated
    std::optional<Turn> turn(TurnId id) const;
    QList<Turn> branches(TurnId id) const;       // the turns that follow it, oldest first
    QList<TakeId> takes(TurnId id) const;        // made from it, oldest first
    QList<FieldChange> changes(TurnId id) const; // against the turn before it
    QList<DescriptionField> locked() const;

    Activity activity() const;
    QString saidSoFar() const; // the streamed answer

    void describe();               // looks at the clip; as first turn, or once more on the tip
    void say(const QString &what); // a revision of the tip. PromptEmpty, WrongState come as refused()
    void shorten(int characters);  // asks for the same in fewer characters
    Result<void> write(const Description &description);        // by hand: a turn of its own
    Result<void> putBack(TurnId turn, DescriptionField field); // that part as it was before the turn: by hand
    Result<void> setLocked(DescriptionField field, bool locked);
    Result<void> goTo(TurnId id); // the next turn follows this one: a branch, or an undo
    bool canUndo() const;
    void undo(); // to the turn before the tip; nothing is removed
    bool canRedo() const;
    void redo();     // to the newest turn after the tip
    void askAgain(); // the tip failed or was cut off, and the person has read what that may cost
    void stop();     // of waiting; the turn is Failed (CancelledByPerson), perhaps charged

Q_SIGNALS:
    void opened();          // another clip or conversation, or none
    void settingsChanged(); // describer, showing, piece, account, locked parts
    void shownChanged();
    void turnAdded(retake::TurnId id);
    void turnChanged(retake::TurnId id); // after the commit
    void tipChanged();
    void activityChanged();
    void said(retake::TurnId id, const QString &text); // so far; a few times a second
    void takesChanged(retake::TurnId id);
    void refused(const retake::Error &error); // an act that could not begin

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
