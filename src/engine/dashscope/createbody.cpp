// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dashscope/createbody.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace retake {

namespace {

QJsonObject mediaItem(const QString &type, const QString &url)
{
    return {{QStringLiteral("type"), type}, {QStringLiteral("url"), url}};
}

QJsonObject parametersOf(const ModelSpec &model, const Order &order)
{
    QJsonObject result;
    for (const ParameterSpec &spec : model.parameters) {
        const bool said = order.parameters.contains(spec.name);
        QJsonValue value = said ? order.parameters[spec.name] : spec.defaultValue;
        // Left out, the service takes the dear tier.
        if (value.isNull() && spec.name == u"resolution")
            value = spec.defaultValue;
        if (value.isNull() || value.isUndefined())
            continue;
        if (spec.type == ParameterSpec::Type::Integer)
            value = value.toInteger(); // never 5.0
        result.insert(spec.name, value);
    }
    return result;
}

} // namespace

CreateBody encodeCreate(const ModelSpec &model, const Order &order, const PreparedMedia &media)
{
    QJsonArray items{mediaItem(QStringLiteral("video"), media.clipUrl)};
    bool fromUpload = media.clipUrl.startsWith(u"oss://");
    for (const QString &url : media.referenceUrls) {
        items.append(mediaItem(QStringLiteral("reference_image"), url));
        fromUpload = fromUpload || url.startsWith(u"oss://");
    }
    QJsonObject input{{QStringLiteral("media"), items}};
    if (!order.prompt.isEmpty())
        input.insert(QStringLiteral("prompt"), order.prompt);
    if (!order.negativePrompt.isEmpty() && model.negativePromptMaximum > 0)
        input.insert(QStringLiteral("negative_prompt"), order.negativePrompt);
    const QJsonObject body{
        {QStringLiteral("model"), model.id},
        {QStringLiteral("input"), input},
        {QStringLiteral("parameters"), parametersOf(model, order)},
    };

    CreateBody result;
    result.json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    result.headers = {{"Content-Type", "application/json"}, {"X-DashScope-Async", "enable"}};
    if (fromUpload)
        result.headers.append(std::pair<QByteArray, QByteArray>("X-DashScope-OssResourceResolve", "enable"));
    return result;
}

} // namespace retake
