// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/canvaslayout.h"

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

constexpr int canvasMargin = 14;
constexpr int halvesGap = 6;

} // namespace

QRectF CanvasLayout::room(Side side) const
{
    const auto whole = [this](double logical) { return std::floor(logical * pixelRatio) / pixelRatio; };
    const int margin = surroundings == Surroundings::Shown ? canvasMargin : 0;
    const int gap = surroundings == Surroundings::Shown ? halvesGap : 0;
    const double width = std::max(canvas.width() - 2 * margin, 1);
    const double height = std::max(canvas.height() - 2 * margin, 1);
    if (mode != ViewMode::SideBySide)
        return {double(margin), double(margin), width, height};
    const double half = std::max(whole((width - gap) / 2), 1.0);
    const double left = side == Side::Before ? margin : canvas.width() - margin - half;
    return {whole(left), double(margin), half, height};
}

QSize CanvasLayout::roomInPixels(Side side) const
{
    const QSizeF size = room(side).size() * pixelRatio;
    return QSize(int(std::floor(size.width() + 0.001)), int(std::floor(size.height() + 0.001)))
        .expandedTo(QSize(1, 1));
}

QSize CanvasLayout::boxInPixels(Side side) const
{
    const QSizeF box = QSizeF(roomInPixels(side)) * factor;
    return QSize(int(std::lround(box.width())), int(std::lround(box.height()))).expandedTo(QSize(1, 1));
}

double CanvasLayout::fitScale(QSize shape, Side side) const
{
    if (shape.isEmpty())
        return 1.0;
    const QSizeF pixels = roomInPixels(side);
    return std::min(pixels.width() / shape.width(), pixels.height() / shape.height());
}

QRectF CanvasLayout::place(QSizeF shape, Side side) const
{
    if (shape.isEmpty())
        return {};
    const QRectF around = room(side);
    const QSize pixels = shape.toSize().scaled(boxInPixels(side), Qt::KeepAspectRatio);
    const QSizeF size = QSizeF(pixels) / pixelRatio;
    const auto start = [](double from, double length, double own, double part) {
        return own <= length + 0.001 ? from + (length - own) / 2
                                     : std::clamp(from + length / 2 - part * own, from + length - own, from);
    };
    double x = start(around.x(), around.width(), size.width(), centre.x());
    if (mode == ViewMode::SideBySide && size.width() <= around.width())
        x = side == Side::Before ? around.right() - size.width() : around.left();
    const double y = start(around.y(), around.height(), size.height(), centre.y());
    const auto whole = [this](double at) { return std::floor(at * pixelRatio + 0.001) / pixelRatio; };
    return {whole(x), whole(y), size.width(), size.height()};
}

QPointF CanvasLayout::heldCentre(QSizeF shape, Side side) const
{
    const QRectF around = room(side);
    const QRectF whole = place(shape, side);
    const auto held = [](double length, double own, double part) {
        const double reach = own > 0 ? length / own / 2 : 1.0;
        return reach >= 0.5 ? 0.5 : std::clamp(part, reach, 1 - reach);
    };
    return {held(around.width(), whole.width(), centre.x()),
            held(around.height(), whole.height(), centre.y())};
}

} // namespace retake
