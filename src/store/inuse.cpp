// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/inuse.h"

#include "base/filesystem.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace retake {

namespace {

// Not handed on to child processes: they would hold it behind our back.
int openMark(const QString &thing)
{
    const QString mark = thing + u"-use";
    return ::open(QFile::encodeName(mark).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
}

} // namespace

InUse::InUse(int file, bool alone)
    : m_file(file)
    , m_alone(alone)
{}

InUse::~InUse()
{
    ::close(m_file);
}

Result<std::unique_ptr<InUse>> InUse::enter(const QString &library)
{
    constexpr std::chrono::milliseconds patience(20000);
    const int file = openMark(library);
    if (file < 0)
        return failure(writeError(library));
    // A file system without locks cannot tell: there it is for one program at a time.
    const bool alone = ::flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    std::unique_ptr<InUse> use(new InUse(file, alone));
    QElapsedTimer waited;
    waited.start();
    while (!alone && ::flock(file, LOCK_SH | LOCK_NB) != 0) {
        if (waited.hasExpired(patience.count()))
            return failure(ErrorKind::StoreFailed, {QDir::toNativeSeparators(library)},
                           QStringLiteral("another program is repairing it"));
        QThread::msleep(20);
    }
    return use;
}

std::unique_ptr<InUse> InUse::tryAlone(const QString &thing)
{
    const int file = openMark(thing);
    if (file < 0)
        return nullptr;
    std::unique_ptr<InUse> use(new InUse(file, true));
    return ::flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK ? std::move(use) : nullptr;
}

void InUse::share()
{
    if (m_alone)
        ::flock(m_file, LOCK_SH);
    m_alone = false;
}

} // namespace retake
