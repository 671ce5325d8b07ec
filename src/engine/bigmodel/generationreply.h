// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "net/httpmessage.h"

namespace retake {

// Unclear when a task may have been made and its id cannot be read; every other error means "surely none".
Result<Submission> decodeAccept(const HttpReply &reply);

// How the task `remoteId` is going. A failed one is answered with HTTP 200.
Result<RemoteStatus> decodeResult(const HttpReply &reply, const QString &remoteId);

// The answer to a question about a task that cannot exist: whether the key and the address fit.
Result<void> decodeProbe(const HttpReply &reply);

} // namespace retake
