// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/account.h"
#include "net/httpmessage.h"

#include <QUrlQuery>

namespace retake {

// The base URL is used as given, but for a slash at its end.
QUrl dashscopeUrl(const Account &account, const QString &path, const QUrlQuery &query = {});

// `path` with the id as one percent-encoded step: "/tasks/ID" and what follows.
QString dashscopeTaskPath(const QString &remoteId, const QString &after = {});

// Bearer header of the key. KeyMissing without a key, KeyRefused for one that no header can carry, BadAddress
// when the account's base URL is none.
Result<HttpHeaders> dashscopeHeaders(const Credentials &who);

// May a result be fetched from there? https anywhere, because the service names no hosts; http on loopback.
bool mayFetchFrom(const QUrl &url);

} // namespace retake
