// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reference.h"

#include <QJsonArray>
#include <QJsonObject>

namespace retake {

QStringList sourcesOf(const QList<Reference> &references)
{
    QStringList sources;
    for (const Reference &reference : references)
        sources.append(reference.source);
    return sources;
}

QList<Reference> wholeReferences(const QStringList &sources)
{
    return {sources.begin(), sources.end()};
}

QJsonValue referenceToJson(const Reference &reference)
{
    if (!reference.isCropped())
        return reference.source;
    const QRectF &crop = reference.crop;
    return QJsonObject{{QStringLiteral("source"), reference.source},
                       {QStringLiteral("crop"), QJsonArray{crop.x(), crop.y(), crop.width(), crop.height()}}};
}

Reference referenceFromJson(const QJsonValue &json)
{
    if (!json.isObject())
        return {json.toString()};
    const QJsonArray numbers = json[u"crop"].toArray();
    const QRectF crop(numbers.at(0).toDouble(), numbers.at(1).toDouble(), numbers.at(2).toDouble(),
                      numbers.at(3).toDouble());
    const bool inside = crop.isValid() && QRectF(-1e-6, -1e-6, 1 + 2e-6, 1 + 2e-6).contains(crop);
    return {json[u"source"].toString(), inside ? crop : QRectF()};
}

} // namespace retake
