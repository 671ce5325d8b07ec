// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/losttasks.h"
#include "queue/mediastage.h"
#include "queue/tasklock.h"
#include "queue/taskqueue.h"
#include "queue/taskrunner.h"

#include <QTimer>

#include <map>

namespace retake {

// The inside of the queue: the runners, who of them has a place, and what other programs do meanwhile.
class TaskQueue::Private
{
public:
    // A task that no other program drives while this is kept, as the store has it.
    struct Seat
    {
        Task task;
        std::unique_ptr<TaskLock> lock;
    };

    Private(TaskQueue *queue, Store &library, const Catalogue &rows, AccountSource &accounts,
            const Paths &paths, Clock &clock, std::unique_ptr<MediaStage> stage);
    ~Private();

    TaskQueue *q;
    Store &store;
    const Catalogue &catalogue;
    std::unique_ptr<MediaStage> media;
    ServiceGate gate;
    Places downloads;
    RunnerHouse house;
    QHash<TaskId, TaskRunner *> runners;
    std::map<TaskId, std::unique_ptr<TaskLock>> locks; // of the runners
    QList<TaskId> waiting; // runners without a place yet; schedule() puts them in order
    QSet<TaskId> elsewhere;
    bool paused = false;
    std::unique_ptr<LostTasks> lost;

    Result<TaskId> put(const Order &order); // stored as waiting
    Result<Seat> seat(TaskId id);           // DrivenElsewhere, NoSuchTask; WrongState when it is driven here
    TaskRunner *add(Seat seat);             // runs at once when it is told to
    void line(Seat seat);                   // runs when its turn comes
    Seat stop(TaskId id);                   // of a task that is driven here: the runner ends, its lock stays
    Result<void> settle(Seat seat);         // what a task is in for at a start
    Result<void> writeAndTell(Task task);   // a change made by the queue itself; its seat is taken
    Result<void> fetchAgain(Seat seat);     // a paid task whose fetching failed
    void fetchLater(TaskId id, std::chrono::milliseconds pause); // by itself: it costs nothing
    Result<void> beginAnew(Seat seat);                           // forgets an earlier walk
    void dropFiles(const QList<Task> &tasks) const;              // what an earlier walk left behind
    void scheduleSoon();
    void seekLost(); // makes `lost`
    // An unclear task is this one of the service: committed, then driven on. TaskKnown when it is another's.
    Result<void> adopt(TaskId id, const QString &remoteId, const QString &requestId);

    void watch(); // from now on, what other programs do

private:
    void drop(TaskId id, TaskRunner *runner);
    void schedule();
    void lineUp(); // those that wait, by their places
    bool hasPlace(const TaskRunner &candidate) const;
    void look();
    void takeOver();
    void hearNews();
    void hearCancels();

    QTimer m_watch;
    QSet<TaskId> m_known;
    qint64 m_lastEvent = 0;
    bool m_scheduled = false;
};

// Back to the start: nothing of an earlier walk is left but the order and its place.
Task fresh(const Task &old);

tl::unexpected<Error> wrongState(const Task &task);

// Under this name a program asks the one that drives a task to cancel it.
QString cancelNote(TaskId id);

} // namespace retake
