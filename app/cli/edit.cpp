// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core.h"
#include "describe.h"
#include "drafting.h"
#include "follower.h"
#include "media/conform.h"
#include "session/draft.h"
#include "words.h"

#include <QFileInfo>

namespace retake::cli {

namespace {

// NAME.mp4, NAME-2.mp4, NAME-3.mp4 ...
QString outputName(const QString &wished, qsizetype index)
{
    const QFileInfo file(wished);
    if (index == 0)
        return file.absoluteFilePath();
    const QString suffix = file.suffix().isEmpty() ? QString() : QString(u'.' + file.suffix());
    return QString(file.absolutePath() + u'/' + file.completeBaseName() + u'-' + QString::number(index + 1) +
                   suffix);
}

// Asked before anything is sent: a take that is paid for must not end in a folder that takes no files.
Result<void> checkOutput(const QString &output, const Order &order)
{
    const QFileInfo file(output);
    for (const QString &source : QStringList{order.clip} + sourcesOf(order.references)) {
        if (!isRemoteMedia(source) && QFileInfo(source) == file)
            return failure(ErrorKind::BadParameter, {QStringLiteral("output"), output});
    }
    const QFileInfo folder(file.absolutePath());
    if (file.isDir() || !folder.isDir() || !folder.isWritable() || (file.exists() && !file.isWritable()))
        return failure(ErrorKind::NotWritable, {file.absoluteFilePath()});
    return {};
}

Result<void> nameOutputs(QList<Order> &orders, const QString &wished)
{
    if (wished.isEmpty())
        return {};
    for (qsizetype i = 0; i < orders.size(); ++i) {
        orders[i].output = outputName(wished, i);
        if (auto checked = checkOutput(orders[i].output, orders[i]); !checked)
            return checked;
    }
    return {};
}

// The clip gets its row only here, when nothing is left to refuse.
Result<QList<Order>> ordersFor(Draft &draft, const Arguments &arguments, Core &core)
{
    if (const auto fault = draft.fault())
        return failure(fault->error);
    auto orders = draft.orders();
    if (!orders)
        return orders;
    if (const auto named = nameOutputs(*orders, arguments.value(QStringLiteral("output"))); !named)
        return failure(named.error());
    if (draft.clip() && !orders->constFirst().clipId) {
        const auto clip = core.store->clipForFile(draft.clip()->file, core.clock.now());
        if (!clip)
            return failure(clip.error());
        for (Order &order : *orders)
            order.clipId = clip->id;
    }
    return orders;
}

void tellBefore(const Draft &draft, Console &console, const Core &core)
{
    console.note(serviceText(draft.account(), core.catalogue));
    if (const auto plan = draft.conformPlan()) {
        for (const QString &change : describeChanges(*draft.clip(), *plan))
            console.note(change);
    }
    if (const Estimate sum = draft.estimate(); !sum.currency.isEmpty())
        console.note(Cli::tr("This costs about %1.").arg(priceText(sum)));
}

} // namespace

int edit(const Arguments &arguments, Console &console, Core &core)
{
    Draft draft(core.catalogue);
    if (const auto filled = fillDraft(draft, arguments, core); !filled)
        return console.refuse(filled.error());
    const auto orders = ordersFor(draft, arguments, core);
    if (!orders)
        return console.refuse(orders.error());
    tellBefore(draft, console, core);

    Follower follower(core, console);
    for (const Order &order : *orders) {
        const auto id = core.queue.enqueue(order);
        if (!id)
            return console.refuse(id.error());
        follower.follow(*id);
    }
    return follower.untilEnd();
}

} // namespace retake::cli
