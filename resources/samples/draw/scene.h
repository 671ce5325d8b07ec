// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace retake::sample {

constexpr QSize frameSize{1280, 720};
constexpr int frameRate = 30;
constexpr int frameCount = 240;

// One frame of the clip: the city at dusk behind the railing, and the parrot on it.
QImage sceneFrame(int frame);

} // namespace retake::sample
