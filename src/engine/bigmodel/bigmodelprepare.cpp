// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/bigmodelprepare.h"

#include "engine/pictureasdata.h"
#include "model/order.h"

#include <QtConcurrentRun>

namespace retake {

namespace {

Result<QString> pictureAddress(const QString &source, const MediaLimits &limits)
{
    if (source.startsWith(u"oss:"))
        return failure(ErrorKind::BadAddress, {source});
    if (source.isEmpty() || isRemoteMedia(source))
        return source;
    return mediaAsData(source, limits.maximumBytes);
}

// What a clip is compared with is not sent.
Result<PreparedMedia> readPictures(const ModelSpec &model, const MediaToSend &media)
{
    PreparedMedia prepared;
    const auto first = pictureAddress(media.firstFrame, model.frames);
    if (!first)
        return failure(first.error());
    const auto last = pictureAddress(media.lastFrame, model.frames);
    if (!last)
        return failure(last.error());
    prepared.firstFrameUrl = *first;
    prepared.lastFrameUrl = *last;
    for (const QString &reference : media.references) {
        const auto url = pictureAddress(reference, model.references);
        if (!url)
            return failure(url.error());
        prepared.referenceUrls.append(*url);
    }
    return prepared;
}

} // namespace

BigModelPrepare::BigModelPrepare(const ModelSpec &model, const MediaToSend &media, QObject *parent)
    : PrepareJob(parent)
{
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] { Q_EMIT finished(m_reading.result()); });
    m_reading.setFuture(QtConcurrent::run([=] { return readPictures(model, media); }));
}

} // namespace retake
