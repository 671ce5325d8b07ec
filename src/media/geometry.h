// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/avfile.h"
#include "model/clipinfo.h"

namespace retake {

// Degrees clockwise (0, 90, 180, 270) that show the stored picture upright.
int uprightRotation(const AVStream *stream);

// Width to height of one stored pixel; 1:1 where the file says nothing.
Rational pixelShape(AVFormatContext *format, AVStream *stream);

// Size as seen: pixels squared (the height stays), then turned upright.
QSize seenSize(QSize stored, Rational pixel, int rotation);

} // namespace retake
