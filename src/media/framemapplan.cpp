// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/framechoice.h"

#include <algorithm>

namespace retake {

namespace {

// As av_rescale_q() with AV_ROUND_NEAR_INF brings microseconds to the grid of a rate.
qint64 gridOf(qint64 time, Rational rate)
{
    const qint64 above = time * rate.numerator;
    const qint64 below = std::max<qint64>(1, 1000000LL * rate.denominator);
    return above >= 0 ? (above + below / 2) / below : -((-above + below / 2) / below);
}

} // namespace

Microseconds frameLead(Rational rate)
{
    const double frame = 1e6 / std::max(rate.toDouble(), 1.0);
    return Microseconds(std::min<qint64>(1500, qint64(frame / 16)));
}

FrameMap planFrameMap(const ConformPlan &plan, const FrameTimes &source)
{
    std::vector<int> shown;
    if (source.empty())
        return FrameMap();
    shown.reserve(std::size_t(std::max<qint64>(0, plan.frames)));
    if (plan.copy) {
        for (qint64 made = 0; made < plan.frames; ++made)
            shown.push_back(int(made));
        return FrameMap(std::move(shown));
    }
    const Microseconds origin = plan.piece.in - frameLead(plan.frameRate);
    const auto begins = [&](std::size_t frame) {
        return gridOf((source[frame] - origin).count(), plan.frameRate);
    };
    std::size_t next = 0; // the first that has not begun yet
    for (qint64 made = 0; made < plan.frames; ++made) {
        while (next < source.size() && begins(next) <= made)
            ++next;
        shown.push_back(int(std::max<std::size_t>(next, 1) - 1));
    }
    return FrameMap(std::move(shown));
}

} // namespace retake
