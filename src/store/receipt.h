// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/take.h"
#include "store/taskevent.h"

#include <optional>

namespace retake {

// A former sending of the same task, which the person had run again.
struct FormerRun
{
    TaskState state = TaskState::Failed; // how it ended
    QString remoteId;
    QString requestId;
    QDateTime submittedAt; // UTC, both
    QDateTime finishedAt;
    QString cause; // name of the error's kind
    QJsonObject usage;
    friend bool operator==(const FormerRun &, const FormerRun &) = default;
};

// Everything to go on with a task that was sent and to account for it. It lies beside the takes, so that it
// outlives the database. Holds no key; of an address neither query nor user, because those may be a
// signature.
struct Receipt
{
    Task task;
    std::optional<Take> take;
    std::optional<Clip> clip; // whose family the task and its take belong to
    QList<TaskEvent> log;     // the last ones
    qint64 logged = 0;        // how many entries the log has altogether
    QList<FormerRun> former;  // oldest first
    bool cleared = false;     // the person has taken the task off the list
};

bool wasSent(const Task &task); // from `submitting` on: the service may know of it

QByteArray receiptToJson(const Receipt &receipt);
std::optional<Receipt> receiptFromJson(const QByteArray &json); // none: damaged, or of a newer program

// The runs before this one, when `before` was the receipt until now.
QList<FormerRun> formerRuns(const Receipt &before, const Task &now);

// Without query, user and fragment; a data address without its data. Files stay as they are.
QString withoutSignature(const QString &address);

} // namespace retake
