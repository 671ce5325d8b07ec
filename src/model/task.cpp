// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/task.h"

#include <array>
#include <utility>

namespace retake {

namespace {

constexpr std::array stateNames = {
    std::pair{TaskState::Waiting, "waiting"},         std::pair{TaskState::Conforming, "conforming"},
    std::pair{TaskState::Uploading, "uploading"},     std::pair{TaskState::Submitting, "submitting"},
    std::pair{TaskState::Queued, "queued"},           std::pair{TaskState::Rendering, "rendering"},
    std::pair{TaskState::Downloading, "downloading"}, std::pair{TaskState::Done, "done"},
    std::pair{TaskState::Failed, "failed"},           std::pair{TaskState::Cancelled, "cancelled"},
    std::pair{TaskState::Expired, "expired"},         std::pair{TaskState::Unclear, "unclear"},
};

} // namespace

QString taskStateName(TaskState state)
{
    for (const auto &[known, name] : stateNames) {
        if (known == state)
            return QString::fromLatin1(name);
    }
    Q_UNREACHABLE();
}

std::optional<TaskState> taskStateFromName(const QString &name)
{
    for (const auto &[state, known] : stateNames) {
        if (name == QLatin1String(known))
            return state;
    }
    return std::nullopt;
}

bool isFinal(TaskState state)
{
    return state >= TaskState::Done;
}

bool isSubmitted(TaskState state)
{
    return state == TaskState::Queued || state == TaskState::Rendering || state == TaskState::Downloading;
}

bool mayFollow(TaskState from, TaskState to)
{
    if (from == to)
        return false;
    switch (to) {
    case TaskState::Waiting: // a restart before submitting, or a retry that a person asked for
        return from == TaskState::Conforming || from == TaskState::Uploading || from == TaskState::Failed ||
               from == TaskState::Cancelled || from == TaskState::Expired || from == TaskState::Unclear;
    case TaskState::Conforming:
        return from == TaskState::Waiting;
    case TaskState::Uploading:
        return from == TaskState::Conforming;
    case TaskState::Submitting:
        return from == TaskState::Uploading;
    case TaskState::Queued:
        return from == TaskState::Submitting || from == TaskState::Unclear;
    case TaskState::Rendering:
        return from == TaskState::Queued;
    case TaskState::Downloading: // retrying a download of a finished, paid task starts here
        return from == TaskState::Queued || from == TaskState::Rendering || from == TaskState::Failed;
    case TaskState::Done:
        return from == TaskState::Downloading;
    case TaskState::Failed: // an unclear one that the person gives up
        return !isFinal(from) || from == TaskState::Unclear;
    case TaskState::Cancelled:
        return !isFinal(from);
    case TaskState::Expired:
        return isSubmitted(from);
    case TaskState::Unclear:
        return from == TaskState::Submitting;
    }
    Q_UNREACHABLE();
}

} // namespace retake
