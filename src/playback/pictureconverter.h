// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/avpointers.h"

#include <QImage>
#include <QSize>

namespace retake {

// How a stored picture becomes the one that is seen.
struct PictureShape
{
    int rotation = 0; // degrees clockwise to show it upright
    AVRational sampleAspect{1, 1};
    QSize shownAs{}; // the size to take for the picture's own, whatever it is; empty: as the above say
};

// As seen: sample aspect and rotation applied.
QSize uprightSize(QSize stored, const PictureShape &shape);

// Turns decoded frames into upright RGB32 pictures of the size at which they are shown: matrix, range, sample
// aspect and rotation applied. Keeps swscale's context between frames; for one thread.
class PictureConverter
{
public:
    // The largest picture that fits the box; an empty box means the clip's own size.
    QImage convert(const AVFrame &frame, const PictureShape &shape, QSize box);

private:
    AvPtr<SwsContext> m_context;
};

} // namespace retake
