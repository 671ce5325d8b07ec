// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

#include <vector>

extern "C" {
#include <libavutil/rational.h>
}

namespace retake {

// Whether frames lie on an even grid, and at which rate. `times` rise, in ticks of `base`, two or more.
class FrameRate
{
public:
    FrameRate(const std::vector<qint64> &times, AVRational base);

    bool isConstant() const;
    // The first usual rate that explains the times (those of the container before all), else the measured
    // one; 0 when the times are beyond reason.
    Rational rate(AVRational average, AVRational guessed) const;

private:
    const std::vector<qint64> &m_times;
    AVRational m_base;
    double m_steps;
    double m_span;
    double m_slack;
};

} // namespace retake
