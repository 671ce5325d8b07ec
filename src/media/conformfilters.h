// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/conform.h"

namespace retake {

// Where decoding begins: -ss before -i, counted from the start of the file's earliest stream.
Microseconds conformSeek(const ClipInfo &clip, const ConformPlan &plan);

// ffmpeg's filter chains for a plan, of picture and sound as they come after that seek; pure.
QString pictureFilters(const ClipInfo &clip, const ConformPlan &plan, ToneMapping tones);
QString soundFilters(const ClipInfo &clip, const ConformPlan &plan);

} // namespace retake
