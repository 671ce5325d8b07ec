// SPDX-License-Identifier: GPL-3.0-or-later
// From receipts to rows.
#include "store/rebuild.h"

#include "store/database.h"
#include "store/integrity.h"
#include "store/rows.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

namespace retake {

namespace {

// The folder may have moved since the receipt was written.
QString whereItLiesNow(const QString &file, const Paths &paths)
{
    if (file.isEmpty() || QFileInfo::exists(file))
        return file;
    const QString here = paths.takesDir() + u'/' + QFileInfo(file).fileName();
    return QFileInfo::exists(here) ? here : file;
}

class Rebuilder
{
public:
    Rebuilder(const Database &database, const Paths &paths, Tie tie)
        : m_database(database)
        , m_paths(paths)
        , m_tie(tie)
    {}

    Result<Rebuilt> apply(const ReceiptBook::Reading &reading)
    {
        Rebuilt rebuilt;
        rebuilt.unreadable = reading.unreadable;
        for (const Receipt &receipt : reading.receipts) {
            const auto taken = tryOne(receipt);
            if (!taken && !isRefusedRow(taken.error()))
                return failure(taken.error());
            if (!taken)
                ++rebuilt.unreadable;
            else if (*taken)
                ++rebuilt.tasks;
        }
        for (const Receipt &receipt : m_applied) { // when every parent has its row
            if (!receipt.take || !receipt.take->parent)
                continue;
            if (const auto set =
                    run(QStringLiteral("UPDATE take SET parent=? WHERE id=? AND"
                                       " EXISTS (SELECT 1 FROM take WHERE id=?)"),
                        {receipt.take->parent.value, receipt.take->id.value, receipt.take->parent.value});
                !set)
                return failure(set.error());
        }
        return rebuilt;
    }

private:
    Result<void> run(const QString &sql, const QVariantList &values) const
    {
        const auto done = m_database.run(sql, values);
        if (!done)
            return failure(done.error());
        return {};
    }

    // One that makes no sense to the schema must not keep the library closed.
    Result<bool> tryOne(const Receipt &receipt)
    {
        const auto attempt = Attempt::begin(m_database);
        if (!attempt)
            return failure(attempt.error());
        auto taken = applyOne(receipt);
        if (!taken)
            return taken;
        if (auto kept = (*attempt)->keep(); !kept)
            return failure(kept.error());
        return taken;
    }

    // Whether the row was behind.
    Result<bool> applyOne(const Receipt &receipt)
    {
        const qint64 id = receipt.task.id.value;
        const auto logged = m_database.value(QStringLiteral("SELECT count(*) FROM event WHERE task=?"), {id});
        if (!logged)
            return failure(logged.error());
        const qint64 behind = receipt.logged - logged->toLongLong();
        if (behind < 0 || (behind == 0 && m_tie == Tie::Row))
            return false;
        const auto clip = clipFor(receipt);
        if (!clip)
            return failure(clip.error());
        if (auto written = writeTask(receipt, *clip); !written)
            return failure(written.error());
        if (auto written = writeTake(receipt, *clip); !written)
            return failure(written.error());
        for (const TaskEvent &event : receipt.log.mid(std::max<qint64>(0, receipt.log.size() - behind))) {
            if (auto written = run(QStringLiteral("INSERT INTO event (task, at, state, cause, request_id)"
                                                  " VALUES (?,?,?,?,?)"),
                                   {id, timeOrZero(event.at), taskStateName(event.state),
                                    textColumn(event.cause), textColumn(event.requestId)});
                !written)
                return failure(written.error());
        }
        m_applied.append(receipt);
        return behind > 0;
    }

    // A file has one row; the receipt's number is used where it is free.
    Result<ClipId> clipFor(const Receipt &receipt) const
    {
        if (!receipt.clip)
            return ClipId();
        const Clip &clip = *receipt.clip;
        const auto known = m_database.value(QStringLiteral("SELECT id FROM clip WHERE file=?"), {clip.file});
        if (!known)
            return failure(known.error());
        if (!known->isNull())
            return ClipId{known->toLongLong()};
        const auto taken =
            m_database.value(QStringLiteral("SELECT id FROM clip WHERE id=?"), {clip.id.value});
        if (!taken)
            return failure(taken.error());
        const auto made = m_database.run(
            QStringLiteral("INSERT INTO clip (id, file, added_at) VALUES (?,?,?)"),
            {taken->isNull() ? QVariant(clip.id.value) : QVariant(), clip.file, timeOrZero(clip.addedAt)});
        if (!made)
            return failure(made.error());
        return ClipId{made->lastInsertId().toLongLong()};
    }

