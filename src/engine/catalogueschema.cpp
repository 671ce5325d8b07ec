// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogueschema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace retake {

namespace {

// The innermost finding comes first and says most.
QString firstFinding(valijson::ValidationResults &results)
{
    valijson::ValidationResults::Error finding;
    if (!results.popError(finding))
        return {};
    QString place;
    for (const std::string &step : finding.context)
        place += QString::fromStdString(step);
    return QString(place.remove(QStringLiteral("<root>")) + u": " +
                   QString::fromStdString(finding.description));
}

} // namespace

Result<void> checkAgainstSchema(const QByteArray &json, const QByteArray &schema, const QString &name)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return failure(ErrorKind::FileDamaged, {name},
                       QString(problem.errorString() + u" (" + QString::number(problem.offset) + u')'));
    const QJsonValue rules = QJsonDocument::fromJson(schema).object();
    const QJsonValue value = document.object();
    // valijson throws on a schema that is none; ours is built in and tested.
    valijson::Schema compiled;
    valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(rules), compiled);
    valijson::ValidationResults results;
    const bool fits =
        valijson::Validator().validate(compiled, valijson::adapters::QtJsonAdapter(value), &results);
    if (!fits)
        return failure(ErrorKind::FileDamaged, {name}, firstFinding(results));
    return {};
}

} // namespace retake
