// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>

#include <array>

namespace retake {

// How the difference of two pictures is painted. Without a threshold: the least difference is seen, and what
// is the same is black.
struct DifferenceLook
{
    enum class Tint {
        Colour, // channel by channel
        Grey,   // the channel that differs most
        Heat    // the same, from black over violet, red and yellow to white
    };

    int gain = 4;
    Tint tint = Tint::Colour;

    friend bool operator==(const DifferenceLook &, const DifferenceLook &) = default;
};

inline constexpr std::array offeredGains{1, 2, 4, 8, 16};

// How far `part` of Before lies apart from the same part of After; a null part: all of it. After of another
// size is brought to Before's.
QImage differenceOf(const QImage &before, const QImage &after, const DifferenceLook &look = {},
                    const QRect &part = {});

// The colour for a difference of 0 to 1 after amplification.
QRgb differenceColor(DifferenceLook::Tint tint, double amount);

} // namespace retake
