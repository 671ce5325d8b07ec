// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace retake {

using Microseconds = std::chrono::microseconds;

// When every shown frame of a clip begins, rising, the first at 0.
using FrameTimes = std::vector<Microseconds>;

struct Rational
{
    int numerator = 0;
    int denominator = 1;

    double toDouble() const { return denominator ? double(numerator) / denominator : 0; }

    friend bool operator==(const Rational &, const Rational &) = default;
};

// How the stored numbers become colours, in FFmpeg's words ("bt709", "smpte2084"); empty: the file does not
// say.
struct ColourInfo
{
    QString primaries;
    QString transfer;
    QString matrix;
    bool fullRange = false;
    int bitDepth = 8;

    bool isHdr() const { return transfer == u"smpte2084" || transfer == u"arib-std-b67"; }
};

struct VideoInfo
{
    QString codec;       // FFmpeg's name, e.g. "h264"
    QString pixelFormat; // FFmpeg's name, e.g. "yuv420p"
    QSize codedSize;     // as stored
    QSize size;          // as seen: rotation and sample aspect applied
    int rotation = 0;    // degrees clockwise to show it upright: 0, 90, 180, 270
    Rational sampleAspect{1, 1};
    ColourInfo colour;
    Rational frameRate; // average
    bool constantRate = true;
    qint64 frames = 0;       // counted by a scan of the packets, not taken from the header
    qint64 hiddenFrames = 0; // what an edit list hides; not among `frames`
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
    int streams = 0; // all of them, data and pictures of the cover too
    Microseconds duration{0};
    VideoInfo video;
    std::optional<AudioInfo> audio;
};

} // namespace retake
