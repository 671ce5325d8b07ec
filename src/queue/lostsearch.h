// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/lostmatch.h"

#include <QObject>

#include <functional>

namespace retake {

class Store;

// Looks once for an unclear task among what the service has: its list, then a query of each task that the
// library does not know, nearest in time first. Changes nothing. Ends with exactly one finished(); an error
// says that nothing can be concluded. Stops when it is deleted; engine and store outlive it.
class LostTaskSearch final : public QObject
{
    Q_OBJECT
public:
    // Calls back when a further query may leave; never when the context is gone by then.
    using Turn = std::function<void(QObject *context, std::function<void()> then)>;
    using Prompts = QHash<QString, QString>; // by the service's id: what it was once told does not change

    struct Question
    {
        Credentials who;
        ModelSpec model;
        Task task;
        Turn turn;
        Prompts told;
    };

    LostTaskSearch(Engine &engine, const Store &store, Question question, QObject *parent);

    const Prompts &told() const { return m_question.told; }

Q_SIGNALS:
    void finished(const retake::Result<retake::LostFinding> &finding);

private:
    void list();
    void sift(const QList<RemoteTask> &rows);
    void askNext();
    void take(RemoteCandidate candidate, const Result<RemoteStatus> &status);
    void conclude();

    Engine &m_engine;
    const Store &m_store;
    Question m_question;
    QList<RemoteTask> m_open; // still to be asked for
    QList<RemoteCandidate> m_found;
};

} // namespace retake
