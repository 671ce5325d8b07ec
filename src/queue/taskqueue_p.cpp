// SPDX-License-Identifier: GPL-3.0-or-later
// Who runs and who waits.
#include "queue/taskqueue_p.h"

#include "base/paths.h"
#include "queue/filing.h"
#include "store/store.h"

#include <QDir>

#include <algorithm>

namespace retake {

namespace {

constexpr int conformingAtOnce = 2;
constexpr int downloadsAtOnce = 4;
constexpr std::chrono::minutes fetchAgainAfter{10};

} // namespace

Task fresh(const Task &old)
{
    Task task;
    task.id = old.id;
    task.order = old.order;
    task.position = old.position;
    task.held = old.held;
    task.createdAt = old.createdAt;
    return task;
}

bool isStillAtService(const Task &task)
{
    if (task.state != TaskState::Failed || task.remoteId.isEmpty())
        return false;
    return !task.resultUrl.isEmpty() || (task.error && endsOnlyOurAsking(task.error->kind));
}

tl::unexpected<Error> wrongState(const Task &task)
{
    return failure(ErrorKind::WrongState, {QString::number(task.id.value), taskStateName(task.state)});
}

TaskQueue::Private::Private(TaskQueue *queue, Store &library, const Catalogue &rows, AccountSource &accounts,
                            const Paths &paths, Clock &clock, std::unique_ptr<MediaStage> stage)
    : q(queue)
    , store(library)
    , catalogue(rows)
    , media(std::move(stage))
    , gate(clock)
    , downloads(downloadsAtOnce)
    , house{library, accounts, paths, clock, *media, gate, downloads}
{}

TaskQueue::Private::~Private()
{
    qDeleteAll(runners); // before what they work with
}

Result<TaskQueue::Private::Seat> TaskQueue::Private::seat(TaskId id)
{
    if (const TaskRunner *runner = runners.value(id))
        return wrongState(runner->task());
    auto lock = TaskLock::take(house.paths.locksDir(), id);
    if (!lock) {
        elsewhere.insert(id);
        return failure(ErrorKind::DrivenElsewhere, {QString::number(id.value)});
    }
    elsewhere.remove(id);
    // Only now: another program may just have gone on with it.
    auto task = store.task(id);
    if (!task)
        return failure(task.error());
    return Seat{std::move(*task), std::move(lock)};
}

TaskRunner *TaskQueue::Private::add(Seat seat)
{
    // A row of the catalogue may be gone by the time an old task goes on: its fetching needs none.
    ModelSpec model;
    if (const ModelSpec *known = catalogue.model(seat.task.order.model))
        model = *known;
    auto *runner = new TaskRunner(house, model, seat.task, q);
    const TaskId id = seat.task.id;
    QObject::connect(runner, &TaskRunner::ended, q, [this, id, runner] { drop(id, runner); });
    QObject::connect(runner, &TaskRunner::changed, q, [this, id, runner] {
        scheduleSoon();
        if (isStillAtService(runner->task()))
            fetchLater(id, fetchAgainAfter);
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
    locks[id] = std::move(seat.lock);
    return runner;
}

void TaskQueue::Private::line(Seat seat)
{
    const TaskId id = seat.task.id;
    add(std::move(seat));
    waiting.append(id);
    scheduleSoon();
}

void TaskQueue::Private::lineUp()
{
    const auto ids = store.waitingIds();
    if (!ids)
        return; // the old order is as good as none
    QHash<TaskId, qsizetype> places;
    for (const TaskId id : *ids)
        places.insert(id, places.size());
    std::stable_sort(waiting.begin(), waiting.end(),
                     [&](TaskId a, TaskId b) { return places.value(a) < places.value(b); });
}

TaskQueue::Private::Seat TaskQueue::Private::stop(TaskId id)
{
    TaskRunner *runner = runners.take(id);
    runner->stop();
    Seat left{runner->task(), std::move(locks[id])};
    locks.erase(id);
    waiting.removeOne(id);
    runner->disconnect(q);
    runner->deleteLater();
    scheduleSoon();
    return left;
}

void TaskQueue::Private::drop(TaskId id, TaskRunner *runner)
{
    if (runners.value(id) != runner)
        return;
    runners.remove(id);
    locks.erase(id);
    waiting.removeOne(id);
    runner->deleteLater();
    scheduleSoon();
}

// Later, so that a listener never sees a task start inside the call that made it.
void TaskQueue::Private::scheduleSoon()
{
    if (m_scheduled)
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(
        q,
        [this] {
            m_scheduled = false;
            schedule();
        },
        Qt::QueuedConnection);
}

void TaskQueue::Private::schedule()
{
    if (paused || waiting.isEmpty())
        return;
    lineUp(); // once for all that came, and for what was moved
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

Result<void> TaskQueue::Private::beginAnew(Seat seat)
{
    Task anew = fresh(seat.task);
    anew.held = false;
    const auto last = store.lastPosition();
    if (!last)
        return failure(last.error());
    anew.position = *last + 1; // to the end of the line
    dropFiles({seat.task});
    if (auto written = writeAndTell(anew); !written)
        return written;
    seat.task = anew;
    if (!runners.contains(anew.id)) // a listener may have started it already
        line(std::move(seat));
    return {};
}

Result<void> TaskQueue::Private::fetchAgain(Seat seat)
{
    const TaskId id = seat.task.id;
    seat.task.state = TaskState::Downloading;
    seat.task.error.reset();
    seat.task.finishedAt = {};
    if (auto written = writeAndTell(seat.task); !written)
        return written;
    if (!runners.contains(id))
        add(std::move(seat))->resume();
    return {};
}

void TaskQueue::Private::fetchLater(TaskId id, std::chrono::milliseconds pause)
{
    house.clock.after(pause, q, [this, id] {
        auto found = seat(id);
        if (found && isStillAtService(found->task))
            (void)fetchAgain(std::move(*found)); // a store that refuses is asked again at the next start
    });
}

void TaskQueue::Private::dropFiles(const QList<Task> &tasks) const
{
    for (const Task &task : tasks)
        QDir(workFolderOf(house.paths, task.id)).removeRecursively();
    dropPartFiles(house.paths.takesDir(), tasks);
}

} // namespace retake
