// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/requestjob.h"

#include "net/address.h"
#include "net/exchange.h"

namespace retake {

RequestJob::RequestJob(HttpContext &context, HttpRequest request, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_request(std::move(request))
{
    QMetaObject::invokeMethod(this, &RequestJob::begin, Qt::QueuedConnection);
}

void RequestJob::begin()
{
    if (!isHttp(m_request.url)) {
        Q_EMIT finished(failure(ErrorKind::BadAddress, {m_request.url.toString(QUrl::RemoveQuery)}));
        return;
    }
    m_exchange = new Exchange(m_context, m_request.times, this);
    connect(m_exchange, &Exchange::ended, this, &RequestJob::conclude);
    connect(m_exchange, &Exchange::received, this, [this](qint64 bytes) {
        if (bytes > m_request.maximumReply)
            m_exchange->stop(
                {ErrorKind::BadReply, {}, {}, QStringLiteral("the reply is too long"), {}, 0, {}});
    });
    switch (m_request.method) {
    case HttpRequest::Method::Get:
        m_exchange->get(m_request.url, m_request.headers, m_request.maximumRedirects);
        return;
    case HttpRequest::Method::Post:
        m_exchange->post(m_request.url, m_request.headers, m_request.body);
        return;
    }
}

void RequestJob::conclude()
{
    m_exchange->deleteLater();
    if (const auto fault = m_exchange->fault()) {
        Q_EMIT finished(failure(*fault));
        return;
    }
    Q_EMIT finished(HttpReply{m_exchange->status(), m_exchange->headers(), m_exchange->readAll()});
}

} // namespace retake
