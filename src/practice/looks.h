// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace retake {

enum class Look {
    ColourChange, // see Reading::from and to
    Rain,
    Snow,
    Fog,
    Storm,
    Forest,
    Beach,
    City,
    Desert,
    Mountain,
    Space,
    Underwater,
    Background, // another background, of a kind that the table does not know
    Night,
    Dusk,
    Dawn,
    Sunny,
    Spring,
    Summer,
    Autumn,
    Winter,
    Warm,
    Cold,
    Pixel,
    Watercolour,
    Clay,
    Sketch,
    Oil,
    Cartoon,
    BlackWhite,
    Vintage,
    Neon,
    ZoomIn,
    ZoomOut,
    PanLeft,
    PanRight,
    Shake,
    Mirror,
    UpsideDown,
    Slow,
    Fast,
    Blur,
    Brighter,
    Darker,
    Vivid,
    Unnamed, // nothing the table knows: still a change that nobody overlooks
};

enum class Colour { White, Black, Grey, Red, Orange, Yellow, Green, Cyan, Blue, Purple, Pink, Brown };

// What the practice service understood of an instruction.
struct Reading
{
    QList<Look> looks;          // never empty, in the order of the enum, each once
    std::optional<Colour> from; // of a ColourChange; without one the picture's own strongest colour
    std::optional<Colour> to;

    bool has(Look look) const { return looks.contains(look); }

    friend bool operator==(const Reading &, const Reading &) = default;
};

// English and Chinese words, longest first; words after "no", "without", "remove the" do not count.
Reading readInstruction(const QString &prompt);

} // namespace retake
