// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/figure.h"
#include "practice/looks.h"

namespace retake {

// What is read out of a description, to make a video of it.
struct RemakePlan
{
    enum class Speed { Still, Gentle, Lively };

    FigureKind figure = FigureKind::Round;
    std::optional<Colour> figureColour;
    QList<Colour> around;      // named of the surroundings, none to two
    std::optional<Look> place; // drawn behind the figure
    Reading air;               // weather: what falls or drifts before the figure
    Reading light;             // time of day, season and colours: of the place behind it
    QList<Look> styles;        // of the whole picture
    Speed speed = Speed::Gentle;
};

RemakePlan readDescription(const QString &prompt);

} // namespace retake
