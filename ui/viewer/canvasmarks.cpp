// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/canvasmarks.h"

#include "ui/viewer/viewercolors.h"

#include <QCoreApplication>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace retake::canvasmarks {

namespace {

constexpr double chipInset = 10;
const QColor chipColor(10, 11, 14, 190);

} // namespace

void paintChip(QPainter &painter, const QRectF &chip)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(chipColor);
    painter.drawRoundedRect(chip, 5, 5);
}

QRectF labelRect(const QFontMetrics &metrics, const QRectF &picture, const QString &label, Qt::Corner corner,
                 double room)
{
    const QString text = metrics.elidedText(label, Qt::ElideRight, int(std::max(room - 36, 0.0)));
    if (text.isEmpty())
        return {};
    const QSizeF size(metrics.horizontalAdvance(text) + 16, metrics.height() + 8);
    const bool left = corner == Qt::TopLeftCorner || corner == Qt::BottomLeftCorner;
    const bool top = corner == Qt::TopLeftCorner || corner == Qt::TopRightCorner;
    return {{left ? picture.left() + chipInset : picture.right() - chipInset - size.width(),
             top ? picture.top() + chipInset : picture.bottom() - chipInset - size.height()},
            size};
}

void paintLabel(QPainter &painter, const QRectF &picture, const QString &label, Qt::Corner corner,
                double room)
{
    const QRectF chip = labelRect(painter.fontMetrics(), picture, label, corner, room);
    if (label.isEmpty() || chip.isEmpty())
        return;
    paintChip(painter, chip);
    painter.setPen(Qt::white);
    painter.drawText(chip, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(label, Qt::ElideRight, int(std::max(room - 36, 0.0))));
}

void paintLegend(QPainter &painter, const QRectF &picture, const DifferenceLook &look)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString gain = QCoreApplication::translate("CompareCanvas", "×%1").arg(look.gain);
    // From here on a difference of the values 0 to 255 has the last colour.
    const QString most = look.gain == 1 ? QStringLiteral("255") : QStringLiteral("≥ %1").arg(256 / look.gain);
    constexpr double bar = 84;
    const double width = 10 + metrics.horizontalAdvance(gain) + 12 + metrics.horizontalAdvance(u'0') + 6 +
                         bar + 6 + metrics.horizontalAdvance(most) + 10;
    const double height = metrics.height() + 8;
    if (picture.width() < width + 2 * chipInset || picture.height() < 3 * height)
        return;
    const QRectF chip(picture.right() - chipInset - width, picture.bottom() - chipInset - height, width,
                      height);
    paintChip(painter, chip);
    double x = chip.left() + 10;
    const auto write = [&](const QString &text) {
        painter.setPen(Qt::white);
        painter.drawText(QRectF(x, chip.top(), metrics.horizontalAdvance(text) + 1, chip.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        x += metrics.horizontalAdvance(text);
    };
    write(gain);
    x += 12;
    write(QStringLiteral("0"));
    x += 6;
    const QRectF scale(x, chip.center().y() - 4, bar, 8);
    QLinearGradient colors(scale.topLeft(), scale.topRight());
    for (int i = 0; i <= 8; ++i)
        colors.setColorAt(i / 8.0, QColor::fromRgb(differenceColor(look.tint, i / 8.0)));
    painter.setPen(QPen(QColor(255, 255, 255, 120), 1));
    painter.setBrush(colors);
    painter.drawRect(scale);
    x += bar + 6;
    write(most);
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
    const double labelled = place.top() + 2 * chipInset + painter.fontMetrics().height() + 8;
    const double top = std::max(place.center().y() - (title + 8 + advice) / 2, labelled);
    painter.setFont(strong);
    painter.setPen(viewercolors::onCanvas());
    painter.drawText(QRectF(column.left(), top, column.width(), title), Qt::AlignHCenter | Qt::TextWordWrap,
                     sentence.title);
    painter.setFont(plain);
    painter.setPen(viewercolors::onCanvasSecond());
    painter.drawText(QRectF(column.left(), top + title + 8, column.width(), advice),
                     Qt::AlignHCenter | Qt::TextWordWrap, sentence.advice);
}

void paintEmptyPlace(QPainter &painter, const QRectF &place, const QString &words)
{
    QColor line = viewercolors::onCanvasSecond();
    line.setAlpha(120);
    painter.setPen(QPen(line, 1.5, Qt::DashLine));
    line.setAlpha(14);
    painter.setBrush(line);
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 7, 7);
    painter.setPen(viewercolors::onCanvasSecond());
    painter.drawText(place.adjusted(12, 8, -12, -8), Qt::AlignCenter | Qt::TextWordWrap, words);
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

void paintWipeLine(QPainter &painter, const QLineF &line)
{
    painter.setPen(QPen(QColor(0, 0, 0, 90), 3, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(line);
    painter.setPen(QPen(Qt::white, 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(line);
}

void paintWipeGrips(QPainter &painter, const QLineF &line, QPointF turnAt)
{
    const QPointF grip = line.center();
    if (QLineF(grip, turnAt).length() > wipeGrip + turnGrip) {
        painter.setPen(QPen(Qt::white, 2));
        painter.setBrush(QColor(0x22, 0x25, 0x2c));
        painter.drawEllipse(turnAt, turnGrip, turnGrip);
    }
    painter.save();
    painter.translate(grip);
    painter.rotate(90 - line.angle() - 180); // the arrows point across the line
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawEllipse(QPointF(), wipeGrip, wipeGrip);
    QPainterPath arrows;
    for (const int way : {-1, 1}) {
        arrows.moveTo(QPointF(way * 4, -4));
        arrows.lineTo(QPointF(way * 8, 0));
        arrows.lineTo(QPointF(way * 4, 4));
    }
    arrows.moveTo(QPointF(-8, 0));
    arrows.lineTo(QPointF(8, 0));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0x22, 0x25, 0x2c), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(arrows);
    painter.restore();
}

} // namespace retake::canvasmarks
