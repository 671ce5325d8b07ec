// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "base/paths.h"
#include "store/database.h"
#include "store/migrations.h"
#include "store/opening.h"
#include "store/rows.h"

#include <QFileInfo>
#include <QRandomGenerator>

namespace retake {

namespace {

Result<Task> readTask(const Database &database, TaskId id)
{
    auto row = database.run(QString(u"SELECT id, " + taskColumns() + u" FROM task WHERE id=?"), {id.value});
    if (!row)
        return failure(row.error());
    if (!row->next())
        return failure(ErrorKind::NoSuchTask, {QString::number(id.value)});
    return taskFromRow(*row);
}

Result<QList<Task>> tasksWhere(const Database &database, const QString &condition,
                               const QVariantList &values = {})
{
    auto rows =
        database.run(QString(u"SELECT id, " + taskColumns() + u" FROM task WHERE " + condition), values);
    if (!rows)
        return failure(rows.error());
    QList<Task> list;
    while (rows->next())
        list.append(taskFromRow(*rows));
    return list;
}

Result<void> logState(const Database &database, const Task &task, const QDateTime &at, qint64 writer)
{
    const QString cause = task.error ? errorKindName(task.error->kind) : QStringLiteral("");
    QString requestId = task.error ? task.error->requestId : task.createRequestId;
    if (requestId.isNull())
        requestId = QStringLiteral("");
    const auto logged = database.run(
        QStringLiteral("INSERT INTO event (task, at, state, cause, request_id, writer) VALUES (?,?,?,?,?,?)"),
        {task.id.value, timeToColumn(at), taskStateName(task.state), cause, requestId, writer});
    if (!logged)
        return failure(logged.error());
    return {};
}

Result<QList<TaskId>> idsOf(Result<QSqlQuery> rows)
{
    if (!rows)
        return failure(rows.error());
    QList<TaskId> list;
    while (rows->next())
        list.append(TaskId{rows->value(0).toLongLong()});
    return list;
}

QDateTime changeOf(const Task &task)
{
    return task.changedAt.isValid() ? task.changedAt : task.createdAt;
}

// Inside a transaction.
Result<void> writeTask(const Database &database, const Task &task, const QDateTime &at, qint64 writer)
{
    const auto before = readTask(database, task.id);
    if (!before)
        return failure(before.error());
    if (before->state != task.state && !mayFollow(before->state, task.state))
        return failure(ErrorKind::WrongState, {QString::number(task.id.value), taskStateName(before->state)});
    // The money rule's last line of defence: `submitting` without a refusal beside it is a request that
    // flies.
    const bool flies = before->state == TaskState::Submitting && !before->error;
    if (flies && task.state == TaskState::Submitting && !task.error)
        return failure(ErrorKind::WrongState, {QString::number(task.id.value), taskStateName(before->state)});
    const QString assignments = taskColumns().replace(QStringLiteral(", "), QStringLiteral("=?, ")) + u"=?";
    QVariantList values = taskValues(task);
    values.append(task.id.value);
    if (const auto updated =
            database.run(QString(u"UPDATE task SET " + assignments + u" WHERE id=?"), values);
        !updated)
        return failure(updated.error());
    if (before->state != task.state || before->error != task.error)
        return logState(database, task, at, writer);
    return {};
}

} // namespace

Store::Store(OpenedLibrary opened)
    : m_use(std::move(opened.use))
    , m_database(std::move(opened.database))
    , m_openReport(opened.report)
    , m_receipts(Paths(QFileInfo(m_database->file()).absolutePath()).receiptsDir())
    , m_writer(qint64(QRandomGenerator::system()->generate64() >> 1U))
{}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &file, const QDateTime &now)
{
    auto opened = openLibrary(file, now.isValid() ? now : QDateTime::currentDateTimeUtc());
    if (!opened)
        return failure(opened.error());
    return std::unique_ptr<Store>(new Store(std::move(*opened)));
}

void Store::noteReceipts(const QList<TaskId> &ids)
{
    QSet<TaskId> due = std::exchange(m_owedReceipts, {});
    due.unite(QSet<TaskId>(ids.begin(), ids.end()));
    m_receiptError.reset();
    for (const TaskId id : std::as_const(due)) {
        if (auto written = m_receipts.write(*m_database, id); !written) {
            m_owedReceipts.insert(id);
            m_receiptError = written.error();
        }
    }
}

std::optional<Receipt> Store::receipt(TaskId id) const
{
    return m_receipts.read(id);
}

Result<Task> Store::insertTask(const Task &task)
{
    const auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return failure(transaction.error());
    Task stored = task;
    if (stored.position == 0) {
        const auto last = lastPosition();
        if (!last)
            return failure(last.error());
        stored.position = *last + 1;
    }
    const QVariantList values = taskValues(stored);
    const auto inserted = m_database->run(
        QString(u"INSERT INTO task (" + taskColumns() + u") VALUES (" + placeholders(values.size()) + u')'),
        values);
    if (!inserted)
        return failure(inserted.error());
    stored.id = {inserted->lastInsertId().toLongLong()};
    if (const auto logged = logState(*m_database, stored, changeOf(stored), m_writer); !logged)
        return failure(logged.error());
    if (const auto committed = (*transaction)->commit(); !committed)
        return failure(committed.error());
    noteReceipts({stored.id}); // an imported one is at the service already
    return stored;
}

Result<void> Store::updateTask(const Task &task, const QDateTime &at)
{
    const auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return failure(transaction.error());
    if (const auto written = writeTask(*m_database, task, at.isValid() ? at : changeOf(task), m_writer);
        !written)
        return written;
    if (auto committed = (*transaction)->commit(); !committed)
        return committed;
    noteReceipts({task.id});
    return {};
}

