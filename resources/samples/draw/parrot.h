// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QPainter;

namespace retake::sample {

// When the parrot calls, in seconds; the sound uses the same list.
struct Call
{
    double at = 0;
    double length = 0;
};

const QList<Call> &calls();

// Paints the parrot as it sits at `seconds`, feet at the painter's origin, some 370 px tall.
void paintParrot(QPainter &painter, double seconds);

} // namespace retake::sample
