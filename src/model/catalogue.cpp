// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace retake {

namespace {

template<class List> auto findById(const List &list, const QString &id) -> decltype(&list.front())
{
    for (const auto &entry : list) {
        if (entry.id == id)
            return &entry;
    }
    return nullptr;
}

LocalText parseText(const QJsonValue &json)
{
    LocalText text;
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        text.byLanguage.insert(it.key(), it.value().toString());
    return text;
}

QStringList parseStrings(const QJsonValue &json)
{
    QStringList strings;
    for (const auto &value : json.toArray())
        strings.append(value.toString());
    return strings;
}

MediaLimits parseLimits(const QJsonObject &json)
{
    MediaLimits limits;
    limits.formats = parseStrings(json[u"formats"]);
    limits.maximumBytes = json[u"maximum_bytes"].toInteger();
    limits.minimumSide = json[u"minimum_side"].toInt();
    limits.maximumSide = json[u"maximum_side"].toInt();
    limits.maximumAspect = json[u"maximum_aspect"].toDouble();
    limits.minimumSeconds = json[u"minimum_seconds"].toDouble();
    limits.maximumSeconds = json[u"maximum_seconds"].toDouble();
    limits.minimumCount = json[u"minimum_count"].toInt();
    limits.maximumCount = json[u"maximum_count"].toInt();
    limits.alpha = json[u"alpha"].toBool(true);
    return limits;
}

ParameterSpec parseParameter(const QJsonObject &json)
{
    ParameterSpec spec;
    spec.name = json[u"name"].toString();
    const QString type = json[u"type"].toString();
    spec.type = type == u"integer"   ? ParameterSpec::Type::Integer
                : type == u"boolean" ? ParameterSpec::Type::Boolean
                                     : ParameterSpec::Type::Choice;
    spec.label = parseText(json[u"label"]);
    spec.hint = parseText(json[u"hint"]);
    spec.defaultValue = json[u"default"];
    for (const auto &value : json[u"choices"].toArray())
        spec.choices.append({value[u"value"], parseText(value[u"label"])});
    spec.minimum = json[u"minimum"].toInteger();
    spec.maximum = json[u"maximum"].toInteger();
    for (const auto &value : json[u"also_allowed"].toArray())
        spec.alsoAllowed.append(value.toInteger());
    spec.advanced = json[u"advanced"].toBool();
    return spec;
}

Price parsePrice(const QJsonObject &json)
{
    Price price;
    price.region = json[u"region"].toString();
    price.currency = json[u"currency"].toString();
    price.asOf = QDate::fromString(json[u"as_of"].toString(), Qt::ISODate);
    const QStringList counts = parseStrings(json[u"counts"]);
    price.countsInput = counts.contains(u"input");
    price.countsOutput = counts.contains(u"output");
    price.countsTakes = counts.contains(u"take");
    price.byParameter = json[u"by"].toString();
    const QJsonObject rates = json[u"rates"].toObject();
    for (auto it = rates.begin(); it != rates.end(); ++it)
        price.rates.insert(it.key(), it.value().toDouble());
    return price;
}

ModelSpec parseModel(const QJsonObject &json)
{
    ModelSpec model;
    model.id = json[u"id"].toString();
    model.service = json[u"service"].toString();
    model.name = parseText(json[u"name"]);
    model.use = json[u"use"].toString() == u"remake" ? ModelUse::Remake : ModelUse::Edit;
    model.regions = parseStrings(json[u"regions"]);
    model.promptMaximum = json[u"prompt"][u"maximum"].toInt();
    model.negativePromptMaximum = json[u"negative_prompt"][u"maximum"].toInt();
    model.video = parseLimits(json[u"video"].toObject());
    model.references = parseLimits(json[u"references"].toObject());
    model.frames = parseLimits(json[u"frames"].toObject());
    model.promptOptional = json[u"prompt"][u"optional_with_picture"].toBool();
    model.retired = parseText(json[u"retired"]);
    for (const auto &value : json[u"parameters"].toArray())
        model.parameters.append(parseParameter(value.toObject()));

    const QJsonObject output = json[u"output"].toObject();
    model.outputRate = output[u"rate"].toInt(30);
    model.outputSeconds = output[u"seconds"].toDouble();
    const QJsonObject sizes = output[u"sizes"].toObject();
    for (auto tier = sizes.begin(); tier != sizes.end(); ++tier) {
        const QJsonObject ratios = tier.value().toObject();
        for (auto ratio = ratios.begin(); ratio != ratios.end(); ++ratio)
            model.outputSizes[tier.key()].insert(ratio.key(),
                                                 {ratio.value()[0].toInt(), ratio.value()[1].toInt()});
    }
    for (const auto &value : json[u"prices"].toArray())
        model.prices.append(parsePrice(value.toObject()));

    const QJsonObject timing = json[u"timing"].toObject();
    model.pollInterval = std::chrono::seconds(timing[u"poll_seconds"].toInt(15));
    model.resultLife = std::chrono::seconds(timing[u"result_seconds"].toInt(86400));
    model.uploadLife = std::chrono::seconds(timing[u"upload_seconds"].toInt(172800));
    model.policyLife = std::chrono::seconds(timing[u"policy_seconds"].toInt(300));
    const QJsonObject limits = json[u"limits"].toObject();
    model.maximumRunning = limits[u"running"].toInt(1);
    model.submitsPerSecond = limits[u"submits_per_second"].toInt(1);
    model.queriesPerSecond = limits[u"queries_per_second"].toInt(1);
    return model;
}

DescriberSpec::Thinking thinkingFromName(const QString &name)
{
    if (name == u"always")
        return DescriberSpec::Thinking::Always;
    return name == u"can_be_off" ? DescriberSpec::Thinking::CanBeOff : DescriberSpec::Thinking::None;
}

DescriberSpec parseDescriber(const QJsonObject &json)
{
    DescriberSpec describer;
    describer.id = json[u"id"].toString();
    describer.service = json[u"service"].toString();
    describer.name = parseText(json[u"name"]);
    describer.regions = parseStrings(json[u"regions"]);
    const QJsonValue images = json[u"images"];
    describer.maximumImages = images[u"maximum_count"].toInt();
    describer.maximumImageBytes = images[u"maximum_bytes"].toInteger();
    describer.maximumImageSide = images[u"maximum_side"].toInt();
    const QJsonValue video = json[u"video"];
    describer.takesVideoAddress = video[u"address"].toBool();
    describer.maximumInlineVideo = video[u"inline_bytes"].toInteger();
    describer.maximumVideoSeconds = video[u"maximum_seconds"].toDouble();
    const QJsonValue tokens = json[u"tokens"];
    describer.context = tokens[u"context"].toInt();
    describer.maximumTokens = tokens[u"maximum_answer"].toInt();
    describer.minimumTokens = tokens[u"minimum_answer"].toInt();
    describer.thinking = thinkingFromName(json[u"thinking"].toString());
    describer.englishOnly = json[u"english_only"].toBool();
    describer.retired = parseText(json[u"retired"]);
    for (const auto &value : json[u"prices"].toArray()) {
        describer.rates.append({value[u"region"].toString(), value[u"currency"].toString(),
                                QDate::fromString(value[u"as_of"].toString(), Qt::ISODate),
                                value[u"input"].toDouble(), value[u"output"].toDouble()});
    }
    return describer;
}

ServiceSpec parseService(const QJsonObject &json)
{
    ServiceSpec service;
    service.id = json[u"id"].toString();
    service.name = parseText(json[u"name"]);
    service.translator = json[u"translator"].toString();
    for (const auto &value : json[u"regions"].toArray())
        service.regions.append(
            {value[u"id"].toString(), parseText(value[u"name"]), QUrl(value[u"base_url"].toString())});
    return service;
}

template<class List> void mergeById(List &into, const List &from)
{
    for (const auto &entry : from) {
        const auto same =
            std::find_if(into.begin(), into.end(), [&](const auto &e) { return e.id == entry.id; });
        if (same == into.end())
            into.append(entry);
        else
            *same = entry;
    }
}

} // namespace

