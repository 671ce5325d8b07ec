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
    int minimumCount = 0; // references and kept frames only, both
    int maximumCount = 0;
    bool alpha = true; // references only: may be transparent
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
    bool countsTakes = false;     // a fixed price a take; then the two above are false
    QString byParameter;          // "resolution"; empty: one rate, under ""
    QHash<QString, double> rates; // parameter value -> price of a second, or of a take
};

// What a model is for: to change a clip, or to make one from a description.
enum class ModelUse { Edit, Remake };

struct ModelSpec
{
    QString id;
    QString service;
    LocalText name;
    ModelUse use = ModelUse::Edit;
    QStringList regions;   // where it is offered; empty: everywhere
    int promptMaximum = 0; // characters
    int negativePromptMaximum = 0;
    MediaLimits video; // Edit only
    MediaLimits references;
    MediaLimits frames;          // Remake: first frame, or with a maximumCount of 2 first and last
    bool promptOptional = false; // with a picture
    QList<ParameterSpec> parameters;
    QHash<QString, QHash<QString, QSize>> outputSizes; // resolution -> ratio -> px
    int outputRate = 30;
    double outputSeconds = 0; // Remake: where no parameter "duration" says otherwise; 0: unknown
    LocalText retired;        // what is known of its end; empty: in the service's own list
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

// A model that looks at pictures or clips and answers in words, or (takesImages 0, no video) only reads.
struct DescriberSpec
{
    enum class Thinking { None, CanBeOff, Always };

    struct Rate
    {
        QString region;
        QString currency;
        QDate asOf;
        double input = 0; // a million tokens
        double output = 0;
    };

    QString id;
    QString service;
    LocalText name;
    QStringList regions; // where it is offered; empty: everywhere
    int maximumImages = 0;
    qint64 maximumImageBytes = 0;
    int maximumImageSide = 0; // px
    bool takesVideoAddress = false;
    qint64 maximumInlineVideo = 0;  // bytes of the file, sent inside the request; 0: not taken
    double maximumVideoSeconds = 0; // 0: no limit known
    int context = 0;                // tokens of question and answer
    int maximumTokens = 0;          // of the answer
    int minimumTokens = 0;          // of the answer, so that thoughts leave room for words
    Thinking thinking = Thinking::None;
    bool englishOnly = false; // instructions in other languages are translated first
    LocalText retired;        // what is known of its end; empty: in the service's own list
    QList<Rate> rates;

    bool seesPictures() const { return maximumImages > 0; }

    bool seesVideo() const { return takesVideoAddress || maximumInlineVideo > 0; }

    const Rate *rate(const QString &region) const;
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
    QString translator; // id of the describer's row that translates instructions; empty: none
};

// The rows that form, planner, estimate, engines and tests read. Parsing is pure; engine/catalogueloader
// checks a file against the schema first.
class Catalogue
{
public:
    static Result<Catalogue> parse(const QByteArray &json);

    const QList<ServiceSpec> &services() const { return m_services; }

    const QList<ModelSpec> &models() const { return m_models; }

    const QList<DescriberSpec> &describers() const { return m_describers; } // the first is the default

    QList<const ModelSpec *> models(ModelUse use) const; // the first is the default

    const ServiceSpec *service(const QString &id) const;
    const ModelSpec *model(const QString &id) const;
    const DescriberSpec *describer(const QString &id) const;
    void merge(const Catalogue &other); // rows of the same id are replaced

private:
    QList<ServiceSpec> m_services;
    QList<ModelSpec> m_models;
    QList<DescriberSpec> m_describers;
};

struct Estimate
{
    double inputSeconds = 0;
    double outputSeconds = 0;
    double amount = 0;
    QString currency; // empty: no price known for the region
};

// (input + output seconds) x rate of the tier, or the price of a take, for one take.
Estimate estimate(const ModelSpec &model, const QString &region, const QString &tier, double seconds);

} // namespace retake
