// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/soundclock.h"

#include <algorithm>

namespace retake {

namespace {

// The part of what is amiss that one word of the device sets right: jitter is smoothed, and a device whose
// second is 1 % off, asked a hundred times a second, is followed within a millisecond.
constexpr int smoothing = 10;

Microseconds between(SoundClock::Wall from, SoundClock::Wall to)
{
    return std::chrono::duration_cast<Microseconds>(to - from);
}

} // namespace

void SoundClock::await(Microseconds at, Wall now)
{
    m_at = at;
    m_wall = now;
    m_waiting = true;
}

void SoundClock::run(Microseconds at, Wall now)
{
    m_at = at;
    m_wall = now;
    m_waiting = false;
}

void SoundClock::runOn(Wall now)
{
    run(at(now), now);
}

Microseconds SoundClock::at(Wall now) const
{
    if (m_waiting)
        return m_at + std::max(between(m_wall, now) - Microseconds(patience), Microseconds(0));
    return m_at + between(m_wall, now);
}

std::optional<Microseconds> SoundClock::hear(Microseconds sound, Wall when)
{
    // The picture that waited begins where the sound is.
    if (m_waiting && between(m_wall, when) < patience) {
        run(std::max(sound, m_at), when);
        return std::nullopt;
    }
    const Microseconds stands = at(when);
    const Microseconds ahead = sound - stands;
    if (std::chrono::abs(ahead) > apart)
        return ahead;
    run(stands + ahead / smoothing, when);
    return std::nullopt;
}

} // namespace retake
