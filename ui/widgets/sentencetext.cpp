// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sentencetext.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

namespace retake {

void SentenceText::setSentence(const QString &title, const QString &advice)
{
    m_titleLength = int(title.size());
    setText(advice.isEmpty() ? title : QString(title + u' ' + advice));
}

void SentenceText::paintEvent(QPaintEvent *)
{
    const QString whole = text();
    QPainter painter(this);
    QTextLayout layout(whole, font());
    const int lineHeight = fontMetrics().lineSpacing();
    const int lines = std::max(1, height() / std::max(1, lineHeight));
    QTextLayout::FormatRange title{0, m_titleLength, {}};
    title.format.setForeground(palette().color(foregroundRole()));
    QTextLayout::FormatRange advice{m_titleLength, int(whole.size()) - m_titleLength, {}};
    advice.format.setForeground(Theme::current().second);
    layout.setFormats({title, advice});
    layout.beginLayout();
    m_cut = false;
    for (int number = 0; number < lines; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width());
        line.setPosition(QPointF(0, number * lineHeight));
        const int end = line.textStart() + line.textLength();
        if (number < lines - 1 || end >= whole.size()) {
            line.draw(&painter, QPointF());
            continue;
        }
        m_cut = true;
        const QString rest = fontMetrics().elidedText(whole.mid(line.textStart()), Qt::ElideRight, width());
        painter.setPen(line.textStart() >= m_titleLength ? Theme::current().second
                                                         : palette().color(foregroundRole()));
        painter.drawText(QRect(0, number * lineHeight, width(), lineHeight), Qt::AlignLeft, rest);
    }
    layout.endLayout();
}

bool SentenceText::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_cut) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace retake
