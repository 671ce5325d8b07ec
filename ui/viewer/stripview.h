// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/order.h"

namespace retake {

// Which part of the clip the filmstrip shows, and where a moment stands in it. Pure.
class StripView
{
public:
    void setDuration(Microseconds duration); // everything in sight stays everything
    void setTrack(double left, double width);

    Microseconds duration() const { return m_duration; }

    Microseconds from() const { return m_from; }

    Microseconds span() const { return m_span; }

    Microseconds to() const { return m_from + m_span; }

    bool isEmpty() const { return m_duration <= Microseconds(0); }

    bool isWhole() const { return m_span >= m_duration; }

    bool isClosest() const { return m_span <= closest(); }

    double xOf(Microseconds time) const;
    Microseconds timeAt(double x) const; // may lie outside of the clip
    double width(Microseconds length) const;

    void showAll();
    // A factor above 1 comes nearer; the moment at `x` stays where it is.
    void zoom(double factor, double x);
    void scroll(Microseconds by);
    void showFrom(Microseconds from);
    // The piece in the middle, with as much again around it.
    void show(const Trim &piece);
    // Turns the page when the moment is out of sight.
    void reveal(Microseconds time);

private:
    Microseconds closest() const;
    void look(Microseconds from, Microseconds span);

    Microseconds m_duration{0};
    Microseconds m_from{0};
    Microseconds m_span{0};
    double m_left = 0;
    double m_width = 1;
};

} // namespace retake
