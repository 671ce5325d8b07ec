// SPDX-License-Identifier: GPL-3.0-or-later
// The commands about tasks that there are.
#include "commands.h"
#include "core.h"
#include "describe.h"
#include "follower.h"
#include "session/errorsentence.h"
#include "session/taskclock.h"
#include "words.h"

namespace retake::cli {

namespace {

QString takeFile(const Task &task, const Store &store)
{
    const auto take = task.take ? store.take(task.take) : Result<Take>(Take());
    return take ? take->file : QString();
}

// How it stands: what went wrong, what runs out.
void tellMore(const Task &task, Console &console, const Core &core)
{
    const QDateTime now = core.clock.now();
    if (task.state == TaskState::Waiting && task.held)
        console.result(Cli::tr("  paused by you"));
    if (task.error) {
        const ErrorSentence sentence = sentenceFor(task, now);
        const bool story = task.state == TaskState::Expired || task.state == TaskState::Unclear;
        console.result(QString(u"  " + sentence.title));
        if (story)
            console.result(QString(u"  " + sentence.advice));
    }
    const ModelSpec *model = core.catalogue.model(task.order.model);
    const TaskClock clock = model ? clockOf(task, *model, now) : TaskClock();
    if (clock.subject == TaskClock::Subject::Result)
        console.result(
            Cli::tr("  the service keeps the result until %1").arg(momentText(clock.expires, now)));
}

} // namespace

Result<Task> wantedTask(const QString &text, const Core &core)
{
    const auto noSuch = [&text] { return failure(ErrorKind::NoSuchTask, {text}); };
    bool isNumber = false;
    const TaskId id{text.toLongLong(&isNumber)};
    if (!isNumber || id.value <= 0)
        return noSuch();
    auto task = core.queue.task(id);
    if (!task && task.error().kind == ErrorKind::NoSuchTask)
        return noSuch();
    return task;
}

int showTasks(Console &console, Core &core)
{
    const auto tasks = core.queue.tasks();
    if (!tasks)
        return console.refuse(tasks.error());
    if (tasks->isEmpty())
        console.result(Cli::tr("There are no tasks."));
    for (const Task &task : *tasks) {
        const QString take = takeFile(task, *core.store);
        console.result(QString(stageText(task) + u"  " + task.order.prompt.simplified().left(60)));
        if (!take.isEmpty())
            console.result(QString(u"  " + take));
        tellMore(task, console, core);
        console.result(taskJson(task, take, core.catalogue));
    }
    return 0;
}

int runAll(Console &console, Core &core)
{
    const auto tasks = core.queue.tasks();
    if (!tasks)
        return console.refuse(tasks.error());
    Follower follower(core, console);
    if (const auto recovered = core.queue.recover(); !recovered)
        return console.refuse(recovered.error());
    QList<TaskId> open;
    QStringList services;
    for (const Task &task : *tasks) {
        if (isFinal(task.state) && !core.queue.isLooking(task.id))
            continue;
        if (task.state == TaskState::Waiting && task.held)
            continue;
        open.prepend(task.id); // oldest first
        const QString service = serviceText(core.accounts.account(task.order.account), core.catalogue);
        if (!services.contains(service)) // practice is named once, whichever service it stands for
            services.append(service);
    }
    if (open.isEmpty()) {
        console.result(Cli::tr("Nothing is waiting."));
        return 0;
    }
    for (const QString &service : services)
        console.note(service);
    for (const TaskId id : open)
        follower.follow(id);
    core.queue.startAll();
    return follower.untilEnd();
}

int cancelTask(const Arguments &arguments, Console &console, Core &core)
{
    const auto task = wantedTask(arguments.operands.constFirst(), core);
    if (!task)
        return console.refuse(task.error());
    Follower follower(core, console);
    if (const auto cancelled = core.queue.cancel(task->id); !cancelled)
        return console.refuse(cancelled.error());
    follower.follow(task->id);
    return follower.untilEnd();
}

int lookForTask(const Arguments &arguments, Console &console, Core &core)
{
    const auto task = wantedTask(arguments.operands.constFirst(), core);
    if (!task)
        return console.refuse(task.error());
    Follower follower(core, console);
    if (const auto looking = core.queue.lookAgain(task->id); !looking)
        return console.refuse(looking.error());
    console.note(serviceText(core.accounts.account(task->order.account), core.catalogue));
    follower.follow(task->id);
    return follower.untilEnd();
}

int markTaskLost(const Arguments &arguments, Console &console, Core &core)
{
    const auto task = wantedTask(arguments.operands.constFirst(), core);
    if (!task)
        return console.refuse(task.error());
    if (const auto marked = core.queue.markLost(task->id); !marked)
        return console.refuse(marked.error());
    if (const auto now = core.queue.task(task->id))
        console.result(stateJson(*now));
    console.result(Cli::tr("Task %1 is marked as lost. “retake-cli retry %1” sends it again; it may be "
                           "charged twice.")
                       .arg(task->id.value));
    return 0;
}

int retryTask(const Arguments &arguments, Console &console, Core &core)
{
    const auto task = wantedTask(arguments.operands.constFirst(), core);
    if (!task)
        return console.refuse(task.error());
    Follower follower(core, console);
    const bool again = arguments.has(QStringLiteral("send-again"));
    if (task->state == TaskState::Unclear && !again) {
        const int status =
            console.refuse(task->error.value_or(Error{ErrorKind::Unclear, {}, {}, {}, {}, 0, {}}));
        console.note(
            Cli::tr("To send it again all the same: retake-cli retry %1 --send-again").arg(task->id.value));
        return status;
    }
    const auto started = again ? core.queue.sendAgain(task->id) : core.queue.retry(task->id);
    if (!started)
        return console.refuse(started.error());
    console.note(serviceText(core.accounts.account(task->order.account), core.catalogue));
    follower.follow(task->id);
    return follower.untilEnd();
}

} // namespace retake::cli
