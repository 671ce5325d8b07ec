// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

namespace retake {

// Whose sound it is, and where it belongs.
struct SoundClip
{
    QString file;            // empty: none
    qint64 firstPicture = 0; // its time stamp, in the ticks of the picture's stream
    Microseconds begin{0};   // the moment of the timeline that the first picture belongs to

    friend bool operator==(const SoundClip &, const SoundClip &) = default;
};

} // namespace retake
