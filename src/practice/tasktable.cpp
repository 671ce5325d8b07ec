// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/tasktable.h"

#include <QUuid>

#include <algorithm>

namespace retake {

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::Pending:
        return QStringLiteral("PENDING");
    case Stage::Running:
        return QStringLiteral("RUNNING");
    case Stage::Succeeded:
        return QStringLiteral("SUCCEEDED");
    case Stage::Failed:
        return QStringLiteral("FAILED");
    case Stage::Canceled:
        return QStringLiteral("CANCELED");
    }
    return {};
}

TaskTable::TaskTable(Pace pace, Spans spans, int maximumRunning)
    : m_pace(pace)
    , m_spans(spans)
    , m_maximumRunning(maximumRunning)
{}

PracticeTask TaskTable::add(const CreateBody &body, const QString &requestId, Fate fate, Moment now)
{
    PracticeTask task;
    task.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    task.requestId = requestId;
    task.body = body;
    task.fate = fate;
    task.submitted = now;
    const std::lock_guard lock(m_mutex);
    m_tasks.push_back(task);
    return task;
}

PracticeTask TaskTable::addGeneration(std::shared_ptr<const GenerationBody> body, const QString &id,
                                      Fate fate, Moment now)
{
    PracticeTask task;
    task.id = id;
    task.requestId = body->requestId;
    task.body.model = body->model;
    task.generation = std::move(body);
    task.fate = fate;
    task.submitted = now;
    const std::lock_guard lock(m_mutex);
    m_tasks.push_back(task);
    return task;
}

bool TaskTable::isOver(const PracticeTask &task, Moment now) const
{
    return now >= task.submitted + m_pace.of(m_spans.life);
}

std::optional<PracticeTask> TaskTable::find(const QString &id, Moment now) const
{
    const std::lock_guard lock(m_mutex);
    const auto task =
        std::find_if(m_tasks.begin(), m_tasks.end(), [&](const PracticeTask &t) { return t.id == id; });
    if (task == m_tasks.end() || isOver(*task, now))
        return std::nullopt;
    return *task;
}

std::vector<PracticeTask> TaskTable::all(Moment now) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<PracticeTask> tasks;
    for (auto task = m_tasks.rbegin(); task != m_tasks.rend(); ++task) {
        if (!isOver(*task, now))
            tasks.push_back(*task);
    }
    return tasks;
}

bool TaskTable::cancel(const QString &id, Moment now)
{
    const std::lock_guard lock(m_mutex);
    for (PracticeTask &task : m_tasks) {
        if (task.id != id || task.stage != Stage::Pending || isOver(task, now))
            continue;
        task.stage = Stage::Canceled;
        task.ended = now;
        return true;
    }
    return false;
}

void TaskTable::finish(PracticeTask &task, Moment now) const
{
    switch (task.fate) {
    case Fate::FailsModeration:
        if (task.generation) {
            task.outcome = RenderOutcome{};
            task.outcome->code = QStringLiteral("1301");
            task.outcome->message = QStringLiteral("The content may be unsafe or sensitive.");
            break;
        }
        task.outcome = RenderOutcome{
            QStringLiteral("DataInspectionFailed"),
            QStringLiteral("Green net check failed for text: Input data may contain inappropriate content."),
            {}};
        break;
    case Fate::FailsSize:
        task.outcome = RenderOutcome{QStringLiteral("InvalidParameter"),
                                     QStringLiteral("The size is not match the model's requirement."),
                                     {}};
        break;
    case Fate::FailsBare:
    case Fate::FailsNetwork:
        task.outcome = RenderOutcome{};
        task.outcome->code = QStringLiteral("1234");
        if (task.fate == Fate::FailsNetwork)
            task.outcome->message =
                QStringLiteral("Network error, error id: practice, please try again later");
        break;
    case Fate::Rendered:
    case Fate::IsCanceled:
        break;
    }
    task.stage = task.outcome->code.isEmpty() ? Stage::Succeeded : Stage::Failed;
    task.ended = now;
}

std::vector<PracticeTask> TaskTable::advance(Moment now)
{
    const std::lock_guard lock(m_mutex);
    int running = 0;
    for (PracticeTask &task : m_tasks) {
        if (task.stage != Stage::Running)
            continue;
        const bool isDue = now >= task.scheduled + m_pace.of(m_spans.running) ||
                           (task.outcome && !task.outcome->code.isEmpty()); // refusals come at once
        if (isDue && (task.outcome || task.fate != Fate::Rendered))
            finish(task, now);
        else
            ++running;
    }
    std::vector<PracticeTask> begun;
    for (PracticeTask &task : m_tasks) {
        if (task.stage != Stage::Pending || now < task.submitted + m_pace.of(m_spans.pending))
            continue;
        if (task.fate == Fate::IsCanceled) {
            task.stage = Stage::Canceled;
            task.ended = now;
            continue;
        }
        if (running >= m_maximumRunning)
            break;
        ++running;
        task.stage = Stage::Running;
        task.scheduled = now;
        if (task.fate == Fate::Rendered)
            begun.push_back(task);
    }
    // A running task is kept until its rendering has come home.
    std::erase_if(
        m_tasks, [&](const PracticeTask &task) { return task.stage != Stage::Running && isOver(task, now); });
    return begun;
}

void TaskTable::rendered(const QString &id, const RenderOutcome &outcome)
{
    const std::lock_guard lock(m_mutex);
    for (PracticeTask &task : m_tasks) {
        if (task.id == id)
            task.outcome = outcome;
    }
}

} // namespace retake
