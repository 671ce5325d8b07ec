// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace retake {

// How the canvas shows a pair; the keys 1 to 5 in this order.
enum class ViewMode { Single, SideBySide, Wipe, Difference, Blink };

} // namespace retake
