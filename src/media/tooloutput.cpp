// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/tooloutput.h"

#include "base/filesystem.h"
#include "media/toolerror.h"
#include "media/toolprocess.h"

#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QMutex>
#include <QTemporaryDir>
#include <QTimer>
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
    if (const auto checked = check(made); !checked)
        return checked;
    const QMutexLocker lock(&verdict.mutex);
    if (verdict.cancelled)
        return failure(ErrorKind::CancelledByPerson);
    const auto moved = moveIntoPlace(made, target);
    verdict.inPlace = moved.has_value();
    return moved;
}

} // namespace

class ToolOutput::Private
{
public:
    explicit Private(const QString &place)
        : target(place)
    {}

    QString target;
    // shared with the pool thread, which may outlive this
    std::shared_ptr<QTemporaryDir> folder;
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
    const QFileInfo place(target);
    d->folder = std::make_shared<QTemporaryDir>(
        QString(place.absolutePath() + u"/." + place.completeBaseName() + u"-XXXXXX"));
    connect(&d->placing, &QFutureWatcherBase::finished, this, [this] {
        const Result<void> result = d->placing.result();
        d->told = result.has_value();
        Q_EMIT finished(result); // may delete this: nothing after it
    });
}

ToolOutput::~ToolOutput()
{
    d->placing.disconnect(this);
    delete d->tool;
    const QMutexLocker lock(&d->verdict->mutex);
    d->verdict->cancelled = true;
    if (d->verdict->inPlace && !d->told)
        QFile::remove(d->target);
}

void ToolOutput::make(const QStringList &arguments, const Check &check)
{
    if (!d->folder->isValid()) {
        QTimer::singleShot(0, this,
                           [this] { Q_EMIT finished(failure(ErrorKind::NotWritable, {d->target})); });
        return;
    }
    const QString made = d->folder->filePath(QFileInfo(d->target).fileName());
    d->check = check;
    if (d->tool)
        d->tool->deleteLater();
    d->tool = new ToolProcess(QStringLiteral("ffmpeg"), this);
    connect(d->tool, &ToolProcess::line, this, &ToolOutput::line);
    connect(d->tool, &ToolProcess::ended, this, [this, made](const ToolRun &run) {
        if (run.isWell()) {
            d->placing.setFuture(QtConcurrent::run(
                [made, target = d->target, check = d->check, verdict = d->verdict, folder = d->folder] {
                    return checkThenPlace(made, target, check, *verdict);
                }));
            return;
        }
        if (run.end == ToolRun::End::Missing) {
            Q_EMIT finished(failure(ErrorKind::ToolMissing, {QStringLiteral("ffmpeg")}));
            return;
        }
        Error error = ffmpegError(run.said, made);
        if (error.kind != ErrorKind::ToolFailed)
            error.facts = {d->target};
        Q_EMIT finished(failure(error));
    });
    d->tool->start(QStringList(arguments) << ffmpegFile(made));
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
