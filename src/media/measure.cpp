// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/measure.h"

#include "media/measureparse.h"
#include "media/pairfeed.h"
#include "media/toolerror.h"
#include "media/toolprocess.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QtConcurrentRun>

#include <optional>

namespace retake {

namespace {

constexpr QSize measureBox(640, 640);
constexpr int leastMeasuredSide = 16;

int evenMeasuredSide(int side)
{
    return std::max(leastMeasuredSide, side / 2 * 2);
}

QStringList measureArguments(QSize size)
{
    const QString crop = QStringLiteral("crop=%1:%2:0:").arg(size.width()).arg(size.height());
    const QString graph =
        QString(u"split[x][y];[x]" + crop + u"0,split[a][b];[y]" + crop + QString::number(size.height()) +
                u"[c];[c][a]ssim=stats_file=-[d];[d][b]psnr=stats_file=-");
    return {QStringLiteral("-hide_banner"),
            QStringLiteral("-v"),
            QStringLiteral("error"),
            QStringLiteral("-nostats"),
            QStringLiteral("-filter_complex_threads"),
            QStringLiteral("1"),
            QStringLiteral("-f"),
            QStringLiteral("rawvideo"),
            QStringLiteral("-pixel_format"),
            QStringLiteral("yuv420p"),
            QStringLiteral("-video_size"),
            QStringLiteral("%1x%2").arg(size.width()).arg(2 * size.height()),
            QStringLiteral("-i"),
            QStringLiteral("pipe:0"),
            QStringLiteral("-filter_complex"),
            graph,
            QStringLiteral("-fps_mode"),
            QStringLiteral("passthrough"),
            QStringLiteral("-f"),
            QStringLiteral("null"),
            QStringLiteral("-")};
}

Measure::Side sideOf(const FrameScan &scan)
{
    const int frames = int(scan.times.size());
    const Microseconds last = scan.times.back();
    const Microseconds mean = frames > 1 ? last / (frames - 1) : std::chrono::milliseconds(40);
    return {frames, scan.size, last + mean};
}

using Matched = Result<MatchedClips>;
using Written = Result<std::vector<FramePair>>;

} // namespace

QSize measuredSize(QSize seen)
{
    const bool fits = seen.width() <= measureBox.width() && seen.height() <= measureBox.height();
    const QSize size = fits ? seen : seen.scaled(measureBox, Qt::KeepAspectRatio);
    return {evenMeasuredSide(size.width()), evenMeasuredSide(size.height())};
}

class MeasureJob::Private
{
public:
    explicit Private(MeasureJob *job)
        : q(job)
    {}

    void match(const QString &before, const QString &after, const Pairing &pairing);
    void measure(const MatchedClips &clips);
    void takeLine(const QByteArray &line);
    void tryToEnd();
    Result<Measure> result() const;
    void end(const Result<Measure> &result);

