// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include "net/httpcontext.h"

namespace retake {

HttpClient::HttpClient(const QString &wireLog, const QSslConfiguration &tls)
    : m_context(std::make_unique<HttpContext>(wireLog, tls))
{}

HttpClient::~HttpClient() = default;

RequestJob *HttpClient::send(const HttpRequest &request, QObject *parent)
{
    return new RequestJob(*m_context, request, parent);
}

StreamJob *HttpClient::stream(const HttpRequest &request, QObject *parent)
{
    return new StreamJob(*m_context, request, parent);
}

UploadJob *HttpClient::upload(const UploadRequest &request, QObject *parent)
{
    return new UploadJob(*m_context, request, parent);
}

DownloadJob *HttpClient::download(const DownloadRequest &request, QObject *parent)
{
    return new DownloadJob(*m_context, request, parent);
}

} // namespace retake
