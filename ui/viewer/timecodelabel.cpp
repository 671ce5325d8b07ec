// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/timecodelabel.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace retake {

int TimecodeLabel::widthOf(QChar character) const
{
    if (!character.isDigit())
        return fontMetrics().horizontalAdvance(character);
    int widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, fontMetrics().horizontalAdvance(QChar(digit)));
    return widest;
}

QSize TimecodeLabel::sizeOf(const QString &line) const
{
    int width = 0;
    for (const QChar character : line)
        width += widthOf(character);
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right() + 1,
            fontMetrics().height() + margins.top() + margins.bottom()};
}

void TimecodeLabel::reserve(const QString &longest)
{
    m_longest = longest;
    setFixedSize(sizeOf(longest));
}

void TimecodeLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange && !m_longest.isEmpty())
        setFixedSize(sizeOf(m_longest));
}

QSize TimecodeLabel::sizeHint() const
{
    return sizeOf(text());
}

QSize TimecodeLabel::minimumSizeHint() const
{
    return sizeHint();
}

void TimecodeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, foregroundRole()));
    const QRect line = contentsRect();
    int x = line.left();
    const int baseline = line.top() + (line.height() - fontMetrics().height()) / 2 + fontMetrics().ascent();
    for (const QChar character : text()) {
        const int width = widthOf(character);
        const int own = fontMetrics().horizontalAdvance(character);
        painter.drawText(x + (width - own) / 2, baseline, QString(character));
        x += width;
    }
}

} // namespace retake
