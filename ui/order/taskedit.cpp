// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/taskedit.h"

#include "queue/taskqueue.h"
#include "session/accountbook.h"
#include "session/draft.h"
#include "session/workspace.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace retake {

TaskEdit::TaskEdit(Draft &draft, Workspace &workspace, TaskQueue &queue, AccountBook &accounts,
                   QWidget *parent)
    : QFrame(parent)
    , m_draft(draft)
    , m_workspace(workspace)
    , m_queue(queue)
    , m_accounts(accounts)
    , m_words(makeLabel({}, "strong", this))
{
    setObjectName(QStringLiteral("editBar"));
    setProperty("messagebar", true);
    m_words->setObjectName(QStringLiteral("editBarWords"));
    auto *save = makeButton(QStringLiteral("editSaveButton"), tr("Save"), ButtonLook::Primary, this);
    auto *discard = makeButton(QStringLiteral("editDiscardButton"), tr("Discard"), ButtonLook::Flat, this);
    save->setToolTip(tr("Puts what is set here in the place of the task's order"));
    discard->setToolTip(tr("Leaves the task as it was"));
    auto *line = new QHBoxLayout(this);
    setGaps(line, 14, 5, 10, 5, 6);
    line->addWidget(m_words, 1);
    line->addWidget(discard);
    line->addWidget(save);
    hide();
    connect(save, &QPushButton::clicked, this, &TaskEdit::saveWanted);
    connect(discard, &QPushButton::clicked, this, &TaskEdit::discard);
    connect(&m_queue, &TaskQueue::taskChanged, this, &TaskEdit::follow);
    connect(&m_queue, &TaskQueue::taskRemoved, this, &TaskEdit::follow);
    connect(&m_workspace, &Workspace::clipOpened, this, &TaskEdit::clipCame);
    connect(&m_workspace, &Workspace::clipRefused, this, &TaskEdit::clipRefused);
}

void TaskEdit::clipCame()
{
    switch (std::exchange(m_opening, Opening::Nothing)) {
    case Opening::Nothing:
        return;
    case Opening::TheTasksClip:
        load();
        return;
    case Opening::TheClipBefore:
        loadBefore();
        return;
    }
}

// The window says why.
void TaskEdit::clipRefused()
{
    if (std::exchange(m_opening, Opening::Nothing) == Opening::TheTasksClip)
        discard();
}

void TaskEdit::begin(TaskId id)
{
    if (m_task)
        discard();
    const auto task = m_queue.task(id);
    if (!task) {
        Q_EMIT refused(task.error());
        return;
    }
    m_ran = !m_queue.waitsForClick(id);
    if (const auto held = m_queue.hold(id); !held) {
        Q_EMIT refused(held.error());
        return;
    }
    m_task = id;
    m_order = task->order;
    m_before = m_draft.order();
    m_variations = m_draft.variations();
    m_source = m_workspace.source();
    m_clip = m_workspace.clip() ? m_workspace.clip()->file : QString();
    if (isRemoteMedia(m_order.clip)) {
        m_draft.setRemoteClip(m_order.clip);
        load();
    } else if (m_workspace.clip() && m_order.parent && m_order.clipId == m_workspace.clipId()) {
        standOn(m_order.parent);
        load();
    } else if (m_order.clip == m_clip) {
        standOn({});
        load();
    } else {
        m_opening = Opening::TheTasksClip;
        m_workspace.openClip(m_order.clip);
    }
}

// A version of the clip on the table, also after a task whose clip was an address.
void TaskEdit::standOn(TakeId source)
{
    if (!m_draft.remoteClip().isEmpty()) {
        m_workspace.setSource({});
        m_draft.setClip(m_workspace.clip(), m_workspace.clipId());
    }
    m_workspace.setSource(source);
}

void TaskEdit::load()
{
    m_draft.load(m_order, m_accounts.account(m_order.account));
    m_words->setText(tr("Editing task %1").arg(m_task.value));
    show();
    Q_EMIT begun();
}

void TaskEdit::save(const Order &order)
{
    Order edited = order;
    edited.output = m_order.output;
    if (edited.clip == m_order.clip) { // the same source keeps its place in the family
        edited.clipId = m_order.clipId;
        edited.parent = m_order.parent;
    }
    m_saving = true;
    const auto saved = m_queue.edit(m_task, edited);
    m_saving = false;
    if (!saved) {
        Q_EMIT refused(saved.error());
        return;
    }
    leave();
}

void TaskEdit::discard()
{
    if (m_task)
        leave();
}

// The task goes on if it was in line; the draft is given back.
void TaskEdit::leave()
{
    const TaskId id = std::exchange(m_task, {});
    m_opening = Opening::Nothing;
    if (m_ran) {
        if (const auto started = m_queue.start(id); !started)
            Q_EMIT refused(started.error());
    }
    giveBack();
}

void TaskEdit::giveBack()
{
    hide();
    Q_EMIT ended();
    const QString now = m_workspace.clip() ? m_workspace.clip()->file : QString();
    if (m_clip.isEmpty() || m_clip == now) {
        loadBefore();
        return;
    }
    m_opening = Opening::TheClipBefore;
    m_workspace.openClip(m_clip);
}

void TaskEdit::loadBefore()
{
    if (isRemoteMedia(m_before.clip))
        m_draft.setRemoteClip(m_before.clip);
    else
        standOn(m_source);
    if (m_clip.isEmpty())
        m_before.trim.reset();
    m_draft.load(m_before, m_accounts.current());
    m_draft.setVariations(m_variations);
}

// Started, cancelled or removed meanwhile: there is nothing to save it in any more.
void TaskEdit::follow(TaskId id)
{
    if (id != m_task || m_saving || !m_task)
        return;
    const auto task = m_queue.task(id);
    if (task && task->state == TaskState::Waiting && task->held)
        return;
    m_task = {};
    m_opening = Opening::Nothing;
    giveBack();
}

} // namespace retake
