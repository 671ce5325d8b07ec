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
    HttpContext(const QString &wireLog, QSslConfiguration tls);

    QNetworkAccessManager &shared() { return m_shared; }

    // Has connections of its own. Qt sends a request again by itself when a kept-alive connection turns out
    // to be closed; on a fresh connection there is nothing to turn out. The caller
    // owns it.
    QNetworkAccessManager *fresh() const;
    QNetworkRequest request(const QUrl &url, const HttpHeaders &headers) const;

    const WireLog &log() const { return m_log; }

private:
    QNetworkAccessManager m_shared;
    QSslConfiguration m_tls;
    WireLog m_log;
};

} // namespace retake
