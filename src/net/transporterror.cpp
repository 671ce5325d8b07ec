// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transporterror.h"

namespace retake {

namespace {

ErrorKind kindOf(QNetworkReply::NetworkError cause)
{
    // An open list of numbers with gaps, so no switch over all of them.
    switch (int(cause)) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return ErrorKind::Offline;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::TlsFailed;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return ErrorKind::TimedOut;
    case QNetworkReply::ProtocolUnknownError:
        return ErrorKind::BadAddress;
    case QNetworkReply::ProtocolFailure:
        return ErrorKind::BadReply;
    }
    return ErrorKind::ConnectionLost;
}

} // namespace

Error transportError(QNetworkReply::NetworkError cause, const QString &words, bool sent)
{
    ErrorKind kind = kindOf(cause);
    if (sent && (kind == ErrorKind::Offline || kind == ErrorKind::TlsFailed))
        kind = ErrorKind::ConnectionLost;
    return {kind, {}, {}, words, {}, 0, std::nullopt};
}

bool mayHaveArrived(const Error &error)
{
    return error.kind != ErrorKind::Offline && error.kind != ErrorKind::TlsFailed &&
           error.kind != ErrorKind::BadAddress;
}

} // namespace retake
