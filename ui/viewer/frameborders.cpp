// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/frameborders.h"

#include <algorithm>
#include <cmath>

namespace retake {

FrameBorders::FrameBorders(const FrameTimes &begins, Microseconds end)
{
    if (begins.empty() || end <= Microseconds(0))
        return;
    auto borders = std::make_shared<FrameTimes>(begins);
    borders->push_back(std::max(end, begins.back() + Microseconds(1)));
    m_borders = std::move(borders);
}

// Counted in frames of the exact mean, so that a thousandth of a frame does not add up.
FrameBorders FrameBorders::even(Microseconds duration, Microseconds frame)
{
    if (duration <= Microseconds(0))
        return {};
    const double wished = double(duration.count()) / double(std::max<qint64>(frame.count(), 1));
    const auto count = std::max<qint64>(std::llround(wished), 1);
    FrameTimes begins;
    begins.reserve(std::size_t(count) + 1);
    for (qint64 number = 0; number < count; ++number)
        begins.emplace_back(std::llround(double(number) * double(duration.count()) / double(count)));
    return {begins, duration};
}

Microseconds FrameBorders::at(int border) const
{
    return m_borders ? (*m_borders)[std::size_t(std::clamp(border, 0, frames()))] : Microseconds(0);
}

int FrameBorders::notBefore(Microseconds time) const
{
    if (!m_borders)
        return 0;
    const auto found = std::lower_bound(m_borders->begin(), m_borders->end(), time);
    return std::min(int(found - m_borders->begin()), frames());
}

int FrameBorders::notAfter(Microseconds time) const
{
    if (!m_borders)
        return 0;
    const auto after = std::upper_bound(m_borders->begin(), m_borders->end(), time);
    return std::max(int(after - m_borders->begin()) - 1, 0);
}

int FrameBorders::nearest(Microseconds time) const
{
    const int after = notBefore(time);
    return after > 0 && time - at(after - 1) < at(after) - time ? after - 1 : after;
}

} // namespace retake
