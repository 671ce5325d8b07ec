// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/warningdot.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace retake {

WarningDot::WarningDot(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(8, 8);
}

void WarningDot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().warning);
    painter.drawEllipse(QRectF(0.5, 0.5, 7, 7));
}

} // namespace retake
