// SPDX-License-Identifier: GPL-3.0-or-later
// Other programs on the same data: what they do is told here too, and what they leave behind is taken over.
#include "queue/taskqueue_p.h"
#include "store/store.h"

namespace retake {

using namespace std::chrono_literals;

QString cancelNote(TaskId id)
{
    return u"cancel-" + QString::number(id.value);
}

void TaskQueue::Private::watch()
{
    if (m_watch.isActive())
        return;
    const auto ids = store.taskIds();
    const auto last = store.lastEvent();
    if (ids)
        m_known = QSet<TaskId>(ids->cbegin(), ids->cend());
    m_lastEvent = last.value_or(0);
    (void)store.changedElsewhere();
    QObject::connect(&m_watch, &QTimer::timeout, q, [this] { look(); });
    m_watch.start(1s);
}

void TaskQueue::Private::look()
{
    takeOver();
    const auto changed = store.changedElsewhere();
    if (!changed || !*changed)
        return;
    hearCancels();
    hearNews();
}

// The lock of a program that is gone is free.
void TaskQueue::Private::takeOver()
{
    for (const TaskId id : QSet<TaskId>(elsewhere)) {
        auto free = seat(id);
        if (!free) {
            if (free.error().kind != ErrorKind::DrivenElsewhere)
                elsewhere.remove(id);
            continue;
        }
        (void)settle(std::move(*free)); // a store that refuses now is asked again at the next start
        Q_EMIT q->taskChanged(id);
    }
}

void TaskQueue::Private::hearNews()
{
    const auto news = store.newsSince(m_lastEvent);
    const auto ids = store.taskIds();
    if (!news || !ids)
        return;
    m_lastEvent = news->lastEvent;
    const QSet<TaskId> now(ids->cbegin(), ids->cend());
    const QSet<TaskId> before = std::exchange(m_known, now);
    for (const TaskId id : before) {
        if (!now.contains(id))
            Q_EMIT q->taskRemoved(id);
    }
    for (const TaskId id : news->tasks) {
        if (!now.contains(id) || runners.contains(id))
            continue;
        const auto task = store.task(id);
        if (!task)
            continue;
        if (!isFinal(task->state))
            elsewhere.insert(id); // until its lock says otherwise
        if (before.contains(id))
            Q_EMIT q->taskChanged(id);
        else
            Q_EMIT q->taskAdded(id);
        if (task->state == TaskState::Done && task->take)
            Q_EMIT q->takeAdded(task->take);
    }
    Q_EMIT q->orderChanged();
}

void TaskQueue::Private::hearCancels()
{
    for (auto it = runners.cbegin(); it != runners.cend(); ++it) {
        const auto asked = store.setting(cancelNote(it.key()));
        if (!asked || asked->isEmpty())
            continue;
        (void)store.setSetting(cancelNote(it.key()), {});
        QMetaObject::invokeMethod(
            q, [this, id = it.key()] { (void)q->cancel(id); }, Qt::QueuedConnection);
    }
}

} // namespace retake
