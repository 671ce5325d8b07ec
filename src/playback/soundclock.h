// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

#include <optional>

namespace retake {

// Where the sound stands between two words of the device, and where the picture is to be: waits a little for
// a sound that is being started, follows it while it is heard, and goes on by the wall clock without it.
// Moments of the wall clock are given, never read.
class SoundClock
{
public:
    using Wall = std::chrono::steady_clock::time_point;

    // Longer than that nobody waits for a device.
    static constexpr std::chrono::milliseconds patience{200};
    // Further apart, picture and sound are not pulled together: the sound has to be set anew.
    static constexpr std::chrono::milliseconds apart{40};

    // Stands at `at` until the sound is heard or patience ends.
    void await(Microseconds at, Wall now);
    // Goes on by the wall clock.
    void run(Microseconds at, Wall now);
    // From where it is.
    void runOn(Wall now);

    // At that moment of the wall clock the sound stood there. How far it is ahead when it is too far off to
    // be followed.
    std::optional<Microseconds> hear(Microseconds sound, Wall when);

    Microseconds at(Wall now) const;

private:
    Microseconds m_at{0}; // at m_wall
    Wall m_wall;
    bool m_waiting = false;
};

} // namespace retake
