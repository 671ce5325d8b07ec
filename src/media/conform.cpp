// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/conform.h"

#include "base/filesystem.h"
#include "media/probe.h"
#include "media/toolerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QMutex>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>
#include <QUuid>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>

namespace retake {

// Decides between the pool thread that puts the result in place and a deletion at the same moment.
struct ConformVerdict
{
    QMutex mutex;
    bool cancelled = false;
    bool inPlace = false;
};

namespace {

// Decodes everything and stops at the first fault.
QStringList checkArguments(const QString &file)
{
    return {QStringLiteral("-hide_banner"),
            QStringLiteral("-v"),
            QStringLiteral("error"),
            QStringLiteral("-nostdin"),
            QStringLiteral("-nostats"),
            QStringLiteral("-progress"),
            QStringLiteral("pipe:1"),
            QStringLiteral("-stats_period"),
            QStringLiteral("0.1"),
            QStringLiteral("-protocol_whitelist"),
            QStringLiteral("file"),
            QStringLiteral("-xerror"),
            QStringLiteral("-i"),
            QString(u"file:" + QFileInfo(file).absoluteFilePath()),
            QStringLiteral("-map"),
            QStringLiteral("0:V:0"),
            QStringLiteral("-map"),
            QStringLiteral("0:a:0?"),
            QStringLiteral("-f"),
            QStringLiteral("null"),
            QStringLiteral("-")};
}

// What is wrong with the result, in words for the detail; empty: it is as planned.
QString differenceFrom(const ConformPlan &plan, const MediaLimits &limits, const ClipInfo &made)
{
    const VideoInfo &video = made.video;
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
    const auto seconds =
        double(std::max(made.duration, made.audio ? made.audio->duration : made.duration).count()) / 1e6;
    // sound ends on a whole packet of 1024 samples
    if (seconds > limits.maximumSeconds + 0.03 ||
        double(made.duration.count()) / 1e6 > limits.maximumSeconds + 1e-6)
        return QStringLiteral("%1 s long").arg(seconds);
    if (made.bytes > limits.maximumBytes)
        return QStringLiteral("%1 bytes").arg(made.bytes);
    return {};
}

Result<ClipInfo> checkAndPlace(const QString &part, const QString &target, const ConformPlan &plan,
                               const MediaLimits &limits, ConformVerdict &verdict)
{
    auto made = probeClip(part);
    if (!made) {
        QFile::remove(part);
        return failure(ErrorKind::ToolFailed, {QStringLiteral("ffmpeg")}, errorKindName(made.error().kind));
    }
    if (const QString difference = differenceFrom(plan, limits, *made); !difference.isEmpty()) {
        QFile::remove(part);
        return failure(ErrorKind::ToolFailed, {QStringLiteral("ffmpeg")}, difference);
    }
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

} // namespace

class ConformJob::Private
{
public:
    Private(ConformJob *job, const ClipInfo &source, const ConformPlan &conformPlan, const ModelSpec &model,
            const QString &place)
        : q(job)
        , clip(source)
        , plan(conformPlan)
        , limits(model.video)
        , target(place)
        , part(place + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) + u".part")
        , arguments(plan.copy ? checkArguments(clip.file) : conformArguments(clip, plan, model, part))
        , ffmpeg(new QProcess(job))
    {}

    void start();
    void readProgress();
    void processEnded();
    void end(const Result<ClipInfo> &result);

