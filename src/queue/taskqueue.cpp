// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/taskqueue.h"

#include "base/paths.h"
#include "queue/localmediastage.h"
#include "queue/taskrunner.h"
#include "store/store.h"

#include <QDir>

namespace retake {

namespace {

constexpr int conformingAtOnce = 2;

// Back to the start: nothing of an earlier walk is left but the order.
Task fresh(const Task &old)
{
    Task task;
    task.id = old.id;
    task.order = old.order;
    task.createdAt = old.createdAt;
    return task;
}

// A task that ended while the service has, or may have, its result is fetched and not ordered anew.
bool isStillAtService(const Task &task)
{
    if (task.state != TaskState::Failed || task.remoteId.isEmpty())
        return false;
    return !task.resultUrl.isEmpty() || (task.error && endsOnlyOurAsking(task.error->kind));
}

} // namespace

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

    TaskRunner *add(const Task &task)
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

    void line(const Task &task)
    {
        add(task);
        waiting.append(task.id);
        scheduleSoon();
    }

    void drop(TaskId id, TaskRunner *runner)
    {
        if (runners.value(id) != runner)
            return;
        runners.remove(id);
        waiting.removeOne(id);
        runner->deleteLater();
        scheduleSoon();
    }

    // Later, so that a listener never sees a task start inside the call that made it.
    void scheduleSoon()
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

    void schedule()
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
    bool hasPlace(const TaskRunner &candidate) const
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

    Result<void> writeAndTell(Task task)
    {
        task.changedAt = house.clock.now();
        if (isFinal(task.state))
            task.finishedAt = task.changedAt;
        if (auto written = store.updateTask(task); !written)
            return written;
        Q_EMIT q->taskChanged(task.id);
        return {};
    }

    Result<void> beginAnew(const Task &task)
    {
        const Task anew = fresh(task);
        QDir(workFolderOf(house.paths, task.id)).removeRecursively();
        if (auto written = writeAndTell(anew); !written)
            return written;
        if (!runners.contains(task.id)) // a listener may have started it already
            line(anew);
        return {};
    }

    static tl::unexpected<Error> wrongState(const Task &task)
    {
        return failure(ErrorKind::WrongState, {QString::number(task.id.value), taskStateName(task.state)});
    }
};

TaskQueue::TaskQueue(Store &store, const Catalogue &catalogue, AccountSource &accounts, const Paths &paths,
                     Clock &clock, std::unique_ptr<MediaStage> media, QObject *parent)
    : QObject(parent)
{
    MediaStage &stage = *media;
    d.reset(new Private{
        this, store, catalogue, std::move(media), {store, accounts, paths, clock, stage}, {}, {}, false});
}

TaskQueue::TaskQueue(Store &store, const Catalogue &catalogue, AccountSource &accounts, const Paths &paths,
                     Clock &clock, QObject *parent)
    : TaskQueue(store, catalogue, accounts, paths, clock, std::make_unique<LocalMediaStage>(), parent)
{}

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
    return {};
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
        return Private::wrongState(*task);
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
        return Private::wrongState(*task);
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
        return Private::wrongState(*task);
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
        return Private::wrongState(*task);
    }
    if (!isStillAtService(*task))
        return d->beginAnew(*task);
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
        return Private::wrongState(*task);
    return d->beginAnew(*task);
}

Result<void> TaskQueue::remove(TaskId id)
{
    const auto task = d->store.task(id);
    if (!task)
        return failure(task.error());
    if (!isFinal(task->state))
        return Private::wrongState(*task);
    if (auto removed = d->store.removeTask(id); !removed)
        return removed;
    QDir(workFolderOf(d->house.paths, id)).removeRecursively();
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
