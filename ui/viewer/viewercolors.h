// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

// The tokens that a palette has no role for, by whether the palette is a dark one. The canvas is dark in
// both.
namespace retake::viewercolors {

inline bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

inline QColor canvas(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x0c, 0x0d, 0x10) : QColor(0x22, 0x25, 0x2c);
}

inline QColor canvasPanel(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x17, 0x19, 0x1e) : QColor(0x2c, 0x30, 0x38);
}

inline QColor onCanvas()
{
    return {0xe7, 0xe9, 0xee};
}

inline QColor onCanvasSecond()
{
    return {0xa9, 0xb0, 0xbe};
}

inline QColor warning(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xf2, 0xb8, 0x4b) : QColor(0xa9, 0x6a, 0x00);
}

} // namespace retake::viewercolors
