// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lenient.h"

namespace retake {

QString lenientString(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

qint64 lenientInteger(const QJsonValue &value, qint64 otherwise)
{
    if (!value.isString())
        return value.toInteger(otherwise);
    bool number = false;
    const qint64 parsed = value.toString().toLongLong(&number);
    return number ? parsed : otherwise;
}

ErrorKind kindOfStatus(int status, bool own)
{
    switch (status) {
    case 401:
        return ErrorKind::KeyRefused;
    case 403:
        return ErrorKind::NotPermitted;
    case 404:
        return own ? ErrorKind::RequestRefused : ErrorKind::BadAddress;
    case 408:
        return ErrorKind::TimedOut;
    case 429:
        return ErrorKind::RateLimited;
    case 502:
    case 503:
    case 504:
        return ErrorKind::ServiceBusy;
    default:
        break;
    }
    if (status >= 500)
        return ErrorKind::ServiceFailed;
    if (status >= 400)
        return ErrorKind::RequestRefused;
    return status >= 300 ? ErrorKind::BadAddress : ErrorKind::BadReply;
}

} // namespace retake
