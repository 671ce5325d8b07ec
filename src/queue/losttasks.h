// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/lostsearch.h"
#include "queue/taskrunner.h"

namespace retake {

// Sees to it that unclear tasks are looked for: at once, after 30 s, 2 min and 10 min, one at a time. What is
// found is handed on to be committed and driven; all else leaves the state alone.
class LostTasks final : public QObject
{
    Q_OBJECT
public:
    using Adopt = std::function<Result<void>(TaskId id, const RemoteTask &found)>;

    LostTasks(const RunnerHouse &house, const Catalogue &catalogue, Adopt adopt, QObject *parent = nullptr);

    void follow(TaskId id); // hears of every change: an unclear task is looked for, any other is forgotten
    Result<void> recover(); // the unclear tasks of the last day
    void look(TaskId id);   // once more, now
    bool isLooking(TaskId id) const;
    // False where the service keeps no list: it is the person's to decide.
    bool canLook(const Task &task) const;
    QList<RemoteCandidate> candidates(TaskId id) const;

    // The unclear task that this one of the service can be; none: no such.
    Result<std::optional<Task>> taskFor(const QString &account, const QString &remoteId,
                                        const QString &prompt) const;

Q_SIGNALS:
    void looked(retake::TaskId id);         // a look begins or has ended
    void foundElsewhere(retake::TaskId id); // another program has found it, or the person has decided there

private:
    struct Hunt
    {
        QObject *stage = nullptr; // owns the next look's timer and the look itself
        int step = 0;
        double timeScale = 1;
        bool soon = false; // a look is in line, at work or due within the half minute
        QList<RemoteCandidate> candidates;
    };

    bool isYoung(const Task &task) const;
    void enlist(TaskId id);
    void workSoon();
    void work();
    void begin(const Task &task);
    void search(const Task &task, const Credentials &who);
    void end(TaskId id, const Result<LostFinding> &finding);
    void note(const Task &task);
    void planNext(TaskId id, const Result<LostFinding> &finding);
    void forget(TaskId id);
    void freshStage(Hunt &hunt);

    RunnerHouse m_house;
    const Catalogue &m_catalogue;
    Adopt m_adopt;
    QHash<TaskId, Hunt> m_hunts;
    QList<TaskId> m_line;
    TaskId m_atWork;
    LostTaskSearch::Prompts m_told;
};

} // namespace retake
