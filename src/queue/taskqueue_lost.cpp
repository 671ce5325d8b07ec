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

// Accounts are called by their service: "bigmodel", "practice-bigmodel"; "practice" is the first one's.
QString firstModelOf(const Catalogue &catalogue, const QString &account)
{
    for (const ModelSpec &model : catalogue.models()) {
        if (account.endsWith(model.service))
            return model.id;
    }
    return catalogue.models().isEmpty() ? QString() : catalogue.models().constFirst().id;
}

} // namespace

void TaskQueue::Private::seekLost()
{
    lost = std::make_unique<LostTasks>(house, catalogue, [this](TaskId id, const RemoteTask &found) {
        return adopt(id, found.remoteId, found.requestId);
    });
    LostTasks *const seeker = lost.get();
    QObject::connect(q, &TaskQueue::taskChanged, seeker, &LostTasks::follow);
    QObject::connect(q, &TaskQueue::taskRemoved, seeker, &LostTasks::follow);
    QObject::connect(seeker, &LostTasks::looked, q, &TaskQueue::taskChanged);
    QObject::connect(seeker, &LostTasks::foundElsewhere, q, [this](TaskId id) {
        watch(); // how it goes on is told there
        elsewhere.insert(id);
        Q_EMIT q->taskChanged(id);
    });
}

Result<void> TaskQueue::Private::adopt(TaskId id, const QString &remoteId, const QString &requestId)
{
    auto held = seat(id);
    if (!held)
        return failure(held.error());
    Task &task = held->task;
    if (task.state != TaskState::Unclear)
        return wrongState(task);
    const auto known = store.taskByRemoteId(remoteId);
    if (!known)
        return failure(known.error());
    if (*known)
        return failure(ErrorKind::TaskKnown, {QString::number((*known)->id.value)});
    task.state = TaskState::Queued;
    task.remoteId = remoteId;
    if (!requestId.isEmpty())
        task.createRequestId = requestId;
    task.error.reset();
    task.changedAt = house.clock.now();
    task.finishedAt = {};
    if (auto written = store.updateTask(task); !written)
        return written;
    add(std::move(*held))->resume();
    Q_EMIT q->taskChanged(id);
    return {};
}

Result<void> TaskQueue::lookAgain(TaskId id)
{
    const auto task = d->store.task(id);
    if (!task)
        return failure(task.error());
    if (task->state != TaskState::Unclear)
        return wrongState(*task);
    if (!d->lost->canLook(*task))
        return failure(ErrorKind::NoTaskList);
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

bool TaskQueue::canLook(TaskId id) const
{
    const auto task = d->store.task(id);
    return task && d->lost->canLook(*task);
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
    const QString wanted = remoteId.trimmed();
    if (!isRemoteId(wanted))
        return failure(ErrorKind::BadParameter, {QStringLiteral("task"), remoteId});
    QString requestId;
    for (const RemoteCandidate &candidate : candidates(id)) {
        if (candidate.row.remoteId == wanted)
            requestId = candidate.row.requestId;
    }
    return d->adopt(id, wanted, requestId);
}

void TaskQueue::queryInTurn(const QString &account, const ModelSpec &model, QObject *context,
                            std::function<void()> ask)
{
    d->gate.wait(account, ServiceGate::Ask::Query, model.queriesPerSecond, ServiceGate::Turn::Soon, context,
                 std::move(ask));
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
    if (model.isEmpty())
        task.order.model = firstModelOf(d->catalogue, account);
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
