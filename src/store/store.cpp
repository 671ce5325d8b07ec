// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/database.h"
#include "store/migrations.h"
#include "store/rows.h"

namespace retake {

namespace {

QString placeholders(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(u',');
}

Result<Task> readTask(const Database &database, TaskId id)
{
    auto row = database.run(QString(u"SELECT id, " + taskColumns() + u" FROM task WHERE id=?"), {id.value});
    if (!row)
        return failure(row.error());
    if (!row->next())
        return failure(ErrorKind::NoSuchTask, {QString::number(id.value)});
    return taskFromRow(*row);
}

Result<void> logState(const Database &database, const Task &task)
{
    const QString cause = task.error ? errorKindName(task.error->kind) : QStringLiteral("");
    QString requestId = task.error ? task.error->requestId : task.createRequestId;
    if (requestId.isNull())
        requestId = QStringLiteral("");
    const auto logged = database.run(
        QStringLiteral("INSERT INTO event (task, at, state, cause, request_id) VALUES (?,?,?,?,?)"),
        {task.id.value, timeToColumn(task.changedAt.isValid() ? task.changedAt : task.createdAt),
         taskStateName(task.state), cause, requestId});
    if (!logged)
        return failure(logged.error());
    return {};
}

// Inside a transaction.
Result<void> writeTask(const Database &database, const Task &task)
{
    const auto before = readTask(database, task.id);
    if (!before)
        return failure(before.error());
    if (before->state != task.state && !mayFollow(before->state, task.state))
        return failure(ErrorKind::WrongState, {QString::number(task.id.value), taskStateName(before->state)});
    const QString assignments = taskColumns().replace(QStringLiteral(", "), QStringLiteral("=?, ")) + u"=?";
    QVariantList values = taskValues(task);
    values.append(task.id.value);
    if (const auto updated =
            database.run(QString(u"UPDATE task SET " + assignments + u" WHERE id=?"), values);
        !updated)
        return failure(updated.error());
    if (before->state != task.state || before->error != task.error)
        return logState(database, task);
    return {};
}

} // namespace

Store::Store(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &file)
{
    auto database = Database::open(file);
    if (!database)
        return failure(database.error());
    return std::unique_ptr<Store>(new Store(std::move(*database)));
}

Result<Task> Store::insertTask(const Task &task)
{
    const auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return failure(transaction.error());
    const QVariantList values = taskValues(task);
    const auto inserted = m_database->run(
        QString(u"INSERT INTO task (" + taskColumns() + u") VALUES (" + placeholders(values.size()) + u')'),
        values);
    if (!inserted)
        return failure(inserted.error());
    Task stored = task;
    stored.id = {inserted->lastInsertId().toLongLong()};
    if (const auto logged = logState(*m_database, stored); !logged)
        return failure(logged.error());
    if (const auto committed = (*transaction)->commit(); !committed)
        return failure(committed.error());
    return stored;
}

Result<void> Store::updateTask(const Task &task)
{
    const auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return failure(transaction.error());
    if (const auto written = writeTask(*m_database, task); !written)
        return written;
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
    if (const auto written = writeTask(*m_database, done); !written)
        return failure(written.error());
    if (const auto committed = (*transaction)->commit(); !committed)
        return failure(committed.error());
    return id;
}

Result<Task> Store::task(TaskId id) const
{
    return readTask(*m_database, id);
}

Result<QList<Task>> Store::tasks() const
{
    auto rows = m_database->run(QString(u"SELECT id, " + taskColumns() + u" FROM task ORDER BY id DESC"));
    if (!rows)
        return failure(rows.error());
    QList<Task> list;
    while (rows->next())
        list.append(taskFromRow(*rows));
    return list;
}

Result<void> Store::removeTask(TaskId id)
{
    const auto removed = m_database->run(QStringLiteral("DELETE FROM task WHERE id=?"), {id.value});
    if (!removed)
        return failure(removed.error());
    if (removed->numRowsAffected() == 0)
        return failure(ErrorKind::NoSuchTask, {QString::number(id.value)});
    return {};
}

Result<QList<TaskEvent>> Store::events(TaskId id) const
{
    auto rows = m_database->run(
        QStringLiteral("SELECT at, state, cause, request_id FROM event WHERE task=? ORDER BY id"),
        {id.value});
    if (!rows)
        return failure(rows.error());
    QList<TaskEvent> list;
    while (rows->next())
        list.append({id, timeFromColumn(rows->value(0)),
                     taskStateFromName(rows->value(1).toString()).value_or(TaskState::Unclear),
                     rows->value(2).toString(), rows->value(3).toString()});
    return list;
}

int Store::schemaVersion() const
{
    return int(migrations().size()); // open() brings every file to this
}

} // namespace retake
