// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/taskqueue.h"
#include "session/errorsentence.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace retake {

class AccountBook;
class QueueModel;
class QueueRow;
class Thumbnails;

// The bottom of the window: a line when there is nothing, else a row a task. Retry, start, cancel and clear
// are done here; cures that lead elsewhere go out as signals.
class QueuePanel : public QWidget
{
    Q_OBJECT
public:
    QueuePanel(TaskQueue &queue, AccountBook &accounts, const Catalogue &catalogue, Thumbnails &thumbnails,
               QWidget *parent = nullptr);

    QueueModel &model() const { return *m_model; }

Q_SIGNALS:
    void takeWanted(retake::TakeId take);
    void cureWanted(const retake::Task &task, retake::Cure cure); // not Retry, not SendAgain
    void refused(const retake::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void updateRows(int first, int last);
    void summarise();
    void fit();
    void clearFinished();
    void cure(TaskId id, Cure cure);
    void askToSendAgain(const Task &task);
    void report(const Result<void> &result);

    TaskQueue &m_queue;
    Thumbnails &m_thumbnails;
    QueueModel *m_model;
    QLabel *m_summary;
    QPushButton *m_clear;
    QToolButton *m_fold;
    QScrollArea *m_scroll;
    QWidget *m_list;
    QVBoxLayout *m_column;
    QList<QueueRow *> m_rows;
};

} // namespace retake
