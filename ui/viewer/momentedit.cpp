// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/momentedit.h"

#include "ui/viewer/timecode.h"

#include <QKeyEvent>

namespace retake {

MomentEdit::MomentEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setMaxLength(24);
    reserve(Microseconds(0), 1);
}

QString MomentEdit::full(Microseconds time, int frame) const
{
    return tr("%1 f%2").arg(formatTimecode(time)).arg(frame);
}

void MomentEdit::setMoment(Microseconds time, int frame)
{
    if (time == m_time && frame == m_frame)
        return;
    m_time = time;
    m_frame = frame;
    if (!hasFocus() || !isModified())
        restore();
}

void MomentEdit::reserve(Microseconds time, int frame)
{
    m_longest = full(time, frame);
    m_longestTime = formatTimecode(time);
    updateGeometry();
}

void MomentEdit::restore()
{
    const bool timeOnly = hasFocus() || width() < widthFor(m_longest);
    const QString time = timeOnly ? formatTimecode(m_time) : full(m_time, m_frame);
    const QString shown = m_frame < 1 ? QString() : time;
    if (shown != text()) {
        setText(shown);
        hasFocus() ? selectAll() : setCursorPosition(0);
    }
    setModified(false);
}

void MomentEdit::commit()
{
    if (!isModified())
        return;
    const QString text = this->text();
    setModified(false);
    Q_EMIT typed(text);
    restore();
}

int MomentEdit::widthFor(const QString &text) const
{
    // Digits as wide as the widest; frame and padding of the field as its hint has them.
    QString widest = text;
    for (QChar &character : widest) {
        if (character.isDigit())
            character = u'0';
    }
    const int around = QLineEdit::sizeHint().width() - 17 * fontMetrics().horizontalAdvance(u'x');
    return fontMetrics().horizontalAdvance(widest) + std::max(around, 10) + 2;
}

QSize MomentEdit::sizeHint() const
{
    return {widthFor(m_longest), QLineEdit::sizeHint().height()};
}

QSize MomentEdit::minimumSizeHint() const
{
    return {widthFor(m_longestTime), QLineEdit::minimumSizeHint().height()};
}

void MomentEdit::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier)
            break; // runs the edit
        commit();
        selectAll();
        return;
    case Qt::Key_Escape:
        setModified(false);
        setText(formatTimecode(m_time));
        selectAll();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        commit();
        const int way = event->key() == Qt::Key_Up ? 1 : -1;
        Q_EMIT stepped(shift ? way * 10 : way);
        return;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        commit();
        Q_EMIT stepped(event->key() == Qt::Key_PageUp ? 10 : -10);
        return;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void MomentEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    if (!isModified())
        restore();
}

void MomentEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    restore();
    if (event->reason() != Qt::MouseFocusReason)
        selectAll();
}

void MomentEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    commit();
    restore();
}

} // namespace retake
