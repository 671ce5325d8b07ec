// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

extern "C" {
#include <libavformat/avformat.h>
}

namespace retake {

// What a container promises, against what is there.

bool isFormat(const AVFormatContext *format, QLatin1String name); // as libav's name begins

// The index of an MP4 tells where each sample lies; a place behind the file's end is missing.
bool indexPointsBehindEnd(AVStream *stream, qint64 bytes);

// The header's length against where the last packet ends, in seconds: more than a second and a tenth is no
// rounding.
bool headerPromisesMore(const AVFormatContext *format, const AVStream *video, double foundEnd);

} // namespace retake
