// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/chatreply.h"

#include "engine/bigmodel/bigmodelfaults.h"
#include "engine/bigmodel/spokentext.h"
#include "engine/lenient.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace retake {

namespace {

// A string, parts of text, or null.
QString contentText(const QJsonValue &content)
{
    if (!content.isArray())
        return content.toString();
    QString text;
    for (const auto &part : content.toArray())
        text += part.isString() ? part.toString() : part[u"text"].toString();
    return text;
}

// A chunk has `delta`, an answer in one piece `message`.
void takeJson(ToldAnswer &told, const QJsonObject &json, int status)
{
    if (const auto refusal = bigmodelRefusal(json, status)) {
        told.refusal = refusal;
        return;
    }
    told.begun = told.begun || json.contains(u"choices");
    const QJsonValue choice = json[u"choices"][0];
    const QJsonValue words = choice[u"delta"].isObject() ? choice[u"delta"] : choice[u"message"];
    told.raw += contentText(words[u"content"]);
    if (const QString reason = choice[u"finish_reason"].toString(); !reason.isEmpty())
        told.finishReason = reason;
    if (const QString model = json[u"model"].toString(); !model.isEmpty())
        told.model = model;
    for (const QString &name : {QStringLiteral("id"), QStringLiteral("request_id")}) {
        if (const QString id = lenientString(json[name]); !id.isEmpty())
            told.requestId = id;
    }
    if (json[u"usage"].isObject())
        told.usage = json[u"usage"].toObject();
    for (const QString &side : bigmodelFilteredSides(json)) {
        if (!told.filtered.contains(side))
            told.filtered.append(side);
    }
}

Error endedBy(const ToldAnswer &told, ErrorKind kind, const QString &words = {})
{
    return {kind, {}, told.finishReason, words, told.requestId, 200, std::nullopt};
}

} // namespace

void takeEvent(ToldAnswer &told, const StreamEvent &event)
{
    if (event.data == "[DONE]") {
        told.done = true;
        return;
    }
    const QJsonDocument json = QJsonDocument::fromJson(event.data);
    if (json.isObject())
        takeJson(told, json.object(), 200);
    if (event.name == "error" && !told.refusal)
        told.refusal = Error{ErrorKind::ServiceFailed, {},  {},          QString::fromUtf8(event.data),
                             told.requestId,           200, std::nullopt};
}

Result<ChatAnswer> answerOf(const ToldAnswer &told)
{
    if (told.refusal) {
        Error error = *told.refusal;
        if (error.requestId.isEmpty())
            error.requestId = told.requestId;
        return failure(error);
    }
    const QString text = spokenText(told.raw, Telling::Over);
    const QString &reason = told.finishReason;
    if (reason == u"sensitive" || reason == u"content_filter" ||
        (text.isEmpty() && !told.filtered.isEmpty())) {
        Error error = endedBy(told, ErrorKind::Moderated);
        error.facts = told.filtered;
        return failure(error);
    }
    if (reason == u"network_error")
        return failure(endedBy(told, ErrorKind::ServiceFailed));
    if (reason == u"model_context_window_exceeded")
        return failure(endedBy(told, ErrorKind::PromptTooLong));
    if (!told.isWhole())
        return failure(endedBy(told, ErrorKind::Unclear, QStringLiteral("the answer broke off")));
    if (text.isEmpty() && reason == u"length")
        return failure(
            endedBy(told, ErrorKind::TaskFailed,
                    QStringLiteral("the limit of the answer was used up by thoughts; no word was said")));
    if (text.isEmpty())
        return failure(endedBy(told, ErrorKind::BadReply, QStringLiteral("the answer has no words")));
    return ChatAnswer{text, told.model, told.requestId, told.usage, reason == u"length"};
}

Result<ChatAnswer> decodeChat(const HttpReply &reply)
{
    const QJsonObject json = QJsonDocument::fromJson(reply.body).object();
    if (!reply.isSuccess() || !json[u"choices"].isArray() || bigmodelRefusal(json, reply.status))
        return failure(bigmodelCostlyFault(reply));
    ToldAnswer told;
    takeJson(told, json, reply.status);
    told.done = true;
    return answerOf(told);
}

} // namespace retake
