// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/chatbody.h"

#include "model/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

constexpr int largestAnswer = 131072;

bool isGiven(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull(); // the service takes null for left out
}

std::optional<Refusal> readPart(const QJsonObject &object, AskedPart &part)
{
    const QString type = object[u"type"].toString();
    const auto refuse = [](const QString &field) {
        return badField(field, QStringLiteral("must be a string that is not empty"));
    };
    if (type == u"text") {
        part = {AskedPart::Kind::Text, object[u"text"].toString()};
        return object[u"text"].isString() ? std::nullopt : std::optional(refuse(QStringLiteral("text")));
    }
    if (type != u"image_url" && type != u"video_url")
        return badField(QStringLiteral("messages.content.type"),
                        QStringLiteral("must be one of text, image_url, video_url"));
    for (const QString &key : object.keys()) {
        if (key != u"type" && key != type)
            return badField(key, QStringLiteral("is not known here"));
    }
    const QJsonObject holder = object[type].toObject();
    part = {type == u"image_url" ? AskedPart::Kind::Image : AskedPart::Kind::Video,
            holder[u"url"].toString()};
    if (part.text.isEmpty())
        return refuse(QString(type + u".url"));
    if (holder.size() != 1)
        return badField(type, QStringLiteral("has url and nothing else"));
    return std::nullopt;
}

std::optional<Refusal> readMessage(const QJsonObject &object, AskedMessage &message)
{
    message.role = object[u"role"].toString();
    const QJsonValue content = object[u"content"];
    if (message.role != u"system" && message.role != u"user" && message.role != u"assistant")
        return badField(QStringLiteral("messages.role"),
                        QStringLiteral("must be one of system, user, assistant"));
    if (content.isString()) {
        message.parts.append({AskedPart::Kind::Text, content.toString()});
        return content.toString().isEmpty() ? std::optional(badField(QStringLiteral("messages.content"),
                                                                     QStringLiteral("must not be empty")))
                                            : std::nullopt;
    }
    if (!content.isArray() || content.toArray().isEmpty() || message.role == u"system")
        return badField(QStringLiteral("messages.content"),
                        QStringLiteral("must be a string, or of the user's the parts"));
    for (const auto &value : content.toArray()) {
        AskedPart part;
        if (const auto refusal = readPart(value.toObject(), part))
            return refusal;
        if (part.kind != AskedPart::Kind::Text && message.role != u"user")
            return badField(QStringLiteral("messages.content"),
                            QStringLiteral("only the user shows pictures and videos"));
        message.parts.append(part);
    }
    return std::nullopt;
}

std::optional<Refusal> checkShown(const AskedChat &chat)
{
    int images = 0;
    int videos = 0;
    for (const AskedMessage &message : chat.messages) {
        images += message.count(AskedPart::Kind::Image);
        videos += message.count(AskedPart::Kind::Video);
    }
    const DescriberSpec &describer = *chat.describer;
    if (images > 0 && videos > 0)
        return badParameter(QStringLiteral("image_url and video_url cannot be used in one request."));
    if (images > describer.maximumImages)
        return badParameter(QStringLiteral("%1 takes at most %2 pictures, there are %3.")
                                .arg(chat.model)
                                .arg(describer.maximumImages)
                                .arg(images));
    if (videos > 0 && !describer.seesVideo())
        return badParameter(QString(chat.model + u" does not take videos."));
    if (videos > 1)
        return badParameter(QStringLiteral("One request takes one video."));
    return std::nullopt;
}

std::optional<Refusal> checkNumber(const QJsonObject &root, const QString &name, double least, double most,
                                   bool whole)
{
    const QJsonValue value = root[name];
    if (!isGiven(value))
        return std::nullopt;
    const double number = value.toDouble();
    if (value.isDouble() && number >= least && number <= most && (!whole || std::floor(number) == number))
        return std::nullopt;
    return badParameter(QStringLiteral("%1 must be in [%2, %3].").arg(name).arg(least).arg(most));
}

std::optional<Refusal> checkThinking(const QJsonObject &root, AskedChat &chat)
{
    chat.thinks = chat.describer->thinking != DescriberSpec::Thinking::None;
    const QJsonValue thinking = root[u"thinking"];
    if (!isGiven(thinking))
        return std::nullopt;
    const QString type = thinking[u"type"].toString();
    if (type != u"enabled" && type != u"disabled")
        return badField(QStringLiteral("thinking.type"), QStringLiteral("must be enabled or disabled"));
    if (type == u"disabled" && chat.describer->thinking == DescriberSpec::Thinking::Always)
        return badParameter(QStringLiteral("thinking cannot be disabled for this model."));
    chat.thinks = chat.thinks && type == u"enabled";
    return std::nullopt;
}

