// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

namespace retake {

// How sound goes to a device: packed samples, all channels of a moment together (a "frame" of sound).
struct SoundFormat
{
    enum class Sample { UInt8, Int16, Int32, Float };

    int rate = 48'000;
    int channels = 2;
    Sample sample = Sample::Int16;

    int bytesPerFrame() const
    {
        switch (sample) {
        case Sample::UInt8:
            return channels;
        case Sample::Int16:
            return channels * 2;
        case Sample::Int32:
        case Sample::Float:
            break;
        }
        return channels * 4;
    }

    char silence() const { return sample == Sample::UInt8 ? char(-128) : char(0); }

    qint64 framesIn(Microseconds time) const
    {
        const qint64 scaled = time.count() * rate;
        return (scaled + (scaled < 0 ? -500'000 : 500'000)) / 1'000'000;
    }

    Microseconds timeOf(qint64 frames) const { return Microseconds(frames * 1'000'000 / rate); }

    friend bool operator==(const SoundFormat &, const SoundFormat &) = default;
};

} // namespace retake
