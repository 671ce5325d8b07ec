// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/measure.h"

#include <QString>
#include <QStringList>

namespace retake {

// What a measure tells a person.

QString momentText(Microseconds time); // "00:03.2"

// One line: where most has changed, of what kind, how much of the clip. Sound is never compared, and it says
// so.
QString changeSentence(const Measure &measure);

// What the person must know of how the clips were compared: that lengths, rates, sizes or shapes differ, that
// frames could not be decoded. A sentence each; none when all is alike.
QStringList comparisonNotes(const Measure &measure);

QString frameChangeText(const FrameChange &frame); // the figures of one frame, a line for each kind
QString ssimText(double figure);                   // "0.9871"
QString psnrText(double figure);                   // "38.2", "∞" for the same

} // namespace retake
