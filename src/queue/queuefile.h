// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/task.h"

#include <QDir>

namespace retake {

// The queue as a file that a person keeps, sends or brings back: {"retake-queue": 1, "orders": [...]}. Orders
// alone, without what belongs to one library or one walk; media by their absolute paths. Fields that this
// program does not know are passed over.

enum class QueueFileScope { Unsent, UnsentAndFailed };

bool belongsInQueueFile(const Task &task, QueueFileScope scope);
QByteArray queueToJson(const QList<Task> &tasks, QueueFileScope scope); // those that belong, in their order

struct QueueFileContent
{
    struct Refusal
    {
        int number = 0; // among the orders of the file, from 1
        QString prompt;
        Error error;
    };

    QList<Order> orders; // can be ordered as they are
    QList<Refusal> refusals;
};

// `folder`: what paths that are not absolute start from. FileDamaged when it is no queue, BadParameter with
// "retake-queue" when a newer program wrote it.
Result<QueueFileContent> queueFromJson(const QByteArray &json, const QDir &folder,
                                       const Catalogue &catalogue);

// The same on disk: whole or not at all.
Result<int> exportQueue(const QString &file, const QList<Task> &tasks, QueueFileScope scope); // how many
Result<QueueFileContent> importQueue(const QString &file, const Catalogue &catalogue);

} // namespace retake
