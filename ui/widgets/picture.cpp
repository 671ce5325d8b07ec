// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picture.h"

#include "ui/theme/iconset.h"
#include "ui/theme/theme.h"
#include "ui/widgets/thumbnails.h"

#include <QPainter>
#include <QPainterPath>

namespace retake {

Picture::Picture(Thumbnails &thumbnails, const QSize &size, QWidget *parent)
    : QWidget(parent)
    , m_thumbnails(thumbnails)
{
    setFixedSize(size);
    connect(&m_thumbnails, &Thumbnails::ready, this, [this](const QString &file) {
        if (file == m_file)
            update();
    });
}

void Picture::setFile(const QString &file)
{
    if (file == m_file)
        return;
    m_file = file;
    update();
}

void Picture::draw(QPainter &painter, const QRect &place, const QImage &image)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(place), 4, 4);
    painter.setClipPath(outline);
    painter.fillPath(outline, Theme::current().canvas);
    if (image.isNull()) {
        const QPoint middle = place.center();
        themedIcon(QStringLiteral("film"), Ink::Second)
            .paint(&painter, QRect(middle.x() - 8, middle.y() - 8, 17, 17));
    } else {
        const QSizeF whole = QSizeF(image.size()).scaled(place.size(), Qt::KeepAspectRatioByExpanding);
        painter.drawImage(QRectF(place.center().x() + 0.5 - whole.width() / 2,
                                 place.center().y() + 0.5 - whole.height() / 2, whole.width(),
                                 whole.height()),
                          image);
    }
    painter.restore();
}

void Picture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, rect(), m_file.isEmpty() ? QImage() : m_thumbnails.image(m_file));
}

} // namespace retake
