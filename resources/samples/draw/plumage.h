// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QPointF>

class QPainter;

namespace retake::sample {

inline const QColor wingColour(0x5a, 0x38, 0xa8);
inline const QColor wingDark(0x48, 0x2b, 0x8c);
inline const QColor wingLight(0x6d, 0x48, 0xc0);

// A feather from the origin along +x.
QPainterPath feather(double length, double width);

struct Fan
{
    int feathers;
    double length; // of the longest
    double width;
    double foldedFrom, foldedTo; // degrees, clockwise from the right
    double openFrom, openTo;
    QColor fill;
    QColor line;
};

// Feathers from one root, between folded (spread 0) and open (1).
void paintFan(QPainter &painter, QPointF root, const Fan &fan, double spread);

void paintWing(QPainter &painter, QPointF root, double spread);
void paintTail(QPainter &painter, double degrees);

} // namespace retake::sample
