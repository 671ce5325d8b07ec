// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/framebook.h"
#include "model/clipinfo.h"

#include <functional>

namespace retake {

// What decides how quickly a clip can be sought and stepped, and whether another file has the same frames.
struct FrameScan
{
    FrameTimes times; // of the shown ones
    QSize size;       // as seen
    QString matrix;   // by which its numbers become colours, in FFmpeg's words; a guess where it does not say
    bool isRgb = false;
    int keyDistance = 0;    // frames from a key frame to the next, at most
    bool reordered = false; // B-frames: decoded in another order than shown
    qint64 firstStamp = 0;  // the first shown frame's, in the stream's time base
};

// One pass over the packets; decodes one frame at most. Blocks: for pool threads. Errors as probeClip();
// `stop` may end it early, with FileUnreadable. Of a file in the book only the header is read.
Result<FrameScan> scanFrames(const QString &file, const std::function<bool()> &stop = {},
                             const FrameBook &book = {});

// Empty when both have as many frames, at the same times within a millisecond; else what differs, as a
// detail.
QString frameDifference(const FrameTimes &a, const FrameTimes &b);

} // namespace retake
