// SPDX-License-Identifier: GPL-3.0-or-later
// Who runs and who waits.
#include "queue/taskqueue_p.h"

#include "base/paths.h"
#include "queue/filing.h"
#include "store/store.h"

#include <QDir>

namespace retake {

namespace {

constexpr int conformingAtOnce = 2;

} // namespace

Task fresh(const Task &old)
{
    Task task;
    task.id = old.id;
    task.order = old.order;
    task.createdAt = old.createdAt;
    return task;
}

tl::unexpected<Error> wrongState(const Task &task)
{
    return failure(ErrorKind::WrongState, {QString::number(task.id.value), taskStateName(task.state)});
}

TaskRunner *TaskQueue::Private::add(const Task &task)
{
    // A row of the catalogue may be gone by the time an old task goes on: its fetching needs none.
    ModelSpec model;
    if (const ModelSpec *known = catalogue.model(task.order.model))
        model = *known;
    auto *runner = new TaskRunner(house, model, task, q);
    const TaskId id = task.id;
    QObject::connect(runner, &TaskRunner::ended, q, [this, id, runner] { drop(id, runner); });
    QObject::connect(runner, &TaskRunner::changed, q, [this, id] {
        scheduleSoon();
        Q_EMIT q->taskChanged(id);
    });
    QObject::connect(runner, &TaskRunner::progress, q,
                     [this, id](const TaskProgress &progress) { Q_EMIT q->taskProgress(id, progress); });
    QObject::connect(runner, &TaskRunner::takeAdded, q, &TaskQueue::takeAdded);
    QObject::connect(runner, &TaskRunner::refused, q,
                     [this, id](const Error &error) { Q_EMIT q->refused(id, error); });
    QObject::connect(runner, &TaskRunner::stalled, q,
                     [this, id](const Error &error) { Q_EMIT q->stalled(id, error); });
    runners.insert(id, runner);
    return runner;
}

void TaskQueue::Private::line(const Task &task)
{
    add(task);
    waiting.append(task.id);
    scheduleSoon();
}

void TaskQueue::Private::drop(TaskId id, TaskRunner *runner)
{
    if (runners.value(id) != runner)
        return;
    runners.remove(id);
    waiting.removeOne(id);
    runner->deleteLater();
    scheduleSoon();
}

// Later, so that a listener never sees a task start inside the call that made it.
void TaskQueue::Private::scheduleSoon()
{
    if (scheduled)
        return;
    scheduled = true;
    QMetaObject::invokeMethod(
        q,
        [this] {
            scheduled = false;
            schedule();
        },
        Qt::QueuedConnection);
}

void TaskQueue::Private::schedule()
{
    for (const TaskId id : QList<TaskId>(waiting)) {
        TaskRunner *runner = runners.value(id);
        if (!runner || !hasPlace(*runner))
            continue;
        waiting.removeOne(id);
        runner->begin();
    }
}

// A place is taken from the first step on: what is conformed can then be sent without waiting.
bool TaskQueue::Private::hasPlace(const TaskRunner &candidate) const
{
    int conforming = 0;
    int running = 0;
    for (auto it = runners.cbegin(); it != runners.cend(); ++it) {
        if (waiting.contains(it.key()))
            continue;
        const Task &task = it.value()->task();
        conforming += task.state <= TaskState::Conforming ? 1 : 0;
        running += task.order.account == candidate.task().order.account ? 1 : 0;
    }
    return conforming < conformingAtOnce && running < std::max(1, candidate.model().maximumRunning);
}

Result<void> TaskQueue::Private::writeAndTell(Task task)
{
    task.changedAt = house.clock.now();
    if (isFinal(task.state))
        task.finishedAt = task.changedAt;
    if (auto written = store.updateTask(task); !written)
        return written;
    Q_EMIT q->taskChanged(task.id);
    return {};
}

Result<void> TaskQueue::Private::beginAnew(const Task &task)
{
    const Task anew = fresh(task);
    dropFiles(task);
    if (auto written = writeAndTell(anew); !written)
        return written;
    if (!runners.contains(task.id)) // a listener may have started it already
        line(anew);
    return {};
}

void TaskQueue::Private::dropFiles(const Task &task) const
{
    QDir(workFolderOf(house.paths, task.id)).removeRecursively();
    dropPartFiles(house.paths.takesDir(), task);
}

} // namespace retake
