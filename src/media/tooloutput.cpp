// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/tooloutput.h"

#include "base/filesystem.h"
#include "media/toolerror.h"
#include "media/toolprocess.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QMutex>
#include <QTimer>
#include <QUuid>
#include <QtConcurrentRun>

namespace retake {

// Decides between the pool thread that puts the file in place and a deletion at the same moment.
struct PlacingVerdict
{
    QMutex mutex;
    bool cancelled = false;
    bool inPlace = false;
};

namespace {

Result<void> checkThenPlace(const QString &made, const QString &target, const ToolOutput::Check &check,
                            PlacingVerdict &verdict)
{
    Result<void> result = check(made);
    if (result) {
        const QMutexLocker lock(&verdict.mutex);
        result = verdict.cancelled ? failure(ErrorKind::CancelledByPerson) : moveIntoPlace(made, target);
        verdict.inPlace = result.has_value();
    }
    if (!result)
        QFile::remove(made);
    return result;
}

} // namespace

class ToolOutput::Private
{
public:
    explicit Private(const QString &place)
        : target(place)
        , part(place + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) + u".part")
    {}

    QString target;
    QString part;
    // shared with the pool thread, which may outlive this
    std::shared_ptr<PlacingVerdict> verdict = std::make_shared<PlacingVerdict>();
    ToolProcess *tool = nullptr; // child of the output
    Check check;
    QFutureWatcher<Result<void>> placing;
    bool told = false; // that the file is in place
};

ToolOutput::ToolOutput(const QString &target, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(target))
{
    connect(&d->placing, &QFutureWatcherBase::finished, this, [this] {
        const Result<void> result = d->placing.result();
        d->told = result.has_value();
        Q_EMIT finished(result); // may delete this: nothing after it
    });
}

ToolOutput::~ToolOutput()
{
    d->placing.disconnect(this);
    if (d->tool && !d->told && !d->placing.isRunning()) {
        delete d->tool;
        QFile::remove(d->part);
        // a dying ffmpeg may be at just that moment where it makes the file
        if (QCoreApplication *program = QCoreApplication::instance())
            QTimer::singleShot(std::chrono::seconds(1), program, [part = d->part] { QFile::remove(part); });
    }
    const QMutexLocker lock(&d->verdict->mutex);
    d->verdict->cancelled = true;
    if (d->verdict->inPlace && !d->told)
        QFile::remove(d->target);
}

void ToolOutput::make(const QStringList &arguments, const Check &check)
{
    if (!QFileInfo(QFileInfo(d->target).absolutePath()).isDir()) {
        QTimer::singleShot(0, this,
                           [this] { Q_EMIT finished(failure(ErrorKind::NotWritable, {d->target})); });
        return;
    }
    d->check = check;
    if (d->tool)
        d->tool->deleteLater();
    d->tool = new ToolProcess(QStringLiteral("ffmpeg"), this);
    connect(d->tool, &ToolProcess::line, this, &ToolOutput::line);
    connect(d->tool, &ToolProcess::ended, this, [this](const ToolRun &run) {
        if (run.isWell()) {
            d->placing.setFuture(QtConcurrent::run(
                [part = d->part, target = d->target, check = d->check, verdict = d->verdict] {
                    return checkThenPlace(part, target, check, *verdict);
                }));
            return;
        }
        QFile::remove(d->part);
        if (run.end == ToolRun::End::Missing) {
            Q_EMIT finished(failure(ErrorKind::ToolMissing, {QStringLiteral("ffmpeg")}));
            return;
        }
        Error error = ffmpegError(run.said, d->part);
        if (error.kind != ErrorKind::ToolFailed)
            error.facts = {d->target};
        Q_EMIT finished(failure(error));
    });
    d->tool->start(QStringList(arguments) << ffmpegFile(d->part));
}

QStringList quietFfmpeg()
{
    return {QStringLiteral("-hide_banner"),
            QStringLiteral("-v"),
            QStringLiteral("error"),
            QStringLiteral("-nostdin"),
            QStringLiteral("-y"),
            QStringLiteral("-nostats"),
            QStringLiteral("-progress"),
            QStringLiteral("pipe:1"),
            QStringLiteral("-stats_period"),
            QStringLiteral("0.1"),
            QStringLiteral("-protocol_whitelist"),
            QStringLiteral("file,pipe")};
}

QString ffmpegFile(const QString &file)
{
    return QString(u"file:" + QFileInfo(file).absoluteFilePath());
}

QString ffmpegSeconds(std::chrono::microseconds time)
{
    return QString::number(double(time.count()) / 1e6, 'f', 6);
}

} // namespace retake
