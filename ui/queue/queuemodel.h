// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/taskqueue.h"
#include "ui/queue/taskview.h"

#include <QAbstractListModel>
#include <QCache>
#include <QSet>

class QTimer;

namespace retake {

class AccountBook;

// The tasks as rows: what goes on above, in the order in which it goes, then what has ended, newest first.
// Knows where all of them stand; reads the rest of a task when its row is asked for. Changes by rows, and
// ticks once a second only while something runs.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT
public:
    QueueModel(TaskQueue &queue, AccountBook &accounts, const Catalogue &catalogue,
               QObject *parent = nullptr);

    enum Role { ViewRole = Qt::UserRole + 1 };

    enum class Filter { All, Running, NeedYou, Finished };

    struct Counts
    {
        int running = 0; // on the way
        int waiting = 0; // for a place
        int forClick = 0;
        int needing = 0; // the person, those that wait for a click included
        int finished = 0;
        int retriable = 0;
        int clearable = 0;
        int all = 0;
    };

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    TaskView view(int row) const;
    Task task(int row) const;

    TaskId idOf(int row) const { return m_rows[row]; }

    const TaskStanding &standing(int row) const;
    int rowOf(TaskId id) const; // -1: none, or not shown
    bool hasSentence(int row) const;

    const Counts &counts() const { return m_counts; }

    void setFilter(Filter filter);
    void setSearch(const QString &words); // in the instructions

    Filter filter() const { return m_filter; }

    int rowsRead() const { return m_rowsRead; } // from the store, since the start

Q_SIGNALS:
    void summaryChanged();

private:
    struct Row
    {
        Task task;
        TaskView view;
    };

    void add(TaskId id);
    void refresh(TaskId id);
    void remove(TaskId id);
    void reorder();
    void refuse(TaskId id, const Error &error);
    void setProgress(TaskId id, const TaskProgress &progress);
    void tick();
    void redrawAll();
    void redraw(TaskId id);
    void refilter();
    void place(TaskId id, const TaskStanding &now);
    void count(const TaskStanding &standing, int by);
    bool isShown(const TaskStanding &standing) const;
    bool goesBefore(TaskId one, TaskId other) const;
    qsizetype placeOf(TaskId id) const;
    Row *row(TaskId id) const;
    TaskView look(const Task &task) const;
    std::optional<std::chrono::seconds> usualTime(const Order &order) const;
    void watchTheTime();

    TaskQueue &m_queue;
    AccountBook &m_accounts;
    const Catalogue &m_catalogue;
    QHash<TaskId, TaskStanding> m_standings;
    QList<TaskId> m_rows; // those that are shown
    mutable QCache<TaskId, Row> m_loaded;
    mutable QHash<QString, std::optional<std::chrono::seconds>> m_usual; // by account and model
    mutable int m_rowsRead = 0;
    QHash<TaskId, TaskProgress> m_progress;
    QHash<TaskId, Error> m_refusals;
    Counts m_counts;
    Filter m_filter = Filter::All;
    QString m_search;
    QSet<TaskId> m_saying; // while something is searched
    QTimer *m_tick;
};

} // namespace retake

Q_DECLARE_METATYPE(retake::TaskView)
