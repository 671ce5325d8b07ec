// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/task.h"
#include "session/errorsentence.h"
#include "ui/queue/queuecommand.h"

#include <array>
#include <chrono>
#include <optional>

namespace retake {

enum class StepState { Todo, Active, Done, Failed };

// The six steps that a person sees of the states of a task.
enum class Step { Prepare, Upload, Queued, Render, Download, Saved };
inline constexpr int stepCount = 6;
QString stepName(Step step);

// One line below a task that goes on: why it stands, or what runs out.
struct TaskNote
{
    QString text;
    bool warns = false;
    friend bool operator==(const TaskNote &, const TaskNote &) = default;
};

// What a row of the queue says about a task. Plain values, so that it can be tested without a window.
struct TaskView
{
    TaskId id;
    QString title;
    QString subtitle;
    std::array<StepState, stepCount> steps{};
    std::optional<double> fraction; // of the active step; none: not known
    int beat = 0;                   // seconds in the active step, moves a bar whose end is not known
    QString when;                   // bytes, elapsed and expected time, or how it ended
    std::optional<ErrorSentence> sentence;
    std::optional<TaskNote> note; // in place of the subtitle
    QList<QueueCommand> commands;
    QString startText;
    QString cancelText; // told apart: stopped for nothing, or cancelled at the service
    QString cancelHint;
    bool startable = false; // waits for a click
    bool cancellable = false;
    bool removable = false;
    bool running = false; // not ended and not waiting for a click: its time ticks
    bool finished = false;
    bool needsPerson = false;
    TakeId take;
    QString picture; // file whose first frame stands for it
    friend bool operator==(const TaskView &, const TaskView &);
};

// What is known about a task beside its row in the store.
struct TaskCircumstances
{
    QDateTime now;
    TaskProgress progress;
    bool held = false;            // waits for a click
    bool paused = false;          // the whole queue is
    bool elsewhere = false;       // another program drives it
    bool looking = false;         // an unclear one is being looked for
    bool canLook = true;          // its service keeps a list to look in
    std::optional<Error> refusal; // of what the person asked for last
    std::optional<ModelSpec> model;
    std::optional<std::chrono::seconds> usual; // from submitting to the end, for such tasks
    QString engine;                            // "Wan 2.7 · Beijing"
};

TaskView viewOf(const Task &task, const TaskCircumstances &around);

// The step at which an ended task stopped.
Step stepOf(const Task &task);

} // namespace retake
