// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/cropframe.h"

#include "media/reference.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace retake {

namespace {

constexpr int aroundPicture = 10; // so that a grip on the edge can be got hold of
constexpr double gripReach = 12;
constexpr double gripSide = 9;

Qt::CursorShape cursorOf(Grip grip)
{
    switch (grip) {
    case Grip::None:
        return Qt::ArrowCursor;
    case Grip::Inside:
        return Qt::SizeAllCursor;
    case Grip::TopLeft:
    case Grip::BottomRight:
        return Qt::SizeFDiagCursor;
    case Grip::TopRight:
    case Grip::BottomLeft:
        return Qt::SizeBDiagCursor;
    case Grip::Left:
    case Grip::Right:
        return Qt::SizeHorCursor;
    case Grip::Top:
    case Grip::Bottom:
        return Qt::SizeVerCursor;
    }
    return Qt::ArrowCursor;
}

QPointF arrowOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

CropFrame::CropFrame(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("cropFrame"));
    setAccessibleName(tr("Piece of the picture"));
    setAccessibleDescription(
        tr("Arrow keys move it, with Ctrl they change its size, Shift makes larger steps"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(320, 240);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CropFrame::setPicture(const QImage &picture, QSize size)
{
    m_picture = picture;
    m_bounds.whole = size;
    m_bounds.least = smallestReferenceSide;
    change(QRectF({0, 0}, QSizeF(size)));
}

void CropFrame::setCrop(const QRect &crop)
{
    const QSizeF whole = m_bounds.whole;
    const QSizeF least = QSizeF(m_bounds.least, m_bounds.least).boundedTo(whole);
    const QPointF from(std::clamp(double(crop.x()), 0.0, whole.width() - least.width()),
                       std::clamp(double(crop.y()), 0.0, whole.height() - least.height()));
    const QSizeF room(whole.width() - from.x(), whole.height() - from.y());
    change({from, QSizeF(crop.size()).boundedTo(room).expandedTo(least)});
}

void CropFrame::setShape(double shape)
{
    m_bounds.shape = shape;
    change(shapedCrop(m_frame, m_bounds));
}

QRect CropFrame::crop() const
{
    const QPoint from(qRound(m_frame.left()), qRound(m_frame.top()));
    const QRect whole({0, 0}, m_bounds.whole.toSize());
    return QRect(from, QSize(qRound(m_frame.width()), qRound(m_frame.height()))).intersected(whole);
}

void CropFrame::change(const QRectF &frame)
{
    if (frame == m_frame)
        return;
    m_frame = frame;
    update();
    Q_EMIT cropChanged();
}

QRectF CropFrame::pictureRect() const
{
    const QSizeF room = QSizeF(size()) - QSizeF(2 * aroundPicture, 2 * aroundPicture);
    const QSizeF shown = m_bounds.whole.scaled(room, Qt::KeepAspectRatio);
    return {QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown};
}

double CropFrame::zoom() const
{
    return m_bounds.whole.width() > 0 ? pictureRect().width() / m_bounds.whole.width() : 1;
}

QRectF CropFrame::frameOnScreen() const
{
    return {pictureRect().topLeft() + m_frame.topLeft() * zoom(), m_frame.size() * zoom()};
}

QPointF CropFrame::inPicture(QPointF position) const
{
    return (position - pictureRect().topLeft()) / zoom();
}

QPoint CropFrame::gripPosition(Grip grip) const
{
    return gripPoint(frameOnScreen(), grip).toPoint();
}

void CropFrame::paintEvent(QPaintEvent *)
{
    const Tokens t = Theme::current();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), t.canvas);
    if (m_picture.isNull())
        return;
    const QRectF place = pictureRect();
    const QRectF frame = frameOnScreen();
    painter.drawImage(place, m_picture);
    QPainterPath outside;
    outside.addRect(place);
    outside.addRect(frame);
    painter.fillPath(outside, QColor(12, 13, 16, 165)); // odd-even: not inside the frame
    painter.setPen(QPen(QColor(255, 255, 255, 90), 1));
    for (const double third : {1 / 3.0, 2 / 3.0}) {
        const double x = frame.left() + frame.width() * third;
        const double y = frame.top() + frame.height() * third;
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()));
        painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y));
    }
    const QColor edge = hasFocus() ? t.accent : QColor(Qt::white);
    painter.setPen(QPen(edge, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
    painter.setPen(QPen(QColor(12, 13, 16), 1));
    painter.setBrush(edge);
    for (const Grip grip : {Grip::TopLeft, Grip::Top, Grip::TopRight, Grip::Right, Grip::BottomRight,
                            Grip::Bottom, Grip::BottomLeft, Grip::Left}) {
        const QPointF at = gripPoint(frame, grip);
        painter.drawRect(QRectF(at.x() - gripSide / 2, at.y() - gripSide / 2, gripSide, gripSide));
    }
}

void CropFrame::showGrip(Grip grip)
{
    setCursor(cursorOf(grip));
}

void CropFrame::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_picture.isNull())
        return;
    m_held = gripAt(frameOnScreen(), event->position(), gripReach);
    m_from = inPicture(event->position());
    m_frameThere = m_frame;
}

void CropFrame::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF here = inPicture(event->position());
    if (m_held == Grip::None) {
        showGrip(gripAt(frameOnScreen(), event->position(), gripReach));
    } else if (m_held == Grip::Inside) {
        change(movedCrop(m_frameThere, here - m_from, m_bounds));
    } else {
        // what the mouse was off by when it took hold stays that
        const QPointF off = gripPoint(m_frameThere, m_held) - m_from;
        change(stretchedCrop(m_frameThere, m_held, here + off, m_bounds));
    }
}

void CropFrame::mouseReleaseEvent(QMouseEvent *event)
{
    m_held = Grip::None;
    showGrip(gripAt(frameOnScreen(), event->position(), gripReach));
}

void CropFrame::keyPressEvent(QKeyEvent *event)
{
    QPointF by = arrowOf(event->key());
    const Qt::KeyboardModifiers with = event->modifiers() & ~Qt::KeypadModifier;
    if (by.isNull() || m_picture.isNull() || (with & ~(Qt::ShiftModifier | Qt::ControlModifier))) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (with & Qt::ShiftModifier)
        by *= std::max(10.0, m_bounds.whole.width() / 50);
    if (with & Qt::ControlModifier) {
        const Grip grip = by.x() != 0 ? Grip::Right : Grip::Bottom;
        change(stretchedCrop(m_frame, grip, gripPoint(m_frame, grip) + by, m_bounds));
    } else {
        change(movedCrop(m_frame, by, m_bounds));
    }
}

} // namespace retake
