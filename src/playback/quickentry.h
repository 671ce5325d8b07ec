// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace retake {

// How many pictures must be decoded to show an entry of a timeline, in pictures of 1080p.
using EntryCost = std::function<double(int entry)>;

// The nearest of `count` entries that is had in an instant; the wished one itself where none is within some
// seconds of it. Pure.
int quickEntryNear(int wished, int count, const EntryCost &cost);

} // namespace retake
