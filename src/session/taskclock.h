// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/task.h"

namespace retake {

// What of a task runs out, and when: its uploaded clip before it is sent, its result afterwards.
struct TaskClock
{
    enum class Subject { Nothing, Upload, Result };

    Subject subject = Subject::Nothing;
    QDateTime expires; // UTC
    bool lastQuarter = false;
};

TaskClock clockOf(const Task &task, const ModelSpec &model, const QDateTime &now);

// "14:05", on another day "19 Nov 14:05"; in the person's time zone.
QString momentText(const QDateTime &at, const QDateTime &now);

// The seconds that the service has billed; none where it told nothing.
std::optional<double> billedSeconds(const Task &task);

// The seconds that it would bill, as far as the order tells.
std::optional<double> expectedSeconds(const Task &task);

} // namespace retake
