// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with those that wait: pause, edit, put in order.
#include "queue/taskqueue_p.h"
#include "store/store.h"

#include <algorithm>

namespace retake {

Result<void> TaskQueue::hold(TaskId id)
{
    const auto found = d->store.task(id);
    if (!found)
        return failure(found.error());
    if (found->state >= TaskState::Submitting)
        return wrongState(*found);
    Result<Private::Seat> seat = d->runners.contains(id) ? d->stop(id) : d->seat(id);
    if (!seat)
        return failure(seat.error());
    Task held = fresh(*found);
    held.held = true;
    return d->writeAndTell(held);
}

Result<void> TaskQueue::edit(TaskId id, const Order &order)
{
    if (!d->catalogue.model(order.model))
        return failure(ErrorKind::UnknownModel, {order.model});
    auto seat = d->seat(id);
    if (!seat)
        return failure(seat.error());
    if (seat->task.state != TaskState::Waiting)
        return wrongState(seat->task);
    Task edited = fresh(seat->task);
    edited.order = order;
    d->dropFiles({seat->task});
    return d->writeAndTell(edited);
}

Result<void> TaskQueue::runNext(TaskId id)
{
    const auto tasks = d->store.unendedTasks();
    if (!tasks)
        return failure(tasks.error());
    for (const Task &task : *tasks) {
        if (task.state == TaskState::Waiting)
            return task.id == id ? Result<void>() : moveBefore(id, task.id);
    }
    return moveBefore(id, {});
}

Result<void> TaskQueue::moveBefore(TaskId id, TaskId next)
{
    const auto tasks = d->store.unendedTasks();
    if (!tasks)
        return failure(tasks.error());
    QList<TaskId> line;
    QHash<TaskId, qint64> before;
    qint64 place = 0;
    for (const Task &task : *tasks) {
        place = std::max(place, task.position);
        if (task.state != TaskState::Waiting)
            continue;
        line.append(task.id);
        before.insert(task.id, task.position);
    }
    for (const TaskId wanted : {id, next}) {
        if (!wanted || before.contains(wanted))
            continue;
        const auto task = d->store.task(wanted);
        return task ? Result<void>(wrongState(*task)) : failure(task.error());
    }
    if (id == next)
        return {};
    line.removeOne(id);
    line.insert(next ? line.indexOf(next) : line.size(), id);
    // The same places, handed out anew; where they ran together they are drawn apart.
    QList<qint64> places = before.values();
    std::sort(places.begin(), places.end());
    for (qsizetype i = 1; i < places.size(); ++i)
        places[i] = std::max(places[i], places[i - 1] + 1);
    QHash<TaskId, qint64> moved;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (before[line[i]] != places[i])
            moved.insert(line[i], places[i]);
    }
    if (moved.isEmpty())
        return {};
    if (auto set = d->store.setPositions(moved); !set)
        return set;
    Q_EMIT orderChanged();
    return {};
}

void TaskQueue::setPaused(bool paused)
{
    if (d->paused == paused)
        return;
    d->paused = paused;
    d->gate.setSubmitsOpen(!paused);
    d->scheduleSoon();
    Q_EMIT pausedChanged(paused);
}

bool TaskQueue::isPaused() const
{
    return d->paused;
}

} // namespace retake
