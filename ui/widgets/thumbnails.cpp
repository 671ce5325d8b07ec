// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/thumbnails.h"

#include "ui/widgets/poolwork.h"

namespace retake {

Thumbnails::Thumbnails(Maker maker, QObject *parent)
    : QObject(parent)
    , m_maker(std::move(maker))
{}

QImage Thumbnails::image(const QString &file)
{
    if (m_asked.contains(file))
        return m_images.value(file);
    m_asked.insert(file);
    inPool(
        this, [maker = m_maker, file] { return maker(file); },
        [this, file](const QImage &image) {
            m_images.insert(file, image);
            if (!image.isNull())
                Q_EMIT ready(file);
        });
    return {};
}

} // namespace retake
