// SPDX-License-Identifier: GPL-3.0-or-later
// The library's half of the store: clips and takes.
#include "store/database.h"
#include "store/rows.h"
#include "store/store.h"

namespace retake {

namespace {

Clip clipFromRow(const QSqlQuery &row)
{
    return {{row.value(0).toLongLong()}, row.value(1).toString(), timeFromColumn(row.value(2))};
}

Result<QList<Take>> takesOf(Result<QSqlQuery> rows)
{
    if (!rows)
        return failure(rows.error());
    QList<Take> list;
    while (rows->next())
        list.append(takeFromRow(*rows));
    return list;
}

} // namespace

Result<Clip> Store::clipForFile(const QString &file, const QDateTime &now)
{
    const auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return failure(transaction.error());
    if (const auto made = m_database->run(
            QStringLiteral("INSERT INTO clip (file, added_at) VALUES (?,?) ON CONFLICT (file) DO NOTHING"),
            {file, timeToColumn(now)});
        !made)
        return failure(made.error());
    auto row = m_database->run(QStringLiteral("SELECT id, file, added_at FROM clip WHERE file=?"), {file});
    if (!row)
        return failure(row.error());
    if (!row->next())
        return failure(m_database->failed(QStringLiteral("a clip that was just stored is not there")));
    const Clip clip = clipFromRow(*row);
    row->finish();
    if (const auto committed = (*transaction)->commit(); !committed)
        return failure(committed.error());
    return clip;
}

Result<QList<Clip>> Store::clips() const
{
    auto rows = m_database->run(QStringLiteral("SELECT id, file, added_at FROM clip ORDER BY id"));
    if (!rows)
        return failure(rows.error());
    QList<Clip> list;
    while (rows->next())
        list.append(clipFromRow(*rows));
    return list;
}

Result<Take> Store::take(TakeId id) const
{
    const auto found = takesOf(
        m_database->run(QString(u"SELECT id, " + takeColumns() + u" FROM take WHERE id=?"), {id.value}));
    if (!found)
        return failure(found.error());
    if (found->isEmpty())
        return failure(m_database->failed(QStringLiteral("there is no take %1").arg(id.value)));
    return found->first();
}

Result<QList<Take>> Store::takes(ClipId clip) const
{
    const QString select = u"SELECT id, " + takeColumns() + u" FROM take ";
    if (!clip)
        return takesOf(m_database->run(QString(select + u"ORDER BY id")));
    return takesOf(m_database->run(QString(select + u"WHERE clip=? ORDER BY id"), {clip.value}));
}

Result<void> Store::setKept(TakeId id, bool kept)
{
    const auto set = m_database->run(QStringLiteral("UPDATE take SET kept=? WHERE id=?"), {kept, id.value});
    if (!set)
        return failure(set.error());
    if (set->numRowsAffected() == 0)
        return failure(m_database->failed(QStringLiteral("there is no take %1").arg(id.value)));
    if (const auto changed = take(id))
        noteReceipts({changed->task});
    return {};
}

Result<void> Store::removeTake(TakeId id)
{
    const auto gone = take(id);
    const auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return failure(transaction.error());
    for (const QString &statement : {QStringLiteral("UPDATE task SET take=NULL WHERE take=?"),
                                     QStringLiteral("DELETE FROM take WHERE id=?")}) {
        if (const auto done = m_database->run(statement, {id.value}); !done)
            return failure(done.error());
    }
    if (auto committed = (*transaction)->commit(); !committed)
        return committed;
    if (gone)
        noteReceipts({gone->task});
    return {};
}

} // namespace retake
