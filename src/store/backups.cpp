// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backups.h"

#include "base/filesystem.h"
#include "base/paths.h"
#include "store/database.h"
#include "store/integrity.h"
#include "store/inuse.h"
#include "store/receiptbook.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace retake {

namespace {

constexpr qsizetype mostBackups = 14;

QString nameOf(int number, QDate day)
{
    return QStringLiteral("library-%1-%2.z")
        .arg(number, 6, 10, QLatin1Char('0'))
        .arg(day.toString(Qt::ISODate));
}

QByteArray packedBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// For libraries from before there were receipts, and for those that could not be written at their time.
Result<void> fillReceipts(const Database &database, const ReceiptBook &book)
{
    auto rows = database.run(
        QStringLiteral("SELECT id FROM task WHERE submitted_at IS NOT NULL OR remote_id!='' ORDER BY id"));
    if (!rows)
        return failure(rows.error());
    QList<TaskId> missing;
    while (rows->next()) {
        if (const TaskId id{rows->value(0).toLongLong()}; !book.has(id))
            missing.append(id);
    }
    rows->finish();
    for (const TaskId id : missing) {
        if (auto written = book.write(database, id); !written)
            return written;
    }
    return {};
}

Result<void> writeBackup(const Database &database, const QString &folder, QDate day)
{
    const QList<Backup> before = backupsIn(folder);
    const QString whole = folder + u"/copy.db";
    if (auto copied = database.copyTo(whole); !copied)
        return copied;
    const QByteArray packed = qCompress(packedBytes(whole));
    QFile::remove(whole);
    const int number = before.isEmpty() ? 1 : before.first().number + 1;
    if (auto written = writeIntoPlace(packed, QString(folder + u'/' + nameOf(number, day))); !written)
        return written;
    for (const Backup &old : before.mid(mostBackups - 1))
        QFile::remove(old.file);
    return {};
}

void removeLeftovers(const QString &folder)
{
    QDir dir(folder);
    for (const QString &left :
         dir.entryList({QStringLiteral("*.part"), QStringLiteral("copy.db*")}, QDir::Files))
        dir.remove(left);
}

} // namespace

QString suspectMark(const QString &file)
{
    return file + u"-suspect";
}

QList<Backup> backupsIn(const QString &folder)
{
    static const QRegularExpression name(QStringLiteral("^library-([0-9]{6,9})-(\\d{4}-\\d{2}-\\d{2})\\.z$"));
    QList<Backup> list;
    for (const QFileInfo &file : QDir(folder).entryInfoList({QStringLiteral("library-*.z")}, QDir::Files)) {
        if (const auto match = name.match(file.fileName()); match.hasMatch())
            list.append({file.absoluteFilePath(), match.captured(1).toInt(),
                         QDate::fromString(match.captured(2), Qt::ISODate)});
    }
    std::sort(list.begin(), list.end(), [](const Backup &a, const Backup &b) { return a.number > b.number; });
    return list;
}

Result<bool> unpackBackup(const Backup &backup, const QString &into)
{
    const QByteArray packed = packedBytes(backup.file);
    // The first four bytes are the length: noise there must not ask for gigabytes.
    constexpr qsizetype mostTimes = 1100; // zlib packs no better than about 1030 to 1
    if (packed.size() < 8)
        return false;
    quint32 length = 0;
    for (int i = 0; i < 4; ++i)
        length = (length << 8) | quint8(packed[i]);
    if (qsizetype(length) > packed.size() * mostTimes)
        return false;
    const QByteArray whole = qUncompress(packed);
    if (whole.size() != qsizetype(length))
        return false;
    if (auto written = writeIntoPlace(whole, into); !written)
        return failure(written.error());
    return true;
}

Result<void> keepLibrary(const QString &file, const QDateTime &now)
{
    const Paths paths(QFileInfo(file).absolutePath());
    const QString folder = paths.backupsDir();
    const QDate day = now.toUTC().date();
    const auto isDue = [&] {
        for (const Backup &backup : backupsIn(folder)) {
            if (backup.day == day)
                return false;
        }
        return true;
    };
    if (!QFileInfo::exists(file) || !isDue())
        return {};
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::NotWritable, {QDir::toNativeSeparators(folder)});
    const auto only = InUse::tryAlone(folder);
    if (!only || !isDue())
        return {}; // another program is at it, or was
    removeLeftovers(folder);
    // The program may have closed its store by now: nobody must mend the library while it is read here.
    const auto use = InUse::enter(file);
    if (!use)
        return failure(use.error());
    (*use)->share();
    const auto condition = examine(file, Depth::Full);
    if (!condition)
        return failure(condition.error());
    if (*condition == Condition::Damaged) {
        (void)writeIntoPlace(QByteArray(), suspectMark(file));
        return failure(ErrorKind::LibraryDamaged, {QDir::toNativeSeparators(file)});
    }
    if (*condition != Condition::Good)
        return {};
    // Not for reading only: the last one to close folds the log into the file.
    const auto database = Database::connect(file, Database::Access::ReadWrite);
    if (!database)
        return failure(openingError(database.error()));
    const auto filled = fillReceipts(**database, ReceiptBook(paths.receiptsDir()));
    if (auto written = writeBackup(**database, folder, day); !written)
        return failure(openingError(written.error()));
    return filled;
}

} // namespace retake
