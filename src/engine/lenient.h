// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QJsonValue>

namespace retake {

// A member that some regions send as a number and others as a string.
QString lenientString(const QJsonValue &value);
qint64 lenientInteger(const QJsonValue &value, qint64 otherwise);

// What an HTTP status means where no code of the service's tells more. `own`: the reply is the service's, not
// a gateway's.
ErrorKind kindOfStatus(int status, bool own);

} // namespace retake
