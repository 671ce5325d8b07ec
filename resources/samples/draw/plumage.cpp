// SPDX-License-Identifier: GPL-3.0-or-later
#include "plumage.h"

#include <QPainter>

#include <cmath>
#include <numbers>

namespace retake::sample {

using std::numbers::pi;

QPainterPath feather(double length, double width)
{
    QPainterPath path;
    path.moveTo(0, -width * 0.16);
    path.cubicTo(length * 0.3, -width * 0.58, length * 0.8, -width * 0.6, length, 0);
    path.cubicTo(length * 0.84, width * 0.5, length * 0.3, width * 0.55, 0, width * 0.16);
    path.closeSubpath();
    return path;
}

void paintFan(QPainter &painter, QPointF root, const Fan &fan, double spread)
{
    painter.setPen(QPen(fan.line, 2.2));
    painter.setBrush(fan.fill);
    for (int i = 0; i < fan.feathers; ++i) {
        const double part = double(i) / (fan.feathers - 1);
        const double folded = fan.foldedFrom + (fan.foldedTo - fan.foldedFrom) * part;
        const double open = fan.openFrom + (fan.openTo - fan.openFrom) * part;
        const double foldedLength = fan.length * (0.72 + 0.28 * part);
        const double openLength = fan.length * (0.76 + 0.32 * std::sin(pi * (0.15 + 0.7 * part)));
        painter.save();
        painter.translate(root);
        painter.rotate(folded + (open - folded) * spread);
        painter.drawPath(feather(foldedLength + (openLength - foldedLength) * spread, fan.width));
        painter.restore();
    }
}

void paintWing(QPainter &painter, QPointF root, double spread)
{
    paintFan(painter, root, {7, 212, 58, 88, 112, 158, 258, wingColour, wingDark}, spread);
    paintFan(painter, root, {6, 140, 54, 82, 116, 152, 262, QColor(0x63, 0x3f, 0xb4), wingDark}, spread);
    paintFan(painter, root, {5, 84, 50, 74, 124, 146, 268, wingLight, wingColour}, spread);
    painter.setPen(Qt::NoPen);
    painter.setBrush(wingLight);
    painter.drawEllipse(root + QPointF(-2, 6), 25, 27);
}

void paintTail(QPainter &painter, double degrees)
{
    painter.save();
    painter.translate(-58, -42);
    painter.rotate(degrees);

    const struct
    {
        double angle, length, width;
        QColor fill;
    } feathers[] = {{126, 158, 32, wingDark},
                    {105, 164, 32, wingDark},
                    {121, 180, 34, wingColour},
                    {110, 184, 34, QColor(0x63, 0x3f, 0xb4)},
                    {115.5, 196, 34, wingLight}};

    for (const auto &one : feathers) {
        painter.save();
        painter.rotate(one.angle);
        painter.setPen(QPen(wingDark, 2));
        painter.setBrush(one.fill);
        painter.drawPath(feather(one.length, one.width));
        painter.restore();
    }
    painter.restore();
}

} // namespace retake::sample
