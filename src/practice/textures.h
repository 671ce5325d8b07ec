// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/looks.h"

#include <QSize>

namespace retake {

// Structure and texture as FFmpeg's filters, after the colours have been graded; "" where a look has none.
// `number` keeps the labels of several apart.
QString texture(Look look, QSize size, quint32 seed, int rate, int number);

} // namespace retake