    ConformJob *q;
    ClipInfo clip;
    ConformPlan plan;
    MediaLimits limits;
    QString target;
    QString part;
    QStringList arguments;
    QProcess *ffmpeg; // child of the job
    QByteArray said;
    QFutureWatcher<Result<ClipInfo>> check;
    std::shared_ptr<ConformVerdict> verdict = std::make_shared<ConformVerdict>();
    bool checking = false;
    bool ended = false;
};

void ConformJob::Private::start()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
    if (program.isEmpty())
        return end(failure(ErrorKind::ToolMissing, {QStringLiteral("ffmpeg")}));
    if (!QFileInfo::exists(clip.file))
        return end(failure(ErrorKind::FileMissing, {clip.file}));
    if (!plan.copy && !QFileInfo(QFileInfo(target).absolutePath()).isDir())
        return end(failure(ErrorKind::NotWritable, {target}));
    QObject::connect(ffmpeg, &QProcess::readyReadStandardOutput, q, [this] { readProgress(); });
    QObject::connect(ffmpeg, &QProcess::readyReadStandardError, q, [this] {
        said += ffmpeg->readAllStandardError();
        said = said.right(8000);
    });
    QObject::connect(ffmpeg, &QProcess::finished, q, [this] { processEnded(); });
    QObject::connect(ffmpeg, &QProcess::errorOccurred, q, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(failure(ErrorKind::ToolMissing, {QStringLiteral("ffmpeg")}, ffmpeg->errorString()));
    });
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C")); // its words are read below
    ffmpeg->setProcessEnvironment(environment);
    ffmpeg->start(program, arguments, QIODevice::ReadOnly);
}

void ConformJob::Private::readProgress()
{
    while (ffmpeg->canReadLine()) {
        const QByteArray line = ffmpeg->readLine().trimmed();
        if (!line.startsWith("out_time_us="))
            continue;
        bool isNumber = false; // "N/A" before the first frame
        const qint64 done = line.mid(line.indexOf('=') + 1).toLongLong(&isNumber);
        const qint64 total = plan.duration().count();
        if (isNumber)
            Q_EMIT q->progress(std::clamp<qint64>(done, 0, total), total);
    }
}

void ConformJob::Private::processEnded()
{
    readProgress();
    said += ffmpeg->readAllStandardError();
    const bool well = ffmpeg->exitStatus() == QProcess::NormalExit && ffmpeg->exitCode() == 0;
    if (plan.copy) {
        if (well)
            return end(clip);
        return end(failure(ErrorKind::FileDamaged, {clip.file}, ffmpegError(said, target).serviceMessage));
    }
    if (!well) {
        QFile::remove(part);
        Error error = ffmpegError(said, part);
        if (error.kind != ErrorKind::ToolFailed)
            error.facts = {target};
        return end(failure(error));
    }
    QObject::connect(&check, &QFutureWatcherBase::finished, q, [this] { end(check.result()); });
    checking = true;
    check.setFuture(QtConcurrent::run([part = part, target = target, plan = plan, limits = limits,
                                       verdict = verdict]() -> Result<ClipInfo> {
        return checkAndPlace(part, target, plan, limits, *verdict);
    }));
}

void ConformJob::Private::end(const Result<ClipInfo> &result)
{
    if (ended)
        return;
    ended = true;
    Q_EMIT q->finished(result); // may delete the job: nothing after this
}

ConformJob::ConformJob(const ClipInfo &clip, const ConformPlan &plan, const ModelSpec &model,
                       const QString &target, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clip, plan, model, target))
{
    QTimer::singleShot(0, this, [this] { d->start(); });
}

ConformJob::~ConformJob()
{
    d->check.disconnect(this);
    d->ffmpeg->disconnect(this);
    if (d->ffmpeg->state() != QProcess::NotRunning) {
        // It is left to die by itself rather than waited for, and until then could still make its file.
        QProcess *dying = d->ffmpeg;
        dying->setParent(QCoreApplication::instance());
        connect(dying, &QProcess::finished, dying, [dying, part = d->part] {
            QFile::remove(part);
            dying->deleteLater();
        });
        dying->kill();
    }
    if (d->plan.copy)
        return;
    if (!d->checking) {
        QFile::remove(d->part);
    } else if (!d->ended) {
        const QMutexLocker lock(&d->verdict->mutex);
        d->verdict->cancelled = true; // the pool thread removes the part
        if (d->verdict->inPlace)
            QFile::remove(d->target);
    }
}

} // namespace retake
