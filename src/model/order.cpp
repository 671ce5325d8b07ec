// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/order.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <array>

namespace retake {

namespace {

constexpr std::array framingNames{std::pair{Framing::Keep, "keep"}, std::pair{Framing::Fit, "fit"},
                                  std::pair{Framing::Fill, "fill"}};

QJsonValue keptFrameToJson(const KeptFrame &frame)
{
    switch (frame.from) {
    case KeptFrame::From::Nothing:
        return QJsonValue::Null;
    case KeptFrame::From::Clip:
        return QStringLiteral("clip");
    case KeptFrame::From::File:
        return QJsonObject{{QStringLiteral("file"), frame.file}};
    }
    Q_UNREACHABLE();
}

KeptFrame keptFrameFromJson(const QJsonValue &json)
{
    if (json.isObject())
        return {KeptFrame::From::File, json[u"file"].toString()};
    return {json.toString() == u"clip" ? KeptFrame::From::Clip : KeptFrame::From::Nothing, {}};
}

QJsonObject keepingToJson(const Keeping &keeping)
{
    return {{QStringLiteral("first_frame"), keptFrameToJson(keeping.first)},
            {QStringLiteral("last_frame"), keptFrameToJson(keeping.last)},
            {QStringLiteral("source_sound"), keeping.sourceSound}};
}

Keeping keepingFromJson(const QJsonValue &json)
{
    return {keptFrameFromJson(json[u"first_frame"]), keptFrameFromJson(json[u"last_frame"]),
            json[u"source_sound"].toBool()};
}

std::optional<Microseconds> parseTime(QStringView text)
{
    static const QRegularExpression shape(QStringLiteral("^(?:(\\d+):)?(?:(\\d+):)?(\\d+(?:\\.\\d+)?)$"));
    const auto match = shape.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const double first = match.captured(1).toDouble();
    const bool hasHours = !match.captured(2).isEmpty();
    const double minutes = hasHours ? match.captured(2).toDouble() + 60 * first : first;
    const double seconds = 60 * minutes + match.captured(3).toDouble();
    return Microseconds(qRound64(seconds * 1e6));
}

QString secondsText(Microseconds time)
{
    return QString::number(double(time.count()) / 1e6, 'f', 6);
}

} // namespace

Result<Trim> parseTrim(const QString &text)
{
    const auto dash = text.indexOf(u'-');
    if (dash > 0) {
        const auto in = parseTime(QStringView(text).left(dash).trimmed());
        const auto out = parseTime(QStringView(text).mid(dash + 1).trimmed());
        if (in && out && *out > *in)
            return Trim{*in, *out};
    }
    return failure(ErrorKind::BadParameter, {QStringLiteral("trim"), text});
}

QString formatTrim(const Trim &trim)
{
    return secondsText(trim.in) + u'-' + secondsText(trim.out);
}

bool isRemoteMedia(const QString &source)
{
    for (const QLatin1String scheme : {QLatin1String("http://"), QLatin1String("https://"),
                                       QLatin1String("oss://"), QLatin1String("data:")}) {
        if (source.startsWith(scheme, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

QString titleOf(const Order &order)
{
    return (order.title.isEmpty() ? order.prompt : order.title).simplified();
}

QJsonObject orderToJson(const Order &order)
{
    QJsonArray references;
    for (const Reference &reference : order.references)
        references.append(referenceToJson(reference));
    QJsonObject json{{QStringLiteral("clip"), order.clip},
                     {QStringLiteral("references"), references},
                     {QStringLiteral("prompt"), order.prompt},
                     {QStringLiteral("negative_prompt"), order.negativePrompt},
                     {QStringLiteral("model"), order.model},
                     {QStringLiteral("parameters"), order.parameters},
                     {QStringLiteral("account"), order.account},
                     {QStringLiteral("output"), order.output},
                     {QStringLiteral("clip_id"), order.clipId.value},
                     {QStringLiteral("parent"), order.parent.value}};
    if (order.trim) {
        json.insert(QStringLiteral("trim_in_us"), qint64(order.trim->in.count()));
        json.insert(QStringLiteral("trim_out_us"), qint64(order.trim->out.count()));
    }
    if (order.framing != Framing::Keep)
        json.insert(QStringLiteral("framing"), framingName(order.framing));
    if (order.keeping != Keeping())
        json.insert(QStringLiteral("keeping"), keepingToJson(order.keeping));
    if (order.turn)
        json.insert(QStringLiteral("turn"), order.turn.value);
    if (!order.title.isEmpty())
        json.insert(QStringLiteral("title"), order.title);
    return json;
}

Order orderFromJson(const QJsonObject &json)
{
    Order order;
    order.clip = json[u"clip"].toString();
    for (const auto &value : json[u"references"].toArray())
        order.references.append(referenceFromJson(value));
    order.prompt = json[u"prompt"].toString();
    order.negativePrompt = json[u"negative_prompt"].toString();
    order.model = json[u"model"].toString();
    order.parameters = json[u"parameters"].toObject();
    order.account = json[u"account"].toString();
    order.output = json[u"output"].toString();
    order.clipId = {json[u"clip_id"].toInteger()};
    order.parent = {json[u"parent"].toInteger()};
    if (json.contains(u"trim_in_us"))
        order.trim = Trim{Microseconds(json[u"trim_in_us"].toInteger()),
                          Microseconds(json[u"trim_out_us"].toInteger())};
    order.framing = framingFromName(json[u"framing"].toString()).value_or(Framing::Keep);
    order.keeping = keepingFromJson(json[u"keeping"]);
    order.turn = {json[u"turn"].toInteger()};
    order.title = json[u"title"].toString();
    return order;
}

QString framingName(Framing framing)
{
    for (const auto &[value, name] : framingNames) {
        if (value == framing)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<Framing> framingFromName(const QString &name)
{
    for (const auto &[value, word] : framingNames) {
        if (name == QLatin1String(word))
            return value;
    }
    return std::nullopt;
}

} // namespace retake
