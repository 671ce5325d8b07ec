// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/side.h"
#include "ui/viewer/viewmode.h"

#include <QRect>
#include <QSize>

namespace retake {

// Where the pictures stand on the canvas. Pure; in logical pixels, on whole device pixels.
struct CanvasLayout
{
    QSize canvas;
    ViewMode mode = ViewMode::Single;
    double pixelRatio = 1.0;
    Surroundings surroundings = Surroundings::Shown; // hidden: no margins

    // The room that a side's picture is fitted into: half of the canvas side by side, else all of it.
    QRectF room(Side side) const;
    QSize roomInPixels(Side side) const;
    // The place of a picture of that shape. Side by side the two stand against the middle.
    QRectF place(QSizeF shape, Side side) const;
};

} // namespace retake
