// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpcontext.h"

#include "net/address.h"

#include <QNetworkProxyFactory>
#include <QNetworkRequest>

namespace retake {

namespace {

// The system's proxy (http_proxy and its like too), but never between this machine and itself: the practice
// service and local gateways are not reachable from a proxy.
class ProxyChoice final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QUrl url = query.url();
        if (url.host().isEmpty())
            url.setHost(query.peerHostName());
        if (isLoopback(url))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

} // namespace

HttpContext::HttpContext(const QString &wireLog, const QSslConfiguration &tls)
    : m_tls(tls)
    , m_log(wireLog)
{
    m_shared.setProxyFactory(new ProxyChoice);
}

QNetworkAccessManager *HttpContext::fresh() const
{
    auto *network = new QNetworkAccessManager;
    network->setProxyFactory(new ProxyChoice);
    return network;
}

QNetworkRequest HttpContext::request(const QUrl &url, const HttpHeaders &headers) const
{
    QNetworkRequest request(url);
    if (url.scheme() == u"https")
        request.setSslConfiguration(m_tls);
    // HTTP/2 uploads are many times slower in Qt 6.4; the default redirect policy sends Authorization on to
    // other hosts; a decompressed body could not be compared with its Content-Length.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "Retake/" RETAKE_VERSION);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return request;
}

} // namespace retake
