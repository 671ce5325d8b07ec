// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpmessage.h"

#include <QJsonObject>
#include <QJsonValue>

namespace retake {

// What may be written down of an exchange: keys, signatures, signed queries and data URIs are cut out.
QString redactedUrl(const QUrl &url);
QJsonObject redactedHeaders(const HttpHeaders &headers);
QJsonValue redactedBody(const QByteArray &body); // JSON stays JSON; other text is shortened
QString redactedText(QString text);

} // namespace retake
