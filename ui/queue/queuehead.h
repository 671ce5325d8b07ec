// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/queue/queuemodel.h"

#include <QHash>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace retake {

class ElidedLabel;

// The line above the rows: how the queue stands, and what is done with all of it; below it, when there are
// many tasks, which of them are shown.
class QueueHead : public QWidget
{
    Q_OBJECT
public:
    enum class Act { PauseAll, StartAll, RetryFailed, ClearFinished, Import, ExportFile, ImportFile };

    explicit QueueHead(QueueModel &model, QWidget *parent = nullptr);

    void summarise(bool paused);
    bool isFolded() const;

    QMenu &menu() const { return *m_menu; } // of all acts

    void offer(Act act); // one that is there only with its part of the program

Q_SIGNALS:
    void wanted(retake::QueueHead::Act act);
    void folded();

private:
    QAction *add(Act act, const QString &name, const QString &text, const QString &hint);
    QWidget *makeFilterRow();
    void fold();

    QueueModel &m_model;
    QLabel *m_pausedMark;
    QWidget *m_pausedDot;
    ElidedLabel *m_summary;
    QHash<Act, QAction *> m_actions;
    QPushButton *m_pause;
    QPushButton *m_start;
    QPushButton *m_retry;
    QPushButton *m_clear;
    QToolButton *m_more;
    QToolButton *m_fold;
    QMenu *m_menu;
    QWidget *m_filters;
    QLineEdit *m_search;
};

} // namespace retake
