// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/generationbody.h"
#include "practice/pace.h"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace retake {

// What becomes of a task: rendered, or the end that a fault has set for it.
enum class Fate { Rendered, FailsModeration, FailsSize, IsCanceled, FailsBare, FailsNetwork };

enum class Stage { Pending, Running, Succeeded, Failed, Canceled };

struct RenderOutcome
{
    QString code; // empty: rendered
    QString message;
    QString url;
    double inputSeconds = 0;
    double outputSeconds = 0;
    int tier = 0;          // 720, 1080
    QString coverUrl = {}; // of a generation
};

struct PracticeTask
{
    QString id;
    QString requestId; // of the create call
    CreateBody body;
    std::shared_ptr<const GenerationBody> generation; // instead of the body, of which only the model counts
    Fate fate = Fate::Rendered;
    Stage stage = Stage::Pending;
    Moment submitted;
    Moment scheduled;
    Moment ended;
    std::optional<RenderOutcome> outcome;
};

QString stageName(Stage stage); // "PENDING" ...

// The tasks of the account and their way through the states. Time comes in with every call; only advance()
// moves a task on. Safe from several threads.
class TaskTable
{
public:
    struct Spans
    {
        std::chrono::seconds pending{20};     // in the queue
        std::chrono::seconds running{60};     // at least; rendering may take longer
        std::chrono::seconds life{24 * 3600}; // then the id is unknown
    };

    TaskTable(Pace pace, Spans spans, int maximumRunning);

    PracticeTask add(const CreateBody &body, const QString &requestId, Fate fate, Moment now);
    PracticeTask addGeneration(std::shared_ptr<const GenerationBody> body, const QString &id, Fate fate,
                               Moment now);
    std::optional<PracticeTask> find(const QString &id, Moment now) const;
    std::vector<PracticeTask> all(Moment now) const; // newest first
    bool cancel(const QString &id, Moment now);      // only while pending
    std::vector<PracticeTask> advance(Moment now);   // gives those whose rendering is to begin
    void rendered(const QString &id, const RenderOutcome &outcome);

private:
    bool isOver(const PracticeTask &task, Moment now) const;
    void finish(PracticeTask &task, Moment now) const;

    mutable std::mutex m_mutex;
    Pace m_pace;
    Spans m_spans;
    int m_maximumRunning;
    std::vector<PracticeTask> m_tasks; // in the order of submission
};

} // namespace retake
