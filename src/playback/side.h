// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace retake {

// The places of a comparison. A single clip is Before; Before and After are the pair; a grid has up to two
// further takes, each matched to Before as After is.
enum class Side { Before, After, Third, Fourth };

inline constexpr std::array bothSides{Side::Before, Side::After};
inline constexpr std::array furtherSides{Side::Third, Side::Fourth};
inline constexpr std::array allSides{Side::Before, Side::After, Side::Third, Side::Fourth};

inline constexpr bool isFurther(Side side)
{
    return side == Side::Third || side == Side::Fourth;
}

// Of the pair.
inline constexpr Side otherSide(Side side)
{
    return side == Side::Before ? Side::After : Side::Before;
}

// One of something for each place.
template<class T> using BySide = std::array<T, allSides.size()>;

} // namespace retake
