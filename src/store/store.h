// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/take.h"
#include "model/task.h"

#include <QHash>

#include <memory>
#include <optional>

namespace retake {

class Database;

// A line of a task's log: it is only ever added to, and outlives the task's row.
struct TaskEvent
{
    TaskId task;
    QDateTime at; // UTC
    TaskState state = TaskState::Waiting;
    QString cause; // name of the error's kind; empty: the way of things
    QString requestId;
};

// The library on disk: SQLite, WAL, synchronous=FULL, numbered migrations. Every call is one transaction and
// is on the disk when it returns. One object a thread; owns its connection.
class Store
{
public:
    // Makes the file when it is missing. StoreFailed when it is damaged or from a newer program.
    static Result<std::unique_ptr<Store>> open(const QString &file);
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
    Result<QList<Task>> unendedTasks() const;                          // not final; by their place
    Result<QList<Task>> tasksIn(TaskState state) const;                // newest first
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
    Result<QStringList> settingNames(const QString &prefix) const;

    // The take's row and the task's change to done, in one transaction; gives the take's id.
    Result<TakeId> finishTask(const Task &task, const Take &take);

    Result<Clip> clipForFile(const QString &file, const QDateTime &now); // found, or made
    Result<QList<Clip>> clips() const;
    Result<Take> take(TakeId id) const;
    Result<QList<Take>> takes(ClipId clip = {}) const; // oldest first; none: all
    Result<void> setKept(TakeId id, bool kept);
    Result<void> removeTake(TakeId id); // the row; the caller removes the files

    int schemaVersion() const;

private:
    explicit Store(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
    qint64 m_writer; // names this object in the log
    qint64 m_dataVersion = -1;
};

} // namespace retake
