// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/trimrange.h"

#include <algorithm>
#include <cmath>

namespace retake {

TrimRange::TrimRange(Microseconds duration, Microseconds frame, Microseconds shortest, Microseconds longest)
    : m_duration(std::max(duration, Microseconds(0)))
    , m_frame(std::max(frame, Microseconds(1)))
    , m_shortest(std::clamp(std::max(shortest, m_frame), Microseconds(0), m_duration))
    , m_longest(longest > Microseconds(0) ? std::clamp(longest, m_shortest, m_duration) : m_duration)
{}

// Counted in whole frames of the mean length, so that a thousandth of a frame does not add up.
Microseconds TrimRange::snapped(Microseconds time) const
{
    const double frames = std::round(double(m_duration.count()) / double(m_frame.count()));
    const double exact = frames > 0 ? double(m_duration.count()) / frames : 1.0;
    const auto number = std::round(double(time.count()) / exact);
    return std::clamp(Microseconds(std::llround(number * exact)), Microseconds(0), m_duration);
}

Trim TrimRange::whole() const
{
    return {Microseconds(0), m_longest};
}

Trim TrimRange::held(const Trim &wish) const
{
    const Microseconds length = std::clamp(wish.length(), m_shortest, m_longest);
    const Microseconds in = std::clamp(wish.in, Microseconds(0), m_duration - length);
    return {in, in + length};
}

Trim TrimRange::dragIn(const Trim &piece, Microseconds to) const
{
    const Microseconds in =
        std::clamp(snapped(to), Microseconds(0), std::max(piece.out - m_shortest, Microseconds(0)));
    return {in, std::min(piece.out, in + m_longest)};
}

Trim TrimRange::dragOut(const Trim &piece, Microseconds to) const
{
    const Microseconds out = std::clamp(snapped(to), std::min(piece.in + m_shortest, m_duration), m_duration);
    return {std::max(piece.in, out - m_longest), out};
}

Trim TrimRange::setIn(const Trim &piece, Microseconds at) const
{
    const Microseconds in = std::clamp(at, Microseconds(0), m_duration - m_shortest);
    const Microseconds out = in < piece.out ? piece.out : in + piece.length();
    return {in, std::clamp(out, in + m_shortest, std::min(in + m_longest, m_duration))};
}

Trim TrimRange::setOut(const Trim &piece, Microseconds at) const
{
    const Microseconds out = std::clamp(at, m_shortest, m_duration);
    const Microseconds in = out > piece.in ? piece.in : out - piece.length();
    return {std::clamp(in, std::max(out - m_longest, Microseconds(0)), out - m_shortest), out};
}

} // namespace retake
