// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QString>

namespace retake {

enum class FigureKind { Round, Bird, Cat, Dog, Person, Fish, Car };

FigureKind figureKindIn(const QString &words); // the first that is named; Round when none is

enum class Pose { First, Second }; // shown in turn

// A plain drawn figure on a transparent ground, so many pixels high.
QImage drawFigure(FigureKind kind, const QColor &colour, int height, Pose pose);

} // namespace retake
