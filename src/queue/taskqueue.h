// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "engine/engine.h"
#include "model/take.h"
#include "model/task.h"
#include "queue/lostmatch.h"
#include "store/taskevent.h"

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

    // Call once at start: submitted tasks go on, `submitting` becomes unclear and is looked for,
    // half-prepared ones wait for a click. What another program on the same data drives is left to it, and
    // taken over the same way when that program ends.
    Result<void> recover();

    Result<TaskId> enqueue(const Order &order); // stored as waiting and started as soon as a place is free
    Result<TaskId> shelve(const Order &order);  // stored as waiting; only start() sets it going
    Result<void> start(TaskId id);              // a waiting task that recover() or hold() left alone
    void startAll();                            // all of them but those that the person has paused
    // Pauses a task that was not sent yet: what was begun of it is put back, and only start() sets it going.
    Result<void> hold(TaskId id);
    Result<void> edit(TaskId id, const Order &order); // of a waiting task that stands still
    Result<void> runNext(TaskId id);                  // to the front of those that wait
    Result<void> moveBefore(TaskId id, TaskId next);  // waiting ones; no next: to the end
    // Nothing new is sent while paused; what the service has is fetched all the same.
    void setPaused(bool paused);
    bool isPaused() const;
    Result<void> cancel(TaskId id); // WrongState when it has ended; TooLateToCancel comes as signal refused
    Result<void> retry(TaskId id);  // failed, cancelled, expired: a fresh walk; a failed download: the
                                    // download only. Unclear needs sendAgain()
    Result<int> retryFailed();      // all that failed; how many
    // Unclear only: once more through the service's list of tasks. NoTaskList where it keeps none.
    Result<void> lookAgain(TaskId id);
    bool canLook(TaskId id) const;                      // whether the task's service keeps such a list
    QList<RemoteCandidate> candidates(TaskId id) const; // what the last look of this program did not decide
    Result<void> adopt(TaskId id, const QString &remoteId); // unclear only: the person says which it is
    Result<void> markLost(TaskId id);                       // unclear only: the person gives it up
    Result<void> sendAgain(TaskId id); // unclear only, after the person has read that it may be charged twice
    Result<void> remove(TaskId id);    // ended tasks only: clears the row, the take stays
    Result<int> clearFinished();       // all that are done or cancelled; how many

    // What is known of a service's task before it is asked for.
    struct RemoteOrigin
    {
        QString prompt;
        QDateTime made;
    };

    // Fetches a task that the service has and the library does not. TaskKnown when it has; BadParameter when
    // that is no id. An unclear task that it can be becomes it, instead of a second one. No model: the first
    // of the account's service.
    Result<TaskId> importTask(const QString &account, const QString &model, const QString &remoteId,
                              const RemoteOrigin &origin);

    Result<TaskId> importTask(const QString &account, const QString &model, const QString &remoteId)
    {
        return importTask(account, model, remoteId, {});
    }

    // For asking beside the tasks: calls `ask` when the account's limit of queries lets one more go.
    void queryInTurn(const QString &account, const ModelSpec &model, QObject *context,
                     std::function<void()> ask);

    Result<QList<Task>> tasks() const;
    Result<QList<TaskId>> taskIds() const;                         // newest first; cheap
    Result<QList<TaskStanding>> standings() const;                 // newest first; cheap
    Result<QList<TaskId>> tasksSaying(const QString &words) const; // in their instruction
    Result<Task> task(TaskId id) const;
    Result<QList<TaskEvent>> events(TaskId id) const; // its log, oldest first
    int activeCount() const;                          // driven here: not ended and not waiting for a click
    bool waitsForClick(TaskId id) const;              // a task in `waiting` that only start() sets going
    bool isElsewhere(TaskId id) const;                // another program drives it
    bool isLooking(TaskId id) const;                  // an unclear one that is being looked for

    MediaStage &media() const; // what the tasks make their files with, for a look before the order

Q_SIGNALS:
    void taskAdded(retake::TaskId id);
    void taskChanged(retake::TaskId id); // after the commit
    void taskProgress(retake::TaskId id,
                      const retake::TaskProgress &progress); // at most 10 a second, not stored
    void takeAdded(retake::TakeId id);
    void taskRemoved(retake::TaskId id);
    void orderChanged(); // the places of waiting tasks
    void pausedChanged(bool paused);
    // A cancel came too late, or did not reach the service: the task goes on. An error between two tries lies
    // in Task::error, told by taskChanged with the state unchanged.
    void refused(retake::TaskId id, const retake::Error &error);
    // The store did not take a change: the task stands still, and the same change is tried again.
    void stalled(retake::TaskId id, const retake::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

// Whether the service has, or may have, the result of a failed task: trying again fetches it, and orders
// nothing.
bool isStillAtService(const Task &task);

} // namespace retake
