// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace retake {

// Lies beside a .part file and says which version of what it is a part of, so that a resumed download never
// joins two different files.
struct ResumeMark
{
    QByteArray validator; // strong ETag, or else Last-Modified
    qint64 total = 0;     // bytes of the whole; 0: unknown

    static QString fileFor(const QString &partFile); // NAME.part.mark
    static std::optional<ResumeMark> read(const QString &partFile);
    void write(const QString &partFile) const;
    static void remove(const QString &partFile);
};

} // namespace retake
