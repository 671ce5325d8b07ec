// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/measure.h"

#include <QByteArray>

#include <variant>

namespace retake {

// A line that FFmpeg's ssim or psnr filter wrote of one pair of pictures, which it counts from 1.
struct SsimLine
{
    int number = 0;
    PlaneFigures figures;
};

struct PsnrLine
{
    int number = 0;
    PlaneFigures figures;
};

// Nothing when it is neither. "inf" is infinite, "nan" is not a number.
std::variant<std::monostate, SsimLine, PsnrLine> parseMeasureLine(const QByteArray &line);

} // namespace retake
