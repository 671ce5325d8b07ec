// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/soundover.h"

#include "media/probe.h"
#include "media/tooloutput.h"

#include <QFileInfo>
#include <QTimer>

#include <algorithm>

namespace retake {

namespace {

constexpr double slowestPace = 0.5;
constexpr double quickestPace = 1.5;
constexpr Microseconds unheard{40000};         // so small a difference is cut off or left silent
constexpr Microseconds soundTolerance{150000}; // of the outcome: an aac frame or two, and the encoder's delay
constexpr Microseconds vagueSoundSeek{12000000};

QString chainOf(const QStringList &filters)
{
    return filters.join(u',');
}

// The piece of the source's sound, as long as the piece is, beginning at 0.
QStringList pieceFilters(Microseconds skipped, Microseconds length)
{
    QStringList filters;
    if (skipped.count() > 0)
        filters << QString(u"atrim=start=" + ffmpegSeconds(skipped))
                << QStringLiteral("asetpts=PTS-%1/TB").arg(ffmpegSeconds(skipped));
    return filters << QStringLiteral("aresample=48000:async=1:first_pts=0")
                   << QString(u"atrim=end=" + ffmpegSeconds(length));
}

QStringList soundOverArguments(const ClipInfo &video, const ClipInfo &source, const Trim &piece)
{
    const Microseconds begin = std::max(source.video.start + piece.in, Microseconds(0));
    const bool hasIndex = source.container.contains(u"mp4") || source.container.contains(u"matroska");
    const Microseconds seek = hasIndex ? begin : std::max(begin - vagueSoundSeek, Microseconds(0));
    const Microseconds length = video.duration;
    const SoundFit fit = fitSound(piece.length(), length);

    QStringList filters = pieceFilters(begin - seek, piece.length());
    if (fit.pace != 1.0)
        filters << QString(u"apad=whole_dur=" + ffmpegSeconds(piece.length()))
                << QString(u"atempo=" + QString::number(fit.pace, 'f', 6));
    if (fit.cutAt.count() > 0)
        filters << QString(u"atrim=end=" + ffmpegSeconds(fit.cutAt));
    // whatever the rounding of the pace left: as long as the picture
    filters << QString(u"apad=whole_dur=" + ffmpegSeconds(length))
            << QString(u"atrim=end=" + ffmpegSeconds(length));

    QStringList arguments = quietFfmpeg();
    arguments << QStringLiteral("-i") << ffmpegFile(video.file);
    if (seek.count() > 0)
        arguments << QStringLiteral("-ss") << ffmpegSeconds(seek);
    arguments << QStringLiteral("-vn") << QStringLiteral("-i") << ffmpegFile(source.file)
              << QStringLiteral("-filter_complex") << QString(u"[1:a:0]" + chainOf(filters) + u"[sound]")
              << QStringLiteral("-map") << QStringLiteral("0:V:0") << QStringLiteral("-map")
              << QStringLiteral("[sound]") << QStringLiteral("-map_metadata") << QStringLiteral("0")
              << QStringLiteral("-c:v") << QStringLiteral("copy") << QStringLiteral("-c:a")
              << QStringLiteral("aac") << QStringLiteral("-ac") << QStringLiteral("2")
              << QStringLiteral("-b:a") << QStringLiteral("192k") << QStringLiteral("-movflags")
              << QStringLiteral("+faststart") << QStringLiteral("-f") << QStringLiteral("mp4");
    return arguments;
}

// What is wrong with the outcome; empty: all frames are there, and the sound is as long as they are.
QString soundOverFault(const ClipInfo &video, const Result<ClipInfo> &made)
{
    if (!made)
        return errorKindName(made.error().kind);
    if (made->video.frames != video.video.frames)
        return QStringLiteral("frames: %1 of %2").arg(made->video.frames).arg(video.video.frames);
    if (!made->audio)
        return QStringLiteral("no sound");
    if (std::chrono::abs(made->audio->duration - video.duration) > soundTolerance)
        return QStringLiteral("sound of %1 s, picture of %2 s")
            .arg(ffmpegSeconds(made->audio->duration), ffmpegSeconds(video.duration));
    return {};
}

} // namespace

SoundFit fitSound(Microseconds sound, Microseconds picture)
{
    SoundFit fit;
    if (sound.count() <= 0 || picture.count() <= 0) {
        fit.silence = std::max(picture, Microseconds(0));
        return fit;
    }
    const double pace = double(sound.count()) / double(picture.count());
    if (std::chrono::abs(sound - picture) > unheard && pace >= slowestPace && pace <= quickestPace) {
        fit.pace = pace;
        return fit;
    }
    if (sound > picture)
        fit.cutAt = picture;
    else
        fit.silence = picture - sound;
    return fit;
}

class SoundOverJob::Private
{
public:
    Private(SoundOverJob *job, const ClipInfo &takesVideo, const ClipInfo &soundSource, const Trim &part,
            const QString &target)
        : q(job)
        , video(takesVideo)
        , source(soundSource)
        , piece(part)
        , output(new ToolOutput(target, job))
    {}

    void start();

    SoundOverJob *q;
    ClipInfo video;
    ClipInfo source;
    Trim piece;
    ToolOutput *output; // child of the job
};

void SoundOverJob::Private::start()
{
    const auto end = [this](ErrorKind kind, const QString &fact) {
        Q_EMIT q->finished(failure(kind, {fact})); // may delete the job: nothing after this
    };
    if (!source.audio)
        return end(ErrorKind::BadParameter, QStringLiteral("source_sound"));
    for (const QString &file : {video.file, source.file}) {
        if (!QFileInfo::exists(file))
            return end(ErrorKind::FileMissing, file);
    }
    output->make(soundOverArguments(video, source, piece),
                 [video = video](const QString &made) -> Result<void> {
                     const QString fault = soundOverFault(video, probeClip(made));
                     if (fault.isEmpty())
                         return {};
                     return failure(ErrorKind::ToolFailed, {QStringLiteral("ffmpeg")}, fault);
                 });
}

SoundOverJob::SoundOverJob(const ClipInfo &video, const ClipInfo &source, const std::optional<Trim> &piece,
                           const QString &output, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, video, source, piece.value_or(Trim{Microseconds(0), source.duration}),
                                  output))
{
    connect(d->output, &ToolOutput::finished, this, &SoundOverJob::finished);
    QTimer::singleShot(0, this, [this] { d->start(); });
}

SoundOverJob::~SoundOverJob() = default;

} // namespace retake
