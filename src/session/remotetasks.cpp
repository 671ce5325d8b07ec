// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/remotetasks.h"

#include "queue/taskqueue.h"
#include "store/store.h"

#include <algorithm>

namespace retake {

namespace {

RemoteStatus::Phase phaseNamed(const QString &status)
{
    using Phase = RemoteStatus::Phase;
    const QString word = status.toUpper();
    if (word == u"SUCCEEDED")
        return Phase::Succeeded;
    if (word == u"FAILED")
        return Phase::Failed;
    if (word == u"CANCELED" || word == u"CANCELLED")
        return Phase::Cancelled;
    if (word == u"UNKNOWN")
        return Phase::Unknown;
    return word == u"RUNNING" ? Phase::Rendering : Phase::Queued;
}

QObject *anew(QObject *&stage, QObject *parent)
{
    if (stage)
        stage->deleteLater(); // not at once: one of its jobs may be speaking
    stage = new QObject(parent);
    return stage;
}

} // namespace

RemoteTasks::RemoteTasks(const Store &store, TaskQueue &queue, AccountSource &accounts,
                         const Catalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_queue(queue)
    , m_accounts(accounts)
    , m_catalogue(catalogue)
{}

void RemoteTasks::enter(State state, const std::optional<Error> &error)
{
    m_state = state;
    m_error = error;
    Q_EMIT stateChanged();
}

QList<ModelSpec> RemoteTasks::modelsOf(const QString &service) const
{
    QList<ModelSpec> list;
    for (const ModelSpec &model : m_catalogue.models()) {
        if (model.service == service)
            list.append(model);
    }
    return list;
}

void RemoteTasks::withAccess(const QString &account, QObject *context,
                             std::function<void(const Result<Access> &)> then)
{
    m_accounts.credentials(account, context, [this, then = std::move(then)](const Result<Credentials> &who) {
        if (!who) {
            then(failure(who.error()));
            return;
        }
        Engine *engine = m_accounts.engine(who->account.service);
        if (engine)
            then(Access{*who, engine});
        else
            then(failure(ErrorKind::BadParameter, {QStringLiteral("service"), who->account.service}));
    });
}

// The list knows models one by one.
void RemoteTasks::list(const Access &access, QList<ModelSpec> models, QList<RemoteTask> found,
                       QObject *context, const Listed &then)
{
    if (!access.engine->canList()) {
        then(failure(ErrorKind::NoTaskList));
        return;
    }
    if (models.isEmpty()) {
        then(found);
        return;
    }
    const ModelSpec model = models.takeFirst();
    const auto ask = [this, access, models, found, model, context, then] {
        ListJob *job = access.engine->list(access.who, model, {}, context);
        connect(job, &ListJob::finished, context,
                [this, job, access, models, found, context, then](const Result<QList<RemoteTask>> &rows) {
                    job->deleteLater();
                    if (rows)
                        list(access, models, found + *rows, context, then);
                    else
                        then(failure(rows.error()));
                });
    };
    m_queue.queryInTurn(access.who.account.id, model, context, ask);
}

void RemoteTasks::poll(const Access &access, const QString &remoteId, QObject *context,
                       std::function<void(const Result<RemoteStatus> &)> then)
{
    const auto ask = [this, access, remoteId, context, then = std::move(then)] {
        PollJob *job = access.engine->poll(access.who, remoteId, context);
        connect(job, &PollJob::finished, context, [job, then](const Result<RemoteStatus> &status) {
            job->deleteLater();
            then(status);
        });
    };
    m_queue.queryInTurn(access.who.account.id, modelsOf(access.who.account.service).value(0), context, ask);
}

void RemoteTasks::load(const QString &account)
{
    QObject *const stage = anew(m_loading, this);
    m_account = account;
    m_rows.clear();
    enter(State::Listing);
    withAccess(account, stage, [this, stage](const Result<Access> &access) {
        if (stage != m_loading)
            return;
        if (!access) {
            enter(State::Failed, access.error());
            return;
        }
        list(*access, modelsOf(access->who.account.service), {}, stage,
             [this, stage, access = *access](const Result<QList<RemoteTask>> &found) {
                 if (stage != m_loading)
                     return;
                 if (!found) {
                     enter(State::Failed, found.error());
                     return;
                 }
                 show(*found);
                 enter(State::Asking);
                 askFrom(0, access);
             });
    });
}

void RemoteTasks::show(const QList<RemoteTask> &found)
{
    for (const RemoteTask &task : found) {
        Row row{task, phaseNamed(task.status), std::nullopt, {}};
        const auto known = m_store.taskByRemoteId(task.remoteId);
        if (known && *known) {
            row.known = (*known)->id;
            row.prompt = (*known)->order.prompt;
        }
        m_rows.append(row);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) {
        return a.task.startTime.isValid() &&
               (!b.task.startTime.isValid() || a.task.startTime > b.task.startTime);
    });
}

// One after the other: a query that fails leaves its row without a prompt, and it can be imported all the
// same.
void RemoteTasks::askFrom(qsizetype at, const Access &access)
{
    while (at < m_rows.size() && m_rows[at].prompt)
        ++at;
    if (at >= m_rows.size()) {
        enter(State::Ready);
        return;
    }
    QObject *const stage = m_loading;
    poll(access, m_rows[at].task.remoteId, stage,
         [this, stage, at, access](const Result<RemoteStatus> &status) {
             if (stage != m_loading)
                 return;
             if (status) {
                 m_rows[at].phase = status->phase;
                 if (!status->originalPrompt.isEmpty() || status->phase == RemoteStatus::Phase::Succeeded)
                     m_rows[at].prompt = status->originalPrompt;
                 Q_EMIT rowChanged(int(at));
                 if (stage != m_loading)
                     return;
             }
             askFrom(at + 1, access);
         });
}

bool RemoteTasks::anyUnclear(const QString &account) const
{
    const auto unclear = m_store.tasksIn(TaskState::Unclear);
    return unclear && std::any_of(unclear->begin(), unclear->end(),
                                  [&](const Task &task) { return task.order.account == account; });
}

void RemoteTasks::import(const QString &account, const QString &remoteId, const QString &model)
{
    const QString wanted = remoteId.trimmed();
    QObject *const stage = anew(m_importing, this);
    RemoteTask task{wanted, {}, model, {}, {}};
    if (account == m_account) {
        for (const Row &row : std::as_const(m_rows)) {
            if (row.task.remoteId == wanted && row.prompt) {
                importKnowing(account, row.task, row.prompt);
                return;
            }
        }
    }
    const auto known = m_store.taskByRemoteId(wanted);
    const bool refused = wanted.isEmpty() || (known && *known);
    // What model it is of only the list tells; whether it is an unclear task's, only its prompt.
    if (refused || (!model.isEmpty() && !anyUnclear(account))) {
        importKnowing(account, task, std::nullopt);
        return;
    }
    withAccess(account, stage, [this, stage, account, task](const Result<Access> &access) {
        if (stage != m_importing)
            return;
        if (!access) {
            answer(failure(access.error()));
            return;
        }
        list(*access, modelsOf(access->who.account.service), {}, stage,
             [this, stage, account, task, access = *access](const Result<QList<RemoteTask>> &found) {
                 if (stage != m_importing)
                     return;
                 RemoteTask told = task;
                 for (const RemoteTask &row : found.value_or(QList<RemoteTask>())) {
                     if (row.remoteId == task.remoteId)
                         told = row;
                 }
                 if (!task.model.isEmpty())
                     told.model = task.model;
                 else if (told.model.isEmpty())
                     told.model = modelsOf(access.who.account.service).value(0).id;
                 poll(access, told.remoteId, stage,
                      [this, stage, account, told](const Result<RemoteStatus> &status) {
                          if (stage == m_importing)
                              importKnowing(account, told,
                                            status && !status->originalPrompt.isEmpty()
                                                ? std::optional(status->originalPrompt)
                                                : std::nullopt);
                      });
             });
    });
}

void RemoteTasks::importKnowing(const QString &account, const RemoteTask &task,
                                const std::optional<QString> &prompt)
{
    answer(
        m_queue.importTask(account, task.model, task.remoteId, {prompt.value_or(QString()), task.startTime}));
}

// Later, so that nobody hears of it inside the call.
void RemoteTasks::answer(const Result<TaskId> &task)
{
    QMetaObject::invokeMethod(
        m_importing, [this, task] { Q_EMIT imported(task); }, Qt::QueuedConnection);
}

} // namespace retake
