// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/framepairs.h"

#include <algorithm>

namespace retake {

namespace {

// The frames of one clip, with the end of the last as long as a frame is on the average.
class Frames
{
public:
    explicit Frames(const FrameTimes &times)
        : m_times(times)
        , m_mean(times.size() > 1 ? times.back() / qint64(times.size() - 1) : std::chrono::milliseconds(40))
    {}

    int count() const { return int(m_times.size()); }

    Microseconds mean() const { return m_mean; }

    Microseconds end() const { return m_times.back() + m_mean; }

    Microseconds begin(int frame) const { return frame < count() ? m_times[std::size_t(frame)] : end(); }

    int at(Microseconds time) const // the first one from before it begins, the last one for ever
    {
        const auto next = std::upper_bound(m_times.begin(), m_times.end(), time);
        return std::max(int(next - m_times.begin()) - 1, 0);
    }

private:
    const FrameTimes &m_times;
    Microseconds m_mean;
};

bool fits(const SentFrames &sent, int frames)
{
    for (int made = 0; made < sent.map.size(); ++made) {
        if (sent.map.source(made) >= frames)
            return false;
    }
    return !sent.isEmpty();
}

// Frames that differ by less than a quarter of a frame count as the same moment, so that rounded time stamps
// never tear a pair apart.
std::vector<FramePair> pairsByTime(const Frames &before, const Frames &after, Microseconds offset)
{
    const Microseconds near = std::min(before.mean(), after.mean()) / 4;
    std::vector<FramePair> pairs;
    int partner = 0;
    for (int frame = 0; frame < before.count(); ++frame) {
        const Microseconds begin = before.begin(frame);
        const Microseconds end = before.begin(frame + 1);
        if (end <= offset + near || begin >= after.end() + offset - near)
            continue;
        partner = std::max(partner, after.at(begin - offset + near));
        pairs.push_back({frame, partner, begin});
        while (partner + 1 < after.count() && after.begin(partner + 1) + offset < end - near) {
            ++partner;
            pairs.push_back({frame, partner, std::max(after.begin(partner) + offset, begin)});
        }
    }
    return pairs;
}

// The frame of Before from which each of After was made; before.count() for what was added after its end.
std::vector<int> sourcesOf(const Frames &after, const Frames &before, const SentFrames &sent)
{
    const auto timeSent = [&](qint64 frame) {
        return Microseconds(frame * 1'000'000 * sent.rate.denominator / sent.rate.numerator);
    };
    const Microseconds near = std::min(after.mean(), timeSent(1)) / 4;
    const int last = sent.map.size() - 1;
    std::vector<int> sources;
    sources.reserve(std::size_t(after.count()));
    for (int frame = 0; frame < after.count(); ++frame) {
        const Microseconds time = after.begin(frame) + near;
        const qint64 made = time.count() * sent.rate.numerator / (1'000'000LL * sent.rate.denominator);
        int source = 0;
        if (made <= last) {
            source = sent.map.source(int(made));
        } else {
            const Microseconds there = before.begin(sent.map.source(last)) + time - timeSent(last);
            source = there >= before.end() ? before.count() : before.at(there);
        }
        sources.push_back(sources.empty() ? source : std::max(source, sources.back()));
    }
    return sources;
}

// Frames of After that were made from the same frame share its time evenly.
std::vector<FramePair> pairsBySources(const Frames &before, const std::vector<int> &sources)
{
    std::vector<FramePair> pairs;
    for (std::size_t from = 0; from < sources.size();) {
        const int source = sources[from];
        if (source >= before.count())
            break;
        std::size_t to = from;
        while (to < sources.size() && sources[to] == source)
            ++to;
        const Microseconds begin = before.begin(source);
        const Microseconds length = before.begin(source + 1) - begin;
        for (std::size_t made = from; made < to; ++made)
            pairs.push_back({source, int(made), begin + length * qint64(made - from) / qint64(to - from)});
        from = to;
    }
    return pairs;
}

} // namespace

FramePairs framePairs(const FrameTimes &before, const FrameTimes &after, const Pairing &pairing)
{
    const bool bySources = fits(pairing.sent, int(before.size()));
    FramePairs pairs{{}, bySources ? FramePairs::By::Frames : FramePairs::By::Time};
    if (before.empty() || after.empty())
        return pairs;
    const Frames left(before);
    const Frames right(after);
    pairs.list = bySources ? pairsBySources(left, sourcesOf(right, left, pairing.sent))
                           : pairsByTime(left, right, pairing.offset);
    if (pairing.afterShift != 0) {
        for (FramePair &pair : pairs.list)
            pair.after += pairing.afterShift;
        std::erase_if(pairs.list,
                      [&](const FramePair &pair) { return pair.after < 0 || pair.after >= right.count(); });
    }
    return pairs;
}

} // namespace retake
