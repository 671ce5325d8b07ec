// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/clipstills.h"

#include "base/filesystem.h"
#include "media/exactframes.h"
#include "media/weighttext.h"

#include <QBuffer>
#include <QDir>
#include <QFutureWatcher>
#include <QImageWriter>
#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>

namespace retake {

namespace {

using MadeStills = Result<QList<ClipStill>>;

constexpr int lowestQuality = 55;
constexpr int qualityStep = 10;
constexpr int smallestStill = 64; // px: below that nothing can be told from it

QByteArray stillBytes(const QImage &picture, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    return writer.write(picture) ? bytes : QByteArray();
}

// The bytes that fit, and the size they came to.
Result<std::pair<QByteArray, QSize>> fittedStill(QImage picture, const StillLimits &limits,
                                                 const QString &file)
{
    for (;;) {
        QByteArray bytes;
        for (int quality = limits.quality; quality > 0; quality -= qualityStep) {
            bytes = stillBytes(picture, quality);
            if (bytes.isEmpty())
                return failure(ErrorKind::FileDamaged, {file});
            if (limits.maximumBytes <= 0 || bytes.size() <= limits.maximumBytes)
                return std::pair{bytes, picture.size()};
            if (quality <= lowestQuality)
                break;
        }
        const QSize smaller = picture.size() * 3 / 4;
        if (std::max(smaller.width(), smaller.height()) < smallestStill)
            return failure(ErrorKind::ImageTooHeavy,
                           {file, weightText(bytes.size()), weightText(limits.maximumBytes)});
        picture = picture.scaled(smaller, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
}

MadeStills makeStills(const QString &clip, const QList<Microseconds> &times, const StillLimits &limits,
                      const QString &folder, const std::function<bool()> &stop)
{
    auto opened = ExactFrames::open(clip, stop);
    if (!opened)
        return failure(opened.error());
    QList<ClipStill> stills;
    for (const Microseconds time : times) {
        const auto at = (*opened)->goTo(time);
        const QImage picture = at ? (*opened)->picture(limits.maximumSide) : QImage();
        if (picture.isNull())
            return failure(ErrorKind::FileDamaged, {clip});
        const auto fitted = fittedStill(picture, limits, clip);
        if (!fitted)
            return failure(fitted.error());
        if (stop())
            return failure(ErrorKind::FileUnreadable, {clip});
        const QString file = QDir(folder).filePath(
            QStringLiteral("still-%1.jpg").arg(stills.size() + 1, 3, 10, QLatin1Char('0')));
        if (const auto written = writeIntoPlace(fitted->first, file); !written)
            return failure(written.error());
        stills.append({file, *at, fitted->second, fitted->first.size()});
    }
    return stills;
}

} // namespace

class ClipStillsJob::Private
{
public:
    QFutureWatcher<MadeStills> watcher;
};

ClipStillsJob::ClipStillsJob(const ClipInfo &clip, const QList<Microseconds> &times,
                             const StillLimits &limits, const QString &folder, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    connect(&d->watcher, &QFutureWatcherBase::finished, this,
            [this] { Q_EMIT finished(d->watcher.result()); }); // may delete the job: nothing after this
    d->watcher.setFuture(
        QtConcurrent::run([file = clip.file, times, limits, folder](QPromise<MadeStills> &promise) {
            promise.addResult(
                makeStills(file, times, limits, folder, [&promise] { return promise.isCanceled(); }));
        }));
}

ClipStillsJob::~ClipStillsJob()
{
    d->watcher.disconnect(this);
    d->watcher.cancel();
}

} // namespace retake
