// SPDX-License-Identifier: GPL-3.0-or-later
// What is dragged, turned, wheeled and pinched.
#include "ui/viewer/canvasmarks.h"
#include "ui/viewer/comparecanvas.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace retake {

namespace {

constexpr double wipeStep = 0.02;
constexpr double degreesOfNotch = 5;
constexpr double notch = 120; // of a wheel, in Qt's eighths of a degree
constexpr double zoomOfNotch = 1.25;
constexpr double degreesThatCatch = 2.5; // near a multiple of 45

double degreesOf(QPointF way)
{
    return std::atan2(way.y(), way.x()) * 180 / 3.14159265358979323846;
}

double caught(double degrees)
{
    const double near = std::round(degrees / 45) * 45;
    return std::abs(degrees - near) < degreesThatCatch ? near : degrees;
}

double lengthOf(QPointF way)
{
    return std::hypot(way.x(), way.y());
}

} // namespace

bool CompareCanvas::hasWipe() const
{
    return shownMode() == ViewMode::Wipe && !m_held && !sharedRect().isEmpty();
}

void CompareCanvas::setWipeLine(const WipeLine &line)
{
    m_wipe = line;
    m_wipe.fraction = std::clamp(line.fraction, 0.0, 1.0);
    update();
}

void CompareCanvas::setWipe(double fraction)
{
    setWipeLine({fraction, m_wipe.degrees});
}

void CompareCanvas::moveWipe(int way)
{
    setWipe(m_wipe.fraction + way * wipeStep);
}

void CompareCanvas::turnWipe(double byDegrees)
{
    setWipeLine(m_wipe.turned(sharedRect(), wipeGrip(), m_wipe.degrees + byDegrees));
}

QPointF CompareCanvas::wipeGrip() const
{
    const auto seen = m_wipe.segment(sharedRect(), sharedVisible());
    return seen ? seen->center() : sharedVisible().center();
}

QPointF CompareCanvas::wipeTurnGrip() const
{
    const auto seen = m_wipe.segment(sharedRect(), sharedVisible());
    const double room = seen ? seen->length() / 2 : 0;
    return wipeGrip() + m_wipe.along() * std::min(canvasmarks::turnGripAway, std::max(room - 12, 0.0));
}

CompareCanvas::Drag CompareCanvas::dragAt(QPointF point) const
{
    if (hasWipe()) {
        if (lengthOf(point - wipeTurnGrip()) <= canvasmarks::turnGrip + 4)
            return Drag::Turn;
        const bool near = std::abs(m_wipe.distance(sharedRect(), point)) <= canvasmarks::wipeGrip;
        const double around = canvasmarks::wipeGrip;
        if (sharedVisible().adjusted(-around, -around, around, around).contains(point) && (near || !canPan()))
            return Drag::Line;
    }
    return canPan() ? Drag::Pan : Drag::None;
}

void CompareCanvas::mousePressEvent(QMouseEvent *event)
{
    if (m_drag != Drag::None)
        return;
    const QPointF at = event->position();
    if (event->button() == Qt::LeftButton)
        m_drag = dragAt(at);
    else if (event->button() == Qt::MiddleButton && canPan())
        m_drag = Drag::Pan;
    m_dragFrom = at;
    m_pivot = wipeGrip();
    if (event->button() == Qt::LeftButton && event->type() == QEvent::MouseButtonPress)
        m_pressed = at;
    if (m_drag == Drag::Line)
        drag(at);
    showCursor(at);
}

void CompareCanvas::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    drag(event->position());
    showCursor(event->position());
    if (m_readout || !m_stirred.isActive())
        update();
    m_stirred.start();
}

void CompareCanvas::drag(QPointF to)
{
    const QPointF way = to - m_pivot;
    switch (m_drag) {
    case Drag::None:
        return;
    case Drag::Line:
        setWipeLine(m_wipe.through(sharedRect(), to));
        break;
    case Drag::Turn:
        // The turning grip lies along the line, which is a quarter on from the way across.
        if (lengthOf(way) > 4)
            setWipeLine(m_wipe.turned(sharedRect(), m_pivot, caught(degreesOf(way) - 90)));
        break;
    case Drag::Pan:
        panBy(to - m_dragFrom);
        break;
    }
    m_dragFrom = to;
}

void CompareCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_drag = Drag::None;
    const std::optional<QPointF> pressed = std::exchange(m_pressed, std::nullopt);
    if (pressed && event->button() == Qt::LeftButton &&
        lengthOf(event->position() - *pressed) < QApplication::startDragDistance())
        clickCell(event->position());
    showCursor(event->position());
}

void CompareCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && hasWipe())
        setWipeLine({});
    else
        mousePressEvent(event);
}

void CompareCanvas::leaveEvent(QEvent *)
{
    m_pointer.reset();
    if (m_readout)
        update();
}

void CompareCanvas::showCursor(QPointF at)
{
    constexpr std::array lineCursors{Qt::SizeHorCursor, Qt::SizeFDiagCursor, Qt::SizeVerCursor,
                                     Qt::SizeBDiagCursor};
    switch (m_drag == Drag::None ? dragAt(at) : m_drag) {
    case Drag::None:
        cellHint(at).isEmpty() ? unsetCursor() : setCursor(Qt::PointingHandCursor);
        break;
    case Drag::Line:
        setCursor(lineCursors[std::size_t(std::lround(m_wipe.degrees / 45)) % lineCursors.size()]);
        break;
    case Drag::Turn:
        setCursor(Qt::PointingHandCursor);
        break;
    case Drag::Pan:
        setCursor(m_drag == Drag::Pan ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        break;
    }
}

void CompareCanvas::wheelEvent(QWheelEvent *event)
{
    // With Alt held some platforms turn the wheel's way aside, and some window managers keep it: Shift, too.
    const QPoint turned = event->angleDelta();
    const double notches = (turned.y() ? turned.y() : turned.x()) / notch;
    const bool turnsLine = (event->modifiers() & (Qt::AltModifier | Qt::ShiftModifier)) != 0;
    if (notches != 0 && turnsLine && hasWipe())
        turnWipe(notches * degreesOfNotch);
    else if (notches != 0 && !turnsLine)
        zoomTo(scale() * std::pow(zoomOfNotch, notches), event->position());
    event->accept();
}

bool CompareCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto &gesture = static_cast<QNativeGestureEvent &>(*event);
        if (gesture.gestureType() == Qt::ZoomNativeGesture) {
            zoomTo(scale() * (1 + std::max(gesture.value(), -0.9)), gesture.position());
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto &asked = static_cast<QHelpEvent &>(*event);
        QToolTip::showText(asked.globalPos(), cellHint(asked.pos()), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace retake
