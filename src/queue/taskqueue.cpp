// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/taskqueue.h"

#include "queue/taskqueue_p.h"
#include "store/store.h"

namespace retake {

using namespace std::chrono_literals;

TaskQueue::TaskQueue(Store &store, const Catalogue &catalogue, AccountSource &accounts, const Paths &paths,
                     Clock &clock, std::unique_ptr<MediaStage> media, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, store, catalogue, accounts, paths, clock, std::move(media)))
{
    d->seekLost();
}

TaskQueue::~TaskQueue() = default;

Result<void> TaskQueue::recover()
{
    d->watch();
    const auto tasks = d->store.unendedTasks();
    if (!tasks)
        return failure(tasks.error());
    for (const Task &task : *tasks) {
        if (d->runners.contains(task.id))
            continue;
        auto seat = d->seat(task.id);
        if (!seat && seat.error().kind == ErrorKind::DrivenElsewhere)
            continue;
        if (!seat)
            return failure(seat.error());
        if (auto settled = d->settle(std::move(*seat)); !settled)
            return settled;
    }
    // Paid for and not here, because this machine could not take it: the disk may have room by now.
    const auto failed = d->store.failedAfterSending();
    for (const Task &task : failed ? *failed : QList<Task>()) {
        if (isStillAtService(task) && !d->runners.contains(task.id))
            d->fetchLater(task.id, 0s);
    }
    return d->lost->recover();
}

Result<void> TaskQueue::Private::settle(Seat seat)
{
    Task &task = seat.task;
    if (isSubmitted(task.state)) {
        add(std::move(seat))->resume();
    } else if (task.state == TaskState::Submitting) {
        // An error beside it is the service's refusal: nothing was started. Otherwise nobody knows.
        task.state = task.error ? TaskState::Failed : TaskState::Unclear;
        if (!task.error)
            task.error = Error{ErrorKind::Unclear, {}, {}, {}, task.createRequestId, 0, std::nullopt};
        return writeAndTell(task);
    } else if (task.state == TaskState::Conforming || task.state == TaskState::Uploading) {
        return writeAndTell(fresh(task));
    }
    return {};
}

Result<TaskId> TaskQueue::enqueue(const Order &order)
{
    const auto id = d->put(order);
    if (!id)
        return id;
    if (auto seat = d->seat(*id))
        d->line(std::move(*seat));
    Q_EMIT taskAdded(*id);
    return id;
}

Result<TaskId> TaskQueue::shelve(const Order &order)
{
    const auto id = d->put(order);
    if (id)
        Q_EMIT taskAdded(*id);
    return id;
}

Result<TaskId> TaskQueue::Private::put(const Order &order)
{
    if (!catalogue.model(order.model))
        return failure(ErrorKind::UnknownModel, {order.model});
    Task task;
    task.order = order;
    task.createdAt = house.clock.now();
    task.changedAt = task.createdAt;
    const auto stored = store.insertTask(task);
    if (!stored)
        return failure(stored.error());
    return stored->id;
}

Result<void> TaskQueue::start(TaskId id)
{
    if (d->runners.contains(id))
        return {}; // on its way
    auto seat = d->seat(id);
    if (!seat)
        return failure(seat.error());
    if (seat->task.state != TaskState::Waiting)
        return wrongState(seat->task);
    if (!d->catalogue.model(seat->task.order.model))
        return failure(ErrorKind::UnknownModel, {seat->task.order.model});
    if (seat->task.held) {
        seat->task.held = false;
        if (auto written = d->store.updateTask(seat->task); !written)
            return written;
    }
    d->line(std::move(*seat));
    Q_EMIT taskChanged(id); // it no longer waits for a click
    return {};
}

void TaskQueue::startAll()
{
    const auto tasks = d->store.unendedTasks();
    if (!tasks)
        return;
    for (const Task &task : *tasks) {
        if (task.state == TaskState::Waiting && !task.held)
            (void)start(task.id); // one whose model is gone stays and says so when it is started by itself
    }
}

Result<void> TaskQueue::cancel(TaskId id)
{
    if (TaskRunner *runner = d->runners.value(id)) {
        runner->cancel();
        return {};
    }
    auto seat = d->seat(id);
    if (!seat && seat.error().kind == ErrorKind::DrivenElsewhere)
        return d->store.setSetting(cancelNote(id), QStringLiteral("1")); // the one who drives it hears of it
    if (!seat)
        return failure(seat.error());
    if (isSubmitted(seat->task.state)) { // not recovered in this program, but known to the service
        TaskRunner *runner = d->add(std::move(*seat));
        runner->resume();
        runner->cancel();
        return {};
    }
    if (isFinal(seat->task.state) || seat->task.state == TaskState::Submitting)
        return wrongState(seat->task);
    seat->task.state = TaskState::Cancelled;
    seat->task.error = Error{ErrorKind::CancelledByPerson, {}, {}, {}, {}, 0, std::nullopt};
    return d->writeAndTell(seat->task);
}

