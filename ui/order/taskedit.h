// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/order.h"

#include <QFrame>

class QLabel;

namespace retake {

class AccountBook;
class Draft;
class TaskQueue;
class Workspace;

// A waiting task in the order panel: held meanwhile, its order in the draft, and a bar that says so. Saved or
// discarded, it takes up its place again if it had one, and the draft is as it was before.
class TaskEdit : public QFrame
{
    Q_OBJECT
public:
    TaskEdit(Draft &draft, Workspace &workspace, TaskQueue &queue, AccountBook &accounts,
             QWidget *parent = nullptr);

    void begin(TaskId id);

    TaskId task() const { return m_task; } // none: nothing is edited

    void save(const Order &order); // of the draft, checked
    void discard();

Q_SIGNALS:
    void begun();
    void ended();
    void saveWanted();
    void refused(const retake::Error &error);

private:
    enum class Opening { Nothing, TheTasksClip, TheClipBefore };

    void load();
    void loadBefore();
    void standOn(TakeId source);
    void leave();
    void follow(TaskId id);
    void clipCame();
    void clipRefused();
    void giveBack();

    Draft &m_draft;
    Workspace &m_workspace;
    TaskQueue &m_queue;
    AccountBook &m_accounts;
    QLabel *m_words;
    TaskId m_task;
    bool m_ran = false; // it was in line before
    Opening m_opening = Opening::Nothing;
    bool m_saving = false;
    Order m_order;  // as it was
    Order m_before; // what the draft held
    int m_variations = 1;
    TakeId m_source;
    QString m_clip;
};

} // namespace retake
