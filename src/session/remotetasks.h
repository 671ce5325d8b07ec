// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QObject>

#include <optional>

namespace retake {

class AccountSource;
class Store;
class TaskQueue;

// What the service has of an account's last 24 hours, to choose from, and the fetching of one into the
// library. Costs nothing; asks within the account's limit of queries.
class RemoteTasks : public QObject
{
    Q_OBJECT
public:
    struct Row
    {
        RemoteTask task;
        RemoteStatus::Phase phase = RemoteStatus::Phase::Queued;
        std::optional<QString> prompt; // none: not told (yet)
        TaskId known;                  // the library's task; none: it can be imported
    };

    enum class State { Idle, Listing, Asking, Ready, Failed };

    RemoteTasks(const Store &store, TaskQueue &queue, AccountSource &accounts, const Catalogue &catalogue,
                QObject *parent = nullptr);

    void load(const QString &account); // anew; what is under way is dropped

    State state() const { return m_state; }

    const QList<Row> &rows() const { return m_rows; } // newest first

    const std::optional<Error> &error() const { return m_error; } // of Failed

    // Answered by imported(). What the list or a query tells of the task goes with it.
    void import(const QString &account, const QString &remoteId, const QString &model = {});

Q_SIGNALS:
    void stateChanged(); // with Asking the rows are there, with Ready their prompts too
    void rowChanged(int row);
    void imported(const retake::Result<retake::TaskId> &task);

private:
    struct Access
    {
        Credentials who;
        Engine *engine = nullptr;
    };

    using Listed = std::function<void(const Result<QList<RemoteTask>> &)>;

    void enter(State state, const std::optional<Error> &error = {});
    void withAccess(const QString &account, QObject *context,
                    std::function<void(const Result<Access> &)> then);
    void list(const Access &access, QList<ModelSpec> models, QList<RemoteTask> found, QObject *context,
              const Listed &then);
    void poll(const Access &access, const QString &remoteId, QObject *context,
              std::function<void(const Result<RemoteStatus> &)> then);
    void show(const QList<RemoteTask> &found);
    void askFrom(qsizetype row, const Access &access);
    void importKnowing(const QString &account, const RemoteTask &task, const std::optional<QString> &prompt);
    void answer(const Result<TaskId> &task);
    QList<ModelSpec> modelsOf(const QString &service) const;
    bool anyUnclear(const QString &account) const;

    const Store &m_store;
    TaskQueue &m_queue;
    AccountSource &m_accounts;
    const Catalogue &m_catalogue;
    QString m_account; // of the rows
    QList<Row> m_rows;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    QObject *m_loading = nullptr;
    QObject *m_importing = nullptr;
};

} // namespace retake
