// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "engine/engine.h"
#include "model/take.h"
#include "model/task.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace retake {

class MediaStage;
class Paths;
class Store;
class TaskRunner;

// Gives engine and credentials of an account; asynchronous, because a key may lie in the keychain and the
// practice service may have to be started. Implemented by session/accountbook and by the tests.
class AccountSource
{
public:
    virtual ~AccountSource() = default;
    using Ready = std::function<void(const Result<Credentials> &)>;
    virtual void credentials(const QString &accountId, QObject *context, Ready ready) = 0;
    virtual Engine *engine(const QString &service) = 0; // null: unknown service
};

// Drives tasks from order to take. Writes every change of state to the store before it acts on it; at most
// ModelSpec::maximumRunning tasks of an account are between uploading and downloading at once, the rest wait.
class TaskQueue : public QObject
{
    Q_OBJECT
public:
    TaskQueue(Store &store, const Catalogue &catalogue, AccountSource &accounts, const Paths &paths,
              Clock &clock, std::unique_ptr<MediaStage> media, QObject *parent = nullptr);
    ~TaskQueue() override;

    // Call once at start: submitted tasks go on, `submitting` becomes unclear, half-prepared ones wait for a
    // click.
    Result<void> recover();

    Result<TaskId> enqueue(const Order &order); // stored as waiting and started as soon as a place is free
    Result<void> start(TaskId id);              // a waiting task that recover() left alone
    void startAll();
    Result<void> cancel(TaskId id); // WrongState when it has ended; TooLateToCancel comes as signal refused
    Result<void> retry(TaskId id);  // failed, cancelled, expired: a fresh walk; a failed download: the
                                    // download only. Unclear needs sendAgain()
    Result<void> sendAgain(TaskId id); // unclear only, after the person has read that it may be charged twice
    Result<void> remove(TaskId id);    // ended tasks only: clears the row, the take stays

    Result<QList<Task>> tasks() const;
    Result<Task> task(TaskId id) const;
    int activeCount() const;             // not ended and not waiting for a click
    bool waitsForClick(TaskId id) const; // a task in `waiting` that only start() sets going

    MediaStage &media() const; // what the tasks make their files with, for a look before the order

Q_SIGNALS:
    void taskAdded(retake::TaskId id);
    void taskChanged(retake::TaskId id); // after the commit
    void taskProgress(retake::TaskId id,
                      const retake::TaskProgress &progress); // at most 10 a second, not stored
    void takeAdded(retake::TakeId id);
    void taskRemoved(retake::TaskId id);
    // A cancel came too late, or did not reach the service: the task goes on. An error between two tries lies
    // in Task::error, told by taskChanged with the state unchanged.
    void refused(retake::TaskId id, const retake::Error &error);
    // The store did not take a change: the task stands still, and the same change is tried again.
    void stalled(retake::TaskId id, const retake::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
