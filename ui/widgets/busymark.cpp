// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/busymark.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace retake {

namespace {

constexpr int markSide = 14;
constexpr int stepsARound = 12;
constexpr int stepMilliseconds = 90;

} // namespace

BusyMark::BusyMark(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(markSide, markSide);
}

void BusyMark::showEvent(QShowEvent *)
{
    m_timer.start(stepMilliseconds, this);
}

void BusyMark::hideEvent(QHideEvent *)
{
    m_timer.stop();
}

void BusyMark::timerEvent(QTimerEvent *)
{
    m_step = (m_step + 1) % stepsARound;
    update();
}

void BusyMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens t = Theme::current();
    const QRectF room = QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.setPen(QPen(t.line, 2));
    painter.drawEllipse(room);
    painter.setPen(QPen(t.accent, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(room, -m_step * 360 * 16 / stepsARound, 100 * 16);
}

} // namespace retake
