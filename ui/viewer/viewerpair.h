// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/framepairs.h"
#include "playback/comparisonplan.h"
#include "playback/side.h"
#include "ui/viewer/viewmode.h"

#include <QString>

#include <array>

namespace retake {

// What the viewer shows at a moment, for whoever makes a file of it.
struct ViewerPair
{
    struct Half
    {
        QString file; // empty: nothing is open there
        QString title;
        int frame = -1;
    };

    std::array<Half, 2> halves;
    Pairing pairing;
    ComparisonOrder order = ComparisonOrder::BeforeFirst;
    std::optional<Trim> piece; // that is looped, of the time of Before; none: all
    ViewMode mode = ViewMode::Single;

    const Half &half(Side side) const { return halves[std::size_t(side)]; }

    bool has(Side side) const { return !half(side).file.isEmpty() && half(side).frame >= 0; }

    bool isWhole() const { return has(Side::Before) && has(Side::After); }
};

} // namespace retake
