// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "console.h"
#include "model/task.h"

namespace retake {
struct Core;
}

namespace retake::cli {

// Each does one command and gives the exit status; those that drive tasks run the event loop until they end.
int showModels(const Arguments &arguments, Console &console);
int showProbe(const Arguments &arguments, Console &console);
int compareVideos(const Arguments &arguments, Console &console);
int showPlan(const Arguments &arguments, Console &console, Core &core);
int showTasks(Console &console, Core &core);
int showReceipt(const Arguments &arguments, Console &console, Core &core);
int edit(const Arguments &arguments, Console &console, Core &core);
int remake(const Arguments &arguments, Console &console, Core &core);
int runAll(Console &console, Core &core);
int cancelTask(const Arguments &arguments, Console &console, Core &core);
int retryTask(const Arguments &arguments, Console &console, Core &core);
int lookForTask(const Arguments &arguments, Console &console, Core &core);
int markTaskLost(const Arguments &arguments, Console &console, Core &core);
int importTask(const Arguments &arguments, Console &console, Core &core);
int holdTask(const Arguments &arguments, Console &console, Core &core);
int runTaskNext(const Arguments &arguments, Console &console, Core &core);
int clearFinished(Console &console, Core &core);
int retryFailed(Console &console, Core &core);
int moveQueue(const Arguments &arguments, Console &console, Core &core); // into a file, or out of one

Result<Task> wantedTask(const QString &text, const Core &core); // NoSuchTask

} // namespace retake::cli
