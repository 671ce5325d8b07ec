// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core.h"
#include "describe.h"
#include "session/receipttext.h"
#include "words.h"

#include <QJsonDocument>

namespace retake::cli {

namespace {

// As it lies on the disk; of a task that was never sent, what the library knows.
Result<Receipt> receiptOf(TaskId id, const Store &store)
{
    if (const auto written = store.receipt(id))
        return *written;
    const auto task = store.task(id);
    if (!task)
        return failure(task.error());
    Receipt receipt;
    receipt.task = *task;
    receipt.log = store.events(id).value_or(QList<TaskEvent>());
    receipt.logged = receipt.log.size();
    return receipt;
}

} // namespace

int showReceipt(const Arguments &arguments, Console &console, Core &core)
{
    const QString &text = arguments.operands.constFirst();
    bool isNumber = false;
    const TaskId id{text.toLongLong(&isNumber)};
    const auto receipt = isNumber && id.value > 0 ? receiptOf(id, *core.store)
                                                  : Result<Receipt>(failure(ErrorKind::NoSuchTask, {text}));
    if (!receipt)
        return console.refuse(receipt.error());
    const Estimate cost =
        costOf(receipt->task, core.catalogue, core.accounts.account(receipt->task.order.account));
    console.result(receiptText(*receipt, cost));
    QJsonObject json = QJsonDocument::fromJson(receiptToJson(*receipt)).object();
    if (!cost.currency.isEmpty())
        json.insert(QStringLiteral("price"), estimateJson(cost));
    console.result(json);
    return 0;
}

} // namespace retake::cli
