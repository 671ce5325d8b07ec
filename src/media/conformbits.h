// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/conform.h"

namespace retake {

constexpr int conformedSoundBits = 192000; // a second

// The most bits of picture a second, so that the whole file stays under the model's bytes.
qint64 mostPictureBits(const ConformPlan &plan, const MediaLimits &limits);

// About how many bits of picture a second it takes at the quality that we aim at.
double expectedPictureBits(const ClipInfo &clip, const ConformPlan &plan);

// Bits a component has, whatever the file says of its colours; 8 where nothing is known.
int bitDepthOf(const VideoInfo &video);
bool isRgb(const VideoInfo &video);
bool isFullRange(const VideoInfo &video); // of luma and chroma

} // namespace retake
