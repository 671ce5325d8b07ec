// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/queue/taskview.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace retake {

class ElidedLabel;
class Picture;
class StepTrack;
class TabularLabel;
class Thumbnails;

// One task of the queue: what, how far, how long, the one sentence and the one button that matter.
class QueueRow : public QFrame
{
    Q_OBJECT
public:
    QueueRow(Thumbnails &thumbnails, QWidget *parent = nullptr);

    void show(const TaskView &view);

    TaskId id() const { return m_view.id; }

    // The queue gives all rows the widest one's.
    int whenWidth() const;
    int buttonsWidth() const;
    void setColumns(int when, int buttons);

Q_SIGNALS:
    void startWanted(retake::TaskId id);
    void cancelWanted(retake::TaskId id);
    void removeWanted(retake::TaskId id);
    void takeWanted(retake::TakeId take);
    void cureWanted(retake::TaskId id, retake::Cure cure);

private:
    void act();

    TaskView m_view;
    Picture *m_picture;
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QLabel *m_sentence;
    QLabel *m_advice;
    StepTrack *m_steps;
    TabularLabel *m_when;
    QWidget *m_buttons;
    QPushButton *m_act;
    QPushButton *m_cancel;
    QToolButton *m_remove;
};

} // namespace retake
