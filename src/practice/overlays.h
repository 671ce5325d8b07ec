// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/looks.h"

#include <QImage>
#include <QPoint>

namespace retake {

// A picture laid over the video: still, or scrolled (its edges fit together then).
struct Overlay
{
    QImage image;
    QPoint at;
    double acrossPerFrame = 0; // of its width, to the right
    double downPerFrame = 0;   // of its height
};

// What the looks add to a picture of this size, from back to front; the same for the same seed.
QList<Overlay> overlaysFor(const Reading &reading, QSize size, quint32 seed);

} // namespace retake
