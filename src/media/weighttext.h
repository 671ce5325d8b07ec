// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace retake {

// A file's size in MB, as errors and remarks tell it.
inline QString weightText(qint64 bytes)
{
    const double megabytes = double(bytes) / 1e6;
    return QString(QString::number(megabytes, 'f', megabytes < 10 ? 1 : 0) + u" MB");
}

} // namespace retake
