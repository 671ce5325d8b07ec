// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/probe.h"
#include "media/secondopinion.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QPromise>
#include <QtConcurrentRun>

namespace retake {

class ProbeJob::Private
{
public:
    Private(ProbeJob *job, const QString &path, const FrameBook &frames)
        : q(job)
        , file(path)
        , book(frames)
    {}

    void askFfprobe();
    void scan();
    Result<ClipInfo> compared(const Result<ClipInfo> &found) const;

    ProbeJob *q;
    QString file;
    FrameBook book;
    std::optional<SecondOpinion> opinion; // none: there is no ffprobe, or no file
    QFutureWatcher<Result<ClipInfo>> watcher;
};

void ProbeJob::Private::askFfprobe()
{
    auto *asked = new SecondOpinionJob(file, q);
    QObject::connect(asked, &SecondOpinionJob::finished, q, [this](const Result<SecondOpinion> &told) {
        if (!told && told.error().kind != ErrorKind::ToolMissing) {
            Q_EMIT q->finished(failure(told.error()));
            return;
        }
        if (told)
            opinion = *told;
        scan();
    });
}

void ProbeJob::Private::scan()
{
    QObject::connect(&watcher, &QFutureWatcherBase::finished, q,
                     [this] { Q_EMIT q->finished(compared(watcher.result())); });
    watcher.setFuture(QtConcurrent::run([path = file, frames = book](QPromise<Result<ClipInfo>> &promise) {
        promise.addResult(probeClip(
            path, [&promise] { return promise.isCanceled(); }, frames));
    }));
}

Result<ClipInfo> ProbeJob::Private::compared(const Result<ClipInfo> &found) const
{
    if (!found || !opinion)
        return found; // a refusal of our own says more than that there are two
    if (const QString difference = contradiction(*opinion, *found); !difference.isEmpty())
        return failure(ErrorKind::FileDamaged, {file}, difference);
    return found;
}

ProbeJob::ProbeJob(const QString &file, QObject *parent)
    : ProbeJob(file, FrameBook(), parent)
{}

ProbeJob::ProbeJob(const QString &file, const FrameBook &book, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, file, book))
{
    if (QFileInfo(file).isFile())
        d->askFfprobe();
    else
        d->scan(); // says what is wrong with it
}

ProbeJob::~ProbeJob()
{
    d->watcher.disconnect(this);
    d->watcher.cancel();
}

} // namespace retake
