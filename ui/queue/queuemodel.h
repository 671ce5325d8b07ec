// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/taskqueue.h"
#include "ui/queue/taskview.h"

#include <QAbstractListModel>
#include <QSet>

class QTimer;

namespace retake {

class AccountBook;

// The tasks as rows, newest first; changes by rows, and ticks once a second only while something runs.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT
public:
    // After TaskQueue::recover(): what waits now, waits for a click.
    QueueModel(TaskQueue &queue, AccountBook &accounts, const Catalogue &catalogue,
               QObject *parent = nullptr);

    enum Role { ViewRole = Qt::UserRole + 1 };

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    TaskView view(int row) const { return m_rows[row].view; }

    const Task &task(int row) const { return m_rows[row].task; }

    int rowOf(TaskId id) const; // -1: none
    void release(TaskId id);    // the person has started it

Q_SIGNALS:
    void summaryChanged();

private:
    struct Row
    {
        Task task;
        TaskProgress progress;
        TaskView view;
    };

    void add(TaskId id);
    void refresh(TaskId id);
    void remove(TaskId id);
    void setProgress(TaskId id, const TaskProgress &progress);
    void tick();
    void redraw(int row);
    TaskView look(const Row &row) const;
    std::optional<std::chrono::seconds> usualTime(const Order &order) const;
    void watchTheTime();

    TaskQueue &m_queue;
    AccountBook &m_accounts;
    const Catalogue &m_catalogue;
    QList<Row> m_rows;
    QSet<TaskId> m_held;
    QTimer *m_tick;
};

} // namespace retake

Q_DECLARE_METATYPE(retake::TaskView)
