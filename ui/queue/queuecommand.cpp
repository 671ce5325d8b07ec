// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queuecommand.h"

#include "queue/taskqueue.h"

#include <QCoreApplication>

namespace retake {

namespace {

struct CommandWords
{
    Q_DECLARE_TR_FUNCTIONS(CommandWords)
};

bool isMarkedLost(const Task &task)
{
    return task.error && task.error->kind == ErrorKind::MarkedLost;
}

void addRetry(const Task &task, QList<QueueCommand> &list)
{
    // What came from the service alone has no order to begin anew with.
    if (!task.order.clip.isEmpty() || isStillAtService(task))
        list.append(isMarkedLost(task) ? QueueCommand::SendAgain : QueueCommand::Retry);
}

} // namespace

bool mayBeCharged(const Task &task)
{
    return task.state >= TaskState::Submitting && !(task.state == TaskState::Submitting && task.error);
}

QList<QueueCommand> commandsFor(const Task &task, Driver driver)
{
    QList<QueueCommand> list;
    const bool ours = driver != Driver::Elsewhere;
    switch (task.state) {
    case TaskState::Waiting:
        if (ours) {
            list.append(driver == Driver::Nobody ? QueueCommand::Start : QueueCommand::Hold);
            list += {QueueCommand::RunNext, QueueCommand::MoveUp, QueueCommand::MoveDown};
            if (!task.order.clip.isEmpty() && !task.order.turn) // a remake is changed in its conversation
                list.append(QueueCommand::Edit);
        }
        break;
    case TaskState::Conforming:
    case TaskState::Uploading:
        if (ours)
            list.append(QueueCommand::Hold);
        break;
    case TaskState::Submitting:
    case TaskState::Queued:
    case TaskState::Rendering:
    case TaskState::Downloading:
        break;
    case TaskState::Done:
        list += {QueueCommand::ShowTake, QueueCommand::OpenFolder};
        break;
    case TaskState::Failed:
    case TaskState::Cancelled:
    case TaskState::Expired:
        addRetry(task, list);
        break;
    case TaskState::Unclear:
        list += {QueueCommand::LookAgain, QueueCommand::MarkLost};
        if (!task.order.clip.isEmpty())
            list.append(QueueCommand::SendAgain);
        break;
    }
    if (mayBeCharged(task) && (task.submittedAt.isValid() || !task.remoteId.isEmpty()))
        list.append(QueueCommand::CopyReceipt);
    if (!isFinal(task.state))
        list.append(QueueCommand::Cancel);
    // An unclear one is given up first, in words.
    if (isFinal(task.state) && task.state != TaskState::Unclear)
        list.append(QueueCommand::Remove);
    return list;
}

QString commandText(QueueCommand command, const Task &task)
{
    switch (command) {
    case QueueCommand::Start:
        return task.held ? CommandWords::tr("Go on") : CommandWords::tr("Start");
    case QueueCommand::Hold:
        return CommandWords::tr("Pause this one");
    case QueueCommand::RunNext:
        return CommandWords::tr("Run next");
    case QueueCommand::MoveUp:
        return CommandWords::tr("Move up");
    case QueueCommand::MoveDown:
        return CommandWords::tr("Move down");
    case QueueCommand::Edit:
        return CommandWords::tr("Edit");
    case QueueCommand::Retry:
        return isStillAtService(task) ? CommandWords::tr("Fetch again") : CommandWords::tr("Try again");
    case QueueCommand::LookAgain:
        return CommandWords::tr("Look again");
    case QueueCommand::MarkLost:
        return CommandWords::tr("Mark as lost…");
    case QueueCommand::SendAgain:
        return CommandWords::tr("Send again…");
    case QueueCommand::ShowTake:
        return CommandWords::tr("Show");
    case QueueCommand::OpenFolder:
        return CommandWords::tr("Open the folder");
    case QueueCommand::CopyReceipt:
        return CommandWords::tr("Copy the receipt");
    case QueueCommand::Cancel:
        return mayBeCharged(task) ? CommandWords::tr("Cancel") : CommandWords::tr("Stop");
    case QueueCommand::Remove:
        return CommandWords::tr("Remove from the queue");
    }
    return {};
}

QString commandHint(QueueCommand command, const Task &task)
{
    switch (command) {
    case QueueCommand::Hold:
        return CommandWords::tr("It waits until you let it go on; nothing has been charged");
    case QueueCommand::Edit:
        return CommandWords::tr("Opens its order beside the picture; it waits meanwhile");
    case QueueCommand::Retry:
        return isStillAtService(task)
                   ? CommandWords::tr("The service has the result already: nothing is charged again")
                   : CommandWords::tr("Sends the order anew");
    case QueueCommand::LookAgain:
        return CommandWords::tr("Looks for it once more in the service's list of tasks");
    case QueueCommand::MarkLost:
        return CommandWords::tr("Gives it up; it may have been charged");
    case QueueCommand::SendAgain:
        return CommandWords::tr("It may be charged twice");
    case QueueCommand::Cancel:
        return mayBeCharged(task)
                   ? CommandWords::tr("It is at the service: cancelling works only while it is queued there, "
                                      "and it may be charged")
                   : CommandWords::tr("Stops it before it is sent: nothing has been charged");
    case QueueCommand::Remove:
        return CommandWords::tr("Clears the row; the take stays");
    case QueueCommand::Start:
    case QueueCommand::RunNext:
    case QueueCommand::MoveUp:
    case QueueCommand::MoveDown:
    case QueueCommand::ShowTake:
    case QueueCommand::OpenFolder:
    case QueueCommand::CopyReceipt:
        return {};
    }
    return {};
}

QString commandName(QueueCommand command)
{
    switch (command) {
    case QueueCommand::Start:
        return QStringLiteral("Start");
    case QueueCommand::Hold:
        return QStringLiteral("Hold");
    case QueueCommand::RunNext:
        return QStringLiteral("RunNext");
    case QueueCommand::MoveUp:
        return QStringLiteral("MoveUp");
    case QueueCommand::MoveDown:
        return QStringLiteral("MoveDown");
    case QueueCommand::Edit:
        return QStringLiteral("Edit");
    case QueueCommand::Retry:
        return QStringLiteral("Retry");
    case QueueCommand::LookAgain:
        return QStringLiteral("LookAgain");
    case QueueCommand::MarkLost:
        return QStringLiteral("MarkLost");
    case QueueCommand::SendAgain:
        return QStringLiteral("SendAgain");
    case QueueCommand::ShowTake:
        return QStringLiteral("ShowTake");
    case QueueCommand::OpenFolder:
        return QStringLiteral("OpenFolder");
    case QueueCommand::CopyReceipt:
        return QStringLiteral("CopyReceipt");
    case QueueCommand::Cancel:
        return QStringLiteral("Cancel");
    case QueueCommand::Remove:
        return QStringLiteral("Remove");
    }
    return {};
}

} // namespace retake
