// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of the queue say, and when they say it anew.
#include "ui/queue/queuemodel.h"

#include "session/accountbook.h"
#include "ui/order/enginename.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <vector>

namespace retake {

namespace {

constexpr size_t usualSamples = 9;
constexpr size_t usualDepth = 60; // so many ended tasks are looked at for the usual time

} // namespace

// Read when it is wanted for the first time, or again after long.
QueueModel::Row *QueueModel::row(TaskId id) const
{
    if (Row *known = m_loaded.object(id))
        return known;
    const auto task = m_queue.task(id);
    if (!task)
        return nullptr;
    ++m_rowsRead;
    auto *read = new Row{*task, {}};
    read->view = look(*task);
    m_loaded.insert(id, read);
    return read;
}

void QueueModel::refuse(TaskId id, const Error &error)
{
    if (!m_standings.contains(id))
        return;
    m_refusals.insert(id, error);
    redraw(id);
}

void QueueModel::setProgress(TaskId id, const TaskProgress &progress)
{
    if (!m_standings.contains(id))
        return;
    m_progress.insert(id, progress);
    redraw(id);
}

void QueueModel::tick()
{
    for (const TaskId id : m_loaded.keys()) {
        if (m_loaded.object(id)->view.running)
            redraw(id);
    }
}

void QueueModel::redrawAll()
{
    for (const TaskId id : m_loaded.keys())
        redraw(id);
}

// Of a row that nobody has asked for yet there is nothing to redraw.
void QueueModel::redraw(TaskId id)
{
    Row *known = m_loaded.object(id);
    if (!known)
        return;
    TaskView now = look(known->task);
    if (now == known->view)
        return;
    known->view = std::move(now);
    if (const int at = rowOf(id); at >= 0)
        Q_EMIT dataChanged(index(at), index(at));
}

TaskView QueueModel::look(const Task &task) const
{
    TaskCircumstances around;
    around.now = QDateTime::currentDateTimeUtc();
    around.progress = m_progress.value(task.id);
    around.held = m_standings.value(task.id).waitsForClick;
    around.paused = m_queue.isPaused();
    around.elsewhere = m_queue.isElsewhere(task.id);
    around.looking = task.state == TaskState::Unclear && m_queue.isLooking(task.id);
    around.canLook = task.state != TaskState::Unclear || m_queue.canLook(task.id);
    if (const auto refusal = m_refusals.constFind(task.id); refusal != m_refusals.cend())
        around.refusal = *refusal;
    if (!isFinal(task.state))
        around.usual = usualTime(task.order);
    const ModelSpec *model = m_catalogue.model(task.order.model);
    const Account account = m_accounts.account(task.order.account);
    around.engine = model ? engineName(account, *model, m_catalogue) : task.order.model;
    if (model)
        around.model = *model;
    return viewOf(task, around);
}

// The middle of what the last such tasks took; kept until another one ends.
std::optional<std::chrono::seconds> QueueModel::usualTime(const Order &order) const
{
    const QString key = QString(order.account + u' ' + order.model);
    if (const auto known = m_usual.constFind(key); known != m_usual.cend())
        return *known;
    std::vector<TaskId> done;
    for (const TaskStanding &standing : m_standings) {
        if (standing.state == TaskState::Done)
            done.push_back(standing.id);
    }
    const auto newest = done.begin() + std::ptrdiff_t(std::min(done.size(), usualDepth));
    std::partial_sort(done.begin(), newest, done.end(), [](TaskId a, TaskId b) { return a.value > b.value; });
    std::vector<qint64> took;
    for (auto it = done.begin(); it != newest && took.size() < usualSamples; ++it) {
        const auto task = m_queue.task(*it);
        if (task && task->order.model == order.model && task->order.account == order.account &&
            task->submittedAt.isValid())
            took.push_back(task->submittedAt.secsTo(task->finishedAt));
    }
    std::optional<std::chrono::seconds> usual;
    if (!took.empty()) {
        const auto middle = took.begin() + std::ptrdiff_t(took.size() / 2);
        std::nth_element(took.begin(), middle, took.end());
        usual = std::chrono::seconds(*middle);
    }
    m_usual.insert(key, usual);
    return usual;
}

void QueueModel::watchTheTime()
{
    const bool wanted = m_counts.running + m_counts.waiting > 0;
    if (wanted && !m_tick->isActive())
        m_tick->start();
    else if (!wanted)
        m_tick->stop();
}

} // namespace retake
