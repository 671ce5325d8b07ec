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

QRectF CanvasLayout::place(QSizeF shape, Side side) const
{
    if (shape.isEmpty())
        return {};
    const QRectF around = room(side);
    const QSize pixels = shape.toSize().scaled(roomInPixels(side), Qt::KeepAspectRatio);
    const QSizeF size = QSizeF(pixels) / pixelRatio;
    double x = around.x() + (around.width() - size.width()) / 2;
    if (mode == ViewMode::SideBySide)
        x = side == Side::Before ? around.right() - size.width() : around.left();
    const double y = around.y() + (around.height() - size.height()) / 2;
    return {std::floor(x * pixelRatio) / pixelRatio, std::floor(y * pixelRatio) / pixelRatio, size.width(),
            size.height()};
}

} // namespace retake
