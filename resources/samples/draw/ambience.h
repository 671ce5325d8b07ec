// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace retake::sample {

constexpr int soundRate = 48000;

// Dusk in a city: a soft wind, crickets, and the parrot's calls. Interleaved stereo, 16 bits, little endian.
QByteArray duskSound(double seconds);

} // namespace retake::sample
