// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/tasklock.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace retake {

namespace {

// The file that the name leads to is the one that is open: its last holder may just have removed it.
bool isStillThere(const QByteArray &path, int file)
{
    struct stat named
    {};

    struct stat opened
    {};

    return ::stat(path.constData(), &named) == 0 && ::fstat(file, &opened) == 0 &&
           named.st_ino == opened.st_ino && named.st_dev == opened.st_dev;
}

} // namespace

TaskLock::TaskLock(QByteArray path, int file)
    : m_path(std::move(path))
    , m_file(file)
{}

std::unique_ptr<TaskLock> TaskLock::take(const QString &folder, TaskId task)
{
    return takeFile(folder, QString(u"task-" + QString::number(task.value)));
}

std::unique_ptr<TaskLock> TaskLock::take(const QString &folder, TurnId turn)
{
    return takeFile(folder, QString(u"turn-" + QString::number(turn.value)));
}

std::unique_ptr<TaskLock> TaskLock::takeFile(const QString &folder, const QString &name)
{
    QDir().mkpath(folder);
    const QByteArray path = QFile::encodeName(QString(folder + u'/' + name));
    for (;;) {
        const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (file < 0) // nobody can lock here: a full disk must not keep a paid take from being fetched
            return std::unique_ptr<TaskLock>(new TaskLock({}, -1));
        if (::flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            ::close(file);
            return nullptr;
        }
        if (isStillThere(path, file))
            return std::unique_ptr<TaskLock>(new TaskLock(path, file));
        ::close(file);
    }
}

TaskLock::~TaskLock()
{
    if (m_file < 0)
        return;
    ::unlink(m_path.constData()); // before the lock goes: see isStillThere()
    ::close(m_file);
}

} // namespace retake
