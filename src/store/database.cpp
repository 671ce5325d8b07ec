// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "base/filesystem.h"
#include "store/migrations.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

namespace retake {

Database::Database(QString file, QString connection)
    : m_file(std::move(file))
    , m_connection(std::move(connection))
{}

Database::~Database()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::connect(const QString &file, Access access)
{
    const QString connection = u"retake-" + QUuid::createUuid().toString(QUuid::Id128);
    std::unique_ptr<Database> database(new Database(file, connection));
    auto sql = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
    sql.setDatabaseName(file);
    // A second program on the same file is waited for, not failed on.
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    if (access == Access::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    sql.setConnectOptions(options);
    if (!sql.open())
        return failure(database->failed(sql.lastError()));
    return database;
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, OldSchema old)
{
    auto database = connect(file, Access::ReadWrite);
    if (!database)
        return database;
    if (const auto done = (*database)->configure(); !done)
        return failure(done.error());
    if (const auto done = (*database)->migrate(old); !done)
        return failure(done.error());
    return database;
}

Error Database::failed(const QString &detail, const QString &code) const
{
    return {ErrorKind::StoreFailed, {QDir::toNativeSeparators(m_file)}, code, detail, {}, 0, std::nullopt};
}

Error Database::failed(const QSqlError &error) const
{
    return failed(error.text(), error.nativeErrorCode());
}

Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(failed(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(failed(query.lastError()));
    return query;
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values) const
{
    auto query = run(sql, values);
    if (!query)
        return failure(query.error());
    return query->next() ? query->value(0) : QVariant();
}

Result<void> Database::copyTo(const QString &file) const
{
    const QString partial = file + u".part";
    QFile::remove(partial); // of a copy that was cut short
    if (const auto copied = run(QStringLiteral("VACUUM INTO ?"), {partial}); !copied) {
        QFile::remove(partial);
        return failure(copied.error());
    }
    auto moved = moveIntoPlace(partial, file);
    if (!moved)
        QFile::remove(partial);
    return moved;
}

// Pragmas hold for one connection and fail in silence: each is read back.
Result<void> Database::configure() const
{
    struct Pragma
    {
        QString name;
        QString value;
        QString readBack;
    };

    const QList<Pragma> pragmas{
        {QStringLiteral("journal_mode"), QStringLiteral("WAL"), QStringLiteral("wal")},
        {QStringLiteral("synchronous"), QStringLiteral("FULL"), QStringLiteral("2")},
        {QStringLiteral("foreign_keys"), QStringLiteral("ON"), QStringLiteral("1")},
        {QStringLiteral("busy_timeout"), QStringLiteral("5000"), QStringLiteral("5000")},
    };
    for (const Pragma &pragma : pragmas) {
        if (const auto set = run(QString(u"PRAGMA " + pragma.name + u'=' + pragma.value)); !set)
            return failure(set.error());
        const auto now = value(QString(u"PRAGMA " + pragma.name));
        if (!now)
            return failure(now.error());
        if (now->toString() != pragma.readBack)
            return failure(failed(QString(pragma.name + u" stays " + now->toString())));
    }
    return {};
}

Result<void> Database::migrate(OldSchema old) const
{
    // Most starts find nothing to do, and need not wait for a program that is writing.
    const auto found = value(QStringLiteral("PRAGMA user_version"));
    if (!found)
        return failure(found.error());
    const int newest = int(migrations().size());
    if (found->toInt() == newest)
        return {};
    if (found->toInt() > 0 && old == OldSchema::KeepCopy) {
        if (auto kept = copyTo(QString(m_file + u".before-" + QString::number(newest))); !kept)
            return kept;
    }
    const auto transaction = Transaction::begin(*this);
    if (!transaction)
        return failure(transaction.error());
    // Read again under the lock: another program may just have done it.
    const auto version = value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return failure(version.error());
    const auto steps = migrations();
    if (version->toInt() >= steps.size())
        return {};
    for (qsizetype step = version->toInt(); step < steps.size(); ++step) {
        for (const QString &statement : steps[step]) {
            if (const auto done = run(statement); !done)
                return failure(done.error());
        }
    }
    if (const auto set = run(QStringLiteral("PRAGMA user_version=%1").arg(steps.size())); !set)
        return failure(set.error());
    return (*transaction)->commit();
}

Transaction::Transaction(const Database &database)
    : m_database(database)
{}

Result<std::unique_ptr<Transaction>> Transaction::begin(const Database &database)
{
    if (const auto begun = database.run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return failure(begun.error());
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction()
{
    if (m_open)
        (void)m_database.run(QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    if (const auto done = m_database.run(QStringLiteral("COMMIT")); !done)
        return failure(done.error());
    m_open = false;
    return {};
}

Attempt::Attempt(const Database &database)
    : m_database(database)
{}

Result<std::unique_ptr<Attempt>> Attempt::begin(const Database &database)
{
    if (const auto begun = database.run(QStringLiteral("SAVEPOINT attempt")); !begun)
        return failure(begun.error());
    return std::unique_ptr<Attempt>(new Attempt(database));
}

Attempt::~Attempt()
{
    if (m_open) {
        (void)m_database.run(QStringLiteral("ROLLBACK TO attempt"));
        (void)m_database.run(QStringLiteral("RELEASE attempt"));
    }
}

Result<void> Attempt::keep()
{
    if (const auto done = m_database.run(QStringLiteral("RELEASE attempt")); !done)
        return failure(done.error());
    m_open = false;
    return {};
}

} // namespace retake