QString LocalText::in(const QString &language) const
{
    const auto exact = byLanguage.constFind(language);
    return exact != byLanguage.constEnd() ? *exact : byLanguage.value(QStringLiteral("en"));
}

const ParameterSpec *ModelSpec::parameter(const QString &wanted) const
{
    for (const ParameterSpec &spec : parameters) {
        if (spec.name == wanted)
            return &spec;
    }
    return nullptr;
}

const DescriberSpec::Rate *DescriberSpec::rate(const QString &region) const
{
    for (const Rate &rate : rates) {
        if (rate.region == region)
            return &rate;
    }
    return nullptr;
}

const Price *ModelSpec::price(const QString &region) const
{
    for (const Price &price : prices) {
        if (price.region == region)
            return &price;
    }
    return nullptr;
}

Result<Catalogue> Catalogue::parse(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return failure(ErrorKind::FileDamaged, {QStringLiteral("catalogue")}, problem.errorString());
    Catalogue catalogue;
    for (const auto &value : document[u"services"].toArray())
        catalogue.m_services.append(parseService(value.toObject()));
    for (const auto &value : document[u"models"].toArray())
        catalogue.m_models.append(parseModel(value.toObject()));
    for (const auto &value : document[u"describers"].toArray())
        catalogue.m_describers.append(parseDescriber(value.toObject()));
    return catalogue;
}

const ServiceSpec *Catalogue::service(const QString &id) const
{
    return findById(m_services, id);
}

const ModelSpec *Catalogue::model(const QString &id) const
{
    return findById(m_models, id);
}

const DescriberSpec *Catalogue::describer(const QString &id) const
{
    return findById(m_describers, id);
}

QList<const ModelSpec *> Catalogue::models(ModelUse use) const
{
    QList<const ModelSpec *> found;
    for (const ModelSpec &model : m_models) {
        if (model.use == use)
            found.append(&model);
    }
    return found;
}

void Catalogue::merge(const Catalogue &other)
{
    mergeById(m_services, other.m_services);
    mergeById(m_models, other.m_models);
    mergeById(m_describers, other.m_describers);
}

Estimate estimate(const ModelSpec &model, const QString &region, const QString &tier, double seconds)
{
    Estimate result{seconds, seconds, 0, {}};
    const Price *price = model.price(region);
    if (!price || !price->rates.contains(tier))
        return result;
    const double billed =
        price->countsTakes ? 1 : (price->countsInput ? seconds : 0) + (price->countsOutput ? seconds : 0);
    result.amount = billed * price->rates.value(tier);
    result.currency = price->currency;
    return result;
}

} // namespace retake
