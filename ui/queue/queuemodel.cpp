// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queuemodel.h"

#include "session/accountbook.h"
#include "ui/order/enginename.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <vector>

namespace retake {

namespace {

constexpr int endedRows = 60; // older ended tasks stay in the store and out of the window

bool asksForNothing(TaskState state)
{
    return state == TaskState::Done || state == TaskState::Cancelled;
}

} // namespace

QueueModel::QueueModel(TaskQueue &queue, AccountBook &accounts, const Catalogue &catalogue, QObject *parent)
    : QAbstractListModel(parent)
    , m_queue(queue)
    , m_accounts(accounts)
    , m_catalogue(catalogue)
    , m_tick(new QTimer(this))
{
    const auto tasks = m_queue.tasks();
    int ended = 0;
    for (const Task &task : tasks ? *tasks : QList<Task>()) {
        if (asksForNothing(task.state) && ++ended > endedRows)
            continue;
        if (!isFinal(task.state) && !isSubmitted(task.state))
            m_held.insert(task.id);
        m_rows.append(Row{task, {}, {}});
    }
    for (Row &row : m_rows)
        row.view = look(row);
    m_tick->setInterval(std::chrono::seconds(1));
    connect(m_tick, &QTimer::timeout, this, &QueueModel::tick);
    connect(&m_queue, &TaskQueue::taskAdded, this, &QueueModel::add);
    connect(&m_queue, &TaskQueue::taskChanged, this, &QueueModel::refresh);
    connect(&m_queue, &TaskQueue::taskRemoved, this, &QueueModel::remove);
    connect(&m_queue, &TaskQueue::taskProgress, this, &QueueModel::setProgress);
    watchTheTime();
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TaskView &view = m_rows[index.row()].view;
    switch (role) {
    case Qt::DisplayRole:
        return view.title;
    case ViewRole:
        return QVariant::fromValue(view);
    }
    return {};
}

int QueueModel::rowOf(TaskId id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].task.id == id)
            return row;
    }
    return -1;
}

void QueueModel::release(TaskId id)
{
    m_held.remove(id);
    if (const int row = rowOf(id); row >= 0)
        redraw(row);
}

void QueueModel::add(TaskId id)
{
    const auto task = m_queue.task(id);
    if (!task || rowOf(id) >= 0)
        return;
    beginInsertRows({}, 0, 0);
    m_rows.prepend(Row{*task, {}, {}});
    m_rows.first().view = look(m_rows.first());
    endInsertRows();
    watchTheTime();
    Q_EMIT summaryChanged();
}

void QueueModel::refresh(TaskId id)
{
    const int row = rowOf(id);
    const auto task = m_queue.task(id);
    if (row < 0 || !task)
        return;
    if (task->state != m_rows[row].task.state)
        m_rows[row].progress = {};
    if (task->state != TaskState::Waiting)
        m_held.remove(id);
    m_rows[row].task = *task;
    redraw(row);
    watchTheTime();
    Q_EMIT summaryChanged();
}

void QueueModel::remove(TaskId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    m_held.remove(id);
    watchTheTime();
    Q_EMIT summaryChanged();
}

void QueueModel::setProgress(TaskId id, const TaskProgress &progress)
{
    if (const int row = rowOf(id); row >= 0) {
        m_rows[row].progress = progress;
        redraw(row);
    }
}

void QueueModel::tick()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].view.running)
            redraw(row);
    }
}

void QueueModel::redraw(int row)
{
    TaskView now = look(m_rows[row]);
    if (now == m_rows[row].view)
        return;
    m_rows[row].view = std::move(now);
    Q_EMIT dataChanged(index(row), index(row));
}

TaskView QueueModel::look(const Row &row) const
{
    TaskCircumstances around;
    around.now = QDateTime::currentDateTimeUtc();
    around.progress = row.progress;
    around.held = m_held.contains(row.task.id);
    if (!isFinal(row.task.state))
        around.usual = usualTime(row.task.order);
    const ModelSpec *model = m_catalogue.model(row.task.order.model);
    const Account account = m_accounts.account(row.task.order.account);
    around.engine = model ? engineName(account, *model, m_catalogue) : row.task.order.model;
    return viewOf(row.task, around);
}

// The middle of what the last such tasks took.
std::optional<std::chrono::seconds> QueueModel::usualTime(const Order &order) const
{
    std::vector<qint64> took;
    for (const Row &row : m_rows) {
        if (row.task.state == TaskState::Done && row.task.order.model == order.model &&
            row.task.order.account == order.account && row.task.submittedAt.isValid())
            took.push_back(row.task.submittedAt.secsTo(row.task.finishedAt));
        if (took.size() == 9)
            break;
    }
    if (took.empty())
        return std::nullopt;
    const auto middle = took.begin() + std::ptrdiff_t(took.size() / 2);
    std::nth_element(took.begin(), middle, took.end());
    return std::chrono::seconds(*middle);
}

void QueueModel::watchTheTime()
{
    const bool wanted =
        std::any_of(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return row.view.running; });
    if (wanted && !m_tick->isActive())
        m_tick->start();
    else if (!wanted)
        m_tick->stop();
}

} // namespace retake
