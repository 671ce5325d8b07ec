// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QNetworkReply>

namespace retake {

// The kind of a fault below HTTP. `sent`: bytes of the request are known to have left this machine, so that
// it cannot be Offline or TlsFailed any more.
Error transportError(QNetworkReply::NetworkError cause, const QString &words, bool sent);

// False only when the request has surely not reached the service: what decides between "failed" and
// "unclear, perhaps charged".
bool mayHaveArrived(const Error &error);

} // namespace retake
