// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace retake {

enum class Scheme { Light, Dark };

// The colours of the look, by what they are for. The canvas stays dark in both schemes.
struct Tokens
{
    Scheme scheme = Scheme::Dark;
    QColor window;
    QColor panel;
    QColor raised;
    QColor hover; // raised, under the pointer
    QColor line;
    QColor text;
    QColor second;
    QColor accent;      // fills, outlines, focus
    QColor accentHover; // the main button under the pointer
    QColor onAccent;    // text on a fill of accent
    QColor accentText;  // text in the accent's hue, on panel, raised or tint
    QColor tint;        // a quiet fill in the accent's hue
    QColor ok;          // bars and dots, not text
    QColor warning;     // bars and dots, not text
    QColor warningText; // text in the warning's hue, on panel or raised
    QColor error;
    QColor canvas;
    QColor onCanvas; // text on the canvas
    QColor onCanvasSecond;
};

Tokens tokensFor(Scheme scheme);

// WCAG 2: 1 to 21.
double contrastRatio(const QColor &one, const QColor &other);

} // namespace retake
