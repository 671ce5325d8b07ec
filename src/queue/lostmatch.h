// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <optional>

namespace retake {

// An order of which nobody knows whether the service has it.
struct LostTask
{
    TaskId id;
    QString prompt;
    QString requestId; // of the create call, where an answer told it
    QDateTime sentAt;
};

// A task that the service has and the library does not.
struct RemoteCandidate
{
    RemoteTask row;                // as the list has it
    std::optional<QString> prompt; // none: not told (yet)
    RemoteStatus::Phase phase = RemoteStatus::Phase::Queued;
};

// What one look came to.
struct LostFinding
{
    std::optional<RemoteCandidate> found; // surely ours
    QList<RemoteCandidate> candidates;    // perhaps ours, likeliest first: for the person to choose from
    bool mayComeYet = false;              // there is one that does not tell yet what it is: soon asked again
};

// A service trims what it is sent, and cuts off what is above its maximum.
bool isSamePrompt(const QString &ordered, const QString &told, int promptMaximum);

// Whether a task that the service dates `made` can be what was sent at `sent`; true where either is not
// known.
bool isNearInTime(const QDateTime &sent, const QDateTime &made);

// Which of `found` is the lost task `wanted`. `lost` are all unclear tasks of its account and model, itself
// among them; `flying` tells how many equal orders are being sent just now, whose tasks lie among the found.
LostFinding matchLost(TaskId wanted, const QList<LostTask> &lost, int flying,
                      const QList<RemoteCandidate> &found, int promptMaximum);

} // namespace retake