    MeasureJob *q;
    QFutureWatcher<Matched> matching;
    QFutureWatcher<Written> feeding;
    std::shared_ptr<Feed> feed;
    ToolProcess *ffmpeg = nullptr; // child of q
    std::optional<ToolRun> run;
    std::optional<Written> written;
    std::vector<PlaneFigures> ssim;
    std::vector<PlaneFigures> psnr;
    Measure made;
    int total = 0;
    bool ended = false;
};

void MeasureJob::Private::match(const QString &before, const QString &after, const Pairing &pairing)
{
    QObject::connect(&matching, &QFutureWatcherBase::finished, q, [this] {
        const Matched clips = matching.result();
        if (!clips)
            return end(failure(clips.error()));
        made.pairedBy = clips->pairs.by;
        made.before = sideOf(clips->left);
        made.after = sideOf(clips->right);
        if (clips->pairs.list.empty())
            return end(made);
        measure(*clips);
    });
    matching.setFuture(QtConcurrent::run([=](QPromise<Matched> &promise) {
        promise.addResult(matchClips(before, after, pairing, [&promise] { return promise.isCanceled(); }));
    }));
}

void MeasureJob::Private::measure(const MatchedClips &clips)
{
    feed = std::make_shared<Feed>();
    if (!feed->isOpen())
        return end(failure(ErrorKind::ToolFailed, {QStringLiteral("ffmpeg")}));
    total = int(clips.pairs.list.size());
    ssim.reserve(clips.pairs.list.size());
    psnr.reserve(clips.pairs.list.size());

    ffmpeg = new ToolProcess(QStringLiteral("ffmpeg"), q);
    QObject::connect(ffmpeg, &ToolProcess::line, q, [this](const QByteArray &line) { takeLine(line); });
    QObject::connect(ffmpeg, &ToolProcess::ended, q, [this](const ToolRun &how) {
        run = how;
        feed->cut(); // it may have ended before it had everything
        tryToEnd();
    });
    ffmpeg->feedFrom(feed->theirs());
    ffmpeg->start(measureArguments(clips.shape.size));
    feed->giveAway();

    QObject::connect(&feeding, &QFutureWatcherBase::progressValueChanged, q,
                     [this](int done) { Q_EMIT q->progress(done, total); });
    QObject::connect(&feeding, &QFutureWatcherBase::finished, q, [this] {
        written = feeding.result();
        tryToEnd();
    });
    feeding.setFuture(QtConcurrent::run([clips, to = feed](QPromise<Written> &promise) {
        promise.setProgressRange(0, int(clips.pairs.list.size()));
        auto sent = feedPairs(
            clips, *to, [&promise] { return promise.isCanceled(); },
            [&promise](int done) { promise.setProgressValue(done); });
        to->finish();
        promise.addResult(std::move(sent));
    }));
}

// Each filter counts by itself, from 1 and without gaps.
void MeasureJob::Private::takeLine(const QByteArray &line)
{
    const auto parsed = parseMeasureLine(line);
    if (const auto *one = std::get_if<SsimLine>(&parsed); one && one->number == int(ssim.size()) + 1)
        ssim.push_back(one->figures);
    if (const auto *one = std::get_if<PsnrLine>(&parsed); one && one->number == int(psnr.size()) + 1)
        psnr.push_back(one->figures);
}

void MeasureJob::Private::tryToEnd()
{
    if (run && written)
        end(result());
}

Result<Measure> MeasureJob::Private::result() const
{
    if (!*written)
        return failure(written->error());
    if (run->end == ToolRun::End::Missing)
        return failure(ErrorKind::ToolMissing, {QStringLiteral("ffmpeg")});
    if (!run->isWell())
        return failure(ffmpegError(run->said, QString()));
    const std::vector<FramePair> &pairs = **written;
    if (ssim.size() != pairs.size() || psnr.size() != pairs.size())
        return failure(ErrorKind::ToolFailed, {QStringLiteral("ffmpeg")},
                       QStringLiteral("%1 and %2 figures of %3 pairs")
                           .arg(ssim.size())
                           .arg(psnr.size())
                           .arg(pairs.size()));
    Measure measure = made;
    measure.unread = total - int(pairs.size());
    measure.frames.reserve(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i)
        measure.frames.push_back({pairs[i], ssim[i], psnr[i]});
    return measure;
}

void MeasureJob::Private::end(const Result<Measure> &result)
{
    if (ended)
        return;
    ended = true;
    Q_EMIT q->finished(result); // may delete the job: nothing after this
}

MeasureJob::MeasureJob(const QString &before, const QString &after, const Pairing &pairing, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    d->match(before, after, pairing);
}

MeasureJob::~MeasureJob()
{
    d->matching.disconnect(this);
    d->matching.cancel();
    d->feeding.disconnect(this);
    d->feeding.cancel();
    delete d->ffmpeg; // which kills it
    if (d->feed)
        d->feed->cut();
}

} // namespace retake
