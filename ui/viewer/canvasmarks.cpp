// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/canvasmarks.h"

#include "ui/viewer/viewercolors.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace retake::canvasmarks {

void paintLabel(QPainter &painter, const QRectF &picture, const QString &label, Qt::AlignmentFlag edge,
                double room)
{
    const QString text =
        painter.fontMetrics().elidedText(label, Qt::ElideRight, int(std::max(room - 36, 0.0)));
    if (text.isEmpty())
        return;
    const QSizeF size(painter.fontMetrics().horizontalAdvance(text) + 16, painter.fontMetrics().height() + 8);
    const double left = edge == Qt::AlignLeft ? picture.left() + 10 : picture.right() - 10 - size.width();
    const QRectF chip(QPointF(left, picture.top() + 10), size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(10, 11, 14, 190));
    painter.drawRoundedRect(chip, 5, 5);
    painter.setPen(Qt::white);
    painter.drawText(chip, Qt::AlignCenter, text);
}

void paintSentence(QPainter &painter, const QRectF &place, const ErrorSentence &sentence,
                   const QPalette &palette)
{
    const QFont plain = painter.font();
    painter.setPen(Qt::NoPen);
    painter.setBrush(viewercolors::canvasPanel(palette));
    painter.drawRoundedRect(place, 7, 7);

    const QRectF column = place.adjusted(24, 0, -24, 0);
    QFont strong = plain;
    strong.setWeight(QFont::DemiBold);
    const auto heightOf = [&](const QFont &used, const QString &text) {
        return QFontMetricsF(used).boundingRect(column, Qt::AlignHCenter | Qt::TextWordWrap, text).height();
    };
    const double title = heightOf(strong, sentence.title);
    const double advice = heightOf(plain, sentence.advice);
    const double top = place.center().y() - (title + 8 + advice) / 2;
    painter.setFont(strong);
    painter.setPen(viewercolors::onCanvas());
    painter.drawText(QRectF(column.left(), top, column.width(), title), Qt::AlignHCenter | Qt::TextWordWrap,
                     sentence.title);
    painter.setFont(plain);
    painter.setPen(viewercolors::onCanvasSecond());
    painter.drawText(QRectF(column.left(), top + title + 8, column.width(), advice),
                     Qt::AlignHCenter | Qt::TextWordWrap, sentence.advice);
}

void paintCrop(QPainter &painter, const QRectF &picture, const QRectF &kept)
{
    QPainterPath outside;
    outside.addRect(picture);
    outside.addRect(kept); // odd-even: a hole
    painter.fillPath(outside, QColor(10, 11, 14, 170));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 200), 1));
    painter.drawRect(kept.adjusted(0.5, 0.5, -0.5, -0.5));
}

void paintWipeLine(QPainter &painter, const QRectF &picture, double x)
{
    const QPointF grip(x, picture.center().y());
    painter.fillRect(QRectF(x - 1.5, picture.top(), 3, picture.height()), QColor(0, 0, 0, 90));
    painter.fillRect(QRectF(x - 1, picture.top(), 2, picture.height()), Qt::white);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawEllipse(grip, wipeGrip, wipeGrip);
    QPainterPath arrows;
    for (const int way : {-1, 1}) {
        arrows.moveTo(grip + QPointF(way * 4, -4));
        arrows.lineTo(grip + QPointF(way * 8, 0));
        arrows.lineTo(grip + QPointF(way * 4, 4));
    }
    arrows.moveTo(grip - QPointF(8, 0));
    arrows.lineTo(grip + QPointF(8, 0));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0x22, 0x25, 0x2c), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(arrows);
}

} // namespace retake::canvasmarks
