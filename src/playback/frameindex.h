// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/frametable.h"

#include <vector>

namespace retake {

// Which frames a clip has and when: built from one pass over its packets, so that it counts what is there and
// holds for variable rates. Frame 0 is the first shown; times count from it.
class FrameIndex
{
public:
    using Packet = FrameTable::Packet;
    using EntryPoint = FrameTable::EntryPoint;

    FrameIndex() = default;
    FrameIndex(const FrameTable &frames, Rational timeBase);
    FrameIndex(const std::vector<Packet> &packets, Rational timeBase);

    int count() const { return int(m_pts.size()); }

    Microseconds duration() const { return m_end; }

    // What the file's header promises beyond the last frame that is there: it was cut off. 0: nothing.
    Microseconds missing() const { return m_missing; }

    void setMissing(Microseconds missing) { m_missing = missing; }

    Microseconds meanFrame() const { return count() ? m_end / count() : Microseconds(0); }

    // Frames outside are held inside: before 0 is 0, from count() on it is the end of the last.
    Microseconds timeOf(int frame) const;
    int frameAt(Microseconds time) const; // the one on screen at that moment
    // As many frames, each at the same time within a millisecond.
    bool hasFramesOf(const FrameIndex &other) const;

    qint64 ptsOf(int frame) const;
    int frameOfPts(qint64 pts) const; // the nearest

    // The last point from which the frame can be decoded, or `earlier` points before that.
    EntryPoint entryPointFor(int frame, int earlier = 0) const;
    int wayTo(int frame) const; // frames between its entry point and itself
    bool isFirstEntryPoint(const EntryPoint &point) const;

private:
    std::vector<qint64> m_pts;
    std::vector<Microseconds> m_times;
    std::vector<EntryPoint> m_entries; // by pts
    Microseconds m_end{0};
    Microseconds m_missing{0};
};

} // namespace retake