Result<void> TaskQueue::retry(TaskId id)
{
    auto seat = d->seat(id);
    if (!seat)
        return failure(seat.error());
    Task &task = seat->task;
    switch (task.state) {
    case TaskState::Failed:
    case TaskState::Cancelled:
    case TaskState::Expired:
        break;
    case TaskState::Waiting:
    case TaskState::Conforming:
    case TaskState::Uploading:
    case TaskState::Submitting:
    case TaskState::Queued:
    case TaskState::Rendering:
    case TaskState::Downloading:
    case TaskState::Done:
    case TaskState::Unclear:
        return wrongState(task);
    }
    if (isStillAtService(task))
        return d->fetchAgain(std::move(*seat));
    if (task.order.clip.isEmpty()) // an imported one has no order to begin anew with
        return wrongState(task);
    return d->beginAnew(std::move(*seat));
}

Result<int> TaskQueue::retryFailed()
{
    const auto tasks = d->store.tasksIn(TaskState::Failed);
    if (!tasks)
        return failure(tasks.error());
    int count = 0;
    for (auto it = tasks->crbegin(); it != tasks->crend(); ++it) {
        // What was given up as lost may have been charged: only by itself, after a question.
        if (it->error && it->error->kind == ErrorKind::MarkedLost)
            continue;
        const auto retried = retry(it->id);
        if (!retried && retried.error().kind == ErrorKind::StoreFailed)
            return failure(retried.error());
        count += retried ? 1 : 0;
    }
    return count;
}

Result<void> TaskQueue::sendAgain(TaskId id)
{
    auto seat = d->seat(id);
    if (!seat)
        return failure(seat.error());
    if (seat->task.state != TaskState::Unclear)
        return wrongState(seat->task);
    return d->beginAnew(std::move(*seat));
}

Result<void> TaskQueue::remove(TaskId id)
{
    const auto task = d->store.task(id);
    if (!task)
        return failure(task.error());
    if (!isFinal(task->state))
        return wrongState(*task);
    if (auto removed = d->store.removeTask(id); !removed)
        return removed;
    d->dropFiles({*task});
    Q_EMIT taskRemoved(id);
    return {};
}

Result<int> TaskQueue::clearFinished()
{
    QList<Task> ended;
    QList<TaskId> ids;
    for (const TaskState state : {TaskState::Done, TaskState::Cancelled}) {
        const auto tasks = d->store.tasksIn(state);
        if (!tasks)
            return failure(tasks.error());
        ended += *tasks;
    }
    for (const Task &task : std::as_const(ended))
        ids.append(task.id);
    if (const auto removed = d->store.removeTasks(ids); !removed)
        return failure(removed.error());
    d->dropFiles(ended);
    for (const TaskId id : std::as_const(ids))
        Q_EMIT taskRemoved(id);
    return int(ids.size());
}

Result<QList<Task>> TaskQueue::tasks() const
{
    return d->store.tasks();
}

Result<QList<TaskId>> TaskQueue::taskIds() const
{
    return d->store.taskIds();
}

Result<QList<TaskStanding>> TaskQueue::standings() const
{
    auto list = d->store.standings();
    if (!list)
        return list;
    for (TaskStanding &one : *list)
        one.waitsForClick =
            one.state == TaskState::Waiting && !d->runners.contains(one.id) && !d->elsewhere.contains(one.id);
    return list;
}

Result<QList<TaskId>> TaskQueue::tasksSaying(const QString &words) const
{
    return d->store.tasksSaying(words);
}

Result<Task> TaskQueue::task(TaskId id) const
{
    return d->store.task(id);
}

Result<QList<TaskEvent>> TaskQueue::events(TaskId id) const
{
    return d->store.events(id);
}

MediaStage &TaskQueue::media() const
{
    return *d->media;
}

int TaskQueue::activeCount() const
{
    return int(d->runners.size());
}

bool TaskQueue::isElsewhere(TaskId id) const
{
    return d->elsewhere.contains(id);
}

bool TaskQueue::waitsForClick(TaskId id) const
{
    if (d->runners.contains(id) || d->elsewhere.contains(id))
        return false;
    const auto task = d->store.task(id);
    return task && task->state == TaskState::Waiting;
}

} // namespace retake
