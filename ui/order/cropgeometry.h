// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

namespace retake {

// Where a frame is taken hold of.
enum class Grip { None, Inside, TopLeft, Top, TopRight, Right, BottomRight, Bottom, BottomLeft, Left };

// What a frame is held to, in pixels of the picture.
struct CropBounds
{
    QSizeF whole;
    double least = 1; // no side gets shorter
    double shape = 0; // width : height; 0: free
};

QPointF gripPoint(const QRectF &frame, Grip grip);
// The grip within `reach` of a point, corners first; Inside, or None beside the frame.
Grip gripAt(const QRectF &frame, QPointF point, double reach);

QRectF movedCrop(const QRectF &frame, QPointF by, const CropBounds &bounds);
// The frame with that grip drawn to a point; the opposite side stays where it is.
QRectF stretchedCrop(const QRectF &frame, Grip grip, QPointF to, const CropBounds &bounds);
// The frame in the shape of the bounds: about as large, around the same middle.
QRectF shapedCrop(const QRectF &frame, const CropBounds &bounds);

} // namespace retake
