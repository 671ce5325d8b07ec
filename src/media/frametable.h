// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

#include <cstdint>
#include <vector>

namespace retake {

// By which rule the frames of a stream are numbered: the probe, the frame map, the proxies and playback all
// count with it. Frame 0 is the first that is shown; what an edit list hides and what leads the first
// decodable picture has no number. In the stream's ticks.
class FrameTable
{
public:
    static constexpr qint64 noTime = INT64_MIN;

    struct Packet
    {
        qint64 pts = noTime;
        qint64 dts = noTime;
        qint64 duration = 0;
        bool key = false;
        bool shown = true; // false: the container cuts it away (edit lists), decoded but never seen
    };

    // Where decoding may begin.
    struct EntryPoint
    {
        qint64 pts = 0;
        qint64 dts = 0;
    };

    void add(const Packet &packet); // in the order of the file

    // When all are added: `firstDecoded` is when the first picture is shown that comes out of a decoder.
    void settle(qint64 firstDecoded = noTime);

    const std::vector<qint64> &times() const { return m_times; } // of the frames, rising

    FrameTimes frameTimes(Rational tick) const; // from the first

    bool isTimed() const { return m_timed; } // false: times of decoding stand for those of showing

    const std::vector<EntryPoint> &entries() const { return m_entries; } // by pts

    qint64 lastDuration() const { return m_lastDuration; }

    qint64 shownPackets() const { return m_shown; } // with those of which no time is known

    qint64 hidden() const { return m_hidden; }

    int keyDistance() const { return m_keyDistance; } // frames from a key frame to the next, at most

    bool isReordered() const { return m_reordered; } // B-frames: decoded in another order than shown

private:
    std::vector<qint64> m_times;
    std::vector<qint64> m_decodings; // of the same frames
    std::vector<EntryPoint> m_entries;
    qint64 m_lastTime = noTime;
    qint64 m_lastDuration = 0;
    qint64 m_shown = 0;
    qint64 m_hidden = 0;
    qint64 m_before = noTime; // the packet before
    int m_keyDistance = 0;
    int m_sinceKey = 0;
    bool m_reordered = false;
    bool m_timed = true;
};

} // namespace retake
