// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/conform.h"
#include "model/account.h"
#include "model/catalogue.h"
#include "model/reference.h"

#include <QJsonObject>

namespace retake {

// What a draft is held to before it becomes an order: each check takes values and names the thing at fault.

constexpr int maximumVariations = 4;

// Characters as the service counts them: one Han character is one, whatever UTF-16 makes of it.
qsizetype characterCount(const QString &text);

bool fits(const ParameterSpec &spec, const QJsonValue &value);
qint64 nextSeed(const ParameterSpec &spec, qint64 seed); // wraps at the largest

// The whole clip as it is to be framed; the wish's trim is not looked at.
Result<void> checkClip(const std::optional<ClipInfo> &clip, const QString &remoteClip,
                       const ConformWish &wish, const ModelSpec &model);
Result<void> checkTrim(const std::optional<ClipInfo> &clip, const ConformWish &wish, const ModelSpec &model);
Result<void> checkPrompt(const QString &prompt, const QList<Reference> &references, const ModelSpec &model);
Result<void> checkNegativePrompt(const QString &prompt, const ModelSpec &model);
Result<void> checkReferenceSource(const Reference &reference, const ModelSpec &model);
Result<void> checkReferences(const QList<Reference> &references, const ModelSpec &model);
Result<void> checkParameters(const QJsonObject &parameters, const ModelSpec &model,
                             const std::optional<ConformPlan> &plan);
Result<void> checkAccount(const Account &account, const ModelSpec &model, const Catalogue &catalogue);

} // namespace retake
