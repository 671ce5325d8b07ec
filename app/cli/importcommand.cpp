// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks that the service has and the library does not.
#include "commands.h"
#include "core.h"
#include "describe.h"
#include "follower.h"
#include "session/remotetasks.h"
#include "words.h"

#include <QCoreApplication>
#include <QTimer>

namespace retake::cli {

namespace {

// The service's account that is used at present; practice stands in for one that is not set up.
Result<Account> accountOf(const QString &service, const Core &core)
{
    const Account current = core.accounts.current(service);
    if (!current.id.isEmpty())
        return current;
    return failure(ErrorKind::BadParameter, {QStringLiteral("service"), service});
}

void tell(const RemoteTasks::Row &row, Console &console)
{
    console.result(remoteJson(row));
    console.result(remoteText(row));
}

int listTasks(const Account &account, Console &console, RemoteTasks &tasks)
{
    int status = 0;
    QObject::connect(&tasks, &RemoteTasks::stateChanged, &tasks, [&] {
        if (tasks.state() == RemoteTasks::State::Failed)
            status = console.refuse(*tasks.error());
        if (tasks.state() == RemoteTasks::State::Failed || tasks.state() == RemoteTasks::State::Ready)
            QCoreApplication::exit(status);
    });
    QTimer::singleShot(0, &tasks, [&] { tasks.load(account.id); });
    QCoreApplication::exec();
    if (tasks.state() == RemoteTasks::State::Ready && tasks.rows().isEmpty())
        console.result(Cli::tr("The service has no tasks of the last 24 hours."));
    for (const RemoteTasks::Row &row : tasks.rows())
        tell(row, console);
    return status;
}

} // namespace

int importTask(const Arguments &arguments, Console &console, Core &core)
{
    const auto account = accountOf(arguments.operands.constFirst(), core);
    if (!account)
        return console.refuse(account.error());
    console.note(serviceText(*account, core.catalogue));
    RemoteTasks tasks(*core.store, core.queue, core.accounts, core.catalogue);
    const QString wanted = arguments.operands.value(1);
    if (arguments.operands.size() < 2)
        return listTasks(*account, console, tasks);

    Follower follower(core, console);
    std::optional<Error> refused;
    QObject::connect(&tasks, &RemoteTasks::imported, &tasks, [&](const Result<TaskId> &task) {
        if (task)
            follower.follow(*task);
        else
            refused = task.error();
        QCoreApplication::quit();
    });
    QTimer::singleShot(0, &tasks,
                       [&] { tasks.import(account->id, wanted, arguments.value(QStringLiteral("model"))); });
    QCoreApplication::exec();
    return refused ? console.refuse(*refused) : follower.untilEnd();
}

} // namespace retake::cli
