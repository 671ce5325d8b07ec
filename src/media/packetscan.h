// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/avfile.h"
#include "model/clipinfo.h"

namespace retake {

// What one pass over all packets finds; times count from the start of the file's earliest stream.
struct PacketScan
{
    qint64 frames = 0; // shown ones: what an edit list hides is not counted
    Microseconds videoStart{0};
    Microseconds videoDuration{0};
    Rational rate; // average; the exact one where it is constant
    bool constant = true;
    Microseconds audioDuration{0};
    bool decodes = false; // at least one picture came out of the decoder
    bool cutOff = false;  // the file promises more than is there
};

// FileDamaged only when no decoder opens; a verdict on the rest is in the fields.
Result<PacketScan> scanPackets(const AvFile &file);

} // namespace retake
