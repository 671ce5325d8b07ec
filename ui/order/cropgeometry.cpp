// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/cropgeometry.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

constexpr Grip grips[] = {Grip::TopLeft, Grip::TopRight, Grip::BottomRight, Grip::BottomLeft,
                          Grip::Top,     Grip::Right,    Grip::Bottom,      Grip::Left};

// -1: the left or upper side moves, 1: the right or lower one, 0: neither.
QPoint sidesOf(Grip grip)
{
    switch (grip) {
    case Grip::TopLeft:
        return {-1, -1};
    case Grip::Top:
        return {0, -1};
    case Grip::TopRight:
        return {1, -1};
    case Grip::Right:
        return {1, 0};
    case Grip::BottomRight:
        return {1, 1};
    case Grip::Bottom:
        return {0, 1};
    case Grip::BottomLeft:
        return {-1, 1};
    case Grip::Left:
        return {-1, 0};
    case Grip::None:
    case Grip::Inside:
        break;
    }
    return {};
}

// A picture may be smaller than what is asked for.
double held(double value, double least, double most)
{
    return std::clamp(value, std::min(least, most), most);
}

double reachOf(int side, double low, double high, double whole)
{
    return side < 0 ? high : side > 0 ? whole - low : whole;
}

// Where a length begins: at the side that stays, or around the middle, moved into the picture.
double startOf(int side, double low, double high, double length, double whole)
{
    const double start = side < 0 ? high - length : side > 0 ? low : (low + high - length) / 2;
    return held(start, 0, whole - length);
}

} // namespace

QPointF gripPoint(const QRectF &frame, Grip grip)
{
    const QPoint sides = sidesOf(grip);
    return frame.center() + QPointF(sides.x() * frame.width() / 2, sides.y() * frame.height() / 2);
}

Grip gripAt(const QRectF &frame, QPointF point, double reach)
{
    for (const Grip grip : grips) {
        if (QLineF(gripPoint(frame, grip), point).length() <= reach)
            return grip;
    }
    return frame.contains(point) ? Grip::Inside : Grip::None;
}

QRectF movedCrop(const QRectF &frame, QPointF by, const CropBounds &bounds)
{
    QRectF moved = frame;
    moved.moveTo(held(frame.x() + by.x(), 0, bounds.whole.width() - frame.width()),
                 held(frame.y() + by.y(), 0, bounds.whole.height() - frame.height()));
    return moved;
}

QRectF stretchedCrop(const QRectF &frame, Grip grip, QPointF to, const CropBounds &bounds)
{
    const QPoint sides = sidesOf(grip);
    if (sides.isNull())
        return frame;
    const double mostAcross = reachOf(sides.x(), frame.left(), frame.right(), bounds.whole.width());
    const double mostDown = reachOf(sides.y(), frame.top(), frame.bottom(), bounds.whole.height());
    double across = sides.x() < 0   ? frame.right() - to.x()
                    : sides.x() > 0 ? to.x() - frame.left()
                                    : frame.width();
    double down = sides.y() < 0   ? frame.bottom() - to.y()
                  : sides.y() > 0 ? to.y() - frame.top()
                                  : frame.height();
    if (bounds.shape > 0) {
        const double asked = sides.y() == 0   ? across
                             : sides.x() == 0 ? down * bounds.shape
                                              : std::max(across, down * bounds.shape);
        across = held(asked, std::max(bounds.least, bounds.least * bounds.shape),
                      std::min(mostAcross, mostDown * bounds.shape));
        down = across / bounds.shape;
    } else {
        across = held(across, bounds.least, mostAcross);
        down = held(down, bounds.least, mostDown);
    }
    return {startOf(sides.x(), frame.left(), frame.right(), across, bounds.whole.width()),
            startOf(sides.y(), frame.top(), frame.bottom(), down, bounds.whole.height()), across, down};
}

QRectF shapedCrop(const QRectF &frame, const CropBounds &bounds)
{
    if (bounds.shape <= 0)
        return frame;
    const double across = held(std::sqrt(frame.width() * frame.height() * bounds.shape),
                               std::max(bounds.least, bounds.least * bounds.shape),
                               std::min(bounds.whole.width(), bounds.whole.height() * bounds.shape));
    const double down = across / bounds.shape;
    return {startOf(0, frame.left(), frame.right(), across, bounds.whole.width()),
            startOf(0, frame.top(), frame.bottom(), down, bounds.whole.height()), across, down};
}

} // namespace retake
