// SPDX-License-Identifier: GPL-3.0-or-later
// The list of the queue under the hand: keys, menu, and rows that are dragged.
#include "ui/queue/queuelist.h"

#include "ui/queue/queuerow.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace retake {

QueueRow *QueueList::focusedRow() const
{
    for (QWidget *at = QApplication::focusWidget(); at && at != this; at = at->parentWidget()) {
        if (auto *row = qobject_cast<QueueRow *>(at); row && isAncestorOf(row))
            return row;
    }
    return nullptr;
}

TaskId QueueList::focusedTask() const
{
    const QueueRow *row = focusedRow();
    return row ? row->id() : TaskId();
}

void QueueList::focusTask(TaskId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    if (m_dirty)
        place();
    QScrollBar *bar = verticalScrollBar();
    if (m_tops[row] < bar->value())
        bar->setValue(m_tops[row]);
    else if (m_tops[row + 1] > bar->value() + viewport()->height())
        bar->setValue(m_tops[row + 1] - viewport()->height());
    putRows();
    if (QueueRow *widget = m_live.value(id))
        widget->setFocus(Qt::OtherFocusReason);
    putRows(); // the one that had the focus may go now
}

bool QueueList::isOurKey(const QKeyEvent &event) const
{
    const Qt::KeyboardModifiers keys = event.modifiers() & ~Qt::KeypadModifier;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        return keys == Qt::NoModifier || keys == Qt::ControlModifier;
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Delete:
        return keys == Qt::NoModifier;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return keys == Qt::NoModifier && qobject_cast<QueueRow *>(QApplication::focusWidget());
    }
    return false;
}

bool QueueList::event(QEvent *event)
{
    // In the list these keys are its own, whatever they do in the window.
    if (event->type() == QEvent::ShortcutOverride && isOurKey(*static_cast<QKeyEvent *>(event)) &&
        focusedTask()) {
        event->accept();
        return true;
    }
    return QScrollArea::event(event);
}

void QueueList::keyPressEvent(QKeyEvent *event)
{
    const TaskId id = focusedTask();
    if (!id || !isOurKey(*event)) {
        QScrollArea::keyPressEvent(event);
        return;
    }
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const int page = std::max(1, viewport()->height() / std::max(1, m_plain) - 1);
    switch (event->key()) {
    case Qt::Key_Up:
        control ? moveTask(-1) : moveFocus(-1);
        break;
    case Qt::Key_Down:
        control ? moveTask(1) : moveFocus(1);
        break;
    case Qt::Key_PageUp:
        moveFocus(-page);
        break;
    case Qt::Key_PageDown:
        moveFocus(page);
        break;
    case Qt::Key_Home:
        moveFocus(-m_model.rowCount());
        break;
    case Qt::Key_End:
        moveFocus(m_model.rowCount());
        break;
    case Qt::Key_Delete: {
        const QList<QueueCommand> commands = m_model.view(m_model.rowOf(id)).commands;
        for (const QueueCommand command : {QueueCommand::Remove, QueueCommand::Cancel}) {
            if (commands.contains(command)) {
                Q_EMIT commandWanted(id, command);
                break;
            }
        }
        break;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (QueueRow *row = focusedRow())
            row->act();
        break;
    }
}

void QueueList::moveFocus(int by)
{
    const int row = std::clamp(m_model.rowOf(focusedTask()) + by, 0, m_model.rowCount() - 1);
    focusTask(m_model.idOf(row));
}

bool QueueList::isWaiting(int row) const
{
    return row >= 0 && row < m_model.rowCount() && m_model.standing(row).state == TaskState::Waiting;
}

void QueueList::moveTask(int by)
{
    const TaskId id = focusedTask();
    const int row = m_model.rowOf(id);
    if (!isWaiting(row) || !isWaiting(row + by))
        return;
    Q_EMIT commandWanted(id, by < 0 ? QueueCommand::MoveUp : QueueCommand::MoveDown);
    focusTask(id);
}

void QueueList::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint at = m_content->mapFromGlobal(event->globalPos());
    TaskId id;
    if (event->reason() == QContextMenuEvent::Keyboard) {
        id = focusedTask();
    } else if (!m_dirty && at.y() < m_tops.constLast()) {
        id = m_model.idOf(rowAt(at.y()));
    }
    if (!id) {
        event->ignore();
        return;
    }
    Q_EMIT menuWanted(id, event->globalPos());
}

void QueueList::mousePressEvent(QMouseEvent *event)
{
    m_pressed = {};
    const int y = m_content->mapFrom(this, event->position().toPoint()).y();
    if (event->button() != Qt::LeftButton || m_dirty || y >= m_tops.constLast())
        return;
    const int row = rowAt(y);
    if (!isWaiting(row) || m_model.view(row).commands.contains(QueueCommand::MoveUp) == false)
        return;
    m_pressed = m_model.idOf(row);
    m_pressedAt = event->position().toPoint();
    m_dragging = false;
}

void QueueList::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed)
        return;
    const QPoint at = event->position().toPoint();
    if (!m_dragging && (at - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    setCursor(Qt::ClosedHandCursor);
    // Beyond the edge the list goes on under the hand.
    if (at.y() < 0 || at.y() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                      (at.y() < 0 ? at.y() : at.y() - viewport()->height()));
    showDrop(m_content->mapFrom(this, at).y());
}

// Between the two waiting rows that are nearest.
void QueueList::showDrop(int y)
{
    if (m_dirty)
        return;
    int row = rowAt(std::clamp(y, 0, m_tops.constLast() - 1));
    if (y > (m_tops[row] + m_tops[row + 1]) / 2)
        ++row;
    int first = m_model.rowOf(m_pressed);
    int last = first + 1;
    while (isWaiting(first - 1))
        --first;
    while (isWaiting(last))
        ++last;
    row = std::clamp(row, first, last);
    m_dropBefore = row < last ? m_model.idOf(row) : TaskId();
    m_dropMark->setGeometry(12, std::max(0, m_tops[row] - 1), m_content->width() - 24, 3);
    m_dropMark->raise();
    m_dropMark->show();
}

void QueueList::mouseReleaseEvent(QMouseEvent *)
{
    const TaskId moved = std::exchange(m_pressed, {});
    unsetCursor();
    m_dropMark->hide();
    if (std::exchange(m_dragging, false) && moved && moved != m_dropBefore)
        Q_EMIT moveWanted(moved, m_dropBefore);
}

} // namespace retake
