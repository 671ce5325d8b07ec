// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"
#include "model/framemap.h"

namespace retake {

// What a take was made from, frame by frame: of the clip that was sent, and so of the take that came back,
// the frame at `rate` times t shows frame map.source() of the version that the order began with.
struct SentFrames
{
    FrameMap map;
    Rational rate{0, 1};

    bool isEmpty() const { return map.isEmpty() || rate.numerator <= 0 || rate.denominator <= 0; }

    friend bool operator==(const SentFrames &, const SentFrames &) = default;
};

} // namespace retake
