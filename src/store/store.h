// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/take.h"
#include "model/task.h"

#include <memory>

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

    Result<Task> insertTask(const Task &task); // gives the id
    // All columns. WrongState when the plan knows no arrow from the stored state to the new one. A change of
    // state or of error is logged in the same transaction.
    Result<void> updateTask(const Task &task);
    Result<Task> task(TaskId id) const; // NoSuchTask
    Result<QList<Task>> tasks() const;  // newest first
    Result<void> removeTask(TaskId id);
    Result<QList<TaskEvent>> events(TaskId id) const; // oldest first

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
};

} // namespace retake
