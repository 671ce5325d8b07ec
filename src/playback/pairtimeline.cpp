// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/pairtimeline.h"

#include <algorithm>

namespace retake {

namespace {

bool isOfThese(const SentFrames &sent, const FrameIndex &before)
{
    for (int frame = 0; frame < sent.map.size(); ++frame) {
        if (sent.map.source(frame) >= before.count())
            return false;
    }
    return !sent.isEmpty();
}

// The frame of Before that each frame of After was made from, rising; before.count() for those that a service
// added after Before's end. What it added after the piece's end goes on by time.
std::vector<int> sourcesOf(const FrameIndex &after, const FrameIndex &before, const SentFrames &sent)
{
    const auto timeSent = [&](qint64 frame) {
        return Microseconds(frame * 1'000'000 * sent.rate.denominator / sent.rate.numerator);
    };
    const Microseconds near = std::min(after.meanFrame(), timeSent(1)) / 4;
    const int last = sent.map.size() - 1;
    std::vector<int> sources;
    sources.reserve(std::size_t(after.count()));
    for (int frame = 0; frame < after.count(); ++frame) {
        const Microseconds time = after.timeOf(frame) + near;
        const qint64 made = time.count() * sent.rate.numerator / (1'000'000LL * sent.rate.denominator);
        int source = 0;
        if (made <= last) {
            source = sent.map.source(int(made));
        } else {
            const Microseconds there = before.timeOf(sent.map.source(last)) + time - timeSent(last);
            source = there >= before.duration() ? before.count() : before.frameAt(there);
        }
        sources.push_back(sources.empty() ? source : std::max(source, sources.back()));
    }
    return sources;
}

} // namespace

PairTimeline::PairTimeline(const FrameIndex *before, const FrameIndex *after, Microseconds offset,
                           const SentFrames &sent)
{
    const bool hasBefore = before && before->count() > 0;
    const bool hasAfter = after && after->count() > 0;
    if (!hasBefore && !hasAfter)
        return;
    if (!hasBefore) {
        for (int frame = 0; frame < after->count(); ++frame)
            add(after->timeOf(frame), -1, frame, true);
        m_end = after->duration();
        m_near = after->meanFrame() / 4;
        return;
    }
    if (!hasAfter) {
        for (int frame = 0; frame < before->count(); ++frame)
            add(before->timeOf(frame), frame, -1, true);
        m_end = before->duration();
        m_near = before->meanFrame() / 4;
        return;
    }

    m_near = std::min(before->meanFrame(), after->meanFrame()) / 4;
    if (isOfThese(sent, *before))
        matchBySources(*before, *after, sourcesOf(*after, *before, sent));
    else
        matchByTime(*before, *after, offset);
}

void PairTimeline::matchByTime(const FrameIndex &before, const FrameIndex &after, Microseconds offset)
{
    const Microseconds near = std::min(before.meanFrame(), after.meanFrame()) / 4;
    const auto afterTime = [&](int frame) { return after.timeOf(frame) + offset; };
    int partner = 0;
    for (int frame = 0; frame < before.count(); ++frame) {
        const Microseconds begin = before.timeOf(frame);
        const Microseconds end = before.timeOf(frame + 1);
        partner = std::max(partner, after.frameAt(begin - offset + near));
        add(begin, frame, partner, true);
        while (partner + 1 < after.count() && afterTime(partner + 1) < end - near) {
            ++partner;
            add(std::max(afterTime(partner), begin), frame, partner, false);
        }
    }
    m_end = before.duration();
    const int last = before.count() - 1;
    while (partner + 1 < after.count()) {
        ++partner;
        add(std::max(afterTime(partner), m_end), last, partner, true);
    }
    m_end = std::max(m_end, after.duration() + offset);
}

// Frames of After that were made from the same frame share its time evenly; one of Before from which none was
// made stands beside the last that was.
void PairTimeline::matchBySources(const FrameIndex &before, const FrameIndex &after,
                                  const std::vector<int> &sources)
{
    int next = 0;
    for (int frame = 0; frame < before.count(); ++frame) {
        const auto from = sources.begin() + next;
        const auto shared = int(std::upper_bound(from, sources.end(), frame) - from);
        const Microseconds begin = before.timeOf(frame);
        const Microseconds length = before.timeOf(frame + 1) - begin;
        add(begin, frame, shared > 0 ? next : std::max(next - 1, 0), true);
        for (int i = 1; i < shared; ++i)
            add(begin + length * i / shared, frame, next + i, false);
        next += shared;
    }
    m_end = before.duration();
    const Microseconds shift = m_end - after.timeOf(next);
    for (; next < after.count(); ++next)
        add(after.timeOf(next) + shift, before.count() - 1, next, true);
    m_end = std::max(m_end, after.duration() + shift);
}

// Both tables are walked in the order of time, and the nearest two entries of a moment become one. Where a
// frame of the common side begins both have an entry of the very same time, so nothing ever slips.
PairTimeline PairTimeline::joinedBy(Side further, const PairTimeline &match) const
{
    if (match.isEmpty())
        return *this;
    const std::size_t place = std::size_t(further) - bothSides.size();
    PairTimeline joined;
    joined.m_entries.reserve(m_entries.size() + match.m_entries.size() / 8);
    joined.m_end = std::max(m_end, match.m_end);
    joined.m_near = isEmpty() ? match.m_near : std::min(m_near, match.m_near);
    enum class Next { Own, Other, Both };
    const auto nextOf = [&](int own, int other) {
        if (own == size() || other == match.size())
            return own == size() ? Next::Other : Next::Own;
        const auto gap = [&](int i, int j) { return std::chrono::abs(entry(i).time - match.entry(j).time); };
        const Microseconds here = gap(own, other);
        if (here > joined.m_near)
            return match.entry(other).time < entry(own).time ? Next::Other : Next::Own;
        if (other + 1 < match.size() && gap(own, other + 1) < here)
            return Next::Other;
        return own + 1 < size() && gap(own + 1, other) < here ? Next::Own : Next::Both;
    };
    Entry now;
    now.further[place] = match.entry(0).after;
    for (int own = 0, other = 0; own < size() || other < match.size();) {
        const Next next = nextOf(own, other);
        bool isStep = false;
        if (next != Next::Other) {
            const int standing = now.further[place];
            now = entry(own);
            now.further[place] = standing;
            isStep = own == 0 || entry(own - 1).step != now.step;
            ++own;
        }
        if (next != Next::Own) {
            now.further[place] = match.entry(other).after;
            ++other;
        }
        if (next == Next::Other) {
            now.time = std::max(now.time, match.entry(other - 1).time);
            isStep = own == size() && now.time >= m_end;
        }
        joined.add(now, isStep || joined.m_steps.empty());
    }
    return joined;
}

void PairTimeline::add(Microseconds time, int before, int after, bool isStep)
{
    Entry entry;
    entry.time = time;
    entry.before = before;
    entry.after = after;
    add(entry, isStep);
}

void PairTimeline::add(const Entry &entry, bool isStep)
{
    if (isStep)
        m_steps.push_back(size());
    m_entries.push_back(entry);
    m_entries.back().step = steps() - 1;
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
