// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/stripview.h"

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr Microseconds closestSpan = 500ms; // some 15 frames side by side
constexpr int pageMargin = 12;              // a turned page shows a twelfth of itself before the moment

} // namespace

Microseconds StripView::closest() const
{
    return std::min(closestSpan, m_duration);
}

void StripView::look(Microseconds from, Microseconds span)
{
    m_span = std::clamp(span, closest(), m_duration);
    m_from = std::clamp(from, Microseconds(0), m_duration - m_span);
}

void StripView::setDuration(Microseconds duration)
{
    const bool whole = isWhole();
    m_duration = std::max(duration, Microseconds(0));
    whole ? showAll() : look(m_from, m_span);
}

void StripView::setTrack(double left, double width)
{
    m_left = left;
    m_width = std::max(width, 1.0);
}

double StripView::xOf(Microseconds time) const
{
    return m_left + width(time - m_from);
}

double StripView::width(Microseconds length) const
{
    return m_span <= Microseconds(0) ? 0 : double(length.count()) / double(m_span.count()) * m_width;
}

Microseconds StripView::timeAt(double x) const
{
    return m_from + Microseconds(std::llround((x - m_left) / m_width * double(m_span.count())));
}

void StripView::showAll()
{
    look(Microseconds(0), m_duration);
}

void StripView::zoom(double factor, double x)
{
    const double part = std::clamp((x - m_left) / m_width, 0.0, 1.0);
    const auto kept = m_from + Microseconds(std::llround(part * double(m_span.count())));
    m_span = std::clamp(Microseconds(std::llround(double(m_span.count()) / factor)), closest(), m_duration);
    look(kept - Microseconds(std::llround(part * double(m_span.count()))), m_span);
}

void StripView::scroll(Microseconds by)
{
    look(m_from + by, m_span);
}

void StripView::showFrom(Microseconds from)
{
    look(from, m_span);
}

void StripView::show(const Trim &piece)
{
    look(piece.in - piece.length() / 2, 2 * piece.length());
}

void StripView::reveal(Microseconds time)
{
    if (time < m_from || time > to())
        look(time - m_span / pageMargin, m_span);
}

} // namespace retake
