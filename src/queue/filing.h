// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/catalogue.h"
#include "model/clipinfo.h"
#include "queue/recipe.h"

namespace retake {

// From a downloaded file to a take on disk. The recipe goes first and names the service's task, so that a
// walk that was cut short between the file and the store's row finds its own file again.

// "make-it-snow-12", from the order's title: letters and digits of any script, short enough for any file
// system.
QString takeName(const Task &task);

// Where the download of this task grows; the same over restarts.
QString partFileOf(const QString &takesDir, const Task &task);

// Removes what downloads that will not be gone on with have left: the parts and their engine's notes beside
// them. Reads the folder once, however many tasks there are.
void dropPartFiles(const QString &takesDir, const QList<Task> &tasks);

// The take that an earlier walk of this task put in place before it was cut short; empty: none.
QString filedTake(const QString &takesDir, const Task &task);

// Whether the recipe beside a filed take says that the source's sound was laid over it.
bool hasSourceSound(const QString &take);

// How long the result should be, as far as the service or the order says so. What is made from words may come
// in another length than was asked for.
std::optional<Microseconds> promisedLength(const Task &task, ModelUse use = ModelUse::Edit);

// The checks that a download must pass: `probed` is what probing it gave. ResultNotVideo, ResultTruncated.
Result<ClipInfo> checkResult(const Result<ClipInfo> &probed, const Task &task, ModelUse use = ModelUse::Edit);

struct Filing
{
    Task task;
    QString downloaded; // the checked file
    QString takesDir;
    QString actualPrompt;
    QDateTime now;
    QString workFolder{}; // of the task: has the note of what was sent
    TakeSound sound = TakeSound::Own;
};

struct Filed
{
    QString file;
    QString recipe;
    std::optional<Error> outputError; // the take is safe, but its copy at Order::output could not be written
};

// Hashes, writes the recipe, moves the file into place, copies it to the order's output. Blocks: for pool
// threads.
Result<Filed> fileTake(const Filing &filing);

} // namespace retake
