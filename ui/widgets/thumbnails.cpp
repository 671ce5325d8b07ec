// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/thumbnails.h"

#include "media/thumbnail.h"

namespace retake {

namespace {

constexpr QSize box(160, 160); // sharp at twice the size at which they are shown

} // namespace

QImage Thumbnails::image(const QString &file)
{
    if (m_asked.contains(file))
        return m_images.value(file);
    m_asked.insert(file);
    auto *job = new ThumbnailJob(file, {Microseconds(0)}, box, this);
    connect(job, &ThumbnailJob::thumbnail, this, [this, file](int, const QImage &picture) {
        m_images.insert(file, picture);
        Q_EMIT ready(file);
    });
    connect(job, &ThumbnailJob::finished, job, &QObject::deleteLater);
    return {};
}

} // namespace retake
