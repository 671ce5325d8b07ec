// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/canvasmarks.h"
#include "ui/viewer/comparecanvas.h"

#include <QPainter>

#include <algorithm>

namespace retake {

namespace {

constexpr double pad = 8;
constexpr double swatch = 10;

QString placeText(QPoint place)
{
    return QStringLiteral("%1, %2").arg(place.x()).arg(place.y());
}

QString valueText(QRgb value)
{
    return QStringLiteral("%1 %2 %3").arg(qRed(value), 3).arg(qGreen(value), 3).arg(qBlue(value), 3);
}

} // namespace

QString CompareCanvas::readoutText() const
{
    QStringList lines;
    for (const Side side : bothSides) {
        if (!m_readout || !m_pointer)
            break;
        if (const auto pixel = pixelAt(side, *m_pointer))
            lines.append(QString(sideName(side) + u": " + placeText(pixel->place) + u": " +
                                 valueText(pixel->value).simplified()));
    }
    return lines.join(u'\n');
}

// A line a side, in columns that are as wide as the longest figures, so that nothing moves but the figures.
void CompareCanvas::paintReadout(QPainter &painter) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    const double figure = metrics.horizontalAdvance(u'8');
    double names = 0;
    int lines = 0;
    int digits = 3;
    for (const Side side : bothSides) {
        if (!half(side).present)
            continue;
        ++lines;
        names = std::max(names, double(metrics.horizontalAdvance(sideName(side))));
        const QSize size = shape(side);
        digits = std::max(
            {digits, int(QString::number(size.width()).size()), int(QString::number(size.height()).size())});
    }
    if (lines == 0)
        return;
    const double places = figure * (2 * digits) + metrics.horizontalAdvance(QStringLiteral(", "));
    const double channel = figure * 3 + 6;
    const double height = metrics.height() + 2;
    const QRectF room = QRectF(rect()).adjusted(14, 14, -14, -14);
    const QSizeF size(pad + names + 10 + places + 10 + swatch + 2 + 3 * channel + pad, lines * height + pad);
    const QRectF chip(QPointF(room.left() + 10, room.bottom() - 10 - size.height()), size);
    canvasmarks::paintChip(painter, chip);
    double top = chip.top() + pad / 2;
    for (const Side side : bothSides) {
        if (!half(side).present)
            continue;
        double x = chip.left() + pad;
        const auto cell = [&](double width) {
            const QRectF place(x, top, width, height);
            x += width;
            return place;
        };
        painter.setPen(Qt::white);
        painter.drawText(cell(names), Qt::AlignLeft | Qt::AlignVCenter, sideName(side));
        x += 10;
        const auto pixel = m_pointer ? pixelAt(side, *m_pointer) : std::nullopt;
        painter.drawText(cell(places), Qt::AlignRight | Qt::AlignVCenter,
                         pixel ? placeText(pixel->place) : QStringLiteral("–"));
        x += 10;
        const QRectF colour = cell(swatch);
        if (pixel) {
            painter.fillRect(QRectF(colour.left(), colour.center().y() - swatch / 2, swatch, swatch),
                             QColor::fromRgb(pixel->value));
            x += 2;
            for (const int value : {qRed(pixel->value), qGreen(pixel->value), qBlue(pixel->value)})
                painter.drawText(cell(channel), Qt::AlignRight | Qt::AlignVCenter, QString::number(value));
        }
        top += height;
    }
}

} // namespace retake
