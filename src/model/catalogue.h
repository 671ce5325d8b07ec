// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDate>
#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QSize>
#include <QUrl>

#include <chrono>
#include <optional>

class QByteArray;

namespace retake {

// A text of the catalogue in several languages, so that a new row brings its own words.
struct LocalText
{
    QHash<QString, QString> byLanguage;        // "en", "zh_CN"
    QString in(const QString &language) const; // falls back to "en"
};

struct MediaLimits
{
    QStringList formats; // "mp4", "mov"; "jpeg", "png", "bmp", "webp"
    qint64 maximumBytes = 0;
    int minimumSide = 0;       // px
    int maximumSide = 0;       // px
    double maximumAspect = 0;  // long side : short side
    double minimumSeconds = 0; // clips only
    double maximumSeconds = 0;
    int maximumCount = 0; // references only
    bool alpha = true;    // references only: may be transparent
};

struct ParameterSpec
{
    enum class Type { Choice, Integer, Boolean };

    struct Choice
    {
        QJsonValue value; // null: leave the parameter out
        LocalText label;
    };

    QString name; // as the service calls it
    Type type = Type::Choice;
    LocalText label;
    LocalText hint;
    QJsonValue defaultValue; // null: left out of the request
    QList<Choice> choices;
    qint64 minimum = 0;
    qint64 maximum = 0;
    QList<qint64> alsoAllowed; // outside the range (duration 0: as the input)
    bool advanced = false;     // under "More"
};

struct Price
{
    QString region;
    QString currency; // "CNY", "USD"
    QDate asOf;
    bool countsInput = false;
    bool countsOutput = false;
    QString byParameter;          // "resolution"
    QHash<QString, double> rates; // parameter value -> price of a second
};

struct ModelSpec
{
    QString id;
    QString service;
    LocalText name;
    int promptMaximum = 0; // characters
    int negativePromptMaximum = 0;
    MediaLimits video;
    MediaLimits references;
    QList<ParameterSpec> parameters;
    QHash<QString, QHash<QString, QSize>> outputSizes; // resolution -> ratio -> px
    int outputRate = 30;
    QList<Price> prices;
    std::chrono::seconds pollInterval{15};
    std::chrono::seconds resultLife{24 * 3600};
    std::chrono::seconds uploadLife{48 * 3600};
    std::chrono::seconds policyLife{300};
    int maximumRunning = 5;
    int submitsPerSecond = 5;
    int queriesPerSecond = 20;

    const ParameterSpec *parameter(const QString &name) const;
    const Price *price(const QString &region) const;
};

struct RegionSpec
{
    QString id;
    LocalText name;
    QUrl baseUrl;
};

struct ServiceSpec
{
    QString id;
    LocalText name;
    QList<RegionSpec> regions;
};

// The rows that form, planner, estimate, engines and tests read. Parsing is pure; engine/catalogueloader
// checks a file against the schema first.
class Catalogue
{
public:
    static Result<Catalogue> parse(const QByteArray &json);

    const QList<ServiceSpec> &services() const { return m_services; }

    const QList<ModelSpec> &models() const { return m_models; }

    const ServiceSpec *service(const QString &id) const;
    const ModelSpec *model(const QString &id) const;
    void merge(const Catalogue &other); // rows of the same id are replaced

private:
    QList<ServiceSpec> m_services;
    QList<ModelSpec> m_models;
};

struct Estimate
{
    double inputSeconds = 0;
    double outputSeconds = 0;
    double amount = 0;
    QString currency; // empty: no price known for the region
};

// (input + output seconds) x rate of the tier, for one take.
Estimate estimate(const ModelSpec &model, const QString &region, const QString &tier, double seconds);

} // namespace retake
