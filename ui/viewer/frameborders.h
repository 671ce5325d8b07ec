// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

#include <memory>

namespace retake {

// Where the frames of a clip begin, and where the last one ends: border n is the beginning of frame n, border
// frames() the end of the clip. Holds for uneven frame times. Cheap to copy.
class FrameBorders
{
public:
    FrameBorders() = default;
    FrameBorders(const FrameTimes &begins, Microseconds end);
    // Frames of one length, of which as many whole ones as fit best.
    static FrameBorders even(Microseconds duration, Microseconds frame);

    bool isEmpty() const { return frames() == 0; }

    int frames() const { return m_borders ? int(m_borders->size()) - 1 : 0; }

    Microseconds end() const { return at(frames()); }

    Microseconds at(int border) const; // borders outside are held inside

    int nearest(Microseconds time) const;
    int notBefore(Microseconds time) const; // the first from the moment on; the end when there is none
    int notAfter(Microseconds time) const;  // the last up to the moment; the start when there is none

private:
    std::shared_ptr<const FrameTimes> m_borders; // rising, one more than frames
};

} // namespace retake
