// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/toolerror.h"

namespace retake {

namespace {

constexpr int linesKept = 4;

QString lastLines(const QByteArray &said)
{
    QStringList lines = QString::fromUtf8(said).split(u'\n', Qt::SkipEmptyParts);
    if (lines.size() > linesKept)
        lines = lines.mid(lines.size() - linesKept);
    return lines.join(u'\n').trimmed();
}

// Whether a line that names the target says so; what is wrong with the source says the same of the source.
bool saidOf(const QByteArray &said, const QString &target, const QByteArray &words)
{
    for (const QByteArray &line : said.split('\n')) {
        if (line.contains(target.toUtf8()) && line.contains(words))
            return true;
    }
    return false;
}

} // namespace

Error ffmpegError(const QByteArray &said, const QString &target)
{
    Error error{ErrorKind::ToolFailed, {QStringLiteral("ffmpeg")}, {}, lastLines(said), {}, 0, std::nullopt};
    if (said.contains("No space left on device") || said.contains("Disk quota exceeded") ||
        saidOf(said, target, "File too large"))
        error.kind = ErrorKind::DiskFull;
    else if (saidOf(said, target, "Permission denied") || saidOf(said, target, "Read-only file system") ||
             saidOf(said, target, "No such file or directory") || saidOf(said, target, "Is a directory"))
        error.kind = ErrorKind::NotWritable;
    if (error.kind != ErrorKind::ToolFailed)
        error.facts = {target};
    return error;
}

} // namespace retake
