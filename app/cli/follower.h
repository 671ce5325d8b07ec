// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "model/task.h"
#include "session/errorsentence.h"
#include "stopsignal.h"

#include <QHash>
#include <QObject>

namespace retake {
struct Core;
}

namespace retake::cli {

class Console;

// Tells how its tasks go on, and ends the event loop when all of them have ended, with the exit status of the
// worst. Makes itself heard from its birth on, so that no change of a task falls between two calls.
class Follower : public QObject
{
    Q_OBJECT
public:
    Follower(Core &core, Console &console, QObject *parent = nullptr);

    void follow(TaskId id); // tells first what it has seen of the task so far
    void blame(int status); // something else went wrong: the worst status counts
    int untilEnd();         // runs the event loop; at once the status when nothing is left to wait for

Q_SIGNALS:
    void stopped(); // by Ctrl+C, also before untilEnd(), which then gives its status at once

private:
    struct Followed
    {
        std::optional<TaskState> told;
        bool ended = false;
    };

    void see(TaskId id);
    void tell(const Task &task);
    void tellTake(const Task &task);
    void tellError(TaskId id, ErrorKind kind, const ErrorSentence &sentence);
    void tellCandidates(TaskId id); // what an unclear one may be at the service
    void onStalled(TaskId id, const Error &error);
    void onRefused(TaskId id, const Error &error);
    void stop();
    void endIfDone();
    void end(int status);
    bool anySubmitting() const;
    bool anyAtPractice() const;

    Core &m_core;
    Console &m_console;
    StopSignal m_stopSignal;
    QHash<TaskId, Followed> m_followed;
    QHash<TaskId, QList<Task>> m_unclaimed; // seen before follow() was called
    int m_status = 0;
    int m_stops = 0;
    std::optional<int> m_ended;
    bool m_looping = false;
};

} // namespace retake::cli
