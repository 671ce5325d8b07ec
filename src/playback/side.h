// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace retake {

// The two places of a comparison. A single clip is Before.
enum class Side { Before, After };

inline constexpr std::array bothSides{Side::Before, Side::After};

inline constexpr Side otherSide(Side side)
{
    return side == Side::Before ? Side::After : Side::Before;
}

} // namespace retake
