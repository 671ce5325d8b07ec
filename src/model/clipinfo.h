// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

#include <chrono>
#include <optional>

namespace retake {

using Microseconds = std::chrono::microseconds;

struct Rational
{
    int numerator = 0;
    int denominator = 1;

    double toDouble() const { return denominator ? double(numerator) / denominator : 0; }

    friend bool operator==(const Rational &, const Rational &) = default;
};

struct VideoInfo
{
    QString codec;       // FFmpeg's name, e.g. "h264"
    QString pixelFormat; // FFmpeg's name, e.g. "yuv420p"
    QSize codedSize;     // as stored
    QSize size;          // as seen: rotation and sample aspect applied
    int rotation = 0;    // degrees clockwise to show it upright: 0, 90, 180, 270
    Rational sampleAspect{1, 1};
    Rational frameRate; // average
    bool constantRate = true;
    qint64 frames = 0; // counted by a scan of the packets, not taken from the header
    Microseconds start{0};
    Microseconds duration{0};
};

struct AudioInfo
{
    QString codec;
    int sampleRate = 0;
    int channels = 0;
    Microseconds duration{0};
};

// What probing a file tells. `duration` is what can really be played.
struct ClipInfo
{
    QString file;
    QString container; // FFmpeg's name, e.g. "mov,mp4,m4a,3gp,3g2,mj2"
    qint64 bytes = 0;
    Microseconds duration{0};
    VideoInfo video;
    std::optional<AudioInfo> audio;
};

} // namespace retake
