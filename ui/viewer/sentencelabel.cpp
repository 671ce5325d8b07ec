// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/sentencelabel.h"

#include "ui/viewer/viewercolors.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr int dot = 14; // the room of the mark before what is said

} // namespace

SentenceLabel::SentenceLabel(QWidget *parent)
    : QLabel(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setTextFormat(Qt::PlainText);
    m_saying.setSingleShot(true);
    m_saying.setInterval(4s);
    connect(&m_saying, &QTimer::timeout, this, &SentenceLabel::hush);
}

void SentenceLabel::setSentence(const QString &sentence)
{
    m_sentence = sentence;
    m_room = std::max(m_room, fontMetrics().horizontalAdvance(sentence) + 4);
    if (!isSaying())
        showNow(sentence);
}

void SentenceLabel::say(const QString &words)
{
    m_saying.start();
    if (words == text())
        return;
    showNow(words);
    QAccessibleEvent heard(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&heard);
}

void SentenceLabel::hush()
{
    m_saying.stop();
    showNow(m_sentence);
}

void SentenceLabel::showNow(const QString &words)
{
    setText(words);
    update();
}

QSize SentenceLabel::sizeHint() const
{
    return {m_room, fontMetrics().height()};
}

QSize SentenceLabel::minimumSizeHint() const
{
    return {60, fontMetrics().height()};
}

void SentenceLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRect place = contentsRect();
    painter.setPen(palette().color(foregroundRole()));
    if (isSaying()) {
        painter.setBrush(viewercolors::warning(palette()));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPointF(place.left() + 4.5, place.center().y() + 0.5), 3.5, 3.5);
        place.setLeft(place.left() + dot);
        painter.setPen(parentWidget()->palette().color(QPalette::WindowText));
    }
    const QString line = fontMetrics().elidedText(text(), Qt::ElideRight, place.width());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, line);
    setToolTip(line == text() ? QString() : text());
}

} // namespace retake
