// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/conform.h"

namespace retake {

inline ModelSpec wan()
{
    ModelSpec model;
    model.video.formats = {QStringLiteral("mp4"), QStringLiteral("mov")};
    model.video.maximumBytes = 100000000;
    model.video.minimumSide = 240;
    model.video.maximumSide = 4096;
    model.video.maximumAspect = 8;
    model.video.minimumSeconds = 2;
    model.video.maximumSeconds = 10;
    return model;
}

// An acceptable clip of so many frames.
inline ClipInfo clipOf(QSize size = {1280, 720}, Rational rate = {30, 1}, qint64 frames = 240)
{
    ClipInfo clip;
    clip.file = QStringLiteral("/films/clip.mp4");
    clip.container = QStringLiteral("mov,mp4,m4a,3gp,3g2,mj2");
    clip.bytes = 5000000;
    clip.video.codec = QStringLiteral("h264");
    clip.video.pixelFormat = QStringLiteral("yuv420p");
    clip.video.codedSize = size;
    clip.video.size = size;
    clip.video.frameRate = rate;
    clip.video.frames = frames;
    clip.video.duration = Microseconds(qRound64(double(frames) * 1e6 / rate.toDouble()));
    clip.duration = clip.video.duration;
    clip.audio = AudioInfo{QStringLiteral("aac"), 48000, 2, clip.duration};
    return clip;
}

inline Trim seconds(double in, double out)
{
    return {Microseconds(qRound64(in * 1e6)), Microseconds(qRound64(out * 1e6))};
}

} // namespace retake
