// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/saybox.h"

#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

#include <algorithm>

namespace retake {

namespace {

constexpr int leastLines = 2;
constexpr int mostLines = 5;

} // namespace

void SayEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !(event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier))) {
        Q_EMIT sendWanted();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void SayEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusChanged(true);
}

void SayEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT focusChanged(false);
}

SayBox::SayBox(QWidget *parent)
    : QFrame(parent)
    , m_edit(new SayEdit(this))
    , m_examples(makeButton(QStringLiteral("sayExamplesButton"), tr("Examples"), ButtonLook::Plain, this))
    , m_reason(makeLabel({}, "secondary", this))
    , m_send(makeIconButton(QStringLiteral("sayButton"), QStringLiteral("send"), tr("Send"), this,
                            Ink::OnAccent))
{
    setObjectName(QStringLiteral("sayBox"));
    setProperty("saybox", true);
    m_edit->setObjectName(QStringLiteral("sayEdit"));
    m_edit->setAccessibleName(tr("What should change next"));
    m_edit->setTabChangesFocus(true);
    m_edit->setAcceptDrops(false); // a file dropped here is meant for the window
    m_edit->setProperty("bare", true);
    m_edit->document()->setDocumentMargin(2);
    m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_examples->setProperty("link", true);
    m_examples->setProperty("quiet", true);
    m_examples->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *menu = new QMenu(m_examples);
    menu->setObjectName(QStringLiteral("sayExamplesMenu"));
    for (const QString &example :
         {tr("Change the purple parrot to a white parrot."), tr("Change the background to a rainy forest."),
          tr("Make it a snowy evening with warm light."), tr("Let the camera move in slowly.")})
        menu->addAction(example, this, [this, example] {
            setText(example);
            focusEdit();
        });
    m_examples->setMenu(menu);
    m_reason->setObjectName(QStringLiteral("sayReason"));
    m_reason->setProperty("small", true);
    m_reason->setWordWrap(true);
    m_send->setProperty("sends", true);
    m_send->setIconSize(QSize(16, 16));
    auto *foot = new QHBoxLayout;
    setGaps(foot, 3, 0, 0, 0, 8);
    foot->addWidget(m_examples);
    foot->addWidget(m_reason, 1);
    foot->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 7, 5, 6, 5, 0);
    column->addWidget(m_edit);
    column->addLayout(foot);
    connect(m_edit, &SayEdit::sendWanted, this, &SayBox::send);
    connect(m_edit, &SayEdit::focusChanged, this, [this](bool here) { Theme::mark(this, "here", here); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, &SayBox::follow);
    connect(m_send, &QToolButton::clicked, this, &SayBox::send);
    setLanguage(Language::Any);
    follow();
}

void SayBox::setLanguage(Language language)
{
    m_edit->setPlaceholderText(language == Language::English
                                   ? tr("What should change next? (English; other languages are translated "
                                        "first)")
                                   : tr("What should change next?"));
}

void SayBox::setObstacle(const QString &reason)
{
    m_obstacle = reason;
    follow();
}

void SayBox::setText(const QString &text)
{
    // As typed, so that Ctrl+Z brings back what was there.
    QTextCursor cursor(m_edit->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void SayBox::clear()
{
    setText({});
}

void SayBox::focusEdit()
{
    m_edit->setFocus();
}

bool SayBox::isEmpty() const
{
    return m_edit->toPlainText().trimmed().isEmpty();
}

void SayBox::follow()
{
    m_reason->setText(m_obstacle);
    m_examples->setVisible(m_obstacle.isEmpty());
    const bool ready = m_obstacle.isEmpty() && !isEmpty();
    m_send->setEnabled(ready);
    m_send->setIcon(themedIcon(QStringLiteral("send"), ready ? Ink::OnAccent : Ink::Second));
    m_send->setToolTip(m_obstacle.isEmpty() ? tr("Send (Enter)") : m_obstacle);
    fit();
}

void SayBox::fit()
{
    int lines = 0;
    for (QTextBlock block = m_edit->document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, block.layout()->lineCount());
    lines = std::clamp(lines, leastLines, mostLines);
    const int height =
        lines * m_edit->fontMetrics().lineSpacing() + int(2 * m_edit->document()->documentMargin()) + 2;
    if (m_edit->height() != height || m_edit->minimumHeight() != height)
        m_edit->setFixedHeight(height);
}

void SayBox::send()
{
    const QString what = m_edit->toPlainText().trimmed();
    if (!m_obstacle.isEmpty() || what.isEmpty())
        return;
    Q_EMIT said(what);
}

} // namespace retake
