// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>

namespace retake {

// Reads from what ffmpeg said (with LC_ALL=C) why it failed: DiskFull or NotWritable for `target`, else
// ToolFailed with its last lines as the detail.
Error ffmpegError(const QByteArray &said, const QString &target);

} // namespace retake
