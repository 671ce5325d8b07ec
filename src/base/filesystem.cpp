// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filesystem.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace retake {

namespace {

void syncFolderOf(const QString &path)
{
    const int folder =
        ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0)
        return; // a folder that may not be read cannot be synced; the rename itself has happened
    ::fsync(folder);
    ::close(folder);
}

} // namespace

Error writeError(const QString &path)
{
    const int cause = errno;
    const bool full = cause == ENOSPC || cause == EDQUOT;
    return {full ? ErrorKind::DiskFull : ErrorKind::NotWritable,
            {QDir::toNativeSeparators(path)},
            {},
            QString::fromLocal8Bit(std::strerror(cause)),
            {},
            0,
            std::nullopt};
}

Result<void> syncFile(QFile &file)
{
    if (!file.flush() || ::fsync(file.handle()) != 0)
        return failure(writeError(file.fileName()));
    return {};
}

Result<void> moveIntoPlace(const QString &from, const QString &to)
{
    QFile file(from);
    if (!file.open(QIODevice::ReadWrite))
        return failure(writeError(from));
    if (auto synced = syncFile(file); !synced)
        return synced;
    file.close();
    // QFile::rename refuses to overwrite and falls back to copying: neither is wanted here.
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failure(writeError(to));
    syncFolderOf(to);
    return {};
}

namespace {

// `write` fills the temporary file; false, when it cannot.
template<class Write> Result<void> fillIntoPlace(const QString &to, Write write)
{
    const QString partial = to + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) + u".part";
    QFile target(partial);
    if (!target.open(QIODevice::WriteOnly))
        return failure(writeError(to));
    if (!write(target)) {
        const Error error = writeError(to);
        target.remove();
        return failure(error);
    }
    target.close();
    auto moved = moveIntoPlace(partial, to);
    if (!moved)
        QFile::remove(partial);
    return moved;
}

bool writeWhole(QFile &file, const QByteArray &bytes)
{
    return file.write(bytes) == bytes.size() && file.flush();
}

} // namespace

Result<void> copyIntoPlace(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileMissing, {from});
    return fillIntoPlace(to, [&source](QFile &target) {
        while (!source.atEnd()) {
            if (!writeWhole(target, source.read(1 << 20)))
                return false;
        }
        return true;
    });
}

Result<void> writeIntoPlace(const QByteArray &bytes, const QString &to)
{
    return fillIntoPlace(to, [&bytes](QFile &target) { return writeWhole(target, bytes); });
}

} // namespace retake
