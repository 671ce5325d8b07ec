// SPDX-License-Identifier: GPL-3.0-or-later
// The way back: poll, download.
#include "queue/taskrunner.h"

#include "base/paths.h"
#include "store/store.h"

#include <QDir>
#include <QFileInfo>

namespace retake {

using namespace std::chrono_literals;

namespace {

// A service that has no word for "no such task" may not have listed a new one yet.
constexpr int guessesBelieved = 6;

// A task that was imported knows its order only from what the service repeats of it.
bool learnOrder(Order &order, const RemoteStatus &status)
{
    if (!order.clip.isEmpty() || !order.prompt.isEmpty() || status.originalPrompt.isEmpty())
        return false;
    order.prompt = status.originalPrompt;
    return true;
}

} // namespace

std::chrono::milliseconds TaskRunner::pollInterval() const
{
    const auto interval = std::chrono::duration<double, std::milli>(m_model.pollInterval) / m_timeScale;
    return std::max<std::chrono::milliseconds>(
        200ms, std::chrono::duration_cast<std::chrono::milliseconds>(interval));
}

// When the service is about to forget a result, it is asked for before all others.
ServiceGate::Turn TaskRunner::turn() const
{
    const auto most = std::chrono::duration<double, std::milli>(m_model.resultLife) * 0.75 / m_timeScale;
    const bool soon = m_task.submittedAt.isValid() &&
                      m_task.submittedAt.msecsTo(m_house.clock.now()) > qint64(most.count());
    return soon ? ServiceGate::Turn::Soon : ServiceGate::Turn::Usual;
}

// facts: when it was sent, and what last kept the service from being asked (name of a kind).
Error TaskRunner::expiredBecause(const Error &cause) const
{
    Error error = cause;
    error.kind = ErrorKind::Expired;
    error.facts = {m_task.submittedAt.toString(Qt::ISODate),
                   m_task.error ? errorKindName(m_task.error->kind) : QString()};
    return error;
}

void TaskRunner::pollAfter(std::chrono::milliseconds delay)
{
    after(delay, [this] { poll(); });
}

void TaskRunner::poll()
{
    if (!m_access) {
        withAccess([this](const Result<Access> &access) {
            if (!access) {
                onPollError(access.error());
                return;
            }
            m_access = *access;
            poll();
        });
        return;
    }
    m_house.gate.wait(m_task.order.account, ServiceGate::Ask::Query, m_model.queriesPerSecond * m_timeScale,
                      turn(), m_stage, inStage([this] { ask(); }));
}

void TaskRunner::ask()
{
    PollJob *job = m_access->engine->poll(m_access->who, m_task.remoteId, m_stage);
    hear(job, [this](const Result<RemoteStatus> &status) {
        if (status)
            onStatus(*status);
        else
            onPollError(status.error());
    });
}

void TaskRunner::onStatus(const RemoteStatus &status)
{
    if (!status.actualPrompt.isEmpty())
        m_actualPrompt = status.actualPrompt;
    const bool learned = learnOrder(m_task.order, status); // stored with the next change
    const Error unexplained{ErrorKind::TaskFailed, {}, {}, {}, status.requestId, 0, std::nullopt};
    Error error = status.error.value_or(unexplained);
    switch (status.phase) {
    case RemoteStatus::Phase::Queued:
    case RemoteStatus::Phase::Rendering: {
        failures(Stage::Polling) = 0;
        m_guesses = 0;
        Task next = m_task;
        next.error.reset();
        if (status.phase == RemoteStatus::Phase::Rendering && m_task.state == TaskState::Queued)
            next.state = TaskState::Rendering;
        if (next.state == m_task.state && !m_task.error && !learned)
            pollAfter(pollInterval());
        else
            commit(next, [this] { pollAfter(pollInterval()); });
        return;
    }
    case RemoteStatus::Phase::Succeeded:
        if (status.resultUrl.isEmpty())
            onPollError({ErrorKind::BadReply, {}, {}, {}, status.requestId, 0, std::nullopt});
        else
            onSuccess(status);
        return;
    case RemoteStatus::Phase::Failed:
        // The service has ended it: never to be taken for an error of our asking (see endsOnlyOurAsking).
        if (endsOnlyOurAsking(error.kind))
            error.kind = ErrorKind::TaskFailed;
        fail(error);
        return;
    case RemoteStatus::Phase::Cancelled:
        error.kind = m_cancelAsked ? ErrorKind::CancelledByPerson : ErrorKind::CancelledByService;
        end(m_cancelAsked ? TaskState::Cancelled : TaskState::Failed, error);
        return;
    case RemoteStatus::Phase::Unknown:
        if (status.isGuess && ++m_guesses < guessesBelieved) {
            pollAfter(pollInterval());
            return;
        }
        error = expiredBecause(error);
        if (m_task.order.clip.isEmpty()) // imported: perhaps it never was there
            error.facts = {m_task.remoteId};
        end(TaskState::Expired, error);
        return;
    }
}

void TaskRunner::onSuccess(const RemoteStatus &status)
{
    if (m_cancelWanted) {
        m_cancelWanted = false; // what the service would still answer is not heard in the next stage
        refuse({ErrorKind::TooLateToCancel, {}, {}, {}, {}, 0, std::nullopt});
    }
    Task next = m_task;
    next.resultUrl = status.resultUrl;
    next.usage = status.usage;
    next.error.reset();
    next.state = TaskState::Downloading;
    newStage();
    commit(next, [this] { fetch(); });
}

void TaskRunner::onPollError(const Error &error)
{
    m_access.reset(); // the key may be another one by the next time
    const Action action = decide(Stage::Polling, error);
    // Never because of this machine's clock: only the service knows what it still has.
    if (action.kind == Action::Kind::Expire) {
        end(TaskState::Expired, expiredBecause(error));
        return;
    }
    if (action.kind != Action::Kind::TryAgain) {
        fail(error);
        return;
    }
    const auto pause = std::max(action.pause, pollInterval());
    if (m_task.error && m_task.error->kind == error.kind) {
        pollAfter(pause);
        return;
    }
    Task next = m_task;
    next.error = error;
    commit(next, [this, pause] { pollAfter(pause); });
}

void TaskRunner::askToCancel()
{
    m_cancelWanted = true;
    const auto answered = [this](const Result<void> &cancelled) {
        m_cancelWanted = false;
        if (cancelled)
            end(TaskState::Cancelled, Error{ErrorKind::CancelledByPerson, {}, {}, {}, {}, 0, std::nullopt});
        else
            refuse(cancelled.error());
    };
    withAccess([this, answered](const Result<Access> &access) {
        if (!access) {
            answered(failure(access.error()));
            return;
        }
        m_cancelAsked = true;
        hear(access->engine->cancel(access->who, m_task.remoteId, m_stage), answered);
    });
}

void TaskRunner::fetch()
{
    const QString takesDir = m_house.paths.takesDir();
    if (const QString there = filedTake(takesDir, m_task); !there.isEmpty()) {
        check(there);
        return;
    }
    m_house.downloads.wait(m_task.submittedAt.toMSecsSinceEpoch(), m_stage,
                           inStage([this](const Places::Place &place) {
                               m_place = place;
                               download();
                           }));
}

void TaskRunner::download()
{
    const QString takesDir = m_house.paths.takesDir();
    QDir().mkpath(takesDir); // a folder that cannot be made shows when the file is written
    const auto from = [this, takesDir](Engine *engine) {
        const QString part = partFileOf(takesDir, m_task);
        hear(engine->fetch(m_task.resultUrl, part, m_stage), [this, part](const Result<void> &fetched) {
            if (fetched)
                check(part);
            else
                onFetchError(fetched.error());
        });
    };
    // The address is signed and needs no key: a key that was lost meanwhile must not lose the take as well.
    if (Engine *engine = m_house.accounts.engine(m_model.service)) {
        from(engine);
        return;
    }
    withAccess([this, from](const Result<Access> &access) {
        if (access)
            from(access->engine);
        else
            onFetchError(access.error());
    });
}

void TaskRunner::onFetchError(const Error &error)
{
    m_place.reset();
    // A line that breaks off and brings more each time is slow, not hopeless.
    const qint64 have = QFileInfo(partFileOf(m_house.paths.takesDir(), m_task)).size();
    if (have > m_mostFetched) {
        m_mostFetched = have;
        failures(Stage::Downloading) = 0;
    }
    Action action = decide(Stage::Downloading, error);
    // An address from before a restart may lead nowhere: ask for a fresh one before knocking for hours.
    if (action.kind == Action::Kind::TryAgain && m_resumed && !m_addressAsked)
        action.kind = Action::Kind::AskAgain;
    const bool askedInVain = action.kind == Action::Kind::AskAgain && m_addressAsked;
    const bool gone = error.kind == ErrorKind::ResultGone || error.kind == ErrorKind::Expired;
    if (askedInVain && gone) {
        end(TaskState::Expired, expiredBecause(error));
        return;
    }
    const bool goesOn = action.kind == Action::Kind::TryAgain || action.kind == Action::Kind::AskAgain;
    if (askedInVain || !goesOn) {
        fail(error);
        return;
    }
    Task next = m_task;
    next.error = error;
    const auto onward = [this, action] {
        if (action.kind == Action::Kind::AskAgain) {
            m_addressAsked = true;
            pollAfter(200ms);
        } else {
            after(action.pause, [this] { fetch(); });
        }
    };
    if (m_task.error && m_task.error->kind == error.kind)
        onward();
    else
        commit(next, onward);
}

} // namespace retake
