// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/order.h"

#include <QDateTime>

namespace retake {

// The states of the plan. Names are stored and printed: see taskStateName.
enum class TaskState {
    Waiting,
    Conforming,
    Uploading,
    Submitting, // committed before the request leaves
    Queued,     // the service has it; its id is committed
    Rendering,
    Downloading,
    Done,
    Failed,
    Cancelled,
    Expired,
    Unclear, // perhaps charged; never sent again by itself
};

QString taskStateName(TaskState state); // "waiting" ... "unclear"
std::optional<TaskState> taskStateFromName(const QString &name);
bool isFinal(TaskState state);     // done, failed, cancelled, expired, unclear
bool isSubmitted(TaskState state); // queued, rendering, downloading: goes on by itself after a restart
bool mayFollow(TaskState from, TaskState to); // the arrows of the plan

// An order on its way through the queue, as the store keeps it.
struct Task
{
    TaskId id;
    TaskState state = TaskState::Waiting;
    Order order;
    QString conformedFile;        // the exact file that was or will be sent
    QStringList changes;          // what conform did, in words for the person
    QStringList referenceChanges; // the same of the reference images
    QString mediaUrl;             // where the service has the clip (oss://...)
    QStringList referenceUrls;
    QDateTime mediaExpires;  // UTC
    QString remoteId;        // the service's task id
    QString createRequestId; // of the create call: for matching lost replies
    QString resultUrl;       // signed: never logged
    QJsonObject usage;       // as the service reported it
    std::optional<Error> error;
    TakeId take;
    qint64 position = 0; // among the waiting ones, smaller first; the store gives the last place to a new one
    bool held = false;   // the person has paused it: it waits until the person starts it
    QDateTime createdAt; // UTC, all four
    QDateTime changedAt; // of the last change of state
    QDateTime submittedAt;
    QDateTime finishedAt;
};

// Where a task stands, without its order: what a long list needs of each.
struct TaskStanding
{
    TaskId id;
    TaskState state = TaskState::Waiting;
    qint64 position = 0;
    bool markedLost = false;    // failed because the person gave it up
    bool waitsForClick = false; // only TaskQueue::start() sets it going
    friend bool operator==(const TaskStanding &, const TaskStanding &) = default;
};

// Passing news of a stage, not stored. total 0: unknown.
struct TaskProgress
{
    qint64 done = 0;
    qint64 total = 0;
};

} // namespace retake

Q_DECLARE_METATYPE(retake::TaskProgress)
