// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/colourspace.h"

#include <QSize>

namespace retake {

struct Tint
{
    Colour colour = Colour::Grey;
    bool isDark = false;
    friend bool operator==(const Tint &, const Tint &) = default;
};

// What can be measured of some pictures of a video, in order. Nothing is recognised.
struct Sight
{
    enum class Motion { Unknown, Still, Gentle, Lively };

    QSize size;
    double seconds = 0;
    Tint figure;        // of what stands out in the middle
    Tint second;        // the next in the middle
    QList<Tint> around; // at the edges, the largest first, one or two
    double across = 0;  // where the figure is: 0 left, 1 right
    double light = 0;   // 0 to 1
    double warmth = 0;  // below 0: cool
    double reddish = 0; // share of the picture in red, orange or pink that is not quite dark
    Motion motion = Motion::Unknown;
    double movingAcross = 0.5; // where it moves most
    bool cameraMoves = false;
};

Sight takeSight(const QList<QImage> &pictures, QSize size, double seconds);
Tint tintOf(const Hsv &colour);
QString tintWords(const Tint &tint); // "dark blue"
QString colourWord(Colour colour);   // "blue"

// The measurements in English: seven labelled lines, or one paragraph; 450 characters at most.
QString labelledSight(const Sight &sight);
QString paragraphOfSight(const Sight &sight);

} // namespace retake
