// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <optional>

namespace retake {

// The line of a wipe over a picture of any size and place. Pure. At 0 degrees it is upright with its first
// side on the left; it turns clockwise.
struct WipeLine
{
    enum class Part { First, Second };

    double fraction = 0.5; // of the way across the picture, at right angles to the line
    double degrees = 0;    // 0 to below 360

    QPointF across() const; // of length 1, to the second side
    QPointF along() const;
    bool isStraight() const; // upright or level

    // In logical pixels from the line, above 0 on the second side.
    double distance(const QRectF &picture, QPointF point) const;
    WipeLine through(const QRectF &picture, QPointF point) const;
    WipeLine turned(const QRectF &picture, QPointF around, double toDegrees) const;

    // What of `within` lies on a side of the line.
    QPolygonF part(const QRectF &picture, const QRectF &within, Part which) const;
    // What of the line lies in `within`, in its own direction.
    std::optional<QLineF> segment(const QRectF &picture, const QRectF &within) const;

    friend bool operator==(const WipeLine &, const WipeLine &) = default;
};

} // namespace retake
