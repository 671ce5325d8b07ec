// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/filmstrip.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace retake {

namespace {

constexpr int playheadReach = 5;     // pixels beside it that still take it
constexpr double wheelFactor = 1.25; // a notch

} // namespace

// The piece can be taken by its middle when there is somewhere to go.
bool Filmstrip::isOnBody(QPointF place) const
{
    const bool movable = m_piece.length() > Microseconds(0) && m_piece.length() < m_borders.end();
    return movable && track().contains(place.toPoint()) && place.x() > m_view.xOf(m_piece.in) &&
           place.x() < m_view.xOf(m_piece.out);
}

Filmstrip::Held Filmstrip::under(QPointF place) const
{
    if (m_view.isEmpty())
        return Held::Nothing;
    if (!m_view.isWhole() && place.y() >= overview().top())
        return Held::Overview;
    const bool onPlayhead = std::abs(place.x() - m_view.xOf(m_position)) <= playheadReach;
    return isOnBody(place) && !onPlayhead ? Held::Body : Held::Playhead;
}

void Filmstrip::take(TrimPart part, double x)
{
    m_held = Held::Grip;
    m_heldPart = part;
    m_lastX = x;
    m_grabOffset = (part == TrimPart::Out ? m_piece.out : m_piece.in) - m_view.timeAt(x);
    Q_EMIT gripTaken(part);
}

void Filmstrip::dragTo(double x)
{
    m_lastX = x;
    const QRect strip = track();
    const double beyond = x < strip.left() ? x - strip.left() : std::max(x - strip.right(), 0.0);
    const bool scrolls = beyond != 0 && !m_view.isWhole() && m_held != Held::Overview;
    if (scrolls && m_autoScroll.isActive()) {
        m_view.scroll(
            Microseconds(qint64(double(m_view.span().count()) * std::clamp(beyond / 1500, -0.06, 0.06))));
        viewMoved();
    }
    if (scrolls != m_autoScroll.isActive())
        scrolls ? m_autoScroll.start() : m_autoScroll.stop();

    switch (m_held) {
    case Held::Nothing:
        return;
    case Held::Body:
        if (std::abs(x - m_pressed.x()) < QApplication::startDragDistance())
            return;
        setCursor(Qt::ClosedHandCursor);
        take(TrimPart::Piece, m_pressed.x());
        [[fallthrough]];
    case Held::Grip:
        Q_EMIT gripMoved(m_heldPart, m_view.timeAt(x) + m_grabOffset);
        return;
    case Held::Playhead:
        Q_EMIT seekRequested(std::clamp(m_view.timeAt(x), Microseconds(0), m_view.duration()));
        return;
    case Held::Overview: {
        const double part = (x - strip.left()) / std::max(strip.width(), 1);
        m_view.showFrom(Microseconds(qint64(part * double(m_view.duration().count()))) - m_view.span() / 2);
        viewMoved();
        return;
    }
    }
}

void Filmstrip::let()
{
    const Held held = std::exchange(m_held, Held::Nothing);
    m_autoScroll.stop();
    if (held == Held::Grip)
        Q_EMIT gripReleased(m_heldPart);
    else if (held == Held::Playhead)
        Q_EMIT scrubEnded();
}

void Filmstrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_held != Held::Nothing) {
        event->ignore();
        return;
    }
    m_pressed = event->position();
    m_held = under(m_pressed);
    if (m_held != Held::Body)
        dragTo(m_pressed.x());
}

void Filmstrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_held != Held::Nothing) {
        dragTo(event->position().x());
        return;
    }
    switch (under(event->position())) {
    case Held::Body:
        setCursor(Qt::OpenHandCursor);
        break;
    case Held::Playhead:
        std::abs(event->position().x() - m_view.xOf(m_position)) <= playheadReach
            ? setCursor(Qt::SplitHCursor)
            : unsetCursor();
        break;
    case Held::Overview:
    case Held::Grip:
    case Held::Nothing:
        unsetCursor();
        break;
    }
}

void Filmstrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_held == Held::Body) { // not moved: a click
        m_held = Held::Playhead;
        dragTo(event->position().x());
    }
    let();
    mouseMoveEvent(event);
}

void Filmstrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && isOnBody(event->position()))
        showPiece();
    else
        mousePressEvent(event);
}

// With Ctrl nearer and back, else along the strip.
void Filmstrip::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    const double notches = (std::abs(turned.y()) >= std::abs(turned.x()) ? turned.y() : turned.x()) / 120.0;
    if (m_view.isEmpty() || notches == 0) {
        event->ignore();
        return;
    }
    if (event->modifiers() & Qt::ControlModifier) {
        m_view.zoom(std::pow(wheelFactor, notches), event->position().x());
    } else if (!m_view.isWhole()) {
        m_view.scroll(Microseconds(qint64(-notches / 8 * double(m_view.span().count()))));
    } else {
        event->ignore();
        return;
    }
    event->accept();
    viewMoved();
    if (m_held != Held::Nothing)
        dragTo(m_lastX);
}

} // namespace retake
