// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QString>

namespace retake {

// What a word of a description, or of an instruction, speaks of.
enum class Topic {
    Scenery = 1,
    Weather = 2,
    Light = 4,
    Camera = 8,
    Motion = 16,
    Mood = 32,
    Colour = 64,
    Look = 128, // adjectives of the appearance: vibrant, fluffy
};
Q_DECLARE_FLAGS(Topics, Topic)
Q_DECLARE_OPERATORS_FOR_FLAGS(Topics)

// None for the many words that no list holds.
Topics topicsOf(const QString &word); // as written, in English, or one to four Chinese characters

constexpr int longestTopicWord = 4; // in Chinese characters

} // namespace retake
