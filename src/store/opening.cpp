// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/opening.h"

#include "base/filesystem.h"
#include "base/paths.h"
#include "store/backups.h"
#include "store/integrity.h"
#include "store/rebuild.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace retake {

namespace {

// Nobody but this program has the library open while one of these lives.
class Opening
{
public:
    Opening(const QString &file, const QDateTime &now)
        : m_file(file)
        , m_paths(QFileInfo(file).absolutePath())
        , m_book(m_paths.receiptsDir())
        , m_now(now)
        // The last one to close the library folds the log into it and removes it.
        , m_endedBadly(QFileInfo(walFile()).size() > 0)
    {}

    Result<std::unique_ptr<Database>> open(OpenReport &report)
    {
        removeLeftovers();
        const bool inDoubt = m_endedBadly || QFile::exists(suspectMark(m_file));
        const auto condition = look(inDoubt ? Depth::Full : Depth::Quick);
        if (!condition)
            return failure(condition.error());
        switch (*condition) {
        case Condition::Newer:
            return failure(ErrorKind::LibraryNewer, {QDir::toNativeSeparators(m_file)});
        case Condition::Good:
            break;
        case Condition::Empty:
            // Without a word where nothing was ever kept.
            if (m_book.isEmpty() && backupsIn(m_paths.backupsDir()).isEmpty() && !hasRecipes(m_paths)) {
                setAsideOrphanedLog();
                break;
            }
            [[fallthrough]];
        case Condition::Damaged:
            report.wasDamaged = *condition == Condition::Damaged;
            if (auto made = makeAnew(report); !made)
                return failure(made.error());
            return Database::open(m_file);
        }
        QFile::remove(suspectMark(m_file));
        auto database = Database::open(m_file);
        if (!database && isDamage(database.error())) { // what the check had not come upon
            report.wasDamaged = true;
            if (auto made = makeAnew(report); !made)
                return failure(made.error());
            return Database::open(m_file);
        }
        if (database) {
            if (auto caughtUp = catchUp(**database, report); !caughtUp)
                return failure(caughtUp.error());
        }
        return database;
    }

private:
    QString walFile() const { return m_file + u"-wal"; }

    QString newFile() const { return m_file + u".new"; }

    Result<Condition> look(Depth depth) const
    {
        if (!headerIsOurs())
            return Condition::Damaged;
        return examine(m_file, depth);
    }

    // SQLite takes a wrong version of its format here for a file that may only be read.
    bool headerIsOurs() const
    {
        QFile file(m_file);
        if (file.size() == 0 || !file.open(QIODevice::ReadOnly))
            return true; // for examine() to judge
        const QByteArray header = file.read(20);
        constexpr char newestFormat = 2;
        return header.size() == 20 && header.startsWith(QByteArray("SQLite format 3\0", 16)) &&
               header[18] >= 1 && header[18] <= newestFormat && header[19] >= 1 && header[19] <= newestFormat;
    }

    void removeLeftovers() const
    {
        QDir folder(QFileInfo(m_file).absolutePath());
        const QString name = QFileInfo(m_file).fileName();
        for (const QString &left :
             folder.entryList({QString(name + u".new*"), QString(name + u".before-*.part*")}, QDir::Files))
            folder.remove(left);
    }

    // Of a database that is gone: SQLite would delete it.
    void setAsideOrphanedLog() const
    {
        if (m_endedBadly)
            QFile::rename(walFile(), QString(asideName() + u"-wal"));
    }

    QString asideName() const
    {
        const QString name =
            m_file + u".damaged-" + m_now.toLocalTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
        for (int number = 1;; ++number) {
            const QString tried = number == 1 ? name : QString(name + u'-' + QString::number(number));
            if (!QFile::exists(tried) && !QFile::exists(QString(tried + u"-wal")))
                return tried;
        }
    }

    // Never deleted: somebody may get more out of it than this program can.
    Result<void> setAside(OpenReport &report) const
    {
        const QString aside = asideName();
        // The file first: a log without its file is found at the next start, too.
        if (QFile::exists(m_file)) {
            if (!QFile::rename(m_file, aside))
                return failure(writeError(m_file));
            report.setAside = aside;
        }
        if (QFileInfo(walFile()).size() > 0 && !QFile::rename(walFile(), QString(aside + u"-wal")))
            return failure(writeError(m_file));
        QFile::remove(walFile());
        QFile::remove(QString(m_file + u"-shm")); // made from the log, and again when it is opened
        return {};
    }

