// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/difference.h"

#include <algorithm>
#include <cstdlib>

namespace retake {

QImage differenceOf(const QImage &before, const QImage &after)
{
    const QImage left = before.convertToFormat(QImage::Format_RGB32);
    QImage right = after.convertToFormat(QImage::Format_RGB32);
    if (right.size() != left.size())
        right = right.scaled(left.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage result(left.size(), QImage::Format_RGB32);
    for (int y = 0; y < left.height(); ++y) {
        const uchar *one = left.constScanLine(y);
        const uchar *other = right.constScanLine(y);
        uchar *out = result.scanLine(y);
        for (int i = 0; i < left.width() * 4; ++i)
            out[i] = uchar(std::min(std::abs(one[i] - other[i]) * differenceGain, 255));
    }
    return result;
}

} // namespace retake
