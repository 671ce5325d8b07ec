// SPDX-License-Identifier: GPL-3.0-or-later
// The store's memory: the log, what other programs have written in it, and the queue's own notes.
#include "store/database.h"
#include "store/rows.h"
#include "store/store.h"

#include <QSqlQuery>

namespace retake {

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

Result<bool> Store::changedElsewhere()
{
    auto row = m_database->run(QStringLiteral("PRAGMA data_version"));
    if (!row)
        return failure(row.error());
    const qint64 version = row->next() ? row->value(0).toLongLong() : 0;
    const bool changed = m_dataVersion >= 0 && version != m_dataVersion;
    m_dataVersion = version;
    return changed;
}

Result<Store::News> Store::newsSince(qint64 event) const
{
    auto rows = m_database->run(
        QStringLiteral("SELECT task, max(id) FROM event WHERE id>? AND writer<>? GROUP BY task ORDER BY 2"),
        {event, m_writer});
    if (!rows)
        return failure(rows.error());
    News news;
    news.lastEvent = event;
    while (rows->next()) {
        news.tasks.append(TaskId{rows->value(0).toLongLong()});
        news.lastEvent = rows->value(1).toLongLong();
    }
    return news;
}

Result<qint64> Store::lastEvent() const
{
    auto row = m_database->run(QStringLiteral("SELECT coalesce(max(id), 0) FROM event"));
    if (!row)
        return failure(row.error());
    return row->next() ? row->value(0).toLongLong() : 0;
}

Result<QString> Store::setting(const QString &name) const
{
    auto row = m_database->run(QStringLiteral("SELECT value FROM setting WHERE name=?"), {name});
    if (!row)
        return failure(row.error());
    return row->next() ? row->value(0).toString() : QString();
}

Result<void> Store::setSetting(const QString &name, const QString &value)
{
    const auto written =
        value.isEmpty()
            ? m_database->run(QStringLiteral("DELETE FROM setting WHERE name=?"), {name})
            : m_database->run(QStringLiteral("INSERT INTO setting (name, value) VALUES (?,?)"
                                             " ON CONFLICT (name) DO UPDATE SET value=excluded.value"),
                              {name, value});
    if (!written)
        return failure(written.error());
    return {};
}

} // namespace retake
