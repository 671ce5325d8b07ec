// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sentframes.h"
#include "playback/frameindex.h"
#include "playback/side.h"

#include <vector>

namespace retake {

// Which frames of the two sides belong together, and when: a table of every pair in the order of time. Pairs
// are matched by the frames that were sent where these are known, else by time from the first frame; frames
// that differ by less than a quarter of a frame count as the same moment, so that rounded time stamps never
// tear a pair apart. Steps are the frames of Before, and those of After where Before has ended. Further takes
// join the table.
class PairTimeline
{
public:
    struct Entry
    {
        Microseconds time{0};
        int before = -1; // -1: that side is not there
        int after = -1;
        int step = 0;
        std::array<int, furtherSides.size()> further{-1, -1};

        int frame(Side side) const
        {
            return side == Side::Before  ? before
                   : side == Side::After ? after
                                         : further[std::size_t(side) - bothSides.size()];
        }
    };

    PairTimeline() = default;
    // Either may be null. `offset` is the moment of Before at which After begins.
    // `sent` says which frames of Before those of After were made from; empty, or of a clip that has more
    // frames than Before: not known.
    PairTimeline(const FrameIndex *before, const FrameIndex *after, Microseconds offset,
                 const SentFrames &sent = {});

    // The same table with a further take in it, which `match` pairs, as After, with what this one begins
    // with: Before or, without it, After. Frames of its own that fall between those of the others are
    // entries, too; steps only where all others have ended.
    PairTimeline joinedBy(Side further, const PairTimeline &match) const;

    bool isEmpty() const { return m_entries.empty(); }

    int size() const { return int(m_entries.size()); }

    int steps() const { return int(m_steps.size()); }

    Microseconds duration() const { return m_end; }

    const Entry &entry(int number) const { return m_entries[std::size_t(number)]; }

    // Entry numbers; times and steps outside are held inside.
    int entryAt(Microseconds time) const;
    int entryOfStep(int step) const;

    // When the next entry begins; the end after the last.
    Microseconds endOf(int number) const;

private:
    void matchByTime(const FrameIndex &before, const FrameIndex &after, Microseconds offset);
    void matchBySources(const FrameIndex &before, const FrameIndex &after, const std::vector<int> &sources);
    void add(Microseconds time, int before, int after, bool isStep);
    void add(const Entry &entry, bool isStep);

    std::vector<Entry> m_entries;
    std::vector<int> m_steps; // the entry that each begins with
    Microseconds m_end{0};
    Microseconds m_near{0}; // moments that differ by less are one
};

} // namespace retake
