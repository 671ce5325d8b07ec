// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/shelf.h"

#include "base/filesystem.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QUuid>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace retake {

namespace {

constexpr std::chrono::hours leftoversLive{24};
constexpr int triesToPut = 20; // an entry may come and go while ours is put there

QString partSuffix()
{
    return QStringLiteral(".part");
}

QString sweepLockName()
{
    return QStringLiteral("sweep.lock");
}

// By the time of access, because the time of change tells the rest of the program whether the bytes changed.
void touchUse(int file)
{
    const timespec times[2] = {{0, UTIME_NOW}, {0, UTIME_OMIT}};
    ::futimens(file, times);
}

struct ShelfEntry
{
    QString path;
    qint64 bytes = 0;
    timespec used{};

    bool olderThan(const ShelfEntry &other) const
    {
        return used.tv_sec != other.used.tv_sec ? used.tv_sec < other.used.tv_sec
                                                : used.tv_nsec < other.used.tv_nsec;
    }
};

QList<ShelfEntry> entriesOf(const QString &folder)
{
    QList<ShelfEntry> entries;
    const QDir dir(folder);
    for (const QString &name : dir.entryList(QDir::Files | QDir::Hidden)) {
        if (name.endsWith(partSuffix()) || name == sweepLockName())
            continue;
        const QString path = dir.filePath(name);

        struct stat found
        {};

        if (::stat(QFile::encodeName(path).constData(), &found) == 0)
            entries.append({path, found.st_size, found.st_atim});
    }
    std::sort(entries.begin(), entries.end(),
              [](const ShelfEntry &a, const ShelfEntry &b) { return a.olderThan(b); });
    return entries;
}

// Nobody uses it at this moment, and nobody begins to while it goes: whoever finds it must get the lock first
// and sees then that it is gone.
bool removeUnused(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const int file = ::open(name.constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool removed = ::flock(file, LOCK_EX | LOCK_NB) == 0 && ::unlink(name.constData()) == 0;
    ::close(file);
    return removed;
}

// False when there is a file of that name already: to replace it would take it from those who hold it.
Result<bool> linkIntoPlace(const QString &part, const QString &path)
{
    QFile file(part);
    if (!file.open(QIODevice::ReadWrite))
        return failure(writeError(part));
    if (const auto synced = syncFile(file); !synced)
        return failure(synced.error());
    const QByteArray from = QFile::encodeName(part);
    if (::link(from.constData(), QFile::encodeName(path).constData()) == 0) {
        ::unlink(from.constData());
        return true;
    }
    if (errno == EEXIST)
        return false;
    if (errno != EPERM && errno != EOPNOTSUPP && errno != EMLINK)
        return failure(writeError(path));
    if (const auto moved = moveIntoPlace(part, path); !moved) // a file system without links
        return failure(moved.error());
    return true;
}

} // namespace

class Shelf::Hold::Lock
{
public:
    explicit Lock(int file)
        : m_file(file)
    {}

    ~Lock() { ::close(m_file); }

    Q_DISABLE_COPY_MOVE(Lock)

    int file() const { return m_file; }

    // Null when the file is not there, or is being removed.
    static std::shared_ptr<Lock> take(const QString &path)
    {
        const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
        if (file < 0)
            return nullptr;
        auto lock = std::make_shared<Lock>(file);

        struct stat found
        {};

        // Where a file system knows no locks, none is removed either: see removeUnused().
        const bool locked = ::flock(file, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK;
        const bool there = ::fstat(file, &found) == 0 && found.st_nlink > 0 && S_ISREG(found.st_mode);
        return locked && there ? lock : nullptr;
    }

private:
    int m_file;
};

Shelf::Hold::Hold(QString file, std::shared_ptr<Lock> lock)
    : m_file(std::move(file))
    , m_lock(std::move(lock))
{}

Shelf::Shelf(const QString &folder, qint64 limitBytes)
    : m_folder(folder)
    , m_limit(limitBytes)
{}

std::optional<Shelf::Hold> Shelf::find(const QString &name) const
{
    const QString path = m_folder + u'/' + name;
    auto lock = Hold::Lock::take(path);
    if (!lock)
        return std::nullopt;
    touchUse(lock->file());
    return Hold(path, std::move(lock));
}

Result<QString> Shelf::part(const QString &name) const
{
    if (!QDir().mkpath(m_folder))
        return failure(ErrorKind::NotWritable, {QDir::toNativeSeparators(m_folder)});
    return QString(m_folder + u'/' + name + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) +
                   partSuffix());
}

Result<Shelf::Hold> Shelf::put(const QString &name, const QString &part) const
{
    const QString path = m_folder + u'/' + name;
    auto lock = Hold::Lock::take(part); // it goes with the file, so that no sweep comes in between
    if (!lock)
        return failure(ErrorKind::FileMissing, {part});
    for (int tried = 0; tried < triesToPut; ++tried) {
        if (auto there = find(name)) {
            QFile::remove(part);
            return *there;
        }
        const auto linked = linkIntoPlace(part, path);
        if (!linked) {
            QFile::remove(part);
            return failure(linked.error());
        }
        if (*linked) {
            touchUse(lock->file());
            const Hold hold(path, std::move(lock));
            sweep();
            return hold;
        }
    }
    QFile::remove(part);
    return failure(ErrorKind::NotWritable, {QDir::toNativeSeparators(path)}); // something else lies there
}

void Shelf::sweep() const
{
    if (bytes() <= m_limit)
        return;
    QLockFile others(QString(m_folder + u'/' + sweepLockName()));
    if (!others.tryLock(0))
        return; // another program is at it
    const QList<ShelfEntry> entries = entriesOf(m_folder);
    qint64 sum = 0;
    for (const ShelfEntry &entry : entries)
        sum += entry.bytes;
    for (const ShelfEntry &entry : entries) {
        if (sum <= m_limit)
            break;
        if (removeUnused(entry.path))
            sum -= entry.bytes;
    }
}

void Shelf::tidy() const
{
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addSecs(
        -std::chrono::duration_cast<std::chrono::seconds>(leftoversLive).count());
    const QDir dir(m_folder);
    for (const QFileInfo &file :
         dir.entryInfoList({QString(u'*' + partSuffix())}, QDir::Files | QDir::Hidden)) {
        if (file.lastModified() < oldest)
            QFile::remove(file.filePath());
    }
    sweep();
}

qint64 Shelf::bytes() const
{
    qint64 sum = 0;
    for (const ShelfEntry &entry : entriesOf(m_folder))
        sum += entry.bytes;
    return sum;
}

} // namespace retake
