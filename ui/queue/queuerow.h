// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/queue/taskview.h"

#include <QFrame>

class QPushButton;
class QToolButton;

namespace retake {

class ElidedLabel;
class Picture;
class SentenceText;
class StepTrack;
class TabularLabel;
class Thumbnails;

// One task of the queue: what, how far, how long, the one sentence and the one button that matter. Shows one
// task after another as the list is scrolled.
class QueueRow : public QFrame
{
    Q_OBJECT
public:
    QueueRow(Thumbnails &thumbnails, QWidget *parent = nullptr);

    void show(const TaskView &view);
    void rest(); // shows no task

    TaskId id() const { return m_view.id; }

    const TaskView &view() const { return m_view; }

    void act(); // what its first button does

    // The height of a row, with or without so many lines of a sentence.
    int heightFor(int sentenceLines) const;
    void setSentenceLines(int lines);

    // The list gives all rows the widest one's.
    int whenWidth() const;
    int buttonsWidth() const;
    void setColumns(int when, int buttons);

Q_SIGNALS:
    void commandWanted(retake::TaskId id, retake::QueueCommand command);
    void cureWanted(retake::TaskId id, retake::Cure cure);
    void menuWanted(retake::TaskId id, const QPoint &global);

private:
    void name(const QString &suffix);
    void showSecondLine();
    void showButtons();

    TaskView m_view;
    Picture *m_picture;
    ElidedLabel *m_title;
    QWidget *m_dot;
    ElidedLabel *m_subtitle;
    SentenceText *m_sentence;
    StepTrack *m_steps;
    TabularLabel *m_when;
    QWidget *m_buttons;
    QPushButton *m_act;
    QPushButton *m_cancel;
    QToolButton *m_more;
    QToolButton *m_remove;
};

} // namespace retake