    Result<void> writeTask(const Receipt &receipt, ClipId clip) const
    {
        const qint64 id = receipt.task.id.value;
        if (receipt.cleared)
            return run(QStringLiteral("DELETE FROM task WHERE id=?"), {id});
        Task task = receipt.task;
        if (task.order.clipId)
            task.order.clipId = clip;
        const QVariantList values = taskValues(task);
        return run(QString(u"INSERT OR REPLACE INTO task (id, " + taskColumns() + u") VALUES (?," +
                           placeholders(values.size()) + u')'),
                   QVariantList{id} + values);
    }

    Result<void> writeTake(const Receipt &receipt, ClipId clip) const
    {
        const qint64 task = receipt.task.id.value;
        if (!receipt.take)
            return run(QStringLiteral("DELETE FROM take WHERE task=?"), {task});
        Take take = *receipt.take;
        take.clip = take.clip ? clip : ClipId();
        take.parent = {};
        take.file = whereItLiesNow(take.file, m_paths);
        take.recipe = whereItLiesNow(take.recipe, m_paths);
        const QVariantList values = takeValues(take);
        const QString assignments =
            takeColumns().replace(QStringLiteral(", "), QStringLiteral("=?, ")) + u"=?";
        // No REPLACE: it would cut the takes that were made from this one off.
        if (auto updated = run(QString(u"UPDATE take SET " + assignments + u" WHERE id=? AND task=?"),
                               values + QVariantList{take.id.value, task});
            !updated)
            return updated;
        return run(QString(u"INSERT INTO take (id, " + takeColumns() + u") SELECT ?," +
                           placeholders(values.size()) +
                           u" WHERE NOT EXISTS (SELECT 1 FROM take WHERE id=? AND task=?)"),
                   QVariantList{take.id.value} + values + QVariantList{take.id.value, task});
    }

    static QString textColumn(const QString &text) { return text.isNull() ? QStringLiteral("") : text; }

    const Database &m_database;
    const Paths &m_paths;
    Tie m_tie;
    QList<Receipt> m_applied;
};

// AUTOINCREMENT goes on above every number that was ever given, as far as the disk knows.
Result<void> raiseNumber(const Database &database, const QString &table, qint64 given)
{
    const auto now = database.value(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name=?"), {table});
    if (!now)
        return failure(now.error());
    const auto set =
        now->isNull()
            ? database.run(QStringLiteral("INSERT INTO sqlite_sequence (name, seq) VALUES (?,?)"),
                           {table, given})
            : database.run(QStringLiteral("UPDATE sqlite_sequence SET seq=max(seq, ?) WHERE name=?"),
                           {given, table});
    if (!set)
        return failure(set.error());
    return {};
}

// Tasks that were never sent have left a folder at most.
qint64 highestWorkFolder(const Paths &paths)
{
    qint64 highest = 0;
    for (const QString &name : QDir(paths.workDir()).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        highest = std::max(highest, name.toLongLong());
    return highest;
}

} // namespace

Result<bool> isBehind(const Database &database, const ReceiptBook::Reading &reading)
{
    for (const Receipt &receipt : reading.receipts) {
        const auto logged = database.value(QStringLiteral("SELECT count(*) FROM event WHERE task=?"),
                                           {receipt.task.id.value});
        if (!logged)
            return failure(logged.error());
        if (logged->toLongLong() < receipt.logged)
            return true;
    }
    return false;
}

Result<Rebuilt> applyReceipts(const Database &database, const ReceiptBook::Reading &reading,
                              const Paths &paths, Tie tie)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return failure(transaction.error());
    auto rebuilt = Rebuilder(database, paths, tie).apply(reading);
    if (!rebuilt)
        return rebuilt;
    qint64 task = std::max(reading.highestTask, highestWorkFolder(paths));
    qint64 take = 0;
    qint64 clip = 0;
    qint64 turn = 0; // a new one must not get the takes of one that is gone
    for (const Receipt &receipt : reading.receipts) {
        task = std::max(task, receipt.task.id.value);
        take = std::max({take, receipt.take ? receipt.take->id.value : 0, receipt.task.order.parent.value});
        clip = std::max(clip, receipt.clip ? receipt.clip->id.value : 0);
        turn = std::max({turn, receipt.take ? receipt.take->turn.value : 0, receipt.task.order.turn.value});
    }
    if (auto raised = raiseNumber(database, QStringLiteral("task"), task); !raised)
        return failure(raised.error());
    if (auto raised = raiseNumber(database, QStringLiteral("take"), take); !raised)
        return failure(raised.error());
    if (auto raised = raiseNumber(database, QStringLiteral("clip"), clip); !raised)
        return failure(raised.error());
    if (auto raised = raiseNumber(database, QStringLiteral("turn"), turn); !raised)
        return failure(raised.error());
    if (auto committed = (*transaction)->commit(); !committed)
        return failure(committed.error());
    return rebuilt;
}

} // namespace retake
