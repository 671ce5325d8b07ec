// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/comparecanvas.h"

#include <QApplication>
#include <QColor>
#include <QImage>
#include <QMouseEvent>
#include <QWheelEvent>

namespace retake {

inline QImage plainPicture(QSize size, const QColor &color)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

// Every pixel's colour says where it is.
inline QRgb mapColor(int x, int y)
{
    return qRgb(x & 255, y & 255, (x >> 8) * 16 + (y >> 8));
}

inline QImage mapPicture(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, mapColor(x, y));
    }
    return image;
}

// A canvas of 640 x 400 with two pictures in the clips' own size, and what can be read off it.
struct CanvasStage
{
    CompareCanvas canvas;

    CanvasStage(ViewMode mode, const QImage &before, const QImage &after)
    {
        canvas.resize(640, 400);
        for (const Side side : bothSides)
            canvas.setPresent(side, true);
        canvas.setClipSize(Side::Before, before.size());
        canvas.setClipSize(Side::After, after.size());
        canvas.setMode(mode);
        show(before, after);
    }

    void show(const QImage &before, const QImage &after)
    {
        canvas.showPair({before, after, 7, 7, Microseconds(0), 7}, 90);
    }

    QImage seen() { return canvas.grab().toImage(); }

    QRgb at(QPointF point) { return seen().pixel(int(point.x()), int(point.y())) | 0xff000000; }

    // The pixel of a map that is painted there.
    QPoint mapAt(QPointF point)
    {
        const QRgb color = at(point);
        return {qRed(color) + (qBlue(color) / 16) * 256, qGreen(color) + (qBlue(color) % 16) * 256};
    }

    // Without a button; a canvas that is not shown gets no such moves from QTest.
    void hover(QPointF point)
    {
        QMouseEvent event(QEvent::MouseMove, point, canvas.mapToGlobal(point), Qt::NoButton, Qt::NoButton,
                          Qt::NoModifier);
        QApplication::sendEvent(&canvas, &event);
    }

    void wheel(QPointF point, int notches, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(point, canvas.mapToGlobal(point), {}, {0, notches * 120}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas, &event);
    }
};

} // namespace retake
