// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/chatbody.h"

#include "engine/pictureasdata.h"
#include "model/order.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

bool isDataAddress(const QString &source)
{
    return source.startsWith(u"data:", Qt::CaseInsensitive);
}

QJsonObject addressPart(const QString &type, const QString &url)
{
    return {{QStringLiteral("type"), type}, {type, QJsonObject{{QStringLiteral("url"), url}}}};
}

QJsonObject encodePart(const ChatPart &part, ChatForm::Clips clips)
{
    switch (part.kind) {
    case ChatPart::Kind::Text:
        return {{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), part.text}};
    case ChatPart::Kind::Image:
        return addressPart(QStringLiteral("image_url"), part.source);
    case ChatPart::Kind::Video: {
        const bool bare = clips == ChatForm::Clips::Bare && isDataAddress(part.source);
        return addressPart(QStringLiteral("video_url"),
                           bare ? part.source.mid(part.source.indexOf(u',') + 1) : part.source);
    }
    }
    Q_UNREACHABLE();
}

QString textOf(const ChatMessage &message)
{
    QStringList texts;
    for (const ChatPart &part : message.parts) {
        if (part.kind == ChatPart::Kind::Text)
            texts.append(part.text);
    }
    return texts.join(u'\n');
}

// The clip stands first: older models demand it, and the others do not mind.
QJsonArray partsOf(const ChatMessage &message, ChatForm::Clips clips)
{
    QList<ChatPart> parts = message.parts;
    std::stable_partition(parts.begin(), parts.end(),
                          [](const ChatPart &part) { return part.kind == ChatPart::Kind::Video; });
    QJsonArray result;
    for (const ChatPart &part : parts)
        result.append(encodePart(part, clips));
    return result;
}

QJsonObject encodeMessage(const ChatMessage &message, const DescriberSpec &describer, ChatForm::Clips clips)
{
    QString role;
    QJsonValue content = textOf(message); // the only form for these two, and for models that only read
    switch (message.role) {
    case ChatMessage::Role::System:
        role = QStringLiteral("system");
        break;
    case ChatMessage::Role::Assistant:
        role = QStringLiteral("assistant");
        break;
    case ChatMessage::Role::User:
        role = QStringLiteral("user");
        if (describer.seesPictures() || describer.seesVideo())
            content = partsOf(message, clips);
        break;
    }
    return {{QStringLiteral("role"), role}, {QStringLiteral("content"), content}};
}

int tokensOf(const DescriberSpec &describer, int wanted)
{
    const int enough = std::max({wanted, describer.minimumTokens, 1});
    return describer.maximumTokens > 0 ? std::min(enough, describer.maximumTokens) : enough;
}

Result<QString> sourceOf(const ChatPart &part, const DescriberSpec &describer)
{
    const bool clip = part.kind == ChatPart::Kind::Video;
    const bool remote = isRemoteMedia(part.source);
    const bool inside = !remote || isDataAddress(part.source);
    const bool taken = !clip    ? describer.seesPictures()
                       : inside ? describer.maximumInlineVideo > 0
                                : describer.takesVideoAddress;
    if (!taken)
        return failure(ErrorKind::BadParameter,
                       {describer.id, clip ? QStringLiteral("video") : QStringLiteral("image")});
    if (part.source.startsWith(u"oss:"))
        return failure(ErrorKind::BadAddress, {part.source});
    if (remote)
        return part.source;
    return mediaAsData(part.source, clip ? describer.maximumInlineVideo : describer.maximumImageBytes);
}

} // namespace

bool saysThoughtsOff(const DescriberSpec &describer, const ChatForm &form)
{
    return form.thoughts == ChatForm::Thoughts::AsKnown &&
           describer.thinking == DescriberSpec::Thinking::CanBeOff;
}

bool hasClipInside(const ChatRequest &question)
{
    for (const ChatMessage &message : question.messages) {
        for (const ChatPart &part : message.parts) {
            if (part.kind == ChatPart::Kind::Video && isDataAddress(part.source))
                return true;
        }
    }
    return false;
}

Result<ChatRequest> withMediaInside(const ChatRequest &question, const DescriberSpec &describer)
{
    ChatRequest result = question;
    for (ChatMessage &message : result.messages) {
        for (ChatPart &part : message.parts) {
            if (part.kind == ChatPart::Kind::Text)
                continue;
            auto source = sourceOf(part, describer);
            if (!source)
                return failure(source.error());
            part.source = *source;
        }
    }
    return result;
}

QByteArray encodeChat(const DescriberSpec &describer, const ChatRequest &question, const ChatForm &form)
{
    QJsonArray messages;
    for (const ChatMessage &message : question.messages)
        messages.append(encodeMessage(message, describer, form.clips));
    QJsonObject body{
        {QStringLiteral("model"), describer.id},
        {QStringLiteral("messages"), messages},
        {QStringLiteral("max_tokens"), tokensOf(describer, question.maximumTokens)},
        {QStringLiteral("stream"), true},
    };
    if (!question.requestId.isEmpty())
        body.insert(QStringLiteral("request_id"), question.requestId);
    if (question.temperature > 0) // two places, up to 1
        body.insert(QStringLiteral("temperature"),
                    std::clamp(std::round(question.temperature * 100) / 100, 0.01, 1.0));
    else
        body.insert(QStringLiteral("do_sample"), false);
    // glm-5.3 thinks always and knows "low"; other models that always think have no word for it.
    const bool alwaysThinks = describer.thinking == DescriberSpec::Thinking::Always;
    if (saysThoughtsOff(describer, form))
        body.insert(QStringLiteral("thinking"),
                    QJsonObject{{QStringLiteral("type"), QStringLiteral("disabled")}});
    else if (form.thoughts == ChatForm::Thoughts::LowEffort ||
             (alwaysThinks && describer.id.startsWith(u"glm-5.3")))
        body.insert(QStringLiteral("reasoning_effort"), QStringLiteral("low"));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace retake
