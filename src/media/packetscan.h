// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/avfile.h"
#include "media/frametable.h"
#include "model/clipinfo.h"

namespace retake {

// What one pass over all packets finds; starts count from the start of the file's earliest stream.
struct PacketScan
{
    FrameTimes times;        // of the shown frames
    FrameTable table;        // the same in the stream's ticks, with where decoding may begin
    qint64 hiddenFrames = 0; // cut away by an edit list, or leading ones whose references are missing
    Microseconds videoStart{0};
    Microseconds videoDuration{0};
    Rational rate; // average; the exact one where it is constant
    bool constant = true;
    Microseconds audioDuration{0};
    QString damage;         // what is wrong, for the detail of an error; empty: nothing was found
    AvPtr<AVFrame> picture; // the first that came out of the decoder; null only with damage
};

// FileDamaged only when no decoder opens; a verdict on the rest is in the fields.
Result<PacketScan> scanPackets(const AvFile &file);

} // namespace retake
