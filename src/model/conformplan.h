// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"
#include "model/order.h"

#include <QRect>

namespace retake {

enum class ConformChange {
    Trimmed,
    CutToLimit,
    Rate,
    ConstantRate,
    Size,
    Rotated,
    Container,
    Video,
    Audio,
    AudioDropped,
    Squared,
    Padded,
    Cropped,
    Colour, // HDR or 10 bit becomes 8 bit BT.709
    Smaller // encoded with fewer bits to stay under the model's bytes
};

// How a clip becomes the file that the model takes. Pure data: media/conform plans it, ConformJob runs it.
struct ConformPlan
{
    Trim piece;   // of the source, on frame borders
    QSize size;   // even sides
    QRect crop;   // of the picture as seen: what is shown; null: all of it
    QRect placed; // where in `size` the picture lies, with bars around; null: everywhere
    Rational frameRate;
    qint64 frames = 0;  // exactly so many come out
    bool audio = false; // the source has sound
    bool copy = false;  // the source is sent as it is: nothing to do
    QList<ConformChange> changes;

    friend bool operator==(const ConformPlan &, const ConformPlan &) = default;

    Microseconds duration() const
    {
        return Microseconds(
            frameRate.numerator ? frames * 1000000LL * frameRate.denominator / frameRate.numerator : 0);
    }
};

} // namespace retake
