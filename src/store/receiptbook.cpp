// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/receiptbook.h"

#include "base/filesystem.h"
#include "store/database.h"
#include "store/rows.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <dirent.h>
#include <sys/stat.h>

namespace retake {

namespace {

const QString &clearedEnd()
{
    static const QString end = QStringLiteral(".cleared.json");
    return end;
}

QByteArray receiptBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<void> readLog(const Database &database, TaskId id, Receipt &into)
{
    const auto count = database.value(QStringLiteral("SELECT count(*) FROM event WHERE task=?"), {id.value});
    if (!count)
        return failure(count.error());
    into.logged = count->toLongLong();
    auto rows = database.run(QStringLiteral("SELECT at, state, cause, request_id FROM event WHERE task=?"
                                            " ORDER BY id DESC LIMIT 200"),
                             {id.value});
    if (!rows)
        return failure(rows.error());
    while (rows->next())
        into.log.prepend({id, timeFromColumn(rows->value(0)),
                          taskStateFromName(rows->value(1).toString()).value_or(TaskState::Unclear),
                          rows->value(2).toString(), rows->value(3).toString()});
    return {};
}

Result<void> readTake(const Database &database, TaskId id, Receipt &into)
{
    auto rows =
        database.run(QString(u"SELECT id, " + takeColumns() + u" FROM take WHERE task=?"), {id.value});
    if (!rows)
        return failure(rows.error());
    if (rows->next())
        into.take = takeFromRow(*rows);
    const ClipId clip = into.take && into.take->clip ? into.take->clip : into.task.order.clipId;
    auto clips = database.run(QStringLiteral("SELECT id, file, added_at FROM clip WHERE id=?"), {clip.value});
    if (!clips)
        return failure(clips.error());
    if (clips->next())
        into.clip = Clip{clip, clips->value(1).toString(), timeFromColumn(clips->value(2))};
    return {};
}

struct Written
{
    QByteArray name;
    qint64 at; // nanoseconds
};

// Every start asks for this: QDir takes half a second for ten thousand files, this a hundredth.
QList<Written> filesOf(const QString &folder)
{
    QList<Written> files;
    DIR *dir = ::opendir(QFile::encodeName(folder).constData());
    if (!dir)
        return files;
    while (const dirent *entry = ::readdir(dir)) {
        const QByteArrayView name(entry->d_name);
        struct stat facts = {};
        if (name.startsWith("task-") && name.endsWith(".json") &&
            ::fstatat(::dirfd(dir), entry->d_name, &facts, 0) == 0)
            files.append(
                {name.toByteArray(), qint64(facts.st_mtim.tv_sec) * 1000000000 + facts.st_mtim.tv_nsec});
    }
    ::closedir(dir);
    return files;
}

} // namespace

ReceiptBook::ReceiptBook(const QString &folder)
    : m_folder(folder)
{}

QString ReceiptBook::openFile(TaskId id) const
{
    return m_folder + QStringLiteral("/task-%1.json").arg(id.value);
}

QString ReceiptBook::clearedFile(TaskId id) const
{
    return m_folder + QStringLiteral("/task-%1").arg(id.value) + clearedEnd();
}

bool ReceiptBook::has(TaskId id) const
{
    return QFile::exists(openFile(id)) || QFile::exists(clearedFile(id));
}

std::optional<Receipt> ReceiptBook::read(TaskId id) const
{
    const bool cleared = QFile::exists(clearedFile(id));
    auto receipt = receiptFromJson(receiptBytes(cleared ? clearedFile(id) : openFile(id)));
    if (!receipt || receipt->task.id != id)
        return std::nullopt;
    receipt->cleared = cleared;
    return receipt;
}

Result<void> ReceiptBook::write(const Database &database, TaskId id) const
{
    auto row = database.run(QString(u"SELECT id, " + taskColumns() + u" FROM task WHERE id=?"), {id.value});
    if (!row)
        return failure(row.error());
    const bool known = has(id);
    const bool onList = row->next();
    Receipt now;
    if (onList)
        now.task = taskFromRow(*row);
    row->finish();
    if (!known && (!onList || !wasSent(now.task)))
        return {};
    const auto before = known ? read(id) : std::nullopt;
    if (!onList) {
        if (!before)
            return {}; // nothing is known any more that could be written
        now.task = before->task;
        now.former = before->former;
    } else if (before) {
        now.former = formerRuns(*before, now.task);
    }
    if (auto log = readLog(database, id, now); !log)
        return log;
    if (auto take = readTake(database, id, now); !take)
        return take;
    if (before && before->logged > now.logged)
        return {}; // the database is what lost something
    const QString file = onList ? openFile(id) : clearedFile(id);
    const QByteArray bytes = receiptToJson(now);
    if (known && receiptBytes(file) == bytes)
        return {};
    if (!QDir().mkpath(m_folder))
        return failure(ErrorKind::NotWritable, {QDir::toNativeSeparators(m_folder)});
    if (auto written = writeIntoPlace(bytes, file); !written)
        return written;
    QFile::remove(onList ? clearedFile(id) : openFile(id));
    return {};
}

// A rename each, not a new file: a whole list is cleared with one click.
void ReceiptBook::markCleared(const QList<TaskId> &ids) const
{
    for (const TaskId id : ids) {
        if (QFile::exists(openFile(id))) {
            QFile::remove(clearedFile(id));
            QFile::rename(openFile(id), clearedFile(id));
        }
    }
}

ReceiptBook::Reading ReceiptBook::readAll() const
{
    return read(QDir(m_folder).entryList({QStringLiteral("task-*.json")}, QDir::Files, QDir::Unsorted));
}

ReceiptBook::Reading ReceiptBook::readNewest(int count) const
{
    QList<Written> files = filesOf(m_folder);
    const auto middle = files.begin() + std::min<qsizetype>(count, files.size());
    std::partial_sort(files.begin(), middle, files.end(),
                      [](const Written &a, const Written &b) { return a.at > b.at; });
    QStringList names;
    for (auto file = files.begin(); file != middle; ++file)
        names.append(QFile::decodeName(file->name));
    return read(names);
}

ReceiptBook::Reading ReceiptBook::read(const QStringList &names) const
{
    static const QRegularExpression shape(QStringLiteral("^task-([1-9][0-9]{0,17})(\\.cleared)?\\.json$"));
    Reading reading;
    for (const QString &name : names) {
        const auto match = shape.match(name);
        if (!match.hasMatch())
            continue;
        const TaskId id{match.captured(1).toLongLong()};
        const bool cleared = !match.captured(2).isEmpty();
        reading.highestTask = std::max(reading.highestTask, id.value);
        auto receipt = receiptFromJson(receiptBytes(QString(m_folder + u'/' + name)));
        if (receipt && receipt->task.id == id) {
            receipt->cleared = cleared;
            reading.receipts.append(*receipt);
        } else {
            ++reading.unreadable;
        }
    }
    std::sort(reading.receipts.begin(), reading.receipts.end(), [](const Receipt &a, const Receipt &b) {
        return a.task.id != b.task.id ? a.task.id < b.task.id : a.cleared < b.cleared;
    });
    return reading;
}

bool ReceiptBook::isEmpty() const
{
    return filesOf(m_folder).isEmpty();
}

} // namespace retake
