// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/errorsentence.h"
#include "ui/viewer/difference.h"

#include <QFontMetrics>
#include <QLineF>
#include <QPalette>
#include <QRectF>
#include <QString>

class QPainter;

// What stands over the pictures on the canvas.
namespace retake::canvasmarks {

inline constexpr double wipeGrip = 14; // radius

inline constexpr double turnGrip = 6;
inline constexpr double turnGripAway = 58; // from the wipe's grip, along the line

void paintChip(QPainter &painter, const QRectF &chip);

// A dark chip with the label in a corner; elided to `room`. Null where nothing of it would be left.
QRectF labelRect(const QFontMetrics &metrics, const QRectF &picture, const QString &label, Qt::Corner corner,
                 double room);
void paintLabel(QPainter &painter, const QRectF &picture, const QString &label, Qt::Corner corner,
                double room);

// What the colours of a difference mean, in the lower right corner.
void paintLegend(QPainter &painter, const QRectF &picture, const DifferenceLook &look);

void paintSentence(QPainter &painter, const QRectF &place, const ErrorSentence &sentence,
                   const QPalette &palette);

// A place that waits for a video, with what to do.
void paintEmptyPlace(QPainter &painter, const QRectF &place, const QString &words);

// Dims what of the picture lies outside of `kept`.
void paintCrop(QPainter &painter, const QRectF &picture, const QRectF &kept);

void paintWipeLine(QPainter &painter, const QLineF &line);

// Of the line: one in the middle, and a smaller one to turn it by.
void paintWipeGrips(QPainter &painter, const QLineF &line, QPointF turnAt);

} // namespace retake::canvasmarks
