// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/trimrange.h"

#include <QString>

namespace retake {

// What the model takes, in seconds as the catalogue has them; 0: no limit.
struct TrimLimits
{
    double shortest = 0;
    double longest = 0;
    friend bool operator==(const TrimLimits &, const TrimLimits &) = default;
};

// The sentences about a piece: how long it is and may be, and why a wish was held back.
QString lengthSentence(const Trim &piece, const TrimLimits &limits, Microseconds clip);
QString holdSentence(TrimHold hold, const TrimLimits &limits); // empty: nothing was held back
QString secondsText(Microseconds length);                      // "4.5", in the person's own writing

// What stands beside a handle while it moves.
QString partText(TrimPart part, const Trim &piece, const FrameBorders &borders);

} // namespace retake
