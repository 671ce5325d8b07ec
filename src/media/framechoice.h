// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/conform.h"

namespace retake {

// Frame n of the result is the last one of the source that begins, rounded to the result's grid, at n or
// before. Times are taken this much later than they are: of sources at twice the rate every second frame
// lies exactly between two, and a container's rounding must not decide which way it goes.
Microseconds frameLead(Rational rate);

} // namespace retake
