// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/taskrunner.h"

#include "base/paths.h"
#include "store/store.h"

#include <QDir>
#include <QRandomGenerator>

namespace retake {

using namespace std::chrono_literals;

QString workFolderOf(const Paths &paths, TaskId task)
{
    return paths.workDir() + u"/task-" + QString::number(task.value);
}

TaskRunner::TaskRunner(const RunnerHouse &house, const ModelSpec &model, const Task &task, QObject *parent)
    : QObject(parent)
    , m_house(house)
    , m_model(model)
    , m_task(task)
{
    newStage();
}

void TaskRunner::newStage()
{
    if (m_stage)
        m_stage->deleteLater(); // not at once: one of its jobs may be speaking
    m_stage = new QObject(this);
    m_failures.fill(0);
    m_access.reset();
    m_place.reset();
    m_lastReport = {};
}

void TaskRunner::after(std::chrono::milliseconds pause, Then then)
{
    m_house.clock.after(pause, m_stage, inStage(std::move(then)));
}

void TaskRunner::withAccess(std::function<void(const Result<Access> &)> then)
{
    const auto ready = inStage([this, then = std::move(then)](const Result<Credentials> &who) {
        if (!who) {
            then(failure(who.error()));
            return;
        }
        m_timeScale = std::max(who->account.timeScale, 0.001);
        Engine *engine = m_house.accounts.engine(who->account.service);
        if (engine)
            then(Access{*who, engine});
        else
            then(failure(ErrorKind::UnknownModel, {m_task.order.model}));
    });
    m_house.accounts.credentials(m_task.order.account, m_stage, ready);
}

// At most ten a second; the last one always.
void TaskRunner::report(qint64 done, qint64 total)
{
    const QDateTime now = m_house.clock.now();
    const bool last = total > 0 && done >= total;
    if (!last && m_lastReport.isValid() && m_lastReport.msecsTo(now) < 100)
        return;
    m_lastReport = now;
    Q_EMIT progress({done, total});
}

void TaskRunner::commit(const Task &next, const Then &then)
{
    write(
        next, [this](const Task &task) { return m_house.store.updateTask(task, m_house.clock.now()); }, then);
}

void TaskRunner::write(Task next, const Write &how, const Then &then, int refusals)
{
    if (next.state != m_task.state) {
        next.changedAt = m_house.clock.now();
        if (isFinal(next.state))
            next.finishedAt = next.changedAt;
    }
    const QPointer<QObject> stage = m_stage;
    if (const auto written = how(next); !written) {
        const bool again = written.error().kind == ErrorKind::StoreFailed;
        Q_EMIT stalled(written.error());
        if (stage != m_stage)
            return;
        if (again)
            after(std::min<std::chrono::milliseconds>(30s, 500ms * (refusals + 1)),
                  [this, next, how, then, refusals] { write(next, how, then, refusals + 1); });
        else
            leave(); // somebody else has changed or removed the row: it is no longer ours to drive
        return;
    }
    m_task = next;
    if (isFinal(m_task.state))
        leave();
    const QPointer<QObject> current = m_stage;
    Q_EMIT changed();
    // A listener may have cancelled the task, which began another stage.
    if (current == m_stage)
        then();
}

void TaskRunner::end(TaskState state, const std::optional<Error> &error)
{
    newStage();
    Task next = m_task;
    next.state = state;
    next.error = error;
    commit(next, [this] {
        if (m_task.state == TaskState::Cancelled || m_task.state == TaskState::Expired) {
            QDir(workFolderOf(m_house.paths, m_task.id)).removeRecursively();
            dropPartFiles(m_house.paths.takesDir(), {m_task});
        }
    });
}

void TaskRunner::leave()
{
    newStage();
    Q_EMIT ended();
}

Action TaskRunner::decide(Stage stage, const Error &error)
{
    return actionFor(stage, error, ++failures(stage), m_timeScale,
                     QRandomGenerator::global()->generateDouble());
}

void TaskRunner::stop()
{
    newStage();
}

void TaskRunner::begin()
{
    newStage();
    Task next = m_task;
    next.state = TaskState::Conforming;
    next.error.reset();
    commit(next, [this] { conform(); });
}

void TaskRunner::resume()
{
    newStage();
    m_resumed = true;
    if (m_task.state == TaskState::Downloading && !m_task.resultUrl.isEmpty())
        fetch();
    else
        pollAfter(200ms);
}

void TaskRunner::cancel()
{
    const Error byPerson{ErrorKind::CancelledByPerson, {}, {}, {}, {}, 0, std::nullopt};
    switch (m_task.state) {
    case TaskState::Waiting:
    case TaskState::Conforming:
    case TaskState::Uploading:
        end(TaskState::Cancelled, byPerson);
        return;
    case TaskState::Submitting:
        if (m_task.error) // refused in words, and not sent again yet
            end(TaskState::Cancelled, byPerson);
        else
            m_cancelWanted = true; // the service's answer will tell which task to cancel
        return;
    case TaskState::Queued:
        if (!m_cancelWanted)
            askToCancel();
        return;
    case TaskState::Rendering:
    case TaskState::Downloading:
        refuse({ErrorKind::TooLateToCancel, {}, {}, {}, {}, 0, std::nullopt});
        return;
    case TaskState::Done:
    case TaskState::Failed:
    case TaskState::Cancelled:
    case TaskState::Expired:
    case TaskState::Unclear:
        return;
    }
}

void TaskRunner::refuse(const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { Q_EMIT refused(error); }, Qt::QueuedConnection);
}

} // namespace retake
