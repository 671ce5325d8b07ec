// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QNetworkReply>

namespace retake {

// The kind of a fault below HTTP. `sent`: bytes of the request may have left this machine; without them a
// fault is Offline or TlsFailed, and only then.
Error transportError(QNetworkReply::NetworkError cause, const QString &words, bool sent);

// False only when the request has surely not reached the service: what decides between "failed" and
// "unclear, perhaps charged".
bool mayHaveArrived(const Error &error);

} // namespace retake
