// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace retake::sample {

// The knitted scarf, 512 x 512.
QImage scarf();

// The rainy forest, 960 x 540.
QImage forest();

} // namespace retake::sample
