// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/account.h"
#include "net/httpmessage.h"

#include <QUrlQuery>

namespace retake {

// The base URL is used as given, but for a slash at its end.
QUrl serviceUrl(const Account &account, const QString &path, const QUrlQuery &query = {});

// An id as one percent-encoded step of a path.
QString pathStep(const QString &id);

// Bearer header of the key. KeyMissing without a key, KeyRefused for one that no header can carry, BadAddress
// when the account's base URL is none.
Result<HttpHeaders> bearerHeaders(const Credentials &who);

// A GET of `url` as somebody.
Result<HttpRequest> requestAs(const Credentials &who, const QUrl &url, const HttpTimes &times);

// May a result be fetched from there? https anywhere, because the service names no hosts; http on loopback.
bool mayFetchFrom(const QUrl &url);

} // namespace retake
