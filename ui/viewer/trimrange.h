// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/order.h"
#include "ui/viewer/frameborders.h"

namespace retake {

// What a person takes hold of: an end of the piece, or all of it.
enum class TrimPart { In, Piece, Out };

// Why a piece did not become what was wished.
enum class TrimHold { Free, Shortest, Longest, ClipStart, ClipEnd };

struct HeldTrim
{
    Trim piece;
    TrimHold hold = TrimHold::Free;
    friend bool operator==(const HeldTrim &, const HeldTrim &) = default;
};

// The rules by which a piece of a clip moves: inside the clip, no shorter and no longer than the model takes,
// on frame borders. Where frames are uneven a length is met as near as its borders allow. Pure.
class TrimRange
{
public:
    TrimRange() = default;
    // A longest of 0 means no limit.
    TrimRange(FrameBorders borders, Microseconds shortest, Microseconds longest);

    bool isEmpty() const { return m_borders.isEmpty(); }

    const FrameBorders &borders() const { return m_borders; }

    Microseconds duration() const { return m_borders.end(); }

    Microseconds longest() const { return m_longest; } // no more than the clip has

    // What is taken when nothing was chosen: the clip from its start, as long as the model takes.
    Trim whole() const;
    // The piece as near as possible to the wish.
    Trim held(const Trim &wish) const;

    // A handle moves and the other end stays; the piece moves (its in-point to `to`) and keeps the length.
    HeldTrim dragIn(const Trim &piece, Microseconds to) const;
    HeldTrim dragOut(const Trim &piece, Microseconds to) const;
    HeldTrim placed(Microseconds to, Microseconds length) const;
    // By frames; `length` is what a moving piece keeps.
    HeldTrim stepped(const Trim &piece, TrimPart part, int frames, Microseconds length) const;

    // Sets an end at a moment; the other end gives way.
    HeldTrim setIn(const Trim &piece, Microseconds at) const;
    HeldTrim setOut(const Trim &piece, Microseconds at) const;
    // The in-point stays unless the clip ends before.
    HeldTrim withLength(const Trim &piece, Microseconds length) const;

    HeldTrim around(Microseconds middle, Microseconds length) const;
    // The piece of that length that follows, or goes before; at the clip's ends the last one that fits.
    HeldTrim next(const Trim &piece, Microseconds length) const;
    HeldTrim previous(const Trim &piece, Microseconds length) const;

    // How near and how far the out-point may be.
    Trim reachOfOut(const Trim &piece) const;

private:
    int firstOut(int in) const;
    int lastOut(int in) const;
    int firstIn(int out) const;
    int lastIn(int out) const;
    Trim between(int in, int out) const;
    HeldTrim endingAt(int out, Microseconds length, TrimHold hold) const;

    FrameBorders m_borders;
    Microseconds m_shortest{0};
    Microseconds m_longest{0};
};

} // namespace retake
