// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/filestamp.h"

#include <QFile>

#include <sys/stat.h>

namespace retake {

std::optional<FileStamp> stampOfFile(const QString &file)
{
    struct stat found
    {};

    if (::stat(QFile::encodeName(file).constData(), &found) != 0)
        return std::nullopt;
    return FileStamp{found.st_size, qint64(found.st_mtim.tv_sec) * 1'000'000'000 + found.st_mtim.tv_nsec};
}

} // namespace retake
