// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/proxy.h"

#include "media/toolerror.h"
#include "media/toolprocess.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QProcess>
#include <QPromise>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <algorithm>
#include <csignal>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace retake {

namespace {

constexpr QSize proxyBox(960, 540);
constexpr QSize easyBox(1024, 576); // decoded nearly as quickly as a proxy would be
constexpr int proxyKeyDistance = 12;
constexpr int easyKeyDistance = 15;
constexpr int lowestPriority = 19;
constexpr int complaintKept = 8000;

QSize turnedFor(QSize seen, QSize box)
{
    return seen.height() > seen.width() ? box.transposed() : box;
}

int evenSide(int side)
{
    return std::max(2, side / 2 * 2);
}

// In the child, between fork and exec: nothing here may take memory. The player must never wait for a proxy,
// and an orphan would work for nobody.
void becomeModest()
{
    ::setpriority(PRIO_PROCESS, 0, lowestPriority);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

using Scanned = Result<FrameScan>;

} // namespace

bool needsProxy(const FrameScan &clip)
{
    const QSize box = turnedFor(clip.size, easyBox);
    const bool small = clip.size.width() <= box.width() && clip.size.height() <= box.height();
    return !small || clip.reordered || clip.keyDistance > easyKeyDistance;
}

QSize proxySize(QSize seen)
{
    const QSize box = turnedFor(seen, proxyBox);
    const bool fits = seen.width() <= box.width() && seen.height() <= box.height();
    const QSize size = fits ? seen : seen.scaled(box, Qt::KeepAspectRatio);
    return {evenSide(size.width()), evenSide(size.height())};
}

QStringList proxyArguments(const QString &source, const FrameScan &clip, const QString &target)
{
    const QSize size = proxySize(clip.size);
    // The matrix is always written down: a player guesses by the size, and the proxy's is another one.
    const QString matrix = clip.isRgb ? QStringLiteral("smpte170m") : clip.matrix;
    const QString fromRgb = clip.isRgb ? QStringLiteral(":out_color_matrix=bt601") : QString();
    const QStringList filters{QStringLiteral("setpts=PTS-STARTPTS"),
                              QStringLiteral("scale=%1:%2:flags=bilinear:out_range=tv%3")
                                  .arg(size.width())
                                  .arg(size.height())
                                  .arg(fromRgb),
                              QStringLiteral("format=yuv420p"), QStringLiteral("setsar=1"),
                              QStringLiteral("setparams=range=tv:colorspace=%1").arg(matrix)};
    return {QStringLiteral("-hide_banner"),
            QStringLiteral("-v"),
            QStringLiteral("error"),
            QStringLiteral("-nostdin"),
            QStringLiteral("-y"),
            QStringLiteral("-nostats"),
            QStringLiteral("-protocol_whitelist"),
            QStringLiteral("file"),
            QStringLiteral("-i"),
            QString(u"file:" + QFileInfo(source).absoluteFilePath()),
            QStringLiteral("-map"),
            QStringLiteral("0:V:0"),
            QStringLiteral("-map_metadata"),
            QStringLiteral("-1"),
            QStringLiteral("-map_chapters"),
            QStringLiteral("-1"),
            QStringLiteral("-vf"),
            filters.join(u','),
            QStringLiteral("-fps_mode"), // every frame, when it is: nothing doubled, nothing left out
            QStringLiteral("passthrough"),
            QStringLiteral("-enc_time_base"),
            QStringLiteral("1/90000"),
            QStringLiteral("-video_track_timescale"),
            QStringLiteral("90000"),
            QStringLiteral("-c:v"),
            QStringLiteral("libx264"),
            QStringLiteral("-preset"),
            QStringLiteral("ultrafast"),
            QStringLiteral("-tune"),
            QStringLiteral("fastdecode"),
            QStringLiteral("-crf"),
            QStringLiteral("23"),
            QStringLiteral("-g"),
            QString::number(proxyKeyDistance),
            QStringLiteral("-bf"),
            QStringLiteral("0"),
            QStringLiteral("-movflags"),
            QStringLiteral("+faststart"),
            QStringLiteral("-f"),
            QStringLiteral("mp4"),
            QString(u"file:" + QFileInfo(target).absoluteFilePath())};
}

QString proxyName(const QString &contentHash)
{
    return QString(u"proxy-1-" + contentHash + u".mp4"); // 1: what proxyArguments() makes
}

class ProxyJob::Private
{
public:
    Private(ProxyJob *job, const QString &from, const QString &to, const FrameBook &frames)
        : q(job)
        , source(from)
        , target(to)
        , book(frames)
        , ffmpeg(new QProcess(job))
    {}

