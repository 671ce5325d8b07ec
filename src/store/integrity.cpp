// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/integrity.h"

#include "store/database.h"
#include "store/migrations.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace retake {

namespace {

// SQLite's result codes; the upper bytes say more.
constexpr int sqliteError = 1;
constexpr int sqliteReadOnly = 8;
constexpr int sqliteInputOutput = 10;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteCannotOpen = 14;
constexpr int sqliteConstraint = 19;
constexpr int sqliteNotADatabase = 26;

constexpr int highestBelievable = 10000; // as a schema's number; what lies above is noise

int codeOf(const Error &error)
{
    return error.serviceCode.toInt() & 0xff;
}

// Every statement here is right: where SQLite cannot make sense of it, the schema in the file is not ours.
Result<Condition> judged(const Error &error)
{
    if (isDamage(error) || codeOf(error) == sqliteError)
        return Condition::Damaged;
    return failure(openingError(error));
}

Result<Condition> checkPages(const Database &database, Depth depth)
{
    const auto verdict = database.value(depth == Depth::Full ? QStringLiteral("PRAGMA integrity_check(1)")
                                                             : QStringLiteral("PRAGMA quick_check(1)"));
    if (!verdict)
        return judged(verdict.error());
    if (verdict->toString() != u"ok")
        return Condition::Damaged;
    if (depth == Depth::Full) {
        auto astray = database.run(QStringLiteral("PRAGMA foreign_key_check"));
        if (!astray)
            return judged(astray.error());
        if (astray->next())
            return Condition::Damaged;
    }
    return Condition::Good;
}

} // namespace

Result<Condition> examine(const QString &file, Depth depth)
{
    if (QFileInfo(file).size() == 0)
        return Condition::Empty;
    const auto database = Database::connect(file, Database::Access::ReadOnly);
    if (!database)
        return judged(database.error());
    const auto version = (*database)->value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return judged(version.error());
    const auto tables = (*database)->value(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!tables)
        return judged(tables.error());
    const auto ours =
        (*database)->value(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE type='table'"
                                          " AND name IN ('clip', 'task', 'take', 'event')"));
    if (!ours)
        return judged(ours.error());
    const int schema = version->toInt();
    if (schema > migrations().size() && schema <= highestBelievable)
        return Condition::Newer;
    if (schema == 0 && tables->toInt() == 0)
        return Condition::Empty;
    if (schema < 1 || schema > migrations().size() || ours->toInt() != 4)
        return Condition::Damaged;
    const auto encoding = (*database)->value(QStringLiteral("PRAGMA encoding"));
    if (!encoding)
        return judged(encoding.error());
    if (encoding->toString() != u"UTF-8")
        return Condition::Damaged; // or every text is read as another
    return checkPages(**database, depth);
}

bool isDamage(const Error &error)
{
    return error.kind == ErrorKind::StoreFailed &&
           (codeOf(error) == sqliteCorrupt || codeOf(error) == sqliteNotADatabase);
}

bool isRefusedRow(const Error &error)
{
    return error.kind == ErrorKind::StoreFailed && codeOf(error) == sqliteConstraint;
}

Error openingError(Error error)
{
    if (error.kind != ErrorKind::StoreFailed)
        return error;
    constexpr qint64 nextToNothing = 1 << 20;
    const QString folder = QFileInfo(error.facts.value(0)).absolutePath();
    switch (codeOf(error)) {
    case sqliteFull:
        error.kind = ErrorKind::DiskFull;
        break;
    case sqliteReadOnly:
    case sqliteCannotOpen:
        error.kind = ErrorKind::NotWritable;
        break;
    case sqliteInputOutput:
        if (const QStorageInfo disk(folder); disk.isValid() && disk.bytesAvailable() < nextToNothing)
            error.kind = ErrorKind::DiskFull;
        break;
    case sqliteCorrupt:
    case sqliteNotADatabase:
        error.kind = ErrorKind::LibraryDamaged;
        break;
    default:
        break;
    }
    return error;
}

} // namespace retake
