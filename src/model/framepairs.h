// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sentframes.h"

#include <vector>

namespace retake {

// What tells which frames of two clips belong together: by the frames that were sent where these are known,
// else by time, After beginning at the moment `offset` of Before. Beside a frame of Before stands the one of
// After that comes so many later than its partner.
struct Pairing
{
    Microseconds offset{0};
    SentFrames sent{};
    int afterShift = 0;

    friend bool operator==(const Pairing &, const Pairing &) = default;
};

// Two frames that belong together, each counted from 0, and when they are shown in the time of Before.
struct FramePair
{
    int before = 0;
    int after = 0;
    Microseconds time{0};

    friend bool operator==(const FramePair &, const FramePair &) = default;
};

struct FramePairs
{
    enum class By { Frames, Time };

    std::vector<FramePair> list; // in the order of time; neither side ever goes back
    By by = By::Time;
};

// The pairs that the viewer shows, without those in which a side that has not begun, or has ended, stands
// still, or from whose frame of Before nothing was made. `sent` of a clip with more frames than Before is not
// heeded.
FramePairs framePairs(const FrameTimes &before, const FrameTimes &after, const Pairing &pairing);

} // namespace retake