    // All of it happens in a file of its own, so that a start that is cut short finds everything as it was.
    Result<void> makeAnew(OpenReport &report) const
    {
        auto from = unpackNewest();
        if (!from)
            return failure(from.error());
        report.outcome = *from ? OpenReport::Outcome::Restored : OpenReport::Outcome::Rebuilt;
        report.backup = *from ? (*from)->day : QDate();
        if (auto filled = fill(report); !filled)
            return failure(openingError(filled.error()));
        if (auto aside = setAside(report); !aside)
            return aside;
        QFile::remove(suspectMark(m_file));
        return moveIntoPlace(newFile(), m_file);
    }

    Result<std::optional<Backup>> unpackNewest() const
    {
        for (const Backup &backup : backupsIn(m_paths.backupsDir())) {
            const auto unpacked = unpackBackup(backup, newFile());
            if (!unpacked)
                return failure(unpacked.error());
            if (!*unpacked)
                continue;
            const auto condition = examine(newFile(), Depth::Full);
            if (!condition)
                return failure(condition.error());
            if (*condition == Condition::Good)
                return backup;
            removeLeftovers();
        }
        return std::optional<Backup>();
    }

    Result<void> fill(OpenReport &report) const
    {
        const auto database = Database::open(newFile(), Database::OldSchema::NoCopy);
        if (!database)
            return failure(database.error());
        const auto reading = m_book.readAll();
        const auto receipts = applyReceipts(**database, reading, m_paths, Tie::Receipt);
        if (!receipts)
            return failure(receipts.error());
        const auto recipes = applyRecipes(**database, m_paths);
        if (!recipes)
            return failure(recipes.error());
        const auto takes = (*database)->value(QStringLiteral("SELECT count(*) FROM take"));
        if (!takes)
            return failure(takes.error());
        report.tasks = receipts->tasks + recipes->tasks;
        report.unreadable = receipts->unreadable + recipes->unreadable;
        report.takes = takes->toInt();
        return {};
    }

    // A journal may have lost its tail, and somebody may have put an old copy in the library's place: what
    // was sent since then must not be sent again. The receipts that were written last show it.
    Result<void> catchUp(const Database &database, OpenReport &report) const
    {
        constexpr int fewest = 16;
        constexpr int most = 256;
        const auto behind = isBehind(database, m_book.readNewest(m_endedBadly ? most : fewest));
        if (!behind)
            return failure(openingError(behind.error()));
        if (*behind) {
            if (auto applied = catchUpWithAll(database, report); !applied)
                return applied;
        }
        return m_endedBadly ? refreshLast(database) : Result<void>();
    }

    Result<void> catchUpWithAll(const Database &database, OpenReport &report) const
    {
        const auto applied = applyReceipts(database, m_book.readAll(), m_paths, Tie::Row);
        if (!applied)
            return failure(openingError(applied.error()));
        if (applied->tasks > 0) {
            report.outcome = OpenReport::Outcome::CaughtUp;
            report.tasks = applied->tasks;
        }
        return {};
    }

    // The program may have ended between a commit and its receipt.
    Result<void> refreshLast(const Database &database) const
    {
        auto rows = database.run(
            QStringLiteral("SELECT DISTINCT task FROM (SELECT task FROM event ORDER BY id DESC LIMIT 64)"));
        if (!rows)
            return failure(openingError(rows.error()));
        QList<TaskId> last;
        while (rows->next())
            last.append(TaskId{rows->value(0).toLongLong()});
        rows->finish();
        for (const TaskId id : last)
            (void)m_book.write(database, id); // what cannot be written stops nothing
        return {};
    }

    QString m_file;
    Paths m_paths;
    ReceiptBook m_book;
    QDateTime m_now;
    bool m_endedBadly;
};

// Another program has it open, and with it the right to go on: nothing is repaired under its feet.
Result<std::unique_ptr<Database>> join(const QString &file)
{
    const auto condition = examine(file, Depth::Quick);
    if (!condition)
        return failure(condition.error());
    switch (*condition) {
    case Condition::Newer:
        return failure(ErrorKind::LibraryNewer, {QDir::toNativeSeparators(file)});
    case Condition::Damaged:
        return failure(ErrorKind::LibraryDamaged, {QDir::toNativeSeparators(file)});
    case Condition::Good:
    case Condition::Empty:
        break;
    }
    return Database::open(file);
}

} // namespace

Result<OpenedLibrary> openLibrary(const QString &file, const QDateTime &now)
{
    auto use = InUse::enter(file);
    if (!use)
        return failure(use.error());
    OpenedLibrary opened{std::move(*use), nullptr, {}};
    auto database = opened.use->isAlone() ? Opening(file, now).open(opened.report) : join(file);
    if (!database)
        return failure(openingError(database.error()));
    opened.database = std::move(*database);
    opened.use->share();
    return opened;
}

} // namespace retake
