// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/pairtimeline.h"

namespace retake {

// Where a player is going from an entry of its timeline.
struct Heading
{
    int stride = 1; // entries from one pair to the next; below 0 backwards
    int first = 0;  // the entries between which it goes
    int last = 0;
    bool loops = false;
};

// The frames that will be asked for after this one, in the order of need. Without key frames near by
// backwards is only quick when many are had at once; and a loop's begin must be there before its end.
struct Lookahead
{
    std::vector<int> before;
    std::vector<int> after;
    std::array<std::vector<int>, furtherSides.size()> further;

    const std::vector<int> &of(Side side) const
    {
        return side == Side::Before  ? before
               : side == Side::After ? after
                                     : further[std::size_t(side) - bothSides.size()];
    }
};

Lookahead lookAhead(const PairTimeline &timeline, int entry, const Heading &heading);

} // namespace retake