    template<class Then> void scan(const QString &file, Then then);
    void start();
    void processEnded();
    void check();
    void end(const Result<QString> &result);

    ProxyJob *q;
    QString source;
    QString target;
    FrameBook book;
    FrameScan clip;
    QProcess *ffmpeg; // child of the job
    QFutureWatcher<Scanned> watcher;
    QByteArray said;
    bool made = false; // the target is whole and checked
    bool ended = false;
};

template<class Then> void ProxyJob::Private::scan(const QString &file, Then then)
{
    watcher.disconnect(q);
    QObject::connect(&watcher, &QFutureWatcherBase::finished, q, [this, then] { then(watcher.result()); });
    watcher.setFuture(QtConcurrent::run([file, frames = book](QPromise<Scanned> &promise) {
        promise.addResult(scanFrames(
            file, [&promise] { return promise.isCanceled(); }, frames));
    }));
}

void ProxyJob::Private::start()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
    if (program.isEmpty())
        return end(failure(ErrorKind::ToolMissing, {QStringLiteral("ffmpeg")}));
    QObject::connect(ffmpeg, &QProcess::readyReadStandardError, q, [this] {
        said += ffmpeg->readAllStandardError();
        said = said.right(complaintKept);
    });
    QObject::connect(ffmpeg, &QProcess::finished, q, [this] { processEnded(); });
    QObject::connect(ffmpeg, &QProcess::errorOccurred, q, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(failure(ErrorKind::ToolMissing, {QStringLiteral("ffmpeg")}, ffmpeg->errorString()));
    });
    ffmpeg->setProcessEnvironment(toolEnvironment());
    ffmpeg->setChildProcessModifier(becomeModest);
    ffmpeg->start(program, proxyArguments(source, clip, target), QIODevice::ReadOnly);
}

void ProxyJob::Private::processEnded()
{
    said += ffmpeg->readAllStandardError();
    if (ffmpeg->exitStatus() == QProcess::NormalExit && ffmpeg->exitCode() == 0) {
        check();
        return;
    }
    QFile::remove(target);
    end(failure(ffmpegError(said, target)));
}

void ProxyJob::Private::check()
{
    scan(target, [this](const Scanned &proxy) {
        const QString difference =
            proxy ? frameDifference(clip.times, proxy->times) : errorKindName(proxy.error().kind);
        made = difference.isEmpty();
        if (made)
            return end(target);
        QFile::remove(target);
        end(failure(ErrorKind::ToolFailed, {QStringLiteral("ffmpeg")}, difference));
    });
}

void ProxyJob::Private::end(const Result<QString> &result)
{
    if (ended)
        return;
    ended = true;
    Q_EMIT q->finished(result); // may delete the job: nothing after this
}

ProxyJob::ProxyJob(const QString &source, const QString &target, QObject *parent)
    : ProxyJob(source, target, FrameBook(), parent)
{}

ProxyJob::ProxyJob(const QString &source, const QString &target, const FrameBook &book, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, source, target, book))
{
    d->scan(source, [this](const Scanned &clip) {
        if (!clip)
            return d->end(failure(clip.error()));
        if (!needsProxy(*clip))
            return d->end(QString());
        d->clip = *clip;
        d->start();
    });
}

ProxyJob::~ProxyJob()
{
    d->watcher.disconnect(this);
    d->watcher.cancel();
    d->ffmpeg->disconnect(this);
    if (d->ffmpeg->state() != QProcess::NotRunning) {
        // It is left to die by itself rather than waited for.
        QProcess *dying = d->ffmpeg;
        dying->setParent(QCoreApplication::instance());
        connect(dying, &QProcess::finished, dying, [dying, target = d->target] {
            QFile::remove(target);
            dying->deleteLater();
        });
        dying->kill();
    }
    if (!d->made)
        QFile::remove(d->target);
}

} // namespace retake
