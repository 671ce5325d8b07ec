// SPDX-License-Identifier: GPL-3.0-or-later
// ffmpeg's arguments for a plan: pure.
#include "media/conform.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

constexpr double audioBits = 192000;
constexpr Microseconds seekMargin{3000};
constexpr Microseconds vagueSeekMargin{12000000};

QString sixDigits(Microseconds time)
{
    return QString::number(double(time.count()) / 1e6, 'f', 6);
}

struct Seek
{
    Microseconds before{0};  // -ss, before -i
    Microseconds dropped{0}; // decoded after that and thrown away
};

// -ss counts from the start of the file's earliest stream. Containers round times to their own clock, so the
// cut lies a margin before the frame, far below a frame's length; fps= puts it on 0 again. Where a file has
// no index a seek lands somewhere: then it goes well before, and what is too early is dropped after decoding.
Seek seekFor(const ClipInfo &clip, const ConformPlan &plan)
{
    const Microseconds frame(qint64(1e6 / std::max(clip.video.frameRate.toDouble(), 1.0)));
    const Microseconds cut =
        std::max(Microseconds(0), plan.piece.in + clip.video.start - std::min(seekMargin, frame / 4));
    const bool hasIndex =
        clip.container.contains(u"mp4") || clip.container.contains(u"matroska") || clip.container == u"avi";
    if (hasIndex)
        return {cut, Microseconds(0)};
    const Microseconds early = std::max(Microseconds(0), cut - vagueSeekMargin);
    return {early, cut - early};
}

// What comes before is dropped, what follows begins at 0. `kind` is "a" for sound.
QStringList dropBefore(Microseconds time, const QString &kind)
{
    return {QString(kind + u"trim=start=" + sixDigits(time)),
            QString(kind + u"setpts=PTS-" + sixDigits(time) + u"/TB")};
}

} // namespace

QStringList conformArguments(const ClipInfo &clip, const ConformPlan &plan, const ModelSpec &model,
                             const QString &target)
{
    const double seconds = double(plan.duration().count()) / 1e6;
    // 8 % for the container and for what the rate control overshoots; one second is the buffer's size
    const double budget = (double(model.video.maximumBytes) * 8 * 0.92 - audioBits * seconds) / (seconds + 1);
    const auto maximumRate = qint64(std::clamp(budget, 200000.0, 60000000.0));
    const QString rate =
        QStringLiteral("%1/%2").arg(plan.frameRate.numerator).arg(plan.frameRate.denominator);
    const bool sameGrid = clip.video.constantRate && plan.frameRate == clip.video.frameRate;

    const Seek seek = seekFor(clip, plan);
    QStringList filters;
    QStringList soundFilters;
    if (seek.dropped.count() > 0) {
        filters = dropBefore(seek.dropped, QString());
        soundFilters = dropBefore(seek.dropped, QStringLiteral("a"));
    }
    filters.append(QStringLiteral("fps=%1:round=near:start_time=0").arg(rate));
    soundFilters.append(QStringLiteral("aresample=async=1:first_pts=0"));
    if (!sameGrid) // rounding may leave the last frame open
        filters.append(QStringLiteral("tpad=stop_mode=clone:stop_duration=1"));
    // not -frames:v: that ends the sound too, which may lag behind in the file
    filters.append(QStringLiteral("trim=end_frame=%1").arg(plan.frames));
    const bool square = clip.video.sampleAspect.numerator == clip.video.sampleAspect.denominator;
    if (plan.size != clip.video.size || !square)
        filters.append(
            QStringLiteral("scale=%1:%2:flags=lanczos").arg(plan.size.width()).arg(plan.size.height()));
    filters += {QStringLiteral("setsar=1"), QStringLiteral("format=yuv420p")};

    QStringList list{QStringLiteral("-hide_banner"),
                     QStringLiteral("-v"),
                     QStringLiteral("error"),
                     QStringLiteral("-nostdin"),
                     QStringLiteral("-y"),
                     QStringLiteral("-nostats"),
                     QStringLiteral("-progress"),
                     QStringLiteral("pipe:1"),
                     QStringLiteral("-stats_period"),
                     QStringLiteral("0.1"),
                     QStringLiteral("-protocol_whitelist"),
                     QStringLiteral("file")};
    if (seek.before.count() > 0)
        list += {QStringLiteral("-ss"), sixDigits(seek.before)};
    list += {QStringLiteral("-i"), QString(u"file:" + QFileInfo(clip.file).absoluteFilePath()),
             QStringLiteral("-map"), QStringLiteral("0:V:0")};
    if (plan.audio)
        list += {QStringLiteral("-map"), QStringLiteral("0:a:0")};
    list += {QStringLiteral("-map_metadata"),
             QStringLiteral("-1"),
             QStringLiteral("-map_chapters"),
             QStringLiteral("-1"),
             QStringLiteral("-vf"),
             filters.join(u','),
             QStringLiteral("-c:v"),
             QStringLiteral("libx264"),
             QStringLiteral("-preset"),
             QStringLiteral("veryfast"),
             QStringLiteral("-crf"),
             QStringLiteral("17"),
             QStringLiteral("-maxrate"),
             QString::number(maximumRate),
             QStringLiteral("-bufsize"),
             QString::number(maximumRate),
             QStringLiteral("-profile:v"),
             QStringLiteral("high"),
             QStringLiteral("-g"),
             QString::number(std::max(1, int(std::lround(plan.frameRate.toDouble() * 2)))),
             QStringLiteral("-t"),
             QString::number(seconds, 'f', 6)};
    if (plan.audio)
        list += {QStringLiteral("-af"), soundFilters.join(u','), QStringLiteral("-c:a"),
                 QStringLiteral("aac"), QStringLiteral("-b:a"),  QString::number(int(audioBits)),
                 QStringLiteral("-ar"), QStringLiteral("48000"), QStringLiteral("-ac"),
                 QStringLiteral("2")};
    list += {QStringLiteral("-movflags"), QStringLiteral("+faststart"), QStringLiteral("-f"),
             QStringLiteral("mp4"), QString(u"file:" + QFileInfo(target).absoluteFilePath())};
    return list;
}

} // namespace retake
