// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting.h"

#include "core.h"
#include "media/probe.h"
#include "session/draft.h"

#include <QFileInfo>

namespace retake::cli {

namespace {

// What is no number stays a word, which the draft then refuses by the parameter's name.
QJsonValue wholeNumber(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

Result<void> fillClip(Draft &draft, const QString &file, const Core &core)
{
    if (isRemoteMedia(file)) {
        draft.setRemoteClip(file);
        return {};
    }
    const auto info = probeClip(QFileInfo(file).absoluteFilePath(), {}, core.frames);
    if (!info)
        return failure(info.error());
    const Take take = takeAt(info->file, *core.store);
    draft.setClip(*info, take.clip, take.id);
    return {};
}

Result<void> fillReferences(Draft &draft, const QStringList &references)
{
    const int most = draft.model().references.maximumCount;
    if (references.size() > most)
        return failure(ErrorKind::TooManyReferences, {QString::number(most)});
    for (const QString &source : references) {
        if (auto added = draft.addReference(source); !added)
            return added;
    }
    return {};
}

void fillParameters(Draft &draft, const Arguments &arguments)
{
    const auto take = [&](const char16_t *option, const char16_t *parameter, auto toValue) {
        if (const QString name = QString::fromUtf16(option); arguments.has(name))
            draft.setParameter(QString::fromUtf16(parameter), toValue(arguments.value(name)));
    };
    const auto word = [](const QString &text) { return QJsonValue(text); };
    const auto tier = [](const QString &text) { return QJsonValue(text.toUpper()); };
    take(u"resolution", u"resolution", tier);
    take(u"ratio", u"ratio", word);
    take(u"sound", u"audio_setting", word);
    take(u"duration", u"duration", wholeNumber);
    take(u"seed", u"seed", wholeNumber);
    take(u"no-prompt-extend", u"prompt_extend", [](const QString &) { return QJsonValue(false); });
    take(u"watermark", u"watermark", [](const QString &) { return QJsonValue(true); });
}

Result<void> fillVariations(Draft &draft, const Arguments &arguments)
{
    const QString option = QStringLiteral("variations");
    if (!arguments.has(option))
        return {};
    draft.setVariations(arguments.value(option).toInt());
    if (QString::number(draft.variations()) != arguments.value(option))
        return failure(ErrorKind::BadParameter, {option, arguments.value(option)});
    return {};
}

} // namespace

Take takeAt(const QString &file, const Store &store)
{
    if (const auto takes = store.takes()) {
        for (const Take &take : *takes) {
            if (QFileInfo(take.file) == QFileInfo(file))
                return take;
        }
    }
    return {};
}

Result<void> fillDraft(Draft &draft, const Arguments &arguments, const Core &core)
{
    draft.setAccount(core.accounts.current());
    if (auto filled = fillClip(draft, arguments.operands.constFirst(), core); !filled)
        return filled;
    if (arguments.has(QStringLiteral("model"))) {
        if (auto set = draft.setModel(arguments.value(QStringLiteral("model"))); !set)
            return set;
    }
    if (arguments.has(QStringLiteral("trim"))) {
        const auto trim = parseTrim(arguments.value(QStringLiteral("trim")));
        if (!trim)
            return failure(trim.error());
        draft.setTrim(*trim);
    }
    if (const QString option = QStringLiteral("framing"); arguments.has(option)) {
        const auto framing = framingFromName(arguments.value(option));
        if (!framing)
            return failure(ErrorKind::BadParameter, {option, arguments.value(option)});
        draft.setFraming(*framing);
    }
    draft.setPrompt(arguments.value(QStringLiteral("prompt")));
    draft.setNegativePrompt(arguments.value(QStringLiteral("negative")));
    if (auto filled = fillReferences(draft, arguments.options.value(QStringLiteral("reference"))); !filled)
        return filled;
    fillParameters(draft, arguments);
    return fillVariations(draft, arguments);
}

} // namespace retake::cli
