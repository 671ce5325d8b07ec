// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/httpmessage.h"

#include <QJsonObject>

#include <optional>

namespace retake {

// The refusal that a body holds, in any of the shapes that are met: `error` with a code that is a string or a
// number, or {"code", "msg", "success": false}, which comes with HTTP 200. By the code; the status alone says
// little (429 also stands for an account without money). None: it holds none.
std::optional<Error> bigmodelRefusal(const QJsonObject &json, int status);

// What a request means that was not answered with what was asked for. Total: any reply gives an error;
// without a code it is not the service's own.
Error bigmodelFault(const HttpReply &reply);

// The same for a request that costs money: Unclear unless the service itself says in its own shape that it
// refused.
Error bigmodelCostlyFault(const HttpReply &reply);

// What a task that ended as FAIL means: Moderated or TaskFailed.
Error bigmodelTaskFault(const QJsonObject &task);

// Whose words the service's content check stopped: "user", "assistant", "history".
QStringList bigmodelFilteredSides(const QJsonObject &json);

} // namespace retake
