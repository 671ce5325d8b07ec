// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that look and change nothing.
#include "commands.h"
#include "core.h"
#include "describe.h"
#include "drafting.h"
#include "media/conform.h"
#include "media/probe.h"
#include "media/reference.h"
#include "session/draft.h"
#include "words.h"

#include <QJsonArray>

namespace retake::cli {

namespace {

QString languageNow()
{
    return QLocale().name().startsWith(u"zh") ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

// What the same piece costs at each region that has a price: practice, too, shows what the real thing would.
QList<std::pair<Price, Estimate>> prices(const Draft &draft)
{
    QList<std::pair<Price, Estimate>> all;
    const Estimate mine = draft.estimate();
    for (const Price &price : draft.model().prices)
        all.append({price, estimate(draft.model(), price.region,
                                    draft.parameter(price.byParameter).toString(), mine.outputSeconds)});
    return all;
}

// What is known of the piece only with the clip at hand: how large, and which frames. The clip was read
// before, so that only a file that has gone since fails here.
Result<void> tellPiece(const Draft &draft, const ConformPlan &plan, const FrameBook &frames,
                       QJsonObject &json, Console &console)
{
    const ClipInfo &clip = *draft.clip();
    const auto times = readFrameTimes(clip.file, {}, frames);
    if (!times)
        return failure(times.error());
    const FrameMap map = planFrameMap(plan, *times);
    const qint64 bytes = estimatedBytes(clip, plan, draft.model());
    const QStringList changes = describeChanges(clip, plan);
    json.insert(QStringLiteral("file"), clip.file);
    json.insert(QStringLiteral("framing"), framingName(draft.framing()));
    json.insert(QStringLiteral("notes"), QJsonArray::fromStringList(changes));
    json.insert(QStringLiteral("frame_map"), map.toText());
    json.insert(QStringLiteral("estimated_bytes"), bytes);
    console.result(planText(plan));
    console.result(pieceText(clip, plan, map, bytes));
    for (const QString &change : changes)
        console.result(QString(u"  " + change));
    return {};
}

// Each image as it will be sent; one at an address is passed on and not read.
Result<QJsonArray> tellReferences(const Draft &draft, Console &console)
{
    QJsonArray all;
    QList<QStringList> remarks;
    for (const Reference &reference : draft.croppedReferences()) {
        QJsonObject json{{QStringLiteral("source"), reference.source}};
        QStringList words;
        if (!isRemoteMedia(reference.source)) {
            const auto info = readReference(reference.source);
            if (!info)
                return failure(info.error());
            const auto plan = planReference(*info, reference.crop, draft.model().references);
            if (!plan)
                return failure(plan.error());
            words = describeReference(*info, *plan);
            QStringList changes;
            for (const ReferenceChange change : plan->changes)
                changes.append(referenceChangeName(change));
            json.insert(QStringLiteral("size"), QJsonArray{plan->size.width(), plan->size.height()});
            json.insert(QStringLiteral("format"), plan->format);
            json.insert(QStringLiteral("changes"), QJsonArray::fromStringList(changes));
            json.insert(QStringLiteral("notes"), QJsonArray::fromStringList(words));
        }
        remarks.append(words);
        all.append(json);
    }
    for (const QString &sentence : referenceSentences(remarks))
        console.result(QString(u"  " + sentence));
    return all;
}

} // namespace

int showModels(const Arguments &arguments, Console &console)
{
    const auto catalogue = Core::openCatalogue(Paths(arguments.value(QStringLiteral("data-dir"))));
    if (!catalogue)
        return console.refuse(catalogue.error());
    for (const ModelSpec &model : catalogue->models()) {
        console.result(modelText(model, languageNow()));
        console.result(modelJson(model));
    }
    for (const DescriberSpec &describer : catalogue->describers()) {
        console.result(describerText(describer, languageNow()));
        console.result(describerJson(describer));
    }
    return 0;
}

int showPlan(const Arguments &arguments, Console &console, Core &core)
{
    Draft draft(core.catalogue);
    if (const auto filled = fillDraft(draft, arguments, core); !filled)
        return console.refuse(filled.error());
    draft.setPrompt(QStringLiteral("plan")); // a plan has no instruction: its absence is no fault here
    if (const auto fault = draft.fault())
        return console.refuse(fault->error);

    QJsonObject json{{QStringLiteral("model"), draft.model().id},
                     {QStringLiteral("account"), draft.account().id},
                     {QStringLiteral("resolution"), draft.parameter(QStringLiteral("resolution"))},
                     {QStringLiteral("estimate"), estimateJson(draft.estimate())}};
    if (const auto plan = draft.conformPlan()) {
        const QJsonObject planned = planJson(*plan);
        for (auto it = planned.begin(); it != planned.end(); ++it)
            json.insert(it.key(), it.value());
        if (const auto told = tellPiece(draft, *plan, core.frames, json, console); !told)
            return console.refuse(told.error());
    }
    const auto references = tellReferences(draft, console);
    if (!references)
        return console.refuse(references.error());
    json.insert(QStringLiteral("references"), *references);
    console.result(serviceText(draft.account(), core.catalogue));
    QJsonArray priced;
    for (const auto &[price, sum] : prices(draft)) {
        QJsonObject one = estimateJson(sum);
        one.insert(QStringLiteral("region"), price.region);
        one.insert(QStringLiteral("as_of"), price.asOf.toString(Qt::ISODate));
        priced.append(one);
        console.result(Cli::tr("Price at %1: about %2 for a take (as of %3)")
                           .arg(price.region, priceText(sum), price.asOf.toString(Qt::ISODate)));
    }
    json.insert(QStringLiteral("prices"), priced);
    console.result(json);
    return 0;
}

} // namespace retake::cli
