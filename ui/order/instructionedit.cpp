// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/instructionedit.h"

#include "ui/order/imagechips.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QAbstractTextDocumentLayout>
#include <QLabel>
#include <QMimeData>
#include <QTextCursor>

#include <algorithm>

namespace retake {

namespace {

constexpr int lowest = 112;
constexpr int highest = 220; // longer ones scroll

} // namespace

InstructionEdit::InstructionEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_counter(makeLabel({}, "secondary", this))
    , m_chips(new ImageChips(document()))
{
    setObjectName(QStringLiteral("instructionEdit"));
    setAccessibleName(tr("Instruction"));
    setPlaceholderText(tr("Say what to change, and what to keep. For example: “Turn the picture into "
                          "watercolour, keep the movement.”"));
    setTabChangesFocus(true);
    m_counter->setObjectName(QStringLiteral("instructionCounter"));
    m_counter->setProperty("small", true);
    m_counter->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFixedHeight(lowest);
    connect(this, &QPlainTextEdit::textChanged, this, &InstructionEdit::count);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &InstructionEdit::grow);
    count();
}

void InstructionEdit::setLimit(int characters)
{
    m_limit = characters;
    count();
}

void InstructionEdit::setReferenceCount(int count)
{
    m_chips->setReferenceCount(count);
}

void InstructionEdit::replaceAll(const QString &text)
{
    if (text == toPlainText())
        return;
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.endEditBlock();
    setTextCursor(cursor);
}

void InstructionEdit::renumber(const QList<int> &order)
{
    const QString before = toPlainText();
    const QString after = renumberImages(before, order);
    if (after == before)
        return;
    const int position = textCursor().position();
    replaceAll(after);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min<int>(position, int(after.size())));
    setTextCursor(cursor);
}

void InstructionEdit::restyle()
{
    m_chips->rehighlight();
}

bool InstructionEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return carriesMedia(source) || QPlainTextEdit::canInsertFromMimeData(source);
}

void InstructionEdit::insertFromMimeData(const QMimeData *source)
{
    const DroppedMedia media = mediaIn(source);
    if (media.isEmpty())
        QPlainTextEdit::insertFromMimeData(source);
    else
        Q_EMIT mediaGiven(media);
}

void InstructionEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    m_counter->adjustSize();
    m_counter->move(width() - m_counter->width() - 10, height() - m_counter->height() - 6);
    setViewportMargins(0, 0, 0, m_counter->height() + 2);
}

void InstructionEdit::grow()
{
    // A plain text document measures itself in lines.
    const double lines = document()->documentLayout()->documentSize().height();
    const int wanted = int(lines * fontMetrics().lineSpacing()) + m_counter->height() + 30;
    setFixedHeight(std::clamp(wanted, lowest, highest));
}

void InstructionEdit::count()
{
    // A surrogate pair is one character for the service and for the person.
    const qsizetype used = toPlainText().toUcs4().size();
    m_counter->setText(tr("%1 / %2").arg(used).arg(m_limit));
    Theme::mark(m_counter, "danger", m_limit > 0 && used > m_limit);
    m_counter->adjustSize();
    m_counter->move(width() - m_counter->width() - 10, height() - m_counter->height() - 6);
}

} // namespace retake
