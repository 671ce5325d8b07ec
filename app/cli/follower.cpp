// SPDX-License-Identifier: GPL-3.0-or-later
#include "follower.h"

#include "console.h"
#include "core.h"
#include "describe.h"
#include "session/errorsentence.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <array>

namespace retake::cli {

namespace {

constexpr int stoppedStatus = 5;

// From harmless to grave: what may have cost money unseen stands last.
int graver(int one, int other)
{
    constexpr std::array order{0, 3, 4, 5, 7, 6};
    const auto rank = [&order](int status) { return std::find(order.begin(), order.end(), status); };
    return rank(one) < rank(other) ? other : one;
}

QString percent(const TaskProgress &progress)
{
    if (progress.total <= 0)
        return {};
    return QString(QString::number(std::min<qint64>(100, 100 * progress.done / progress.total)) + u" %");
}

} // namespace

Follower::Follower(Core &core, Console &console, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_console(console)
{
    connect(&m_core.queue, &TaskQueue::taskAdded, this, &Follower::see);
    connect(&m_core.queue, &TaskQueue::taskChanged, this, &Follower::see);
    connect(&m_core.queue, &TaskQueue::refused, this, &Follower::onRefused);
    connect(&m_core.queue, &TaskQueue::stalled, this, &Follower::onStalled);
    connect(&m_core.queue, &TaskQueue::taskProgress, this, [this](TaskId id, const TaskProgress &progress) {
        if (!m_followed.contains(id) || m_followed[id].ended)
            return;
        if (const auto task = m_core.queue.task(id))
            m_console.progress(stageText(*task), percent(progress));
    });
    connect(&m_stopSignal, &StopSignal::raised, this, &Follower::stop);
}

void Follower::follow(TaskId id)
{
    m_followed.insert(id, {});
    for (const Task &task : m_unclaimed.take(id))
        tell(task);
    see(id);
}

void Follower::see(TaskId id)
{
    const auto task = m_core.queue.task(id);
    if (!task)
        return;
    if (m_followed.contains(id))
        tell(*task);
    else
        m_unclaimed[id].append(*task);
    endIfDone();
}

void Follower::tell(const Task &task)
{
    Followed &followed = m_followed[task.id];
    if (followed.ended)
        return;
    const bool looking = task.state == TaskState::Unclear && m_core.queue.isLooking(task.id);
    const bool ended = isFinal(task.state) && !looking;
    if (task.error && !ended && !looking) // between two tries
        m_console.progress(QString(stageText(task) + u" – " + sentenceFor(*task.error).title));
    if (followed.told != task.state) {
        followed.told = task.state;
        m_console.result(stateJson(task));
        m_console.progress(
            looking ? tr("Task %1: its answer was lost; looking for it at the service").arg(task.id.value)
                    : stageText(task));
    }
    if (!ended)
        return;
    followed.ended = true;
    if (task.state == TaskState::Done)
        tellTake(task);
    if (task.error && task.state == TaskState::Unclear)
        tellError(task.id, task.error->kind, sentenceFor(task, m_core.clock.now()));
    else if (task.error)
        tellError(task.id, task.error->kind, sentenceFor(*task.error));
    if (task.state == TaskState::Unclear)
        tellCandidates(task.id);
}

void Follower::tellError(TaskId id, ErrorKind kind, const ErrorSentence &sentence)
{
    m_console.note(tr("Task %1: %2 %3").arg(QString::number(id.value), sentence.title, sentence.advice));
    if (!sentence.detail.isEmpty())
        m_console.note(QString(u"  " + sentence.detail));
    m_status = graver(m_status, exitStatusFor(kind));
}

void Follower::tellCandidates(TaskId id)
{
    for (const RemoteCandidate &candidate : m_core.queue.candidates(id)) {
        m_console.result(candidateJson(id, candidate));
        m_console.note(tr("This may be it: %1 (retake-cli import SERVICE %1)").arg(candidate.row.remoteId));
    }
}

// A done task with an error has its take; only the copy to --output failed.
void Follower::tellTake(const Task &task)
{
    const auto take = m_core.store->take(task.take);
    if (!take) {
        m_status = graver(m_status, m_console.refuse(take.error()));
        return;
    }
    m_console.result(takeJson(task, *take));
    m_console.result(tr("Take: %1").arg(take->file));
    if (!task.order.output.isEmpty() && !task.error)
        m_console.result(tr("Copy: %1").arg(task.order.output));
}

// A library that does not answer is asked again; a row that somebody else drives is not ours any more.
void Follower::onStalled(TaskId id, const Error &error)
{
    if (!m_followed.contains(id) || m_followed[id].ended)
        return;
    tellError(id, error.kind, sentenceFor(error));
    m_followed[id].ended = error.kind != ErrorKind::StoreFailed;
    endIfDone();
}

void Follower::onRefused(TaskId id, const Error &error)
{
    if (!m_followed.contains(id))
        return;
    end(m_console.refuse(error)); // only `cancel` asks for what can be refused
}

bool Follower::anySubmitting() const
{
    return std::any_of(m_followed.begin(), m_followed.end(),
                       [](const Followed &one) { return one.told == TaskState::Submitting; });
}

bool Follower::anyAtPractice() const
{
    for (auto it = m_followed.cbegin(); it != m_followed.cend(); ++it) {
        const auto task = m_core.queue.task(it.key());
        if (task && isSubmitted(task->state) && m_core.accounts.account(task->order.account).isPractice())
            return true;
    }
    return false;
}

// What is stored is enough to go on. Only while an order is on its way an answer is worth waiting for:
// without it nobody knows whether it was taken, and charged.
void Follower::stop()
{
    ++m_stops;
    if (m_stops == 1 && anySubmitting()) {
        m_console.note(tr("Waiting for the service's answer to the order; press Ctrl+C again to leave now."));
        return;
    }
    m_console.note(m_followed.isEmpty()
                       ? tr("Stopped.")
                       : tr("Stopped. Everything is kept; “retake-cli run” goes on with it."));
    if (anyAtPractice())
        m_console.note(tr("The practice service ends with this program: what it has not finished has to be "
                          "begun again (“retake-cli retry ID”)."));
    end(stoppedStatus);
    Q_EMIT stopped();
}

void Follower::endIfDone()
{
    if (m_stops > 0 && !anySubmitting()) {
        stop();
        return;
    }
    const bool allEnded =
        std::all_of(m_followed.begin(), m_followed.end(), [](const Followed &one) { return one.ended; });
    if (m_looping && allEnded)
        end(m_status);
}

void Follower::end(int status)
{
    if (m_ended)
        return;
    m_ended = status;
    if (m_looping)
        QCoreApplication::exit(status);
}

void Follower::blame(int status)
{
    m_status = graver(m_status, status);
}

int Follower::untilEnd()
{
    m_looping = true;
    // From inside the loop, for exit() means nothing before it runs.
    QTimer::singleShot(0, this, [this] {
        if (m_ended)
            QCoreApplication::exit(*m_ended);
        else
            endIfDone();
    });
    return QCoreApplication::exec();
}

} // namespace retake::cli
