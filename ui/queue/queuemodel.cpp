// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queuemodel.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <tuple>

namespace retake {

namespace {

constexpr int loadedRows = 400; // of tasks, read and kept

// What goes on first, then what waits, both by their places; then what has ended, newest first.
std::tuple<int, qint64, qint64> placeKey(const TaskStanding &standing)
{
    if (isFinal(standing.state))
        return {2, -standing.id.value, 0};
    return {standing.state == TaskState::Waiting ? 1 : 0, standing.position, standing.id.value};
}

bool isNeeding(const TaskStanding &standing)
{
    return standing.waitsForClick || standing.state == TaskState::Failed ||
           standing.state == TaskState::Expired || standing.state == TaskState::Unclear;
}

bool isClearable(TaskState state)
{
    return state == TaskState::Done || state == TaskState::Cancelled;
}

bool isRunning(const TaskStanding &standing)
{
    return !isFinal(standing.state) && standing.state != TaskState::Waiting;
}

} // namespace

QueueModel::QueueModel(TaskQueue &queue, AccountBook &accounts, const Catalogue &catalogue, QObject *parent)
    : QAbstractListModel(parent)
    , m_queue(queue)
    , m_accounts(accounts)
    , m_catalogue(catalogue)
    , m_loaded(loadedRows)
    , m_tick(new QTimer(this))
{
    for (const TaskStanding &standing : m_queue.standings().value_or(QList<TaskStanding>())) {
        m_standings.insert(standing.id, standing);
        m_rows.append(standing.id);
        count(standing, 1);
    }
    std::sort(m_rows.begin(), m_rows.end(), [this](TaskId a, TaskId b) { return goesBefore(a, b); });
    m_tick->setInterval(std::chrono::seconds(1));
    connect(m_tick, &QTimer::timeout, this, &QueueModel::tick);
    connect(&m_queue, &TaskQueue::taskAdded, this, &QueueModel::add);
    connect(&m_queue, &TaskQueue::taskChanged, this, &QueueModel::refresh);
    connect(&m_queue, &TaskQueue::taskRemoved, this, &QueueModel::remove);
    connect(&m_queue, &TaskQueue::taskProgress, this, &QueueModel::setProgress);
    connect(&m_queue, &TaskQueue::orderChanged, this, &QueueModel::reorder);
    connect(&m_queue, &TaskQueue::refused, this, &QueueModel::refuse);
    connect(&m_queue, &TaskQueue::pausedChanged, this, [this] {
        redrawAll();
        Q_EMIT summaryChanged();
    });
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
    switch (role) {
    case Qt::DisplayRole:
        return view(index.row()).title;
    case ViewRole:
        return QVariant::fromValue(view(index.row()));
    }
    return {};
}

TaskView QueueModel::view(int at) const
{
    const Row *found = row(m_rows[at]);
    return found ? found->view : TaskView();
}

Task QueueModel::task(int at) const
{
    const Row *found = row(m_rows[at]);
    return found ? found->task : Task();
}

const TaskStanding &QueueModel::standing(int at) const
{
    return *m_standings.constFind(m_rows[at]);
}

bool QueueModel::hasSentence(int at) const
{
    const TaskStanding &one = standing(at);
    return isNeeding(one) && !one.waitsForClick;
}

int QueueModel::rowOf(TaskId id) const
{
    if (!m_standings.contains(id))
        return -1;
    const qsizetype at = placeOf(id);
    return at < m_rows.size() && m_rows[at] == id ? int(at) : -1;
}

bool QueueModel::goesBefore(TaskId one, TaskId other) const
{
    return placeKey(*m_standings.constFind(one)) < placeKey(*m_standings.constFind(other));
}

qsizetype QueueModel::placeOf(TaskId id) const
{
    const auto at = std::lower_bound(m_rows.cbegin(), m_rows.cend(), id,
                                     [this](TaskId a, TaskId b) { return goesBefore(a, b); });
    return at - m_rows.cbegin();
}

void QueueModel::count(const TaskStanding &standing, int by)
{
    const bool waits = standing.state == TaskState::Waiting;
    m_counts.all += by;
    m_counts.running += isRunning(standing) ? by : 0;
    m_counts.waiting += waits && !standing.waitsForClick ? by : 0;
    m_counts.forClick += standing.waitsForClick ? by : 0;
    m_counts.needing += isNeeding(standing) ? by : 0;
    m_counts.finished += standing.state == TaskState::Done ? by : 0;
    m_counts.retriable += standing.state == TaskState::Failed && !standing.markedLost ? by : 0;
    m_counts.clearable += isClearable(standing.state) ? by : 0;
}

bool QueueModel::isShown(const TaskStanding &standing) const
{
    if (!m_search.isEmpty() && !m_saying.contains(standing.id))
        return false;
    switch (m_filter) {
    case Filter::All:
        return true;
    case Filter::Running:
        return !isFinal(standing.state);
    case Filter::NeedYou:
        return isNeeding(standing);
    case Filter::Finished:
        return isClearable(standing.state);
    }
    return true;
}

void QueueModel::setFilter(Filter filter)
{
    m_filter = filter;
    refilter();
}

void QueueModel::setSearch(const QString &words)
{
    m_search = words.trimmed();
    m_saying.clear();
    if (!m_search.isEmpty()) {
        for (const TaskId id : m_queue.tasksSaying(m_search).value_or(QList<TaskId>()))
            m_saying.insert(id);
    }
    refilter();
}

// Another list, asked for by the person: all rows go, others come.
void QueueModel::refilter()
{
    if (!m_rows.isEmpty()) {
        beginRemoveRows({}, 0, int(m_rows.size()) - 1);
        m_rows.clear();
        endRemoveRows();
    }
    QList<TaskId> shown;
    for (const TaskStanding &standing : std::as_const(m_standings)) {
        if (isShown(standing))
            shown.append(standing.id);
    }
    if (shown.isEmpty())
        return;
    std::sort(shown.begin(), shown.end(), [this](TaskId a, TaskId b) { return goesBefore(a, b); });
    beginInsertRows({}, 0, int(shown.size()) - 1);
    m_rows = shown;
    endInsertRows();
}

// Lets the row follow its task: it moves, comes or goes as the order and the filter say.
void QueueModel::place(TaskId id, const TaskStanding &now)
{
    const int before = rowOf(id);
    const bool known = m_standings.contains(id);
    if (known) {
        const TaskStanding old = m_standings.value(id);
        if (old == now)
            return;
        count(old, -1);
        if (before >= 0 && isShown(now)) {
            m_rows.removeAt(before);
            m_standings.insert(id, now);
            const int after = int(placeOf(id));
            m_rows.insert(before, id); // as the views know it until they are told
            if (after != before) {
                beginMoveRows({}, before, before, {}, after > before ? after + 1 : after);
                m_rows.move(before, after);
                endMoveRows();
            }
            count(now, 1);
            return;
        }
        if (before >= 0) {
            beginRemoveRows({}, before, before);
            m_rows.removeAt(before);
            m_standings.insert(id, now);
            endRemoveRows();
            count(now, 1);
            return;
        }
    }
    m_standings.insert(id, now);
    count(now, 1);
    if (!isShown(now))
        return;
    const int at = int(placeOf(id));
    beginInsertRows({}, at, at);
    m_rows.insert(at, id);
    endInsertRows();
}

void QueueModel::add(TaskId id)
{
    if (m_standings.contains(id)) {
        refresh(id);
        return;
    }
    const auto task = m_queue.task(id);
    if (!task)
        return;
    const QString words = QString(task->order.title + u'\n' + task->order.prompt);
    if (!m_search.isEmpty() && words.contains(m_search, Qt::CaseInsensitive))
        m_saying.insert(id);
    place(id, {id, task->state, task->position, false, m_queue.waitsForClick(id)});
    watchTheTime();
    Q_EMIT summaryChanged();
}

void QueueModel::refresh(TaskId id)
{
    const auto task = m_queue.task(id);
    if (!m_standings.contains(id) || !task)
        return;
    const TaskStanding old = m_standings.value(id);
    if (task->state != old.state) {
        m_progress.remove(id);
        m_refusals.remove(id);
        if (isFinal(task->state))
            m_usual.clear();
    }
    const bool lost =
        task->state == TaskState::Failed && task->error && task->error->kind == ErrorKind::MarkedLost;
    const bool waits = task->state == TaskState::Waiting && m_queue.waitsForClick(id);
    if (Row *known = m_loaded.object(id))
        known->task = *task;
    place(id, {id, task->state, task->position, lost, waits});
    redraw(id);
    watchTheTime();
    Q_EMIT summaryChanged();
}

void QueueModel::remove(TaskId id)
{
    if (!m_standings.contains(id))
        return;
    const int at = rowOf(id);
    if (at >= 0) {
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
    }
    count(m_standings.take(id), -1);
    m_loaded.remove(id);
    m_progress.remove(id);
    m_refusals.remove(id);
    if (at >= 0)
        endRemoveRows();
    watchTheTime();
    Q_EMIT summaryChanged();
}

// The places of those that wait have changed: each row that stands elsewhere now is moved there.
void QueueModel::reorder()
{
    const auto standings = m_queue.standings();
    if (!standings)
        return;
    const auto isWaiting = [this](TaskId id) { return m_standings.value(id).state == TaskState::Waiting; };
    const auto first = std::find_if(m_rows.cbegin(), m_rows.cend(), isWaiting);
    const auto last = std::find_if_not(first, m_rows.cend(), isWaiting);
    const qsizetype from = first - m_rows.cbegin();
    const QList<TaskId> before(first, last);
    for (const TaskStanding &standing : *standings) {
        if (isWaiting(standing.id) && standing.state == TaskState::Waiting) {
            m_standings[standing.id].position = standing.position;
            if (Row *known = m_loaded.object(standing.id))
                known->task.position = standing.position;
        }
    }
    QList<TaskId> wanted = before;
    std::sort(wanted.begin(), wanted.end(), [this](TaskId a, TaskId b) { return goesBefore(a, b); });
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const qsizetype row = from + i;
        while (m_rows[row] != wanted[i]) {
            // One that goes down is moved itself, rather than all those that it lets pass.
            const bool down = row + 1 < m_rows.size() && m_rows[row + 1] == wanted[i];
            const qsizetype source = down ? row : m_rows.indexOf(wanted[i], row);
            const qsizetype target = down ? from + wanted.indexOf(m_rows[row]) : row;
            beginMoveRows({}, int(source), int(source), {}, int(target > source ? target + 1 : target));
            m_rows.move(source, target);
            endMoveRows();
        }
    }
}

} // namespace retake
