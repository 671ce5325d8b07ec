// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/side.h"
#include "ui/viewer/viewmode.h"

#include <QRect>
#include <QSize>

#include <utility>

namespace retake {

// Where the pictures stand on the canvas. Pure; in logical pixels, on whole device pixels.
struct CanvasLayout
{
    QSize canvas;
    ViewMode mode = ViewMode::Single;
    double pixelRatio = 1.0;
    Surroundings surroundings = Surroundings::Shown; // hidden: no margins
    double factor = 1.0;                             // of the fitted size, the same for both sides
    QPointF centre{0.5, 0.5}; // of the picture, 0 to 1 each way: what the middle of its room shows
    int columns = 2;          // of a grid: two rows of two, or one of four

    // The room that a side's picture is fitted into and clipped to: half of the canvas side by side, a cell
    // of a grid, else all of it.
    QRectF room(Side side) const;
    QSize roomInPixels(Side side) const;
    // What a picture is fitted into: the room, zoomed.
    QSize boxInPixels(Side side) const;
    // Device pixels for one pixel of such a picture where it is fitted.
    double fitScale(QSize shape, Side side) const;
    // The place of a picture of that shape, all of it; zoomed it reaches out of the room. Side by side
    // and in two rows of two they stand against the middle.
    QRectF place(QSizeF shape, Side side) const;
    // The centre that really is in the middle: the edges of a zoomed picture do not leave those of the room.
    QPointF heldCentre(QSizeF shape, Side side) const;

    bool hasRooms() const; // each side has a room of its own

private:
    std::pair<int, int> cellsAcrossAndDown() const;
};

} // namespace retake
