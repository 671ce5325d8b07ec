// SPDX-License-Identifier: GPL-3.0-or-later
// The commands about the queue as a whole, and about the places in it. None of them sends anything, but for
// `retry --failed`.
#include "commands.h"
#include "core.h"
#include "describe.h"
#include "follower.h"
#include "queue/queuefile.h"
#include "session/errorsentence.h"
#include "words.h"

#include <QFileInfo>

namespace retake::cli {

namespace {

QString absolute(const QString &file)
{
    return QFileInfo(file).absoluteFilePath();
}

int tellTask(TaskId id, Console &console, const Core &core)
{
    const auto task = core.queue.task(id);
    if (!task)
        return console.refuse(task.error());
    console.result(QString(stageText(*task) + u"  " + task->order.prompt.simplified().left(60)));
    console.result(taskJson(*task, {}, core.catalogue));
    return 0;
}

int exportTo(const QString &file, QueueFileScope scope, Console &console, const Core &core)
{
    const auto tasks = core.queue.tasks();
    if (!tasks)
        return console.refuse(tasks.error());
    const auto count = exportQueue(file, *tasks, scope);
    if (!count)
        return console.refuse(count.error());
    console.result(Cli::tr("%n order(s) written to %1", nullptr, *count).arg(file));
    console.result(QJsonObject{{QStringLiteral("event"), QStringLiteral("exported")},
                               {QStringLiteral("file"), absolute(file)},
                               {QStringLiteral("count"), *count}});
    return 0;
}

int importFrom(const QString &file, Console &console, Core &core)
{
    const auto content = importQueue(absolute(file), core.catalogue);
    if (!content)
        return console.refuse(content.error());
    for (const Order &order : content->orders) {
        const auto id = core.queue.shelve(order);
        if (!id)
            return console.refuse(id.error());
        tellTask(*id, console, core);
    }
    int status = 0;
    for (const QueueFileContent::Refusal &refusal : content->refusals) {
        status = exitStatusFor(ErrorKind::BadParameter);
        console.note(Cli::tr("Order %1 is left out: %2")
                         .arg(QString::number(refusal.number), sentenceFor(refusal.error).title));
        console.result(QJsonObject{{QStringLiteral("event"), QStringLiteral("left-out")},
                                   {QStringLiteral("number"), refusal.number},
                                   {QStringLiteral("prompt"), refusal.prompt},
                                   {QStringLiteral("error"), errorToJson(refusal.error)}});
    }
    console.note(
        Cli::tr("%n order(s) added; they wait for “retake-cli run”.", nullptr, int(content->orders.size())));
    return status;
}

} // namespace

int holdTask(const Arguments &arguments, Console &console, Core &core)
{
    const auto task = wantedTask(arguments.operands.constFirst(), core);
    if (!task)
        return console.refuse(task.error());
    if (const auto held = core.queue.hold(task->id); !held)
        return console.refuse(held.error());
    return tellTask(task->id, console, core);
}

int runTaskNext(const Arguments &arguments, Console &console, Core &core)
{
    const auto task = wantedTask(arguments.operands.constFirst(), core);
    if (!task)
        return console.refuse(task.error());
    // What a program that ended has half prepared waits again, and has its place.
    if (const auto recovered = core.queue.recover(); !recovered)
        return console.refuse(recovered.error());
    if (const auto moved = core.queue.runNext(task->id); !moved)
        return console.refuse(moved.error());
    return tellTask(task->id, console, core);
}

int clearFinished(Console &console, Core &core)
{
    const auto count = core.queue.clearFinished();
    if (!count)
        return console.refuse(count.error());
    console.result(Cli::tr("%n finished task(s) cleared; the takes stay.", nullptr, *count));
    console.result(
        QJsonObject{{QStringLiteral("event"), QStringLiteral("cleared")}, {QStringLiteral("count"), *count}});
    return 0;
}

int retryFailed(Console &console, Core &core)
{
    const auto tasks = core.queue.tasks();
    if (!tasks)
        return console.refuse(tasks.error());
    Follower follower(core, console);
    const auto count = core.queue.retryFailed();
    if (!count)
        return console.refuse(count.error());
    if (*count == 0) {
        console.result(Cli::tr("Nothing has failed."));
        return 0;
    }
    for (auto it = tasks->crbegin(); it != tasks->crend(); ++it) {
        const auto now = core.queue.task(it->id);
        if (it->state == TaskState::Failed && now && now->state != TaskState::Failed)
            follower.follow(it->id);
    }
    return follower.untilEnd();
}

int moveQueue(const Arguments &arguments, Console &console, Core &core)
{
    const QString &file = arguments.operands[1];
    if (arguments.operands[0] == u"import")
        return importFrom(file, console, core);
    const QueueFileScope scope =
        arguments.has(QStringLiteral("failed")) ? QueueFileScope::UnsentAndFailed : QueueFileScope::Unsent;
    return exportTo(file, scope, console, core);
}

} // namespace retake::cli
