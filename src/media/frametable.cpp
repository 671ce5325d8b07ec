// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/frametable.h"

#include <algorithm>

extern "C" {
#include <libavutil/common.h>
#include <libavutil/mathematics.h>
}

namespace retake {

void FrameTable::add(const Packet &packet)
{
    const qint64 at = packet.pts != noTime ? packet.pts : packet.dts;
    const EntryPoint point{at, packet.dts != noTime ? packet.dts : packet.pts};
    // A stream without a marked key frame is decoded from where it begins.
    if (at != noTime && (packet.key || (m_entries.empty() && m_before == noTime)))
        m_entries.push_back(point);
    if (!packet.shown) {
        ++m_hidden;
        m_before = at != noTime ? at : m_before;
        return;
    }
    ++m_shown;
    if (packet.pts != noTime)
        m_times.push_back(packet.pts);
    if (packet.dts != noTime)
        m_decodings.push_back(packet.dts);
    if (at == noTime)
        return;
    m_sinceKey = packet.key ? 1 : m_sinceKey + 1;
    m_keyDistance = std::max(m_keyDistance, m_sinceKey);
    m_reordered = m_reordered || (m_before != noTime && at < m_before);
    m_before = at;
    if (m_lastTime == noTime || at > m_lastTime) {
        m_lastTime = at;
        m_lastDuration = packet.duration;
    }
}

void FrameTable::settle(qint64 firstDecoded)
{
    std::sort(m_entries.begin(), m_entries.end(),
              [](const EntryPoint &a, const EntryPoint &b) { return a.pts < b.pts; });
    std::sort(m_times.begin(), m_times.end());
    // Where some frames do not say when they are shown (AVI: none does, program streams: some do not), the
    // even row of decoding times stands for them, moved to where showing begins.
    if (qint64(m_times.size()) < m_shown && qint64(m_decodings.size()) == m_shown) {
        std::sort(m_decodings.begin(), m_decodings.end());
        const qint64 shift = m_times.empty() ? 0 : av_sat_sub64(m_times.front(), m_decodings.front());
        m_times = std::move(m_decodings);
        m_timed = false;
        for (qint64 &time : m_times)
            time = av_sat_add64(time, shift);
    }
    m_decodings.clear();
    m_times.erase(std::unique(m_times.begin(), m_times.end()), m_times.end());
    if (firstDecoded == noTime)
        return;
    // Pictures that lead the first key frame refer to ones that were cut off: no decoder shows them.
    const auto first = std::lower_bound(m_times.begin(), m_times.end(), firstDecoded);
    if (first == m_times.end())
        return;
    m_hidden += first - m_times.begin();
    m_times.erase(m_times.begin(), first);
}

FrameTimes FrameTable::frameTimes(Rational tick) const
{
    FrameTimes times;
    times.reserve(m_times.size());
    for (const qint64 at : m_times)
        times.emplace_back(av_rescale_q(av_sat_sub64(at, m_times.front()),
                                        AVRational{tick.numerator, tick.denominator},
                                        AVRational{1, 1'000'000}));
    return times;
}

} // namespace retake