std::optional<Refusal> checkSettings(const QJsonObject &root, AskedChat &chat)
{
    static const QStringList known{QStringLiteral("model"),
                                   QStringLiteral("messages"),
                                   QStringLiteral("stream"),
                                   QStringLiteral("thinking"),
                                   QStringLiteral("reasoning_effort"),
                                   QStringLiteral("do_sample"),
                                   QStringLiteral("temperature"),
                                   QStringLiteral("top_p"),
                                   QStringLiteral("max_tokens"),
                                   QStringLiteral("stop"),
                                   QStringLiteral("request_id"),
                                   QStringLiteral("user_id"),
                                   QStringLiteral("tools"),
                                   QStringLiteral("tool_choice")};
    for (const QString &key : root.keys()) {
        if (!known.contains(key))
            return badField(key, QStringLiteral("is not known"));
    }
    if (isGiven(root[u"stream"]) && !root[u"stream"].isBool())
        return badField(QStringLiteral("stream"), QStringLiteral("must be boolean"));
    chat.streamed = root[u"stream"].toBool();
    if (const auto refusal = checkThinking(root, chat))
        return refusal;
    const QString effort = root[u"reasoning_effort"].toString();
    if (isGiven(root[u"reasoning_effort"]) && effort != u"low" && effort != u"high" && effort != u"max")
        return badParameter(QStringLiteral("reasoning_effort must be one of low, high, max."));
    if (const auto refusal = checkNumber(root, QStringLiteral("temperature"), 0, 1, false))
        return refusal;
    if (const auto refusal = checkNumber(root, QStringLiteral("top_p"), 0.01, 1, false))
        return refusal;
    const int most = chat.describer->maximumTokens > 0 ? chat.describer->maximumTokens : largestAnswer;
    chat.maximumTokens = root[u"max_tokens"].toInt(most);
    if (const auto refusal = checkNumber(root, QStringLiteral("max_tokens"), 1, most, true))
        return refusal;
    return checkOwnRequestId(root);
}

} // namespace

QString AskedMessage::text() const
{
    QStringList texts;
    for (const AskedPart &part : parts) {
        if (part.kind == AskedPart::Kind::Text)
            texts.append(part.text);
    }
    return texts.join(u'\n');
}

int AskedMessage::count(AskedPart::Kind kind) const
{
    return int(std::count_if(parts.begin(), parts.end(),
                             [kind](const AskedPart &part) { return part.kind == kind; }));
}

const AskedMessage &AskedChat::question() const
{
    const auto found = std::find_if(messages.rbegin(), messages.rend(),
                                    [](const AskedMessage &message) { return message.role == u"user"; });
    return *found; // the checks have seen one
}

QString AskedChat::systemText() const
{
    QStringList texts;
    for (const AskedMessage &message : messages) {
        if (message.role == u"system")
            texts.append(message.text());
    }
    return texts.join(u'\n');
}

Refusal badParameter(const QString &message)
{
    return {400, QStringLiteral("1210"), QString(u"Incorrect API parameters: " + message)};
}

Refusal badField(const QString &field, const QString &message)
{
    return {400, QStringLiteral("1214"), QStringLiteral("The field %1 is illegal: %2.").arg(field, message)};
}

std::optional<Refusal> checkOwnRequestId(const QJsonObject &root)
{
    const QJsonValue id = root[u"request_id"];
    if (!isGiven(id) || (id.isString() && id.toString().size() >= 6 && id.toString().size() <= 64))
        return std::nullopt;
    return badField(QStringLiteral("request_id"), QStringLiteral("must have 6 to 64 characters"));
}

CheckedChat checkChatBody(const QByteArray &json, const Catalogue &catalogue)
{
    CheckedChat checked;
    AskedChat &chat = checked.chat;
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const auto refuse = [&checked](const Refusal &refusal) {
        checked.refusal = refusal;
        return checked;
    };
    if (root.isEmpty())
        return refuse(badParameter(QStringLiteral("the body is not a JSON object.")));
    chat.model = root[u"model"].toString();
    if (chat.model.isEmpty())
        return refuse({400, QStringLiteral("1213"), QStringLiteral("The field model was not received.")});
    chat.describer = catalogue.describer(chat.model);
    if (!chat.describer || chat.describer->service != u"bigmodel")
        return refuse(
            {400, QStringLiteral("1211"), QStringLiteral("Unknown Model, please check the model code.")});
    const QJsonArray messages = root[u"messages"].toArray();
    if (messages.isEmpty())
        return refuse({400, QStringLiteral("1213"), QStringLiteral("The field messages was not received.")});
    bool hasUser = false;
    for (const auto &value : messages) {
        AskedMessage message;
        if (const auto refusal = readMessage(value.toObject(), message))
            return refuse(*refusal);
        hasUser = hasUser || message.role == u"user";
        chat.messages.append(message);
    }
    if (!hasUser)
        return refuse(badField(QStringLiteral("messages"), QStringLiteral("the user says nothing")));
    if (const auto refusal = checkSettings(root, chat))
        return refuse(*refusal);
    if (const auto refusal = checkShown(chat))
        return refuse(*refusal);
    chat.requestId = root[u"request_id"].toString();
    return checked;
}

QJsonObject summarizeChat(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    QJsonArray roles;
    int images = 0;
    int videos = 0;
    QString said;
    for (const auto &value : root[u"messages"].toArray()) {
        const QJsonObject object = value.toObject();
        roles.append(QJsonValue(object[u"role"]));
        AskedMessage message;
        for (const auto &part : object[u"content"].toArray()) {
            const QString type = part[u"type"].toString();
            images += type == u"image_url";
            videos += type == u"video_url";
            if (type == u"text")
                message.parts.append({AskedPart::Kind::Text, part[u"text"].toString()});
        }
        if (object[u"role"].toString() == u"user")
            said = object[u"content"].isString() ? object[u"content"].toString() : message.text();
    }
    QJsonObject note{
        {QStringLiteral("model"), root[u"model"]}, {QStringLiteral("stream"), root[u"stream"].toBool()},
        {QStringLiteral("roles"), roles},          {QStringLiteral("images"), images},
        {QStringLiteral("videos"), videos},        {QStringLiteral("asked"), said},
        {QStringLiteral("bytes"), json.size()}};
    for (const char *name : {"thinking", "reasoning_effort", "max_tokens", "temperature", "request_id"}) {
        if (root.contains(QLatin1String(name)))
            note.insert(QLatin1String(name), root[QLatin1String(name)]);
    }
    return note;
}

} // namespace retake
