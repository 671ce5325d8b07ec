// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/frameindex.h"

extern "C" {
#include <libavutil/mathematics.h>
}

#include <algorithm>

namespace retake {

namespace {

Microseconds toMicroseconds(qint64 ticks, Rational timeBase)
{
    return Microseconds(
        av_rescale(ticks, qint64(timeBase.numerator) * 1'000'000, std::max(timeBase.denominator, 1)));
}

FrameTable tableOf(const std::vector<FrameTable::Packet> &packets)
{
    FrameTable table;
    for (const FrameTable::Packet &packet : packets)
        table.add(packet);
    table.settle();
    return table;
}

} // namespace

FrameIndex::FrameIndex(const std::vector<Packet> &packets, Rational timeBase)
    : FrameIndex(tableOf(packets), timeBase)
{}

FrameIndex::FrameIndex(const FrameTable &frames, Rational timeBase)
    : m_pts(frames.times())
    , m_times(frames.frameTimes(timeBase))
    , m_entries(frames.entries())
{
    if (m_pts.empty())
        return;

    const Microseconds mean =
        count() > 1 ? m_times.back() / (count() - 1) : Microseconds(std::chrono::milliseconds(40));
    const Microseconds told = toMicroseconds(frames.lastDuration(), timeBase);
    m_end = m_times.back() + std::max(told > Microseconds(0) ? told : mean, Microseconds(1));
}

Microseconds FrameIndex::timeOf(int frame) const
{
    if (frame >= count())
        return m_end;
    return m_times[std::size_t(std::max(frame, 0))];
}

int FrameIndex::frameAt(Microseconds time) const
{
    const auto after = std::upper_bound(m_times.begin(), m_times.end(), time);
    return std::max(int(after - m_times.begin()) - 1, 0);
}

bool FrameIndex::hasFramesOf(const FrameIndex &other) const
{
    const auto near = [](Microseconds a, Microseconds b) {
        return std::chrono::abs(a - b) <= std::chrono::milliseconds(1);
    };
    return std::equal(m_times.begin(), m_times.end(), other.m_times.begin(), other.m_times.end(), near);
}

qint64 FrameIndex::ptsOf(int frame) const
{
    return m_pts.empty() ? 0 : m_pts[std::size_t(std::clamp(frame, 0, count() - 1))];
}

int FrameIndex::frameOfPts(qint64 pts) const
{
    const auto at = std::lower_bound(m_pts.begin(), m_pts.end(), pts);
    if (at == m_pts.end())
        return std::max(count() - 1, 0);
    const int frame = int(at - m_pts.begin());
    if (*at == pts || frame == 0)
        return frame;
    return pts - *(at - 1) < *at - pts ? frame - 1 : frame;
}

FrameIndex::EntryPoint FrameIndex::entryPointFor(int frame, int earlier) const
{
    if (m_entries.empty())
        return {};
    const auto after = std::upper_bound(m_entries.begin(), m_entries.end(), ptsOf(frame),
                                        [](qint64 pts, const EntryPoint &point) { return pts < point.pts; });
    const auto position = std::ptrdiff_t(after - m_entries.begin()) - 1 - earlier;
    return m_entries[std::size_t(std::max<std::ptrdiff_t>(position, 0))];
}

int FrameIndex::wayTo(int frame) const
{
    return frame - frameOfPts(entryPointFor(frame).pts);
}

bool FrameIndex::isFirstEntryPoint(const EntryPoint &point) const
{
    return m_entries.empty() || point.pts <= m_entries.front().pts;
}

} // namespace retake
