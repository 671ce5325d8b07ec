// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

class QByteArray;
class QFile;

namespace retake {

// Flushes a written file to the disk itself.
Result<void> syncFile(QFile &file);

// Puts a whole file in place: `from` is synced, then renamed over `to` (same file system), then the folder
// is synced, so that after a power cut either the old or the new file is there.
Result<void> moveIntoPlace(const QString &from, const QString &to);

// Copies to a temporary name beside `to`, syncs, renames. Overwrites.
Result<void> copyIntoPlace(const QString &from, const QString &to);

// Writes to a temporary name beside `to`, syncs, renames. Overwrites.
Result<void> writeIntoPlace(const QByteArray &bytes, const QString &to);

// The kind of a failed write: DiskFull when errno says so, else NotWritable.
Error writeError(const QString &path);

} // namespace retake
