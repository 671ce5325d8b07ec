// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/lostsearch.h"

#include "store/store.h"

#include <algorithm>

namespace retake {

namespace {

constexpr qsizetype mostAsked = 60;

// Errors that tell of the way to the service, and nothing of the task that was asked for.
bool endsTheLook(ErrorKind kind)
{
    return kind != ErrorKind::ServiceFailed && // also: a query came before the task was known everywhere
           kind != ErrorKind::BadReply && kind != ErrorKind::RequestRefused && kind != ErrorKind::NoSuchTask;
}

LostTask lostTask(const Task &task)
{
    const QString asked =
        task.createRequestId.isEmpty() && task.error ? task.error->requestId : task.createRequestId;
    return {task.id, task.order.prompt, asked, task.submittedAt};
}

bool isFellow(const Task &one, const Task &other)
{
    return one.order.account == other.order.account && one.order.model == other.order.model;
}

} // namespace

LostTaskSearch::LostTaskSearch(Engine &engine, const Store &store, Question question, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_store(store)
    , m_question(std::move(question))
{
    m_question.turn(this, [this] { list(); });
}

// All of the last day: this machine's clock may be wrong, the service's own day is not.
void LostTaskSearch::list()
{
    ListJob *job = m_engine.list(m_question.who, m_question.model, {}, this);
    connect(job, &ListJob::finished, this, [this, job](const Result<QList<RemoteTask>> &rows) {
        job->deleteLater();
        if (rows)
            sift(*rows);
        else
            Q_EMIT finished(failure(rows.error()));
    });
}

void LostTaskSearch::sift(const QList<RemoteTask> &rows)
{
    const LostTask own = lostTask(m_question.task);
    for (const RemoteTask &row : rows) {
        if (!row.model.isEmpty() && row.model != m_question.model.id)
            continue;
        const auto known = m_store.taskByRemoteId(row.remoteId);
        if (!known) {
            Q_EMIT finished(failure(known.error()));
            return;
        }
        if (*known)
            continue;
        if (!own.requestId.isEmpty() && row.requestId == own.requestId) {
            m_found = {{row, std::nullopt, RemoteStatus::Phase::Queued}};
            conclude();
            return;
        }
        m_open.append(row);
    }
    const auto distance = [&own](const RemoteTask &row) {
        return row.startTime.isValid() && own.sentAt.isValid() ? std::abs(own.sentAt.msecsTo(row.startTime))
                                                               : 0;
    };
    std::stable_sort(m_open.begin(), m_open.end(),
                     [&](const RemoteTask &a, const RemoteTask &b) { return distance(a) < distance(b); });
    if (m_open.size() > mostAsked)
        m_open.resize(mostAsked);
    askNext();
}

void LostTaskSearch::askNext()
{
    if (m_open.isEmpty()) {
        conclude();
        return;
    }
    const RemoteTask row = m_open.takeFirst();
    const auto told = m_question.told.constFind(row.remoteId);
    if (told != m_question.told.cend()) {
        m_found.append({row, *told, RemoteStatus::Phase::Rendering});
        askNext();
        return;
    }
    m_question.turn(this, [this, row] {
        PollJob *job = m_engine.poll(m_question.who, row.remoteId, this);
        connect(job, &PollJob::finished, this, [this, job, row](const Result<RemoteStatus> &status) {
            job->deleteLater();
            take({row, std::nullopt, RemoteStatus::Phase::Rendering}, status);
        });
    });
}

void LostTaskSearch::take(RemoteCandidate candidate, const Result<RemoteStatus> &status)
{
    if (!status && endsTheLook(status.error().kind)) {
        Q_EMIT finished(failure(status.error()));
        return;
    }
    if (status) {
        candidate.phase = status->phase;
        // A task that succeeded tells the prompt that it had; one without has none.
        if (!status->originalPrompt.isEmpty() || status->phase == RemoteStatus::Phase::Succeeded) {
            candidate.prompt = status->originalPrompt;
            m_question.told.insert(candidate.row.remoteId, status->originalPrompt);
        }
    }
    if (candidate.phase != RemoteStatus::Phase::Unknown)
        m_found.append(candidate);
    askNext();
}

// What the library knows is read again: the looking took its time.
void LostTaskSearch::conclude()
{
    const auto unclear = m_store.tasksIn(TaskState::Unclear);
    const auto submitting = m_store.tasksIn(TaskState::Submitting);
    if (!unclear || !submitting) {
        Q_EMIT finished(failure(unclear ? submitting.error() : unclear.error()));
        return;
    }
    QList<LostTask> lost;
    for (const Task &task : *unclear) {
        if (isFellow(task, m_question.task))
            lost.append(lostTask(task));
    }
    const int maximum = m_question.model.promptMaximum;
    const auto flying =
        std::count_if(submitting->begin(), submitting->end(), [this, maximum](const Task &task) {
            return !task.error && isFellow(task, m_question.task) &&
                   isSamePrompt(m_question.task.order.prompt, task.order.prompt, maximum);
        });
    QList<RemoteCandidate> found;
    for (const RemoteCandidate &candidate : m_found) {
        const auto known = m_store.taskByRemoteId(candidate.row.remoteId);
        if (!known) {
            Q_EMIT finished(failure(known.error()));
            return;
        }
        if (!*known)
            found.append(candidate);
    }
    Q_EMIT finished(matchLost(m_question.task.id, lost, int(flying), found, maximum));
}

} // namespace retake
