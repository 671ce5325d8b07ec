// SPDX-License-Identifier: GPL-3.0-or-later
// How many bits a conformed clip takes, and how many those of the source have: pure.
#include "media/conformbits.h"

#include <algorithm>
#include <array>
#include <cmath>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace retake {

namespace {

constexpr double freshBitsPerPixel = 0.12; // measured on films and screens at our quality

// How many bits of ours carry what one bit of such a source does; 0: sources that hardly compress.
double worthOf(const QString &codec)
{
    constexpr std::array older{u"mpeg4", u"mpeg2video", u"mpeg1video", u"msmpeg4v3", u"wmv2", u"wmv3"};
    constexpr std::array newer{u"hevc", u"vp9", u"av1"};
    const auto isOne = [&codec](const char16_t *name) { return codec == QStringView(name); };
    if (std::any_of(newer.begin(), newer.end(), isOne))
        return 1.7;
    if (std::any_of(older.begin(), older.end(), isOne))
        return 0.7;
    return codec == u"h264" || codec == u"vp8" ? 1.0 : 0.0;
}

const AVPixFmtDescriptor *descriptorOf(const VideoInfo &video)
{
    return av_pix_fmt_desc_get(av_get_pix_fmt(video.pixelFormat.toLatin1().constData()));
}

} // namespace

qint64 mostPictureBits(const ConformPlan &plan, const MediaLimits &limits)
{
    const double seconds = double(plan.duration().count()) / 1e6;
    // 8 % for the container and for what the rate control overshoots; one second is the buffer's size
    const double budget =
        (double(limits.maximumBytes) * 8 * 0.92 - conformedSoundBits * seconds) / (seconds + 1);
    return qint64(std::clamp(budget, 200000.0, 60000000.0));
}

double expectedPictureBits(const ClipInfo &clip, const ConformPlan &plan)
{
    const QSize picture = plan.placed.isNull() ? plan.size : plan.placed.size();
    const double pixels = double(picture.width()) * picture.height();
    const double rate = plan.frameRate.toDouble();
    const double fresh = pixels * rate * freshBitsPerPixel;
    const double worth = worthOf(clip.video.codec);
    const double seconds = double(clip.duration.count()) / 1e6;
    const double sourcePixels = double(clip.video.size.width()) * clip.video.size.height();
    if (worth == 0 || seconds <= 0 || clip.bytes <= 0 || sourcePixels <= 0)
        return fresh;
    const double had = double(clip.bytes) * 8 / seconds * worth;
    const double fewer = std::min(1.0, rate / std::max(1.0, clip.video.frameRate.toDouble()));
    return std::max(had * std::pow(pixels / sourcePixels, 0.75) * fewer, 1000.0);
}

qint64 estimatedBytes(const ClipInfo &clip, const ConformPlan &plan, const ModelSpec &model)
{
    if (plan.copy)
        return clip.bytes;
    const double seconds = double(plan.duration().count()) / 1e6;
    const double picture =
        std::min(expectedPictureBits(clip, plan), double(mostPictureBits(plan, model.video)));
    const double sound = plan.audio ? conformedSoundBits : 0;
    const auto bytes = qint64((picture + sound) * seconds / 8);
    return model.video.maximumBytes > 0 ? std::min(bytes, model.video.maximumBytes) : bytes;
}

int bitDepthOf(const VideoInfo &video)
{
    const AVPixFmtDescriptor *format = descriptorOf(video);
    return std::max(video.colour.bitDepth, format ? format->comp[0].depth : 8);
}

bool isRgb(const VideoInfo &video)
{
    const AVPixFmtDescriptor *format = descriptorOf(video);
    return format && (format->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL));
}

bool isFullRange(const VideoInfo &video)
{
    if (isRgb(video))
        return false;
    return video.colour.fullRange || video.pixelFormat.startsWith(u"yuvj");
}

} // namespace retake
