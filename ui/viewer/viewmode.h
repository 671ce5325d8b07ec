// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace retake {

// How the canvas shows a pair; the keys 1 to 6 in this order.
enum class ViewMode { Single, SideBySide, Wipe, Difference, Blink, Grid };

inline constexpr std::array allViewModes{ViewMode::Single,     ViewMode::SideBySide, ViewMode::Wipe,
                                         ViewMode::Difference, ViewMode::Blink,      ViewMode::Grid};

// Whether bars, labels, margins and focus marks stand around the pictures, or the pictures alone are shown.
enum class Surroundings { Shown, Hidden };

QString viewModeTitle(ViewMode mode); // translated
QString viewModeHint(ViewMode mode);  // what it shows, in a sentence; translated

} // namespace retake
