// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/queue/queuecommand.h"
#include "ui/queue/queuemodel.h"

#include <QPointer>
#include <QScrollArea>

namespace retake {

class QueueRow;
class Thumbnails;

// The rows in sight, and no others: widgets are kept for these alone and show other tasks as the list is
// scrolled. Waiting rows are dragged, or moved by Ctrl+Up and Ctrl+Down.
class QueueList : public QScrollArea
{
    Q_OBJECT
public:
    QueueList(QueueModel &model, Thumbnails &thumbnails, QWidget *parent = nullptr);

    int wholeHeight(); // of all rows
    void place();      // now; else it follows when the events are done
    void focusTask(TaskId id);
    TaskId focusedTask() const; // none: the focus is elsewhere

Q_SIGNALS:
    void commandWanted(retake::TaskId id, retake::QueueCommand command);
    void cureWanted(retake::TaskId id, retake::Cure cure);
    void menuWanted(retake::TaskId id, const QPoint &global);
    void moveWanted(retake::TaskId id, retake::TaskId next); // before that one; none: to the end
    void heightChanged();                                    // of all rows

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void rowsCame();
    void rowsGo(int first, int last);
    void rowsChanged(int first, int last);
    void placeSoon();
    void measure();
    void putRows();
    void putColumns();
    void chain();
    QueueRow *rowFor(TaskId id);
    void release(TaskId id);
    int rowAt(int y) const;
    int rowHeight(int row) const;
    QueueRow *focusedRow() const;
    bool isOurKey(const QKeyEvent &event) const;
    void moveFocus(int by);
    void moveTask(int by);
    void showDrop(int y);
    bool isWaiting(int row) const;

    QueueModel &m_model;
    Thumbnails &m_thumbnails;
    QWidget *m_content;
    QWidget *m_dropMark;
    QueueRow *m_measure; // never seen: what a row takes
    QList<int> m_tops;   // of the rows, and where the last one ends
    QHash<TaskId, QueueRow *> m_live;
    QList<QueueRow *> m_spare;
    QList<TaskId> m_chain; // in the order of the keyboard
    int m_plain = 0;
    int m_tall = 0;
    int m_when = 0;
    int m_buttons = 0;
    bool m_dirty = true; // the heights are those of another list
    bool m_placeSoon = false;
    bool m_placing = false;
    int m_refocus = -1; // the row that takes the focus of one that went
    TaskId m_pressed;
    QPoint m_pressedAt;
    bool m_dragging = false;
    TaskId m_dropBefore;
};

} // namespace retake
