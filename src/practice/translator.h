// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace retake {

// An instruction in English, from a small dictionary of the common kinds. What is English already stays;
// what the dictionary does not know says so and keeps its words.
QString translatedInstruction(const QString &said);

} // namespace retake
