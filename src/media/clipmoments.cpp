// SPDX-License-Identifier: GPL-3.0-or-later
// Which moments of a clip are looked at: pure.
#include "media/clipstills.h"

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

constexpr Microseconds shortestFrame{2000}; // where frames come unevenly none is taken to be shorter

double evenRate(const ClipInfo &clip)
{
    return clip.video.constantRate ? clip.video.frameRate.toDouble() : 0;
}

Microseconds endOf(const ClipInfo &clip, const std::optional<Trim> &piece)
{
    return piece ? std::min(piece->out, clip.duration) : clip.duration;
}

} // namespace

Microseconds firstMoment(const ClipInfo &clip, const std::optional<Trim> &piece)
{
    if (!piece)
        return Microseconds(0);
    return std::clamp(piece->in, Microseconds(0), lastMoment(clip, std::nullopt));
}

// The frame that is on screen when the piece ends: it began before.
Microseconds lastMoment(const ClipInfo &clip, const std::optional<Trim> &piece)
{
    const Microseconds end = endOf(clip, piece);
    const Microseconds begin = piece ? firstMoment(clip, piece) : Microseconds(0);
    const double rate = evenRate(clip);
    if (rate <= 0)
        return std::max(begin, end - shortestFrame);
    // an end within a thousandth of a second after the beginning of a frame does not show it
    auto frame = qint64(std::ceil(double((end - shortestFrame / 2).count()) / 1e6 * rate)) - 1;
    if (clip.video.frames > 0)
        frame = std::min(frame, clip.video.frames - 1);
    return std::max(begin, Microseconds(std::llround(double(std::max<qint64>(frame, 0)) / rate * 1e6)));
}

// Of one picture alone the middle tells most.
QList<Microseconds> momentsToShow(const ClipInfo &clip, const std::optional<Trim> &piece, int count)
{
    const Microseconds first = firstMoment(clip, piece);
    const Microseconds span = lastMoment(clip, piece) - first;
    const double rate = evenRate(clip);
    const auto frames = rate > 0 ? std::lround(double(span.count()) / 1e6 * rate) + 1
                                 : std::max<long>(1, long(span / shortestFrame));
    const int shown = int(std::min<long>(std::max(count, 1), frames));
    if (shown == 1)
        return {first + span / 2};
    QList<Microseconds> moments;
    for (int i = 0; i < shown; ++i)
        moments.append(first + span * i / (shown - 1));
    return moments;
}

} // namespace retake
