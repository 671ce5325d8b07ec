// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/createbody.h"

#include "model/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

Refusal invalid(const QString &message)
{
    return {400, QStringLiteral("InvalidParameter"), message};
}

Refusal missingField(const QString &field)
{
    return invalid(QStringLiteral("Required parameter(%1) missing or invalid, please check the request "
                                  "parameters.")
                       .arg(field));
}

QString cut(const QString &text, int characters)
{
    // Characters, not UTF-16 units: one Han or emoji is one.
    QList<uint> points = text.toUcs4();
    if (points.size() <= characters)
        return text;
    points.resize(characters);
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()), points.size());
}

bool isInteger(const QJsonValue &value)
{
    return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
}

std::optional<Refusal> checkText(const QJsonObject &input, const QString &name, int maximum, QString &into)
{
    const QJsonValue value = input[name];
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isString())
        return invalid(QStringLiteral("input.%1 must be string").arg(name));
    into = cut(value.toString(), maximum);
    return std::nullopt;
}

std::optional<Refusal> checkUrl(const MediaItem &item, bool resolvesOss)
{
    const QString kind = urlKind(item.url);
    if (kind == u"data" && item.type == u"reference_image") {
        const QString head = item.url.section(u',', 0, 0);
        for (const auto *mime : {"image/jpeg", "image/jpg", "image/png", "image/bmp", "image/webp"}) {
            if (head == QString(u"data:" + QLatin1String(mime) + u";base64"))
                return std::nullopt;
        }
        return invalid(QStringLiteral("The image data URI must be data:{MIME_type};base64,{base64_image}."));
    }
    if (kind == u"oss" && !resolvesOss)
        return Refusal{400, QStringLiteral("InvalidParameter"),
                       QStringLiteral("The provided URL does not appear to be valid. Ensure it is correctly "
                                      "formatted.")};
    if (kind == u"oss")
        return std::nullopt;
    if ((kind == u"http" || kind == u"https") && isLoopbackUrl(item.url))
        return std::nullopt;
    return Refusal{400, QStringLiteral("InvalidURL"),
                   kind == u"http" || kind == u"https"
                       ? QStringLiteral("The practice service fetches from this machine only.")
                       : QStringLiteral("url error, please check url！")};
}

std::optional<Refusal> checkMedia(const QJsonObject &input, const ModelSpec &model, bool resolvesOss,
                                  CreateBody &body)
{
    if (!input[u"media"].isArray())
        return missingField(QStringLiteral("input.media"));
    int videos = 0;
    for (const auto &value : input[u"media"].toArray()) {
        const MediaItem item{value[u"type"].toString(), value[u"url"].toString()};
        if (item.type != u"video" && item.type != u"reference_image")
            return invalid(QStringLiteral("input.media.type must be one of: video, reference_image"));
        if (item.url.isEmpty())
            return missingField(QStringLiteral("input.media.url"));
        if (const auto refusal = checkUrl(item, resolvesOss))
            return refusal;
        if (item.type == u"video") {
            ++videos;
            body.video = item.url;
        } else {
            body.references.append(item.url);
        }
    }
    if (videos != 1)
        return invalid(QStringLiteral("input.media must contain exactly one video"));
    if (body.references.size() > model.references.maximumCount)
        return invalid(QStringLiteral("input.media can contain at most %1 reference_image")
                           .arg(model.references.maximumCount));
    return std::nullopt;
}

