// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/conversation.h"
#include "model/take.h"
#include "store/openreport.h"
#include "store/receiptbook.h"
#include "store/taskevent.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <optional>

namespace retake {

class Database;
class InUse;
struct OpenedLibrary;

// The library on disk: SQLite, WAL, synchronous=FULL, numbered migrations. Every call is one transaction and
// is on the disk when it returns. One object a thread; owns its connection.
class Store
{
public:
    // Makes the file when it is missing. One that is damaged is set aside, and made anew from the backups and
    // the receipts in the folders beside it (base/paths): openReport() tells. LibraryNewer: the file is
    // untouched. LibraryDamaged when another program has it open; else DiskFull, NotWritable, StoreFailed.
    static Result<std::unique_ptr<Store>> open(const QString &file, const QDateTime &now = {});
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    Result<Task> insertTask(const Task &task); // gives the id, and the last place where it has none
    // All columns. WrongState when the plan knows no arrow from the stored state to the new one, or when a
    // create request may be flying and another is to be sent. A change of state or of error is logged in the
    // same transaction, with the time `at` (none: that of the last change of state).
    Result<void> updateTask(const Task &task, const QDateTime &at = {});
    Result<void> setPositions(const QHash<TaskId, qint64> &positions); // all or none
    Result<Task> task(TaskId id) const;                                // NoSuchTask
    Result<QList<Task>> tasks() const;                                 // newest first
    Result<QList<TaskId>> taskIds() const;                             // newest first; cheap
    Result<QList<TaskStanding>> standings() const;                     // newest first; cheap
    // Those whose instruction has these words in it, newest first.
    Result<QList<TaskId>> tasksSaying(const QString &words) const;
    Result<QList<Task>> unendedTasks() const;           // not final; by their place
    Result<QList<Task>> tasksIn(TaskState state) const; // newest first
    Result<QList<TaskId>> waitingIds() const;           // by their place; cheap
    Result<QList<Task>> failedAfterSending() const;     // the service had taken them; newest first
    // The task that has this id at the service; none: nobody has.
    Result<std::optional<Task>> taskByRemoteId(const QString &remoteId) const;
    Result<qint64> lastPosition() const;
    Result<void> removeTask(TaskId id);
    Result<void> removeTasks(const QList<TaskId> &ids); // all or none; unknown ones are passed over
    Result<QList<TaskEvent>> events(TaskId id) const;   // oldest first

    // Whether another connection has written since the last call of this one.
    Result<bool> changedElsewhere();

    // The tasks with a line of the log behind `event` that another object wrote, and the last such line.
    struct News
    {
        QList<TaskId> tasks;
        qint64 lastEvent = 0;
    };

    Result<News> newsSince(qint64 event) const;
    Result<qint64> lastEvent() const;

    // The queue's own memory; an unknown name is empty.
    Result<QString> setting(const QString &name) const;
    Result<void> setSetting(const QString &name, const QString &value); // empty: forgotten

    // The take's row and the task's change to done, in one transaction; gives the take's id.
    Result<TakeId> finishTask(const Task &task, const Take &take);

    Result<Clip> clipForFile(const QString &file, const QDateTime &now); // found, or made
    Result<QList<Clip>> clips() const;
    Result<Take> take(TakeId id) const;
    Result<QList<Take>> takes(ClipId clip = {}) const; // oldest first; none: all
    Result<void> setKept(TakeId id, bool kept);
    Result<void> removeTake(TakeId id); // the row; the caller removes the files

    Result<Conversation> insertConversation(const Conversation &conversation); // gives the id
    Result<void> updateConversation(const Conversation &conversation);         // describer, account, showing,
                                                                               // locked fields, tip
    Result<Conversation> conversation(ConversationId id) const;
    Result<QList<Conversation>> conversations(ClipId clip) const; // newest first
    // Gives the id, and makes it the conversation's tip, in one transaction.
    Result<Turn> insertTurn(const Turn &turn);
    Result<void> updateTurn(const Turn &turn); // state, answer, description, error, usage ...
    Result<Turn> turn(TurnId id) const;
    Result<QList<Turn>> turns(ConversationId id) const; // oldest first
    Result<QStringList> shownSources() const;           // all that describers were shown: files and addresses
    // Which takes came from which turn, oldest first.
    Result<QHash<TurnId, QList<TakeId>>> takesByTurn(ConversationId id) const;

    int schemaVersion() const;

    const OpenReport &openReport() const { return m_openReport; }

    // From `submitting` on each task has a receipt on disk when the call that changed it returns. What keeps
    // it from being written stops no task: it is tried again with the next change, and is to be had here.
    const std::optional<Error> &receiptError() const { return m_receiptError; }

    std::optional<Receipt> receipt(TaskId id) const; // also of a task that is off the list

private:
    explicit Store(OpenedLibrary opened);
    void noteReceipts(const QList<TaskId> &ids);

    std::unique_ptr<InUse> m_use; // let go of after the database is closed
    std::unique_ptr<Database> m_database;
    OpenReport m_openReport;
    ReceiptBook m_receipts;
    QSet<TaskId> m_owedReceipts;
    std::optional<Error> m_receiptError;
    qint64 m_writer; // names this object in the log
    qint64 m_dataVersion = -1;
};

} // namespace retake
