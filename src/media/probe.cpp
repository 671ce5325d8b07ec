// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/probe.h"

#include "media/avfile.h"
#include "media/geometry.h"
#include "media/packetscan.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QPromise>
#include <QtConcurrentRun>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace retake {

namespace {

VideoInfo videoInfo(const AvFile &file, const PacketScan &scan)
{
    AVStream *stream = file.video();
    const AVCodecParameters *coding = stream->codecpar;
    VideoInfo video;
    video.codec = QString::fromLatin1(avcodec_get_name(coding->codec_id));
    video.pixelFormat = QString::fromLatin1(av_get_pix_fmt_name(AVPixelFormat(coding->format)));
    video.codedSize = QSize(coding->width, coding->height);
    video.rotation = uprightRotation(stream);
    video.sampleAspect = pixelShape(file.format(), stream);
    video.size = seenSize(video.codedSize, video.sampleAspect, video.rotation);
    video.frameRate = scan.rate;
    video.constantRate = scan.constant;
    video.frames = scan.frames;
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

Result<ClipInfo> probeClip(const QString &file)
{
    return probeClip(file, {});
}

Result<ClipInfo> probeClip(const QString &file, const std::function<bool()> &stop)
{
    const auto opened = AvFile::open(file, stop);
    if (!opened)
        return tl::unexpected(opened.error());
    if (!opened->video())
        return failure(ErrorKind::NoPicture, {file});
    const auto scan = scanPackets(*opened);
    if (!scan)
        return tl::unexpected(scan.error());
    if (stop && stop())
        return failure(ErrorKind::FileUnreadable, {file});
    if (scan->cutOff || !scan->decodes || scan->frames == 0)
        return failure(ErrorKind::FileDamaged, {file});

    ClipInfo clip;
    clip.file = file;
    clip.container = QString::fromLatin1(opened->format()->iformat->name);
    clip.bytes = QFileInfo(file).size();
    clip.video = videoInfo(*opened, *scan);
    clip.duration = clip.video.duration;
    // a sound track without a single packet is none
    if (opened->audio() && scan->audioDuration.count() > 0)
        clip.audio = audioInfo(*opened, *scan);
    return clip;
}

class ProbeJob::Private
{
public:
    QFutureWatcher<Result<ClipInfo>> watcher;
};

ProbeJob::ProbeJob(const QString &file, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    connect(&d->watcher, &QFutureWatcherBase::finished, this,
            [this] { Q_EMIT finished(d->watcher.result()); });
    d->watcher.setFuture(QtConcurrent::run([file](QPromise<Result<ClipInfo>> &promise) {
        promise.addResult(probeClip(file, [&promise] { return promise.isCanceled(); }));
    }));
}

ProbeJob::~ProbeJob()
{
    d->watcher.disconnect(this);
    d->watcher.cancel();
}

} // namespace retake
