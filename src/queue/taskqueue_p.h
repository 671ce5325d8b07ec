// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/losttasks.h"
#include "queue/mediastage.h"
#include "queue/taskqueue.h"
#include "queue/taskrunner.h"

namespace retake {

// The inside of the queue: the runners, and who of them has a place.
class TaskQueue::Private
{
public:
    TaskQueue *q;
    Store &store;
    const Catalogue &catalogue;
    std::unique_ptr<MediaStage> media;
    RunnerHouse house;
    QHash<TaskId, TaskRunner *> runners;
    QList<TaskId> waiting; // runners without a place yet, first come first served
    bool scheduled = false;
    std::unique_ptr<LostTasks> lost;

    TaskRunner *add(const Task &task);        // runs at once when it is told to
    void line(const Task &task);              // runs when its turn comes
    Result<void> writeAndTell(Task task);     // a change made by the queue itself
    Result<void> beginAnew(const Task &task); // forgets an earlier walk
    void dropFiles(const Task &task) const;   // what an earlier walk left behind
    void seekLost();                          // makes `lost`
    Result<Task> unclearTask(TaskId id) const;

private:
    void drop(TaskId id, TaskRunner *runner);
    void scheduleSoon();
    void schedule();
    bool hasPlace(const TaskRunner &candidate) const;
};

// Back to the start: nothing of an earlier walk is left but the order.
Task fresh(const Task &old);

tl::unexpected<Error> wrongState(const Task &task);

} // namespace retake
