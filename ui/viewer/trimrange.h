// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/order.h"

#include <optional>

namespace retake {

// The rules by which a piece of a clip moves: inside the clip, no shorter and no longer than the model takes,
// on frame borders. Pure.
class TrimRange
{
public:
    TrimRange() = default;
    // A longest of 0 means no limit.
    TrimRange(Microseconds duration, Microseconds frame, Microseconds shortest, Microseconds longest);

    Microseconds duration() const { return m_duration; }

    // What is taken when nothing was chosen: the clip from its start, as long as the model takes.
    Trim whole() const;
    // The piece as near as possible to the wish.
    Trim held(const Trim &wish) const;
    // The handle moves and the other end stays, except that a piece longer than the limit is pulled along.
    Trim dragIn(const Trim &piece, Microseconds to) const;
    Trim dragOut(const Trim &piece, Microseconds to) const;
    // Sets an end at a moment; the other end gives way.
    Trim setIn(const Trim &piece, Microseconds at) const;
    Trim setOut(const Trim &piece, Microseconds at) const;

private:
    Microseconds snapped(Microseconds time) const;

    Microseconds m_duration{0};
    Microseconds m_frame{1};
    Microseconds m_shortest{0};
    Microseconds m_longest{0};
};

} // namespace retake
