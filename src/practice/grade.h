// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/colourspace.h"

#include <QByteArray>

namespace retake {

// One colour for another, keeping the shading; everything else stays.
struct Recolouring
{
    Hsv from; // as a sample: its hue counts, or its lightness where it has none
    Colour to = Colour::White;
};

// All that the looks do to colours, as one function and as a table for FFmpeg's lut3d.
class Grade
{
public:
    Grade(const Reading &reading, std::optional<Recolouring> recolouring, quint32 seed);
    Rgb operator()(Rgb colour) const;
    QByteArray cubeFile() const;

private:
    Reading m_reading;
    std::optional<Recolouring> m_recolouring;
    double m_turn; // of hues, for what the table has no word for
};

} // namespace retake
