// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/probe.h"

#include "media/avfile.h"
#include "media/geometry.h"
#include "media/packetscan.h"

#include <QFileInfo>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace retake {

namespace {

struct ScannedFile
{
    AvFile file;
    PacketScan scan;
};

Result<ScannedFile> scanFile(const QString &file, const std::function<bool()> &stop, const FrameBook &book)
{
    const auto stamp = stampOfFile(file);
    auto opened = AvFile::open(file, stop);
    if (!opened)
        return tl::unexpected(opened.error());
    if (!opened->video())
        return failure(ErrorKind::NoPicture, {file});
    auto scan = scanPackets(*opened);
    if (!scan)
        return tl::unexpected(scan.error());
    if (stop && stop())
        return failure(ErrorKind::FileUnreadable, {file});
    if (!scan->damage.isEmpty())
        return failure(ErrorKind::FileDamaged, {file}, scan->damage);
    const AVRational tick = opened->video()->time_base;
    book.note(file, stamp, {std::move(scan->table), {tick.num, tick.den}, KnownFrames::Verdict::Whole});
    return ScannedFile{std::move(*opened), std::move(*scan)};
}

QString colourName(const char *name)
{
    const QString known = QString::fromLatin1(name);
    return known == u"unknown" || known == u"reserved" ? QString() : known;
}

// The picture knows more than the header of some containers.
ColourInfo colourInfo(const AVCodecParameters *coding, const AVFrame *picture, AVPixelFormat format)
{
    const auto primaries =
        coding->color_primaries == AVCOL_PRI_UNSPECIFIED ? picture->color_primaries : coding->color_primaries;
    const auto transfer = coding->color_trc == AVCOL_TRC_UNSPECIFIED ? picture->color_trc : coding->color_trc;
    const auto matrix =
        coding->color_space == AVCOL_SPC_UNSPECIFIED ? picture->colorspace : coding->color_space;
    const auto range =
        coding->color_range == AVCOL_RANGE_UNSPECIFIED ? picture->color_range : coding->color_range;
    ColourInfo colour;
    colour.primaries = colourName(av_color_primaries_name(primaries));
    colour.transfer = colourName(av_color_transfer_name(transfer));
    colour.matrix = colourName(av_color_space_name(matrix));
    colour.fullRange =
        range == AVCOL_RANGE_JPEG || QString::fromLatin1(av_get_pix_fmt_name(format)).startsWith(u"yuvj");
    if (const AVPixFmtDescriptor *shape = av_pix_fmt_desc_get(format))
        colour.bitDepth = shape->comp[0].depth;
    return colour;
}

VideoInfo videoInfo(const AvFile &file, const PacketScan &scan)
{
    AVStream *stream = file.video();
    const AVCodecParameters *coding = stream->codecpar;
    const auto format =
        AVPixelFormat(coding->format != AV_PIX_FMT_NONE ? coding->format : scan.picture->format);
    VideoInfo video;
    video.codec = QString::fromLatin1(avcodec_get_name(coding->codec_id));
    video.pixelFormat = QString::fromLatin1(av_get_pix_fmt_name(format));
    video.codedSize = QSize(coding->width, coding->height);
    video.rotation = uprightRotation(stream);
    video.sampleAspect = pixelShape(file.format(), stream);
    video.size = seenSize(video.codedSize, video.sampleAspect, video.rotation);
    video.colour = colourInfo(coding, scan.picture.get(), format);
    video.frameRate = scan.rate;
    video.constantRate = scan.constant;
    video.frames = qint64(scan.times.size());
    video.hiddenFrames = scan.hiddenFrames;
    video.start = scan.videoStart;
    video.duration = scan.videoDuration;
    return video;
}

AudioInfo audioInfo(const AvFile &file, const PacketScan &scan)
{
    const AVCodecParameters *coding = file.audio()->codecpar;
    AudioInfo audio;
    audio.codec = QString::fromLatin1(avcodec_get_name(coding->codec_id));
    audio.sampleRate = coding->sample_rate;
    audio.channels = coding->ch_layout.nb_channels;
    audio.duration = scan.audioDuration;
    return audio;
}

} // namespace

Result<ClipInfo> probeClip(const QString &file, const std::function<bool()> &stop, const FrameBook &book)
{
    const auto scanned = scanFile(file, stop, book);
    if (!scanned)
        return tl::unexpected(scanned.error());
    const auto &[opened, scan] = *scanned;
    ClipInfo clip;
    clip.file = file;
    clip.container = QString::fromLatin1(opened.format()->iformat->name);
    clip.bytes = QFileInfo(file).size();
    clip.streams = int(opened.format()->nb_streams);
    clip.video = videoInfo(opened, scan);
    clip.duration = clip.video.duration;
    // a sound track without a single packet is none
    if (opened.audio() && scan.audioDuration.count() > 0)
        clip.audio = audioInfo(opened, scan);
    return clip;
}

Result<FrameTimes> readFrameTimes(const QString &file, const std::function<bool()> &stop,
                                  const FrameBook &book)
{
    const auto known = book.framesOf(file);
    if (known && known->verdict == KnownFrames::Verdict::Whole)
        return known->times();
    auto scanned = scanFile(file, stop, book);
    if (!scanned)
        return tl::unexpected(scanned.error());
    return std::move(scanned->scan.times);
}

} // namespace retake
