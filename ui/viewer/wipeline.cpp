// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/wipeline.h"

#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>

namespace retake {

namespace {

double dotOf(QPointF a, QPointF b)
{
    return QPointF::dotProduct(a, b);
}

// Half of the picture's width as seen along the line.
double reachOf(const QRectF &picture, QPointF across)
{
    return (std::abs(picture.width() * across.x()) + std::abs(picture.height() * across.y())) / 2;
}

} // namespace

QPointF WipeLine::across() const
{
    // Exact at the right angles, so that a straight line has whole pixels for its edges.
    if (std::fmod(degrees, 90) == 0) {
        const int quarter = int(degrees / 90) % 4;
        return {quarter == 0   ? 1.0
                : quarter == 2 ? -1.0
                               : 0.0,
                quarter == 1   ? 1.0
                : quarter == 3 ? -1.0
                               : 0.0};
    }
    const double angle = qDegreesToRadians(degrees);
    return {std::cos(angle), std::sin(angle)};
}

QPointF WipeLine::along() const
{
    const QPointF normal = across();
    return {-normal.y(), normal.x()};
}

bool WipeLine::isStraight() const
{
    return std::fmod(degrees, 90) == 0;
}

double WipeLine::distance(const QRectF &picture, QPointF point) const
{
    const QPointF normal = across();
    return dotOf(point - picture.center(), normal) - (2 * fraction - 1) * reachOf(picture, normal);
}

WipeLine WipeLine::through(const QRectF &picture, QPointF point) const
{
    const QPointF normal = across();
    const double reach = reachOf(picture, normal);
    if (reach <= 0)
        return *this;
    const double part = dotOf(point - picture.center(), normal) / reach;
    return {std::clamp((part + 1) / 2, 0.0, 1.0), degrees};
}

WipeLine WipeLine::turned(const QRectF &picture, QPointF around, double toDegrees) const
{
    const double whole = std::fmod(toDegrees, 360);
    return WipeLine{fraction, whole < 0 ? whole + 360 : whole}.through(picture, around);
}

QPolygonF WipeLine::part(const QRectF &picture, const QRectF &within, Part which) const
{
    const std::array corners{within.topLeft(), within.topRight(), within.bottomRight(), within.bottomLeft()};
    const double sign = which == Part::First ? -1 : 1;
    QPolygonF kept;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const QPointF here = corners[i];
        const QPointF next = corners[(i + 1) % corners.size()];
        const double mine = sign * distance(picture, here);
        const double theirs = sign * distance(picture, next);
        if (mine >= 0)
            kept << here;
        if ((mine < 0) != (theirs < 0))
            kept << here + (next - here) * (mine / (mine - theirs));
    }
    return kept;
}

std::optional<QLineF> WipeLine::segment(const QRectF &picture, const QRectF &within) const
{
    // The two corners of the kept part that lie on the line.
    const QPointF way = along();
    std::optional<QPointF> first;
    std::optional<QPointF> last;
    for (const QPointF &corner : part(picture, within, Part::First)) {
        if (std::abs(distance(picture, corner)) > 0.001)
            continue;
        if (!first || dotOf(corner, way) < dotOf(*first, way))
            first = corner;
        if (!last || dotOf(corner, way) > dotOf(*last, way))
            last = corner;
    }
    if (!first || *first == *last)
        return std::nullopt;
    return QLineF(*first, *last);
}

} // namespace retake
