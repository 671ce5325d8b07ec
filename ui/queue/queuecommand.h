// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/task.h"

namespace retake {

// What a person can do with one task of the queue.
enum class QueueCommand {
    Start,
    Hold,
    RunNext,
    MoveUp,
    MoveDown,
    Edit,
    Retry,
    LookAgain,
    MarkLost,
    SendAgain,
    ShowTake,
    OpenFolder,
    CopyReceipt,
    Cancel,
    Remove
};

enum class Driver { Nobody, Here, Elsewhere }; // Nobody: it waits for a click, or has ended

// In the order of a menu.
QList<QueueCommand> commandsFor(const Task &task, Driver driver);

// Whether the service may have begun to work on it, and to charge.
bool mayBeCharged(const Task &task);

QString commandText(QueueCommand command, const Task &task);
QString commandHint(QueueCommand command, const Task &task); // empty: the text says it all
QString commandName(QueueCommand command);                   // for object names

} // namespace retake
