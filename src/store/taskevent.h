// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/task.h"

namespace retake {

// A line of a task's log: it is only ever added to, and outlives the task's row.
struct TaskEvent
{
    TaskId task;
    QDateTime at; // UTC
    TaskState state = TaskState::Waiting;
    QString cause; // name of the error's kind; empty: the way of things
    QString requestId;
    friend bool operator==(const TaskEvent &, const TaskEvent &) = default;
};

} // namespace retake
