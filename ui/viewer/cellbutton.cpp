// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/cellbutton.h"

#include <QPainter>

namespace retake {

CellButton::CellButton(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(name);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::ArrowCursor);
}

QSize CellButton::sizeHint() const
{
    const int side = fontMetrics().height() + 8; // as high as the label in the other corner
    return {side, side};
}

void CellButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = isDown()       ? QColor(90, 94, 104, 240)
                          : underMouse() ? QColor(58, 62, 72, 235)
                                         : QColor(10, 11, 14, 190);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), 5, 5);
    painter.setPen(QPen(Qt::white, 1.5, Qt::SolidLine, Qt::RoundCap));
    const QPointF middle = QRectF(rect()).center();
    constexpr double arm = 4;
    painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm));
    painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm));
}

} // namespace retake
