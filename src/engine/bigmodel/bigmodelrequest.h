// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/serviceaddress.h"

namespace retake {

// In which language the service words its refusals.
enum class ServiceLanguage { English, Chinese };
ServiceLanguage serviceLanguage(const QString &uiLanguage); // "en", "zh_CN"

// A GET or, with a body, a POST of JSON below the account's base URL.
Result<HttpRequest> bigmodelGet(const Credentials &who, const QString &path, ServiceLanguage language,
                                const HttpTimes &times);
Result<HttpRequest> bigmodelPost(const Credentials &who, const QString &path, ServiceLanguage language,
                                 const HttpTimes &times, const QByteArray &json);

} // namespace retake
