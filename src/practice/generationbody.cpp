// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/generationbody.h"

#include "model/catalogue.h"
#include "practice/chatbody.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

constexpr int shortSideOfCogVideo = 1080;
constexpr int shortSideOfFlash = 720;

bool isNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

bool isCogVideo(const QString &model)
{
    return model.startsWith(u"cogvideox");
}

Refusal notReceived(const QString &field)
{
    return {400, QStringLiteral("1213"), QStringLiteral("The field %1 was not received.").arg(field)};
}

std::optional<Refusal> checkValue(const ParameterSpec &spec, const QJsonValue &value)
{
    switch (spec.type) {
    case ParameterSpec::Type::Choice: {
        QStringList choices;
        for (const ParameterSpec::Choice &choice : spec.choices) {
            if (choice.value == value)
                return std::nullopt;
            if (!choice.value.isNull())
                choices.append(choice.value.toVariant().toString());
        }
        return badField(spec.name, QString(u"must be one of " + choices.join(QStringLiteral(", "))));
    }
    case ParameterSpec::Type::Integer:
        if (value.isDouble() && std::floor(value.toDouble()) == value.toDouble() &&
            value.toDouble() >= double(spec.minimum) && value.toDouble() <= double(spec.maximum))
            return std::nullopt;
        return badField(spec.name, QStringLiteral("must be in [%1, %2]").arg(spec.minimum).arg(spec.maximum));
    case ParameterSpec::Type::Boolean:
        if (value.isBool())
            return std::nullopt;
        return badField(spec.name, QStringLiteral("must be boolean"));
    }
    return std::nullopt;
}

std::optional<Refusal> checkFields(const QJsonObject &root, const ModelSpec &model)
{
    static const QStringList common{QStringLiteral("model"), QStringLiteral("prompt"),
                                    QStringLiteral("image_url"), QStringLiteral("request_id"),
                                    QStringLiteral("user_id")};
    for (const QString &key : root.keys()) {
        if (common.contains(key) || isNothing(root[key]))
            continue;
        const ParameterSpec *spec = model.parameter(key);
        if (!spec)
            return badField(key, QString(u"is not known to " + model.id));
        if (const auto refusal = checkValue(*spec, root[key]))
            return refusal;
    }
    return checkOwnRequestId(root);
}

std::optional<Refusal> readPrompt(const QJsonObject &root, const ModelSpec &model, GenerationBody &body)
{
    const QJsonValue prompt = root[u"prompt"];
    if (!isNothing(prompt) && !prompt.isString())
        return badField(QStringLiteral("prompt"), QStringLiteral("must be a string"));
    body.prompt = prompt.toString();
    const qsizetype characters = body.prompt.toUcs4().size();
    if (characters > model.promptMaximum)
        return Refusal{400, QStringLiteral("1261"),
                       QStringLiteral("Prompt exceeds max length: %1 of %2 characters.")
                           .arg(characters)
                           .arg(model.promptMaximum)};
    const bool needsPrompt = !model.promptOptional || body.sources.isEmpty();
    return body.prompt.trimmed().isEmpty() && needsPrompt
               ? std::optional(notReceived(QStringLiteral("prompt")))
               : std::nullopt;
}

// A string or an array, as the model has it.
std::optional<Refusal> readPictures(const QJsonObject &root, const ModelSpec &model, GenerationBody &body)
{
    const QString field = QStringLiteral("image_url");
    const QJsonValue value = root[field];
    const bool isReference = model.references.maximumCount > 0;
    const MediaLimits &limits = isReference ? model.references : model.frames;
    if (isNothing(value))
        return limits.minimumCount > 0 ? std::optional(notReceived(field)) : std::nullopt;
    if (limits.maximumCount == 0)
        return badField(field, QString(u"is not known to " + model.id));
    const bool wantsArray = isReference || (limits.maximumCount == 2 && !isCogVideo(model.id));
    if (value.isString() && !wantsArray) {
        body.sources.append(value.toString());
    } else if (value.isArray() && limits.maximumCount > 1) {
        for (const auto &item : value.toArray())
            body.sources.append(item.toString());
        const qsizetype least = wantsArray ? 1 : 2; // one frame alone is a string for CogVideoX
        if (body.sources.size() < least || body.sources.size() > limits.maximumCount)
            return badField(field, QStringLiteral("has %1 to %2 items").arg(least).arg(limits.maximumCount));
    } else {
        return badField(field,
                        wantsArray ? QStringLiteral("must be an array") : QStringLiteral("must be a string"));
    }
    if (body.sources.contains(QString()))
        return badField(field, QStringLiteral("must not be empty"));
    body.kind = isReference ? GenerationBody::Pictures::References : GenerationBody::Pictures::Frames;
    return std::nullopt;
}

