// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/pairtimeline.h"

#include <algorithm>

namespace retake {

PairTimeline::PairTimeline(const FrameIndex *before, const FrameIndex *after, Microseconds offset)
{
    const bool hasBefore = before && before->count() > 0;
    const bool hasAfter = after && after->count() > 0;
    if (!hasBefore && !hasAfter)
        return;
    if (!hasBefore) {
        for (int frame = 0; frame < after->count(); ++frame)
            add(after->timeOf(frame), -1, frame, true);
        m_end = after->duration();
        return;
    }
    if (!hasAfter) {
        for (int frame = 0; frame < before->count(); ++frame)
            add(before->timeOf(frame), frame, -1, true);
        m_end = before->duration();
        return;
    }

    const Microseconds near = std::min(before->meanFrame(), after->meanFrame()) / 4;
    const auto afterTime = [&](int frame) { return after->timeOf(frame) + offset; };
    int partner = 0;
    for (int frame = 0; frame < before->count(); ++frame) {
        const Microseconds begin = before->timeOf(frame);
        const Microseconds end = before->timeOf(frame + 1);
        partner = std::max(partner, after->frameAt(begin - offset + near));
        add(begin, frame, partner, true);
        while (partner + 1 < after->count() && afterTime(partner + 1) < end - near) {
            ++partner;
            add(std::max(afterTime(partner), begin), frame, partner, false);
        }
    }
    m_end = before->duration();
    const int last = before->count() - 1;
    while (partner + 1 < after->count()) {
        ++partner;
        add(std::max(afterTime(partner), m_end), last, partner, true);
    }
    m_end = std::max(m_end, after->duration() + offset);
}

void PairTimeline::add(Microseconds time, int before, int after, bool isStep)
{
    if (isStep)
        m_steps.push_back(size());
    m_entries.push_back({time, before, after, steps() - 1});
}

int PairTimeline::entryAt(Microseconds time) const
{
    const auto next = std::upper_bound(m_entries.begin(), m_entries.end(), time,
                                       [](Microseconds t, const Entry &entry) { return t < entry.time; });
    return std::max(int(next - m_entries.begin()) - 1, 0);
}

int PairTimeline::entryOfStep(int step) const
{
    return m_steps.empty() ? 0 : m_steps[std::size_t(std::clamp(step, 0, steps() - 1))];
}

Microseconds PairTimeline::endOf(int number) const
{
    return number + 1 < size() ? entry(number + 1).time : m_end;
}

} // namespace retake
