// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/recipe.h"

#include "base/filesystem.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace retake {

namespace {

QString withoutSecrets(const QString &source)
{
    if (!isRemoteMedia(source))
        return source;
    if (source.startsWith(u"data:", Qt::CaseInsensitive))
        return source.section(u',', 0, 0); // the type; the picture itself is of no use to a reader
    return QUrl(source).toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace

QJsonObject recipeFor(const Task &task, const RecipeFacts &facts)
{
    const Order &order = task.order;
    QJsonObject clip{{QStringLiteral("file"), withoutSecrets(order.clip)},
                     {QStringLiteral("changes"), QJsonArray::fromStringList(task.changes)}};
    const QJsonObject sent = sentNoteToJson(facts.sent);
    for (auto it = sent.begin(); it != sent.end(); ++it)
        clip.insert(it.key(), *it);
    if (order.trim) {
        clip.insert(QStringLiteral("trim_in_us"), qint64(order.trim->in.count()));
        clip.insert(QStringLiteral("trim_out_us"), qint64(order.trim->out.count()));
    }
    QJsonArray references;
    for (const Reference &reference : order.references)
        references.append(referenceToJson({withoutSecrets(reference.source), reference.crop}));

    QJsonObject recipe{{QStringLiteral("format"), 1},
                       {QStringLiteral("retake"), QStringLiteral(RETAKE_VERSION)},
                       {QStringLiteral("task"), task.id.value},
                       {QStringLiteral("account"), order.account},
                       {QStringLiteral("model"), order.model},
                       {QStringLiteral("prompt"), order.prompt},
                       {QStringLiteral("negative_prompt"), order.negativePrompt},
                       {QStringLiteral("parameters"), order.parameters},
                       {QStringLiteral("clip"), clip},
                       {QStringLiteral("references"), references},
                       {QStringLiteral("remote_id"), task.remoteId},
                       {QStringLiteral("request_id"), task.createRequestId},
                       {QStringLiteral("usage"), task.usage},
                       {QStringLiteral("created_at"), timeText(task.createdAt)},
                       {QStringLiteral("submitted_at"), timeText(task.submittedAt)},
                       {QStringLiteral("finished_at"), timeText(facts.finishedAt)}};
    if (!task.referenceChanges.isEmpty())
        recipe.insert(QStringLiteral("reference_changes"), QJsonArray::fromStringList(task.referenceChanges));
    if (!facts.actualPrompt.isEmpty())
        recipe.insert(QStringLiteral("actual_prompt"), facts.actualPrompt);
    if (order.parent)
        recipe.insert(QStringLiteral("parent_take"), order.parent.value);
    if (order.keeping != Keeping()) {
        Order shorn;
        shorn.keeping = order.keeping;
        shorn.keeping.first.file = withoutSecrets(order.keeping.first.file);
        shorn.keeping.last.file = withoutSecrets(order.keeping.last.file);
        recipe.insert(QStringLiteral("keeping"), orderToJson(shorn)[u"keeping"]);
    }
    if (order.turn)
        recipe.insert(QStringLiteral("turn"), order.turn.value);
    if (facts.sound == TakeSound::Source)
        recipe.insert(QStringLiteral("sound"), QStringLiteral("source"));
    return recipe;
}

Result<void> writeRecipe(const QString &file, const QJsonObject &recipe)
{
    return writeIntoPlace(QJsonDocument(recipe).toJson(), file);
}

} // namespace retake
