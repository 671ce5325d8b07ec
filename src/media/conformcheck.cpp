// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/conformcheck.h"

#include "base/filesystem.h"
#include "media/avfile.h"
#include "media/probe.h"

#include <QFile>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

constexpr double mostSoundLag = 0.010;
constexpr double soundPacket = 0.03; // sound ends on a whole packet of 1024 samples

double startOf(const AVStream *stream)
{
    return stream->start_time == AV_NOPTS_VALUE ? 0 : double(stream->start_time) * av_q2d(stream->time_base);
}

// Seconds from the picture's first frame to the first sound, as players read the file.
double soundLag(const QString &file)
{
    const auto opened = AvFile::open(file);
    if (!opened || !opened->video() || !opened->audio())
        return 0;
    return startOf(opened->audio()) - startOf(opened->video());
}

QString pictureDifference(const ConformPlan &plan, const VideoInfo &video)
{
    if (video.frames != plan.frames)
        return QStringLiteral("%1 frames instead of %2").arg(video.frames).arg(plan.frames);
    if (video.size != plan.size || video.codedSize != plan.size)
        return QStringLiteral("%1 x %2 instead of %3 x %4")
            .arg(video.size.width())
            .arg(video.size.height())
            .arg(plan.size.width())
            .arg(plan.size.height());
    if (!video.constantRate || std::abs(video.frameRate.toDouble() - plan.frameRate.toDouble()) > 0.001)
        return QStringLiteral("%1 frames a second instead of %2")
            .arg(video.frameRate.toDouble())
            .arg(plan.frameRate.toDouble());
    if (video.codec != u"h264" || video.pixelFormat != u"yuv420p")
        return QString(video.codec + u' ' + video.pixelFormat);
    return {};
}

} // namespace

QString differenceFrom(const ConformPlan &plan, const MediaLimits &limits, const ClipInfo &made)
{
    if (const QString difference = pictureDifference(plan, made.video); !difference.isEmpty())
        return difference;
    if (plan.audio != made.audio.has_value())
        return plan.audio ? QStringLiteral("no sound") : QStringLiteral("sound that the source has not");
    const double picture = double(made.duration.count()) / 1e6;
    const double sound = made.audio ? double(made.audio->duration.count()) / 1e6 : picture;
    if (picture > limits.maximumSeconds + 1e-6 || sound > limits.maximumSeconds + soundPacket ||
        picture < limits.minimumSeconds - 1e-6)
        return QStringLiteral("%1 s long").arg(std::max(picture, sound));
    if (std::abs(sound - picture) > 2 * soundPacket)
        return QStringLiteral("%1 s of sound for %2 s").arg(sound).arg(picture);
    if (made.bytes > limits.maximumBytes)
        return QStringLiteral("%1 bytes").arg(made.bytes);
    return {};
}

Result<ClipInfo> checkAndPlace(const QString &part, const QString &target, const ConformPlan &plan,
                               const MediaLimits &limits, ConformVerdict &verdict)
{
    const auto refuse = [&part](const QString &why) -> Result<ClipInfo> {
        QFile::remove(part);
        return failure(ErrorKind::ToolFailed, {QStringLiteral("ffmpeg")}, why);
    };
    auto made = probeClip(part);
    if (!made)
        return refuse(errorKindName(made.error().kind));
    if (const QString difference = differenceFrom(plan, limits, *made); !difference.isEmpty())
        return refuse(difference);
    if (const double lag = soundLag(part); std::abs(lag) > mostSoundLag)
        return refuse(QStringLiteral("sound begins %1 s after the picture").arg(lag));
    const QMutexLocker lock(&verdict.mutex);
    if (verdict.cancelled) {
        QFile::remove(part);
        return failure(ErrorKind::CancelledByPerson);
    }
    if (const auto moved = moveIntoPlace(part, target); !moved) {
        QFile::remove(part);
        return tl::unexpected(moved.error());
    }
    verdict.inPlace = true;
    made->file = target;
    return made;
}

} // namespace retake
