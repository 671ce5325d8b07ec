// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "engine/lenient.h"
#include "net/httpmessage.h"

#include <QJsonObject>

namespace retake {

// Code and words of a refusal in any of the shapes that are met: top level, nested `error`, `msg`, the XML of
// OSS. Empty code: the reply is not the service's own.
struct ServiceWords
{
    QString code;
    QString message;
    QString requestId;
};

ServiceWords wordsOf(const QByteArray &body);

// What a refused request means. Total: any reply gives an error.
Error requestFault(const HttpReply &reply);

// What a task that ended as FAILED means.
Error taskFault(const QJsonObject &output, const QString &requestId);

// What an upload that OSS refused means: UploadExpired, UploadNameTaken or UploadRefused and the like.
Error uploadFault(const HttpReply &reply);

} // namespace retake
