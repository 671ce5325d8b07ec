// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/errorsentence.h"

#include <QPalette>
#include <QRectF>
#include <QString>

class QPainter;

// What stands over the pictures on the canvas.
namespace retake::canvasmarks {

inline constexpr double wipeGrip = 14; // radius

// A dark chip with the label in an upper corner; elided to `room`.
void paintLabel(QPainter &painter, const QRectF &picture, const QString &label, Qt::AlignmentFlag edge,
                double room);

void paintSentence(QPainter &painter, const QRectF &place, const ErrorSentence &sentence,
                   const QPalette &palette);

// Dims what of the picture lies outside of `kept`.
void paintCrop(QPainter &painter, const QRectF &picture, const QRectF &kept);

// The wipe's line at x, with its grip.
void paintWipeLine(QPainter &painter, const QRectF &picture, double x);

} // namespace retake::canvasmarks
