// SPDX-License-Identifier: GPL-3.0-or-later
// What may be lost, and what comes from elsewhere.
#include "queue/losttasks.h"
#include "queue/taskqueue_p.h"
#include "store/store.h"

#include <algorithm>

namespace retake {

namespace {

// The services' ids are UUIDs; whatever else may come is at least a word without blanks and slashes.
bool isRemoteId(const QString &text)
{
    constexpr qsizetype longest = 128;
    return !text.isEmpty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || QStringView(u"-_.:").contains(c));
    });
}

} // namespace

void TaskQueue::Private::seekLost()
{
    lost = std::make_unique<LostTasks>(house, catalogue, [this](const Task &task) { return adopt(task); });
    LostTasks *const seeker = lost.get();
    QObject::connect(q, &TaskQueue::taskChanged, seeker, &LostTasks::follow);
    QObject::connect(q, &TaskQueue::taskRemoved, seeker, &LostTasks::follow);
    QObject::connect(seeker, &LostTasks::looked, q, &TaskQueue::taskChanged);
}

// Under its lock: another program may look for the same one.
Result<void> TaskQueue::Private::adopt(const Task &found)
{
    auto free = seat(found.id);
    if (!free)
        return failure(free.error());
    if (free->task.state != TaskState::Unclear)
        return wrongState(free->task);
    if (auto written = store.updateTask(found); !written)
        return written;
    free->task = found;
    add(std::move(*free))->resume();
    Q_EMIT q->taskChanged(found.id);
    return {};
}

Result<Task> TaskQueue::Private::unclearTask(TaskId id) const
{
    auto task = store.task(id);
    if (task && task->state != TaskState::Unclear)
        return wrongState(*task);
    return task;
}

Result<void> TaskQueue::lookAgain(TaskId id)
{
    if (const auto task = d->unclearTask(id); !task)
        return failure(task.error());
    d->lost->look(id);
    return {};
}

Result<void> TaskQueue::markLost(TaskId id)
{
    auto seat = d->seat(id);
    if (!seat)
        return failure(seat.error());
    Task &task = seat->task;
    if (task.state != TaskState::Unclear)
        return wrongState(task);
    task.state = TaskState::Failed;
    task.error = Error{ErrorKind::MarkedLost, {}, {}, {}, task.createRequestId, 0, std::nullopt};
    return d->writeAndTell(task);
}

bool TaskQueue::isLooking(TaskId id) const
{
    return d->lost->isLooking(id);
}

QList<RemoteCandidate> TaskQueue::candidates(TaskId id) const
{
    return d->lost->candidates(id);
}

Result<void> TaskQueue::adopt(TaskId id, const QString &remoteId)
{
    const auto task = d->unclearTask(id);
    if (!task)
        return failure(task.error());
    const QString wanted = remoteId.trimmed();
    if (!isRemoteId(wanted))
        return failure(ErrorKind::BadParameter, {QStringLiteral("task"), remoteId});
    QString requestId;
    for (const RemoteCandidate &candidate : candidates(id)) {
        if (candidate.row.remoteId == wanted)
            requestId = candidate.row.requestId;
    }
    return d->lost->adopt(*task, wanted, requestId);
}

Result<TaskId> TaskQueue::importTask(const QString &account, const QString &model, const QString &remoteId,
                                     const RemoteOrigin &origin)
{
    const QString wanted = remoteId.trimmed();
    if (!isRemoteId(wanted))
        return failure(ErrorKind::BadParameter, {QStringLiteral("task"), remoteId});
    const auto known = d->store.taskByRemoteId(wanted);
    if (!known)
        return failure(known.error());
    if (*known)
        return failure(ErrorKind::TaskKnown, {QString::number((*known)->id.value)});
    const auto lost = d->lost->taskFor(account, wanted, origin.prompt);
    if (!lost)
        return failure(lost.error());
    if (*lost) {
        if (auto adopted = adopt((*lost)->id, wanted); !adopted)
            return failure(adopted.error());
        return (*lost)->id;
    }
    Task task;
    task.state = TaskState::Queued;
    task.order.account = account;
    task.order.model = model;
    if (model.isEmpty() && !d->catalogue.models().isEmpty())
        task.order.model = d->catalogue.models().constFirst().id;
    task.order.prompt = origin.prompt;
    task.remoteId = wanted;
    task.createdAt = d->house.clock.now();
    task.changedAt = task.createdAt;
    // From when on the service keeps it; where nobody has told, it is younger than this says.
    task.submittedAt = origin.made.isValid() ? origin.made : task.createdAt;
    const auto stored = d->store.insertTask(task);
    if (!stored)
        return failure(stored.error());
    if (auto seat = d->seat(stored->id))
        d->add(std::move(*seat))->resume();
    Q_EMIT taskAdded(stored->id);
    return stored->id;
}

} // namespace retake
