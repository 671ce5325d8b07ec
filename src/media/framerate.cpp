// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/framerate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace retake {

namespace {

// As doubles, for a damaged file may hold times whose difference no integer takes.
double secondsBetween(qint64 from, qint64 to, AVRational base)
{
    return (double(to) - double(from)) * av_q2d(base);
}

} // namespace

FrameRate::FrameRate(const std::vector<qint64> &times, AVRational base)
    : m_times(times)
    , m_base(base)
    , m_steps(double(times.size()) - 1)
    , m_span(secondsBetween(times.front(), times.back(), base))
    // containers round to their clock (Matroska to 1 ms, phones to 1/600 s), and a clip that was once in
    // Matroska keeps its milliseconds when it is packed anew
    , m_slack(std::clamp(1.5 * av_q2d(base), 0.0011, 0.0025))
{}

bool FrameRate::isConstant() const
{
    const double step = m_span / m_steps;
    for (std::size_t i = 0; i < m_times.size(); ++i) {
        const double off = secondsBetween(m_times.front(), m_times[i], m_base) - step * double(i);
        if (std::abs(off) > std::min(m_slack, step / 4))
            return false;
    }
    return true;
}

Rational FrameRate::rate(AVRational average, AVRational guessed) const
{
    const std::array<AVRational, 13> candidates{{guessed,
                                                 average,
                                                 {24, 1},
                                                 {25, 1},
                                                 {30000, 1001},
                                                 {30, 1},
                                                 {24000, 1001},
                                                 {50, 1},
                                                 {60, 1},
                                                 {60000, 1001},
                                                 {15, 1},
                                                 {48, 1},
                                                 {120, 1}}};
    for (const AVRational &one : candidates) {
        if (one.num > 0 && one.den > 0 && std::abs(m_steps / av_q2d(one) - m_span) <= m_slack)
            return {one.num, one.den};
    }
    const AVRational measured = av_d2q(m_steps / m_span, 100000);
    return {measured.num, measured.den};
}

} // namespace retake
