// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/looks.h"

class QImage;

namespace retake {

struct Rgb // 0 to 1 each
{
    double r = 0;
    double g = 0;
    double b = 0;
};

struct Hsv // hue 0 to 360, the others 0 to 1
{
    double h = 0;
    double s = 0;
    double v = 0;
};

Hsv toHsv(const Rgb &colour);
Rgb toRgb(const Hsv &colour);

Hsv sampleOf(Colour colour);
Hsv strongestColour(const QImage &frame); // of what stands in the middle

} // namespace retake
