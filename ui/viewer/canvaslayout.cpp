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
    if (!hasRooms())
        return {double(margin), double(margin), width, height};
    const auto [across, down] = cellsAcrossAndDown();
    const int column = int(side) % across;
    const int row = int(side) / across;
    const QSizeF own(std::max(whole((width - (across - 1) * gap) / across), 1.0),
                     std::max(down == 1 ? height : whole((height - gap) / down), 1.0));
    // The last ones end where the canvas does.
    const double left =
        column + 1 == across ? canvas.width() - margin - own.width() : margin + column * (own.width() + gap);
    const double top = row == 0 ? margin : whole(canvas.height() - margin - own.height());
    return {whole(left), top, own.width(), own.height()};
}

bool CanvasLayout::hasRooms() const
{
    return mode == ViewMode::SideBySide || mode == ViewMode::Grid;
}

std::pair<int, int> CanvasLayout::cellsAcrossAndDown() const
{
    if (mode == ViewMode::SideBySide)
        return {2, 1};
    return {columns, int(allSides.size()) / columns};
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
    double y = start(around.y(), around.height(), size.height(), centre.y());
    const auto [across, down] = cellsAcrossAndDown();
    if (hasRooms() && across == 2 && size.width() <= around.width())
        x = int(side) % across == 0 ? around.right() - size.width() : around.left();
    if (hasRooms() && down == 2 && size.height() <= around.height())
        y = int(side) / across == 0 ? around.bottom() - size.height() : around.top();
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
