// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/lookahead.h"

#include <cstdlib>

namespace retake {

namespace {

constexpr int onward = 4;
constexpr int backwards = 24;
constexpr int loopsEnd = 24; // so near to it the begin is fetched, too
constexpr int loopsBegin = 6;

void append(std::vector<int> &frames, int shown, int frame)
{
    if (frame >= 0 && frame != (frames.empty() ? shown : frames.back()))
        frames.push_back(frame);
}

} // namespace

Lookahead lookAhead(const PairTimeline &timeline, int entry, const Heading &heading)
{
    Lookahead ahead;
    if (timeline.isEmpty() || heading.stride == 0)
        return ahead;
    const bool back = heading.stride < 0;
    const int turn = back ? heading.first : heading.last;
    const int left = std::abs(turn - entry) / std::abs(heading.stride);
    const bool turns = heading.loops && left <= loopsEnd;
    const int count = turns ? left + loopsBegin : back ? backwards : onward;
    const PairTimeline::Entry &shown = timeline.entry(entry);
    for (int step = 0, at = entry; step < count; ++step) {
        at += heading.stride;
        if (at < heading.first || at > heading.last) {
            if (!heading.loops)
                break;
            at = back ? heading.last : heading.first;
        }
        append(ahead.before, shown.before, timeline.entry(at).before);
        append(ahead.after, shown.after, timeline.entry(at).after);
        for (std::size_t i = 0; i < furtherSides.size(); ++i)
            append(ahead.further[i], shown.further[i], timeline.entry(at).further[i]);
    }
    return ahead;
}

} // namespace retake
