// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/clipstills.h"
#include "media/probe.h"
#include "media/tooloutput.h"
#include "media/toolprocess.h"
#include "media/weighttext.h"

#include <QFileInfo>
#include <QTimer>

#include <algorithm>
#include <array>

namespace retake {

namespace {

// From the best to what hardly shows anything.
struct SmallShape
{
    int side; // px, the longer
    int rate; // frames a second
    int factor;
};

constexpr std::array smallShapes{SmallShape{640, 10, 28}, SmallShape{480, 8, 30}, SmallShape{400, 6, 32},
                                 SmallShape{320, 4, 34},  SmallShape{240, 3, 36}, SmallShape{160, 2, 40}};
constexpr Microseconds smallSeekMargin{12000000}; // where a file has no index a seek lands somewhere

int evenPixels(int side)
{
    return std::max(2, side / 2 * 2);
}

QStringList smallArguments(const ClipInfo &clip, const Trim &piece, const SmallShape &shape, qint64 bytes)
{
    QSize size = clip.video.size;
    if (std::max(size.width(), size.height()) > shape.side)
        size.scale(shape.side, shape.side, Qt::KeepAspectRatio);
    const double rate = clip.video.frameRate.toDouble();
    const QString frames = rate > 0 && rate < shape.rate ? QStringLiteral("%1/%2")
                                                               .arg(clip.video.frameRate.numerator)
                                                               .arg(clip.video.frameRate.denominator)
                                                         : QString::number(shape.rate);
    const bool hasIndex = clip.container.contains(u"mp4") || clip.container.contains(u"matroska");
    const Microseconds begin = clip.video.start + piece.in;
    const Microseconds seek = hasIndex ? begin : std::max(begin - smallSeekMargin, Microseconds(0));
    QStringList arguments = quietFfmpeg();
    if (seek.count() > 0)
        arguments << QStringLiteral("-ss") << ffmpegSeconds(seek);
    arguments << QStringLiteral("-i") << ffmpegFile(clip.file);
    QStringList filters;
    if (begin > seek)
        filters << QString(u"trim=start=" + ffmpegSeconds(begin - seek));
    filters << QStringLiteral("setpts=PTS-STARTPTS") << QString(u"fps=" + frames)
            << QStringLiteral("scale=%1:%2").arg(evenPixels(size.width())).arg(evenPixels(size.height()))
            << QStringLiteral("setsar=1") << QStringLiteral("format=yuv420p");
    arguments << QStringLiteral("-map") << QStringLiteral("0:V:0") << QStringLiteral("-an")
              << QStringLiteral("-sn") << QStringLiteral("-map_metadata") << QStringLiteral("-1")
              << QStringLiteral("-map_chapters") << QStringLiteral("-1") << QStringLiteral("-vf")
              << filters.join(u',') << QStringLiteral("-t") << ffmpegSeconds(piece.length())
              << QStringLiteral("-c:v") << QStringLiteral("libx264") << QStringLiteral("-preset")
              << QStringLiteral("veryfast") << QStringLiteral("-crf") << QString::number(shape.factor);
    if (bytes > 0) // no need to go on when it is too large already
        arguments << QStringLiteral("-fs") << QString::number(bytes + 1);
    return arguments << QStringLiteral("-movflags") << QStringLiteral("+faststart") << QStringLiteral("-f")
                     << QStringLiteral("mp4");
}

// ClipUnfit: too large.
Result<void> checkSmall(const QString &made, const QString &source, qint64 bytes)
{
    if (bytes > 0 && QFileInfo(made).size() > bytes)
        return failure(ErrorKind::ClipUnfit, {source, weightText(bytes)});
    const auto probed = probeClip(made);
    if (!probed)
        return failure(ErrorKind::ToolFailed, {QStringLiteral("ffmpeg")}, errorKindName(probed.error().kind));
    return {};
}

} // namespace

class SmallVideoJob::Private
{
public:
    Private(SmallVideoJob *job, const ClipInfo &source, const Trim &part, qint64 bytes, const QString &file)
        : q(job)
        , clip(source)
        , piece(part)
        , maximumBytes(bytes)
        , target(file)
        , output(new ToolOutput(file, job))
    {}

    void make();
    void made(const Result<void> &result);

    SmallVideoJob *q;
    ClipInfo clip;
    Trim piece;
    qint64 maximumBytes;
    QString target;
    ToolOutput *output; // child of the job
    std::size_t attempt = 0;
};

void SmallVideoJob::Private::make()
{
    output->make(smallArguments(clip, piece, smallShapes[attempt], maximumBytes),
                 [source = clip.file, bytes = maximumBytes](const QString &file) {
                     return checkSmall(file, source, bytes);
                 });
}

void SmallVideoJob::Private::made(const Result<void> &result)
{
    const bool tooLarge = !result && result.error().kind == ErrorKind::ClipUnfit;
    if (tooLarge && ++attempt < smallShapes.size())
        return make();
    if (result)
        Q_EMIT q->finished(target);
    else
        Q_EMIT q->finished(failure(result.error()));
}

SmallVideoJob::SmallVideoJob(const ClipInfo &clip, const std::optional<Trim> &piece, qint64 maximumBytes,
                             const QString &file, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clip, piece.value_or(Trim{Microseconds(0), clip.duration}),
                                  maximumBytes, file))
{
    connect(d->output, &ToolOutput::line, this, [this](const QByteArray &line) {
        const qint64 total = d->piece.length().count();
        if (const auto done = progressIn(line))
            Q_EMIT progress(std::clamp<qint64>(done->count(), 0, total), total);
    });
    connect(d->output, &ToolOutput::finished, this, [this](const Result<void> &result) { d->made(result); });
    QTimer::singleShot(0, this, [this] {
        if (QFileInfo::exists(d->clip.file))
            d->make();
        else
            Q_EMIT finished(failure(ErrorKind::FileMissing, {d->clip.file}));
    });
}

SmallVideoJob::~SmallVideoJob() = default;

} // namespace retake