QSize sizeIn(const QString &text)
{
    return {text.section(u'x', 0, 0).toInt(), text.section(u'x', 1, 1).toInt()};
}

QJsonValue valueOf(const QJsonObject &root, const ModelSpec &model, const QString &name)
{
    if (!isNothing(root[name]))
        return root[name];
    const ParameterSpec *spec = model.parameter(name);
    return spec ? spec->defaultValue : QJsonValue();
}

void readSettings(const QJsonObject &root, const ModelSpec &model, GenerationBody &body)
{
    const bool named = !isNothing(root[u"size"]) || !isCogVideo(model.id);
    if (named) // the service's own default of CogVideoX goes by the picture
        body.size = sizeIn(valueOf(root, model, QStringLiteral("size")).toString());
    const int shortSide = std::min(body.size.width(), body.size.height());
    const QString ratio = root[u"aspect_ratio"].toString();
    if (ratio == u"9:16")
        body.size.transpose();
    else if (ratio == u"1:1")
        body.size = {shortSide, shortSide};
    body.rate = root[u"fps"].toInt(model.outputRate > 0 ? model.outputRate : 30);
    const double usual = model.outputSeconds > 0 ? model.outputSeconds : 5;
    body.seconds = valueOf(root, model, QStringLiteral("duration")).toDouble(usual);
    body.hasSound = root[u"with_audio"].toBool();
    body.hasWatermark = isCogVideo(model.id) && root[u"watermark_enabled"].toBool(true);
    body.isAnime = root[u"style"].toString() == u"anime";
    body.movement = root[u"movement_amplitude"].toString(QStringLiteral("auto"));
}

} // namespace

CheckedGeneration checkGenerationBody(const QByteArray &json, const Catalogue &catalogue)
{
    CheckedGeneration checked;
    GenerationBody &body = checked.body;
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const auto refuse = [&checked](const Refusal &refusal) {
        checked.refusal = refusal;
        return checked;
    };
    if (root.isEmpty())
        return refuse(badParameter(QStringLiteral("the body is not a JSON object.")));
    body.model = root[u"model"].toString();
    if (body.model.isEmpty())
        return refuse(notReceived(QStringLiteral("model")));
    const ModelSpec *model = catalogue.model(body.model);
    if (!model || model->service != u"bigmodel")
        return refuse(
            {400, QStringLiteral("1211"), QStringLiteral("Unknown Model, please check the model code.")});
    if (const auto refusal = readPictures(root, *model, body))
        return refuse(*refusal);
    if (const auto refusal = readPrompt(root, *model, body))
        return refuse(*refusal);
    if (const auto refusal = checkFields(root, *model))
        return refuse(*refusal);
    readSettings(root, *model, body);
    body.requestId = root[u"request_id"].toString();
    return checked;
}

QSize sizeFor(const GenerationBody &body, QSize firstPicture)
{
    if (!body.size.isEmpty())
        return body.size;
    const bool isLarge = body.model == u"cogvideox-3" || body.model == u"cogvideox-2";
    const int shortSide = isLarge ? shortSideOfCogVideo : shortSideOfFlash;
    double ratio = 16.0 / 9;
    if (!firstPicture.isEmpty())
        ratio = double(firstPicture.width()) / firstPicture.height();
    const int longSide =
        int(std::lround(shortSide * std::clamp(std::max(ratio, 1 / ratio), 1.0, 2.0) / 2)) * 2;
    return ratio >= 1 ? QSize(longSide, shortSide) : QSize(shortSide, longSide);
}

QJsonObject summarizeGeneration(const QByteArray &json)
{
    QJsonObject note = QJsonDocument::fromJson(json).object();
    const QJsonValue shown = note.take(QStringLiteral("image_url"));
    QJsonArray kinds;
    for (const auto &item : shown.isArray() ? shown.toArray() : QJsonArray{shown}) {
        if (item.isString())
            kinds.append(urlKind(item.toString()));
    }
    note.insert(QStringLiteral("images"), kinds.size());
    note.insert(QStringLiteral("image_kinds"), kinds);
    note.insert(QStringLiteral("image_form"), shown.isArray()    ? QStringLiteral("array")
                                              : shown.isString() ? QStringLiteral("string")
                                                                 : QStringLiteral("none"));
    note.insert(QStringLiteral("bytes"), json.size());
    return note;
}

} // namespace retake
