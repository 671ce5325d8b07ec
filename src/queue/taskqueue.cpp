// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/taskqueue.h"

#include "queue/taskqueue_p.h"
#include "store/store.h"

namespace retake {

namespace {

// A task that ended while the service has, or may have, its result is fetched and not ordered anew.
bool isStillAtService(const Task &task)
{
    if (task.state != TaskState::Failed || task.remoteId.isEmpty())
        return false;
    return !task.resultUrl.isEmpty() || (task.error && endsOnlyOurAsking(task.error->kind));
}

} // namespace

TaskQueue::TaskQueue(Store &store, const Catalogue &catalogue, AccountSource &accounts, const Paths &paths,
                     Clock &clock, std::unique_ptr<MediaStage> media, QObject *parent)
    : QObject(parent)
{
    MediaStage &stage = *media;
    // NOLINTNEXTLINE(modernize-make-unique): an aggregate
    d.reset(new Private{
        this, store, catalogue, std::move(media), {store, accounts, paths, clock, stage}, {}, {}, false, {}});
    d->seekLost();
}

TaskQueue::~TaskQueue()
{
    qDeleteAll(d->runners); // before what they work with
}

Result<void> TaskQueue::recover()
{
    const auto tasks = d->store.tasks();
    if (!tasks)
        return failure(tasks.error());
    for (auto it = tasks->crbegin(); it != tasks->crend(); ++it) { // oldest first
        Task task = *it;
        if (d->runners.contains(task.id))
            continue;
        if (isSubmitted(task.state)) {
            d->add(task)->resume();
        } else if (task.state == TaskState::Submitting) {
            // An error beside it is the service's refusal: nothing was started. Otherwise nobody knows.
            task.state = task.error ? TaskState::Failed : TaskState::Unclear;
            if (!task.error)
                task.error = Error{ErrorKind::Unclear, {}, {}, {}, {}, 0, std::nullopt};
            if (auto written = d->writeAndTell(task); !written)
                return written;
        } else if (task.state == TaskState::Conforming || task.state == TaskState::Uploading) {
            if (auto written = d->writeAndTell(fresh(task)); !written)
                return written;
        }
    }
    return d->lost->recover();
}

Result<TaskId> TaskQueue::enqueue(const Order &order)
{
    if (!d->catalogue.model(order.model))
        return failure(ErrorKind::UnknownModel, {order.model});
    Task task;
    task.order = order;
    task.createdAt = d->house.clock.now();
    task.changedAt = task.createdAt;
    const auto stored = d->store.insertTask(task);
    if (!stored)
        return failure(stored.error());
    d->line(*stored);
    Q_EMIT taskAdded(stored->id);
    return stored->id;
}

Result<void> TaskQueue::start(TaskId id)
{
    if (d->runners.contains(id))
        return {}; // on its way
    const auto task = d->store.task(id);
    if (!task)
        return failure(task.error());
    if (task->state != TaskState::Waiting)
        return wrongState(*task);
    if (!d->catalogue.model(task->order.model))
        return failure(ErrorKind::UnknownModel, {task->order.model});
    d->line(*task);
    Q_EMIT taskChanged(id); // it no longer waits for a click
    return {};
}

void TaskQueue::startAll()
{
    const auto tasks = d->store.tasks();
    if (!tasks)
        return;
    for (auto it = tasks->crbegin(); it != tasks->crend(); ++it) {
        if (it->state == TaskState::Waiting)
            (void)start(it->id); // one whose model is gone stays and says so when it is started by itself
    }
}

Result<void> TaskQueue::cancel(TaskId id)
{
    if (TaskRunner *runner = d->runners.value(id)) {
        runner->cancel();
        return {};
    }
    auto task = d->store.task(id);
    if (!task)
        return failure(task.error());
    if (isSubmitted(task->state)) { // not recovered in this program, but known to the service
        TaskRunner *runner = d->add(*task);
        runner->resume();
        runner->cancel();
        return {};
    }
    if (isFinal(task->state) || task->state == TaskState::Submitting)
        return wrongState(*task);
    task->state = TaskState::Cancelled;
    task->error = Error{ErrorKind::CancelledByPerson, {}, {}, {}, {}, 0, std::nullopt};
    return d->writeAndTell(*task);
}

Result<void> TaskQueue::retry(TaskId id)
{
    auto task = d->store.task(id);
    if (!task)
        return failure(task.error());
    if (d->runners.contains(id))
        return wrongState(*task);
    switch (task->state) {
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
        return wrongState(*task);
    }
    if (!isStillAtService(*task)) // an imported one has no order to begin anew with
        return task->order.clip.isEmpty() ? wrongState(*task) : d->beginAnew(*task);
    task->state = TaskState::Downloading;
    task->error.reset();
    task->finishedAt = {};
    if (auto written = d->writeAndTell(*task); !written)
        return written;
    if (!d->runners.contains(id))
        d->add(*task)->resume();
    return {};
}

Result<void> TaskQueue::sendAgain(TaskId id)
{
    const auto task = d->store.task(id);
    if (!task)
        return failure(task.error());
    if (task->state != TaskState::Unclear)
        return wrongState(*task);
    return d->beginAnew(*task);
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
    d->dropFiles(*task);
    Q_EMIT taskRemoved(id);
    return {};
}

Result<QList<Task>> TaskQueue::tasks() const
{
    return d->store.tasks();
}

Result<Task> TaskQueue::task(TaskId id) const
{
    return d->store.task(id);
}

MediaStage &TaskQueue::media() const
{
    return *d->media;
}

int TaskQueue::activeCount() const
{
    return int(d->runners.size());
}

bool TaskQueue::waitsForClick(TaskId id) const
{
    if (d->runners.contains(id))
        return false;
    const auto task = d->store.task(id);
    return task && task->state == TaskState::Waiting;
}

} // namespace retake
