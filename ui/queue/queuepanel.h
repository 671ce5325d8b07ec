// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/taskqueue.h"
#include "session/errorsentence.h"
#include "ui/queue/queuecommand.h"
#include "ui/queue/queuehead.h"

#include <QWidget>

class QFileDialog;
class QMenu;

namespace retake {

class AccountBook;
class QueueList;
class QueueModel;
class Settings;
class Thumbnails;

// The bottom of the window: a line when there is nothing, else a row a task. What is done with tasks is done
// here, and asked about where it may cost money; what leads elsewhere goes out as signals.
class QueuePanel : public QWidget
{
    Q_OBJECT
public:
    // Restores the pause of the last time.
    QueuePanel(TaskQueue &queue, AccountBook &accounts, const Catalogue &catalogue, Settings &settings,
               Thumbnails &thumbnails, QWidget *parent = nullptr);

    QueueModel &model() const { return *m_model; }

    QueueHead &head() const { return *m_head; }

    void perform(TaskId id, QueueCommand command);

Q_SIGNALS:
    void takeWanted(retake::TakeId take);
    void folderWanted(); // of the takes
    void editWanted(retake::TaskId id);
    void importWanted();                                          // of a task from the service
    void cureWanted(const retake::Task &task, retake::Cure cure); // not Retry, not SendAgain
    void refused(const retake::Error &error);
    void told(const QString &title, const QString &advice); // of something done

protected:
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void summarise();
    void fit();
    void act(QueueHead::Act act);
    void exportFile();
    void importFile();
    void importFrom(const QString &file);
    QFileDialog *makeFileDialog(const QString &name, const QString &title);
    void showMenu(TaskId id, const QPoint &global);
    void cure(TaskId id, Cure cure);
    void copyReceipt(const Task &task);
    void move(TaskId id, int by);
    void ask(const Task &task, QueueCommand command);
    void performAsked(TaskId id, QueueCommand command);

    template<class T> void report(const Result<T> &result)
    {
        if (!result)
            Q_EMIT refused(result.error());
    }

    TaskQueue &m_queue;
    AccountBook &m_accounts;
    const Catalogue &m_catalogue;
    Settings &m_settings;
    QueueModel *m_model;
    QueueHead *m_head;
    QueueList *m_list;
};

} // namespace retake
