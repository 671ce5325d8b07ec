// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace retake {

inline constexpr int differenceGain = 4;

// How far two RGB32 pictures lie apart, channel by channel, times the gain; black where they are the same. A
// second picture of another size is brought to the first one's.
QImage differenceOf(const QImage &before, const QImage &after);

} // namespace retake
