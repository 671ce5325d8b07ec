// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/order.h"
#include "playback/soundformat.h"

#include <optional>
#include <vector>

namespace retake {

// Which moment of the clip each frame of a sound stream belongs to: the stream's frames count on evenly from
// its start, play time follows them except where something was skipped, and loops wrap play time to moments.
class SoundPlan
{
public:
    SoundPlan() = default;
    SoundPlan(const SoundFormat &format, Microseconds at, const std::optional<Trim> &loop);

    Microseconds playOf(qint64 frame) const;
    Microseconds momentOf(Microseconds play) const;
    // How long the sound goes on after that moment of play until it wraps.
    std::optional<Microseconds> untilWrap(Microseconds play) const;

    // Both hold for frames from `from` on.
    void skip(qint64 from, Microseconds by);
    void setLoop(qint64 from, const std::optional<Trim> &loop);
    void setMoment(qint64 from, Microseconds play, Microseconds moment);

private:
    struct Run
    {
        qint64 frame = 0;
        Microseconds play{0};
    };

    struct Epoch
    {
        Microseconds play{0};
        Microseconds moment{0};
        std::optional<Trim> loop;
    };

    const Epoch &epochAt(Microseconds play) const;
    void add(const Epoch &epoch);

    SoundFormat m_format;
    std::vector<Run> m_runs{Run{}};
    std::vector<Epoch> m_epochs{Epoch{}};
};

} // namespace retake