Result<void> Store::setPositions(const QHash<TaskId, qint64> &positions)
{
    const auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return failure(transaction.error());
    for (auto it = positions.cbegin(); it != positions.cend(); ++it) {
        const auto set = m_database->run(QStringLiteral("UPDATE task SET position=? WHERE id=?"),
                                         {it.value(), it.key().value});
        if (!set)
            return failure(set.error());
        if (set->numRowsAffected() == 0)
            return failure(ErrorKind::NoSuchTask, {QString::number(it.key().value)});
    }
    return (*transaction)->commit();
}

Result<TakeId> Store::finishTask(const Task &task, const Take &take)
{
    const auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return failure(transaction.error());
    const QVariantList values = takeValues(take);
    const auto inserted = m_database->run(
        QString(u"INSERT INTO take (" + takeColumns() + u") VALUES (" + placeholders(values.size()) + u')'),
        values);
    if (!inserted)
        return failure(inserted.error());
    const TakeId id{inserted->lastInsertId().toLongLong()};
    Task done = task;
    done.take = id;
    if (const auto written = writeTask(*m_database, done, changeOf(done), m_writer); !written)
        return failure(written.error());
    if (const auto committed = (*transaction)->commit(); !committed)
        return failure(committed.error());
    noteReceipts({done.id});
    return id;
}

Result<Task> Store::task(TaskId id) const
{
    return readTask(*m_database, id);
}

Result<QList<Task>> Store::tasks() const
{
    return tasksWhere(*m_database, QStringLiteral("1 ORDER BY id DESC"));
}

Result<QList<TaskId>> Store::taskIds() const
{
    return idsOf(m_database->run(QStringLiteral("SELECT id FROM task ORDER BY id DESC")));
}

Result<QList<TaskId>> Store::waitingIds() const
{
    return idsOf(m_database->run(QStringLiteral("SELECT id FROM task WHERE state=? ORDER BY position, id"),
                                 {taskStateName(TaskState::Waiting)}));
}

Result<QList<TaskStanding>> Store::standings() const
{
    auto rows = m_database->run(
        QStringLiteral("SELECT id, state, position, CASE WHEN state='failed' AND error IS NOT NULL THEN "
                       "json_extract(error, '$.kind') END FROM task ORDER BY id DESC"));
    if (!rows)
        return failure(rows.error());
    QList<TaskStanding> list;
    while (rows->next())
        list.append({TaskId{rows->value(0).toLongLong()},
                     taskStateFromName(rows->value(1).toString()).value_or(TaskState::Failed),
                     rows->value(2).toLongLong(),
                     rows->value(3).toString() == errorKindName(ErrorKind::MarkedLost), false});
    return list;
}

Result<QList<TaskId>> Store::tasksSaying(const QString &words) const
{
    QString pattern = words;
    for (const char16_t sign : {u'\\', u'%', u'_'})
        pattern.replace(QChar(sign), QString(u'\\' + QString(QChar(sign))));
    const QString said = u'%' + pattern + u'%';
    return idsOf(m_database->run(
        QStringLiteral("SELECT id FROM task WHERE json_extract(order_json, '$.prompt') LIKE ? ESCAPE '\\'"
                       " OR json_extract(order_json, '$.title') LIKE ? ESCAPE '\\' ORDER BY id DESC"),
        {said, said}));
}

Result<QList<Task>> Store::unendedTasks() const
{
    QVariantList states;
    for (const TaskState state :
         {TaskState::Waiting, TaskState::Conforming, TaskState::Uploading, TaskState::Submitting,
          TaskState::Queued, TaskState::Rendering, TaskState::Downloading})
        states.append(taskStateName(state));
    return tasksWhere(*m_database,
                      QString(u"state IN (" + placeholders(states.size()) + u") ORDER BY position, id"),
                      states);
}

Result<QList<Task>> Store::tasksIn(TaskState state) const
{
    return tasksWhere(*m_database, QStringLiteral("state=? ORDER BY id DESC"), {taskStateName(state)});
}

Result<QList<Task>> Store::failedAfterSending() const
{
    return tasksWhere(*m_database, QStringLiteral("state=? AND remote_id<>'' ORDER BY id DESC"),
                      {taskStateName(TaskState::Failed)});
}

Result<std::optional<Task>> Store::taskByRemoteId(const QString &remoteId) const
{
    const auto found =
        tasksWhere(*m_database, QStringLiteral("remote_id=? ORDER BY id DESC LIMIT 1"), {remoteId});
    if (!found)
        return failure(found.error());
    return found->isEmpty() || remoteId.isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<qint64> Store::lastPosition() const
{
    auto row = m_database->run(QStringLiteral("SELECT coalesce(max(position), 0) FROM task"));
    if (!row)
        return failure(row.error());
    return row->next() ? row->value(0).toLongLong() : 0;
}

Result<void> Store::removeTask(TaskId id)
{
    const auto removed = m_database->run(QStringLiteral("DELETE FROM task WHERE id=?"), {id.value});
    if (!removed)
        return failure(removed.error());
    if (removed->numRowsAffected() == 0)
        return failure(ErrorKind::NoSuchTask, {QString::number(id.value)});
    m_receipts.markCleared({id});
    return {};
}

Result<void> Store::removeTasks(const QList<TaskId> &ids)
{
    const auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return failure(transaction.error());
    for (const TaskId id : ids) {
        if (const auto removed = m_database->run(QStringLiteral("DELETE FROM task WHERE id=?"), {id.value});
            !removed)
            return failure(removed.error());
    }
    if (auto committed = (*transaction)->commit(); !committed)
        return committed;
    m_receipts.markCleared(ids);
    return {};
}

int Store::schemaVersion() const
{
    return int(migrations().size()); // open() brings every file to this
}

} // namespace retake