std::optional<Refusal> checkParameter(const ParameterSpec &spec, const QJsonValue &value)
{
    const QString name = QString(u"parameters." + spec.name);
    switch (spec.type) {
    case ParameterSpec::Type::Choice: {
        QStringList choices;
        for (const ParameterSpec::Choice &choice : spec.choices) {
            if (choice.value == value && value.isString())
                return std::nullopt;
            if (choice.value.isString())
                choices.append(choice.value.toString());
        }
        return invalid(QStringLiteral("%1 must be one of: %2").arg(name, choices.join(QStringLiteral(", "))));
    }
    case ParameterSpec::Type::Integer:
        if (!isInteger(value))
            return invalid(QStringLiteral("%1 must be integer").arg(name));
        if (spec.alsoAllowed.contains(value.toInteger()))
            return std::nullopt;
        if (value.toDouble() < double(spec.minimum) || value.toDouble() > double(spec.maximum))
            return invalid(
                QStringLiteral("%1 must be in [%2, %3]").arg(name).arg(spec.minimum).arg(spec.maximum));
        return std::nullopt;
    case ParameterSpec::Type::Boolean:
        if (!value.isBool())
            return invalid(QStringLiteral("%1 must be boolean").arg(name));
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Refusal> checkParameters(const QJsonValue &value, const ModelSpec &model, CreateBody &body)
{
    if (!value.isUndefined() && !value.isNull() && !value.isObject())
        return invalid(QStringLiteral("parameters must be object"));
    const QJsonObject parameters = value.toObject();
    for (const ParameterSpec &spec : model.parameters) { // unknown members are tolerated
        const QJsonValue given = parameters[spec.name];
        if (given.isUndefined() || given.isNull())
            continue;
        if (const auto refusal = checkParameter(spec, given))
            return refusal;
    }
    body.resolution = parameters[u"resolution"].toString(body.resolution);
    body.ratio = parameters[u"ratio"].toString();
    body.duration = parameters[u"duration"].toInt();
    body.audio = parameters[u"audio_setting"].toString(body.audio);
    body.promptExtend = parameters[u"prompt_extend"].toBool(true);
    body.watermark = parameters[u"watermark"].toBool(false);
    if (parameters[u"seed"].isDouble())
        body.seed = parameters[u"seed"].toInteger();
    return std::nullopt;
}

std::optional<Refusal> check(const QByteArray &json, const Catalogue &catalogue, bool resolvesOss,
                             CreateBody &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return Refusal{400, QStringLiteral("BadRequest.IllegalInput"),
                       QStringLiteral("Required body invalid, please check the request body format.")};
    const QJsonObject root = document.object();
    body.model = root[u"model"].toString();
    if (body.model.isEmpty())
        return Refusal{400, QStringLiteral("BadRequest.EmptyModel"),
                       QStringLiteral("Required parameter \"model\" missing from request.")};
    const ModelSpec *model = catalogue.model(body.model);
    if (!model || model->service != u"dashscope")
        return invalid(QStringLiteral("Model not exist."));
    if (!root.contains(u"input"))
        return Refusal{400, QStringLiteral("BadRequest.EmptyInput"),
                       QStringLiteral("Required parameter \"input\" missing from request.")};
    if (!root[u"input"].isObject())
        return missingField(QStringLiteral("input"));
    const QJsonObject input = root[u"input"].toObject();
    if (const auto refusal = checkText(input, QStringLiteral("prompt"), model->promptMaximum, body.prompt))
        return refusal;
    if (const auto refusal = checkText(input, QStringLiteral("negative_prompt"), model->negativePromptMaximum,
                                       body.negativePrompt))
        return refusal;
    if (const auto refusal = checkMedia(input, *model, resolvesOss, body))
        return refusal;
    return checkParameters(root[u"parameters"], *model, body);
}

} // namespace

CheckedBody checkCreateBody(const QByteArray &json, const Catalogue &catalogue, bool resolvesOss)
{
    CheckedBody checked;
    checked.refusal = check(json, catalogue, resolvesOss, checked.body);
    return checked;
}

QString urlKind(const QString &url)
{
    for (const char *kind : {"http", "https", "oss"}) {
        if (url.startsWith(QString(QLatin1String(kind) + u"://")))
            return QLatin1String(kind);
    }
    return url.startsWith(u"data:") ? QStringLiteral("data") : QStringLiteral("other");
}

bool isLoopbackUrl(const QString &url)
{
    const QString host = QUrl(url).host();
    if (host == u"localhost" || host == u"::1")
        return true;
    const QStringList parts = host.split(u'.');
    if (parts.size() != 4 || parts.first() != u"127")
        return false;
    return std::all_of(parts.begin(), parts.end(), [](const QString &part) {
        bool isNumber = false;
        return part.toInt(&isNumber) <= 255 && isNumber;
    });
}

QJsonObject summarize(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonObject input = root[u"input"].toObject();
    QJsonArray media;
    for (const auto &value : input[u"media"].toArray())
        media.append(QJsonObject{{QStringLiteral("type"), value[u"type"]},
                                 {QStringLiteral("kind"), urlKind(value[u"url"].toString())}});
    return {{QStringLiteral("model"), root[u"model"]},
            {QStringLiteral("prompt"), input[u"prompt"]},
            {QStringLiteral("negative_prompt"), input[u"negative_prompt"]},
            {QStringLiteral("parameters"), root[u"parameters"]},
            {QStringLiteral("media"), media},
            {QStringLiteral("bytes"), json.size()}};
}

} // namespace retake
