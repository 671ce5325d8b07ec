// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/draftchecks.h"

#include "media/reference.h"

#include <cmath>

namespace retake {

namespace {

// Times read from a display are rounded: an end this little behind the last frame is the last frame.
constexpr Microseconds trimTolerance{50'000};

QString shown(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 12);
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Null:
    case QJsonValue::Array:
    case QJsonValue::Object:
    case QJsonValue::Undefined:
        return {};
    }
    Q_UNREACHABLE();
}

QString shown(const Trim &trim)
{
    const auto seconds = [](Microseconds time) {
        return QString::number(std::round(double(time.count()) / 1e4) / 100);
    };
    return QString(seconds(trim.in) + u'-' + seconds(trim.out));
}

bool isWholeNumber(const QJsonValue &value)
{
    return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
}

} // namespace

qsizetype characterCount(const QString &text)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++count) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
    }
    return count;
}

bool fits(const ParameterSpec &spec, const QJsonValue &value)
{
    switch (spec.type) {
    case ParameterSpec::Type::Boolean:
        return value.isBool();
    case ParameterSpec::Type::Integer: {
        const qint64 number = value.toInteger();
        return isWholeNumber(value) &&
               ((number >= spec.minimum && number <= spec.maximum) || spec.alsoAllowed.contains(number));
    }
    case ParameterSpec::Type::Choice:
        for (const ParameterSpec::Choice &choice : spec.choices) {
            if (choice.value == value)
                return true;
        }
        return false;
    }
    Q_UNREACHABLE();
}

qint64 nextSeed(const ParameterSpec &spec, qint64 seed)
{
    return seed >= spec.maximum ? spec.minimum : seed + 1;
}

Result<void> checkClip(const std::optional<ClipInfo> &clip, const QString &remoteClip,
                       const ConformWish &wish, const ModelSpec &model)
{
    if (!clip) {
        if (remoteClip.isEmpty())
            return failure(ErrorKind::FileMissing);
        // A data address is for pictures: the service takes no video that way.
        if (!isRemoteMedia(remoteClip) || remoteClip.startsWith(u"data:", Qt::CaseInsensitive))
            return failure(ErrorKind::BadAddress, {remoteClip.left(80)});
        return {};
    }
    const auto plan = planConform(*clip, ConformWish{std::nullopt, wish.framing, wish.shape}, model);
    return plan ? Result<void>() : failure(plan.error());
}

Result<void> checkTrim(const std::optional<ClipInfo> &clip, const ConformWish &wish, const ModelSpec &model)
{
    const std::optional<Trim> &trim = wish.trim;
    if (!trim)
        return {};
    const auto bad = [&trim] {
        return failure(ErrorKind::BadParameter, {QStringLiteral("trim"), shown(*trim)});
    };
    if (!clip) // a clip at an address is sent as it is
        return bad();
    if (trim->in < Microseconds::zero() || trim->length() <= Microseconds::zero() ||
        trim->out > clip->duration + trimTolerance)
        return bad();
    const auto plan = planConform(*clip, wish, model);
    return plan ? Result<void>() : failure(plan.error());
}

Result<void> checkPrompt(const QString &prompt, const QList<Reference> &references, const ModelSpec &model)
{
    const QString text = prompt.trimmed();
    if (text.isEmpty() && references.isEmpty())
        return failure(ErrorKind::PromptEmpty);
    if (const qsizetype count = characterCount(text); count > model.promptMaximum)
        return failure(ErrorKind::PromptTooLong,
                       {QString::number(count), QString::number(model.promptMaximum)});
    return {};
}

Result<void> checkNegativePrompt(const QString &prompt, const ModelSpec &model)
{
    if (const qsizetype count = characterCount(prompt.trimmed()); count > model.negativePromptMaximum)
        return failure(ErrorKind::NegativePromptTooLong,
                       {QString::number(count), QString::number(model.negativePromptMaximum)});
    return {};
}

Result<void> checkReferenceSource(const Reference &reference, const ModelSpec &model)
{
    if (isRemoteMedia(reference.source))
        return {};
    const auto read = checkReference(reference, model.references);
    return read ? Result<void>() : failure(read.error());
}

Result<void> checkReferences(const QList<Reference> &references, const ModelSpec &model)
{
    if (references.size() > model.references.maximumCount)
        return failure(ErrorKind::TooManyReferences, {QString::number(model.references.maximumCount)});
    for (const Reference &reference : references) {
        if (auto checked = checkReferenceSource(reference, model); !checked)
            return checked;
    }
    return {};
}

Result<void> checkParameters(const QJsonObject &parameters, const ModelSpec &model,
                             const std::optional<ConformPlan> &plan)
{
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const ParameterSpec *spec = model.parameter(it.key());
        if (!spec || !fits(*spec, it.value()))
            return failure(ErrorKind::BadParameter, {it.key(), shown(it.value())});
    }
    const QJsonValue duration = parameters.value(u"duration");
    if (plan && std::chrono::seconds(duration.toInteger()) > plan->duration())
        return failure(ErrorKind::BadParameter, {QStringLiteral("duration"), shown(duration)});
    return {};
}

Result<void> checkAccount(const Account &account, const ModelSpec &model, const Catalogue &catalogue)
{
    if (account.isPractice())
        return {};
    if (account.id.isEmpty() || account.service != model.service) {
        const ServiceSpec *service = catalogue.service(model.service);
        return failure(ErrorKind::KeyMissing,
                       {service ? service->name.in(QStringLiteral("en")) : model.service});
    }
    const bool web = account.baseUrl.scheme() == u"http" || account.baseUrl.scheme() == u"https";
    if (!web || account.baseUrl.host().isEmpty())
        return failure(ErrorKind::BadAddress, {account.baseUrl.toString()});
    return {};
}

} // namespace retake
