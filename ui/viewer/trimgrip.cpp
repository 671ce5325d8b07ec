// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/trimgrip.h"

#include "ui/viewer/viewercolors.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr int corner = 4;

} // namespace

TrimGrip::TrimGrip(TrimPart part, QWidget *parent)
    : QAbstractSlider(parent)
    , m_part(part)
{
    switch (part) {
    case TrimPart::In:
        setObjectName(QStringLiteral("trimInHandle"));
        setAccessibleName(tr("Begin of the piece"));
        setCursor(Qt::SizeHorCursor);
        break;
    case TrimPart::Piece:
        setObjectName(QStringLiteral("trimPieceBar"));
        setAccessibleName(tr("The piece"));
        setCursor(Qt::OpenHandCursor);
        break;
    case TrimPart::Out:
        setObjectName(QStringLiteral("trimOutHandle"));
        setAccessibleName(tr("End of the piece"));
        setCursor(Qt::SizeHorCursor);
        break;
    }
    setAccessibleDescription(
        tr("The arrow keys move it by a frame, with Shift by ten, with Ctrl by a second"));
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_NoSystemBackground);
    setPageStep(10);
    connect(this, &QAbstractSlider::valueChanged, this, [this](int border) {
        if (!m_showing)
            Q_EMIT borderWanted(border);
    });
}

void TrimGrip::showBorder(int border, int first, int last)
{
    m_showing = true;
    setRange(first, last);
    setValue(border);
    m_showing = false;
}

void TrimGrip::letGo()
{
    m_held = false;
    if (m_part == TrimPart::Piece)
        setCursor(Qt::OpenHandCursor);
    update();
}

bool TrimGrip::isOwnKey(const QKeyEvent &key) const
{
    const bool arrow = key.key() == Qt::Key_Left || key.key() == Qt::Key_Right;
    return arrow ? !(key.modifiers() & (Qt::AltModifier | Qt::MetaModifier))
                 : m_held && key.key() == Qt::Key_Escape;
}

bool TrimGrip::event(QEvent *event)
{
    // The viewer has the arrow keys, too.
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QAbstractSlider::event(event);
}

void TrimGrip::keyPressEvent(QKeyEvent *event)
{
    if (!isOwnKey(*event)) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        letGo();
        Q_EMIT cancelled();
        return;
    }
    const int way = event->key() == Qt::Key_Left ? -1 : 1;
    if (event->modifiers() & Qt::ControlModifier)
        Q_EMIT stepWanted(0, way * 1s);
    else
        Q_EMIT stepWanted(event->modifiers() & Qt::ShiftModifier ? way * 10 : way, 0s);
}

void TrimGrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_held = true;
    if (m_part == TrimPart::Piece)
        setCursor(Qt::ClosedHandCursor);
    Q_EMIT taken(mapToParent(event->position()).x());
}

void TrimGrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_held)
        Q_EMIT dragged(mapToParent(event->position()).x());
}

void TrimGrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_held)
        return;
    letGo();
    Q_EMIT released();
}

void TrimGrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT doubleClicked();
}

void TrimGrip::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the strip scrolls and zooms
}

void TrimGrip::focusInEvent(QFocusEvent *event)
{
    QAbstractSlider::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        Q_EMIT reached();
}

void TrimGrip::focusOutEvent(QFocusEvent *event)
{
    QAbstractSlider::focusOutEvent(event);
    Q_EMIT left();
}

void TrimGrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor color = viewercolors::warning(palette());
    if (underMouse() || m_held)
        color = viewercolors::isDark(palette()) ? color.lighter(112) : color.lighter(125);
    QRectF shape = rect();
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    switch (m_part) {
    case TrimPart::In: // flat where the piece begins
        shape.setLeft(shape.right() - handleWidth);
        path.addRoundedRect(shape, corner, corner);
        path.addRect(shape.adjusted(handleWidth / 2.0, 0, 0, 0));
        break;
    case TrimPart::Out:
        shape.setRight(shape.left() + handleWidth);
        path.addRoundedRect(shape, corner, corner);
        path.addRect(shape.adjusted(0, 0, -handleWidth / 2.0, 0));
        break;
    case TrimPart::Piece:
        shape.adjust(0, 3, 0, 0);
        path.addRoundedRect(shape, corner, corner);
        path.addRect(shape.adjusted(0, shape.height() / 2, 0, 0));
        break;
    }
    painter.fillPath(path.simplified(), color);

    // The ribs that say that it can be held.
    const QColor rib = viewercolors::isDark(palette()) ? QColor(0, 0, 0, 150) : QColor(255, 255, 255, 220);
    const QPointF middle = shape.center();
    if (m_part == TrimPart::Piece) {
        for (const double x : {-6.0, -2.0, 2.0, 6.0})
            painter.fillRect(QRectF(middle.x() + x - 0.75, middle.y() - 2.5, 1.5, 5), rib);
    } else {
        painter.fillRect(QRectF(middle.x() - 2.5, middle.y() - 7, 1.5, 14), rib);
        painter.fillRect(QRectF(middle.x() + 1, middle.y() - 7, 1.5, 14), rib);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(viewercolors::isDark(palette()) ? QColor(Qt::black) : QColor(Qt::white), 1));
        painter.drawRoundedRect(shape.adjusted(2.5, 2.5, -2.5, -2.5), 2, 2);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRoundedRect(shape.adjusted(1, 1, -1, -1), 3, 3);
    }
}

} // namespace retake
