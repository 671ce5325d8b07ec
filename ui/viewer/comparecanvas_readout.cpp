// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/canvasmarks.h"
#include "ui/viewer/comparecanvas.h"

#include <QPainter>

#include <algorithm>

namespace retake {

namespace {

constexpr double readoutPad = 8;
constexpr double readoutGap = 10;
constexpr double readoutSwatch = 10;
constexpr double readoutInset = 24; // from the edges of the canvas

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
    for (const Side side : sides()) {
        if (!m_readout || !m_pointer)
            break;
        if (const auto pixel = pixelAt(side, *m_pointer))
            lines.append(QString(sideName(side) + u": " + placeText(pixel->place) + u": " +
                                 valueText(pixel->value).simplified()));
    }
    return lines.join(u'\n');
}

// As wide as the longest figures, so that nothing moves but the figures.
CompareCanvas::ReadoutColumns CompareCanvas::readoutColumns() const
{
    const QFontMetrics metrics = fontMetrics();
    const double figure = metrics.horizontalAdvance(u'8');
    ReadoutColumns columns;
    qsizetype digits = 3;
    for (const Side side : sides()) {
        if (!half(side).present)
            continue;
        ++columns.lines;
        columns.names = std::max(columns.names, double(metrics.horizontalAdvance(sideName(side))));
        for (const int length : {shape(side).width(), shape(side).height()})
            digits = std::max(digits, QString::number(length).size());
    }
    columns.places = figure * double(2 * digits) + metrics.horizontalAdvance(QStringLiteral(", "));
    columns.channel = figure * 3 + 6;
    columns.line = metrics.height() + 2;
    return columns;
}

QRectF CompareCanvas::readoutRect() const
{
    const ReadoutColumns columns = readoutColumns();
    if (!m_readout || columns.lines == 0)
        return {};
    const QSizeF size(2 * readoutPad + columns.names + 2 * readoutGap + columns.places + readoutSwatch + 2 +
                          3 * columns.channel,
                      columns.lines * columns.line + readoutPad);
    return {{readoutInset, height() - readoutInset - size.height()}, size};
}

// A line a side.
void CompareCanvas::paintReadout(QPainter &painter) const
{
    const QRectF chip = readoutRect();
    if (chip.isEmpty())
        return;
    const ReadoutColumns columns = readoutColumns();
    canvasmarks::paintChip(painter, chip);
    double top = chip.top() + readoutPad / 2;
    for (const Side side : sides()) {
        if (!half(side).present)
            continue;
        double x = chip.left() + readoutPad;
        const auto cell = [&](double width) {
            const QRectF place(x, top, width, columns.line);
            x += width;
            return place;
        };
        painter.setPen(Qt::white);
        painter.drawText(cell(columns.names), Qt::AlignLeft | Qt::AlignVCenter, sideName(side));
        x += readoutGap;
        const auto pixel = m_pointer ? pixelAt(side, *m_pointer) : std::nullopt;
        painter.drawText(cell(columns.places), Qt::AlignRight | Qt::AlignVCenter,
                         pixel ? placeText(pixel->place) : QStringLiteral("–"));
        x += readoutGap;
        const QRectF colour = cell(readoutSwatch);
        x += 2;
        if (pixel) {
            painter.fillRect(
                QRectF(colour.left(), colour.center().y() - readoutSwatch / 2, readoutSwatch, readoutSwatch),
                QColor::fromRgb(pixel->value));
            for (const int value : {qRed(pixel->value), qGreen(pixel->value), qBlue(pixel->value)})
                painter.drawText(cell(columns.channel), Qt::AlignRight | Qt::AlignVCenter,
                                 QString::number(value));
        }
        top += columns.line;
    }
}

} // namespace retake
