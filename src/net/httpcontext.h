// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/wirelog.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

namespace retake {

// What every exchange of one client shares.
class HttpContext
{
public:
    HttpContext(const QString &wireLog, const QSslConfiguration &tls);

    QNetworkAccessManager &shared() { return m_shared; }

    // With connections of its own; the caller owns it. A kept-alive connection may turn out to be closed
    // when the request is on its way, and nobody knows whether it arrived.
    QNetworkAccessManager *fresh() const;
    QNetworkRequest request(const QUrl &url, const HttpHeaders &headers) const;

    const WireLog &log() const { return m_log; }

private:
    QNetworkAccessManager m_shared;
    QSslConfiguration m_tls;
    WireLog m_log;
};

} // namespace retake
