// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/frameindex.h"

#include <QString>

namespace retake {

// The title of a clip on the canvas, with what is missing of it where it was cut off.
QString titleWithLoss(const QString &title, const FrameIndex *frames);

} // namespace retake
