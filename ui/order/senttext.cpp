// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/senttext.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace retake {

SentText::SentText(const QString &name, const QString &accessibleName, int mostLines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_mostLines(mostLines)
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    grow();
}

void SentText::say(const QString &text)
{
    if (text == toPlainText())
        return;
    setPlainText(text);
    grow();
}

void SentText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        grow();
}

void SentText::showEvent(QShowEvent *event)
{
    QPlainTextEdit::showEvent(event);
    grow();
}

void SentText::grow()
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < m_mostLines;
         block = block.next()) {
        blockBoundingRect(block); // lays it out
        lines += std::max(1, block.layout()->lineCount());
    }
    lines = std::clamp(lines, 1, m_mostLines);
    const int around = height() - viewport()->height();
    const int margin = int(document()->documentMargin()) * 2;
    setFixedHeight(lines * fontMetrics().lineSpacing() + margin + std::max(around, 2) + 2);
}

} // namespace retake
