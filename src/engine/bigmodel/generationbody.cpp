// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/generationbody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace retake {

namespace {

// One picture is a string, two are a list; a model that lives from a list gets one even of one.
QJsonValue picturesOf(const QStringList &pictures, int minimum, int maximum)
{
    const bool list = pictures.size() > 1 || (maximum > 1 && minimum > 0);
    if (list)
        return QJsonArray::fromStringList(pictures);
    return pictures.first();
}

Result<QJsonValue> imageUrl(const ModelSpec &model, const PreparedMedia &media)
{
    const auto unfit = [](const QString &what, qsizetype count) {
        return failure(ErrorKind::BadParameter, {what, QString::number(count)});
    };
    QStringList frames{media.firstFrameUrl, media.lastFrameUrl};
    if (media.firstFrameUrl.isEmpty() && !media.lastFrameUrl.isEmpty())
        return unfit(QStringLiteral("last frame"), 1); // alone it would be taken for the first
    frames.removeAll(QString());
    const QStringList &references = media.referenceUrls;
    if (frames.size() > model.frames.maximumCount || frames.size() < model.frames.minimumCount)
        return unfit(QStringLiteral("frames"), frames.size());
    if (references.size() > model.references.maximumCount ||
        references.size() < model.references.minimumCount)
        return unfit(QStringLiteral("references"), references.size());
    if (!frames.isEmpty())
        return picturesOf(frames, model.frames.minimumCount, model.frames.maximumCount);
    if (!references.isEmpty())
        return picturesOf(references, model.references.minimumCount, model.references.maximumCount);
    return QJsonValue(QJsonValue::Undefined);
}

QJsonValue parameterOf(const ParameterSpec &spec, const Order &order, const PreparedMedia &media)
{
    // Between two frames some of the service's papers know "speed" only.
    if (spec.name == u"quality" && !order.parameters.contains(spec.name) && !media.lastFrameUrl.isEmpty())
        return QStringLiteral("speed");
    QJsonValue value = order.parameters.contains(spec.name) ? order.parameters[spec.name] : spec.defaultValue;
    if (value.isDouble())
        value = value.toInteger(); // never 5.0
    return value;
}

} // namespace

Result<QByteArray> encodeGeneration(const ModelSpec &model, const Order &order, const PreparedMedia &media)
{
    const auto pictures = imageUrl(model, media);
    if (!pictures)
        return failure(pictures.error());
    if (order.prompt.isEmpty() && (!model.promptOptional || pictures->isUndefined()))
        return failure(ErrorKind::PromptEmpty);
    QJsonObject body{{QStringLiteral("model"), model.id}};
    for (const ParameterSpec &spec : model.parameters) {
        const QJsonValue value = parameterOf(spec, order, media);
        if (!value.isNull() && !value.isUndefined())
            body.insert(spec.name, value);
    }
    if (!order.prompt.isEmpty())
        body.insert(QStringLiteral("prompt"), order.prompt);
    if (!pictures->isUndefined())
        body.insert(QStringLiteral("image_url"), *pictures);
    if (!media.requestId.isEmpty())
        body.insert(QStringLiteral("request_id"), media.requestId);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace retake
