// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace retake {

// By what a file that was read before is known again: one that was written to since has another stamp.
struct FileStamp
{
    qint64 bytes = 0;
    qint64 changed = 0; // nanoseconds since 1970
    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

std::optional<FileStamp> stampOfFile(const QString &file); // none: it is not there

} // namespace retake
