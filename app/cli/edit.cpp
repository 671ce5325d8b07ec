// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core.h"
#include "describe.h"
#include "drafting.h"
#include "follower.h"
#include "media/conform.h"
#include "outputs.h"
#include "session/draft.h"
#include "words.h"

namespace retake::cli {

namespace {

Result<void> nameOutputs(QList<Order> &orders, const QString &wished)
{
    if (wished.isEmpty())
        return {};
    for (qsizetype i = 0; i < orders.size(); ++i) {
        orders[i].output = outputName(wished, i);
        const QStringList sources = QStringList{orders[i].clip} + sourcesOf(orders[i].references);
        if (auto checked = checkOutput(orders[i].output, sources); !checked)
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
