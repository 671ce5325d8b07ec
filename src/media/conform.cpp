// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/conform.h"

#include "media/conformcheck.h"
#include "media/decodecheck.h"
#include "media/toolerror.h"
#include "media/toolprocess.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>
#include <QUuid>
#include <QtConcurrentRun>

#include <algorithm>

namespace retake {

namespace {

// Whether the reader or a decoder of the source complained. With -xerror ffmpeg ends at once, often without
// a word of its own.
bool saysDamaged(const QByteArray &said, const ClipInfo &clip)
{
    const QString sound = clip.audio ? clip.audio->codec : clip.video.codec;
    for (const QString &reader : {clip.container.section(u',', 0, 0), clip.video.codec, sound,
                                  QStringLiteral("NULL @"), QStringLiteral("libdav1d")}) {
        if (!reader.isEmpty() && said.contains(QString(u'[' + reader).toUtf8()))
            return true;
    }
    return said.contains("Error while decoding stream") || said.contains("corrupt decoded frame") ||
           said.contains("corrupt input packet");
}

bool lacksToneMapping(const QByteArray &said)
{
    return said.contains("No such filter: 'zscale'") || said.contains("No such filter: 'tonemap'");
}

} // namespace

class ConformJob::Private
{
public:
    Private(ConformJob *job, const ClipInfo &source, const ConformPlan &conformPlan,
            const ModelSpec &modelSpec, const QString &place)
        : q(job)
        , clip(source)
        , plan(conformPlan)
        , model(modelSpec)
        , target(place)
        , part(place + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) + u".part")
        , arguments(conformArguments(clip, plan, modelSpec, part))
        , ffmpeg(new QProcess(job))
    {}

    void start();
    void checkSource();
    void run(const QString &program);
    void readProgress();
    Error errorOf(const QByteArray &words) const;
    void processEnded();
    void end(const Result<ClipInfo> &result);

    ConformJob *q;
    ClipInfo clip;
    ConformPlan plan;
    ModelSpec model;
    QString target;
    QString part;
    QStringList arguments;
    QProcess *ffmpeg; // child of the job
    QByteArray said;
    QFutureWatcher<Result<ClipInfo>> check;
    std::shared_ptr<ConformVerdict> verdict = std::make_shared<ConformVerdict>();
    ToneMapping tones = ToneMapping::Mapped;
    bool checking = false;
    bool ended = false;
};

// What is sent as it is must be whole: nothing else looks at all of it before it is paid for.
void ConformJob::Private::checkSource()
{
    auto *job = new FullDecodeJob(clip, q);
    QObject::connect(job, &FullDecodeJob::progress, q, &ConformJob::progress);
    QObject::connect(job, &FullDecodeJob::finished, q, [this](const Result<void> &whole) {
        end(whole ? Result<ClipInfo>(clip) : failure(whole.error()));
    });
}

void ConformJob::Private::start()
{
    if (plan.copy)
        return checkSource();
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
    if (program.isEmpty())
        return end(failure(ErrorKind::ToolMissing, {QStringLiteral("ffmpeg")}));
    if (!QFileInfo::exists(clip.file))
        return end(failure(ErrorKind::FileMissing, {clip.file}));
    if (!QFileInfo(QFileInfo(target).absolutePath()).isDir())
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
    run(program);
}

void ConformJob::Private::run(const QString &program)
{
    ffmpeg->setProcessEnvironment(toolEnvironment());
    ffmpeg->start(program, arguments, QIODevice::ReadOnly);
}

Error ConformJob::Private::errorOf(const QByteArray &words) const
{
    Error error = ffmpegError(words, part);
    if (error.kind != ErrorKind::ToolFailed) {
        error.facts = {target};
    } else if (ffmpeg->exitStatus() == QProcess::NormalExit && saysDamaged(words, clip)) {
        error.kind = ErrorKind::FileDamaged;
        error.facts = {clip.file};
    }
    return error;
}

void ConformJob::Private::readProgress()
{
    while (ffmpeg->canReadLine()) {
        const qint64 total = plan.duration().count();
        if (const auto done = progressIn(ffmpeg->readLine()))
            Q_EMIT q->progress(std::clamp<qint64>(done->count(), 0, total), total);
    }
}

void ConformJob::Private::processEnded()
{
    readProgress();
    said += ffmpeg->readAllStandardError();
    const bool well = ffmpeg->exitStatus() == QProcess::NormalExit && ffmpeg->exitCode() == 0;
    if (!well && tones == ToneMapping::Mapped && lacksToneMapping(said)) {
        tones = ToneMapping::Plain;
        arguments = conformArguments(clip, plan, model, part, tones);
        said.clear();
        return run(ffmpeg->program());
    }
    if (!well) {
        QFile::remove(part);
        return end(failure(errorOf(said)));
    }
    QObject::connect(&check, &QFutureWatcherBase::finished, q, [this] { end(check.result()); });
    checking = true;
    check.setFuture(QtConcurrent::run([part = part, target = target, plan = plan, limits = model.video,
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
