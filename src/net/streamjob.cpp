// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/streamjob.h"

#include "net/address.h"
#include "net/exchange.h"

#include <QPointer>

namespace retake {

StreamJob::StreamJob(HttpContext &context, HttpRequest request, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_request(std::move(request))
{
    QMetaObject::invokeMethod(this, &StreamJob::begin, Qt::QueuedConnection);
}

void StreamJob::begin()
{
    if (!isHttp(m_request.url)) {
        Q_EMIT finished(failure(ErrorKind::BadAddress, {m_request.url.toString(QUrl::RemoveQuery)}));
        return;
    }
    m_exchange = new Exchange(m_context, m_request.times, this);
    m_exchange->keepForLog();
    connect(m_exchange, &Exchange::ended, this, &StreamJob::conclude);
    connect(m_exchange, &Exchange::readable, this, &StreamJob::take);
    connect(m_exchange, &Exchange::received, this, [this](qint64 bytes) {
        if (bytes > m_request.maximumReply)
            m_exchange->stop(
                {ErrorKind::BadReply, {}, {}, QStringLiteral("the reply is too long"), {}, 0, {}});
    });
    m_exchange->post(m_request.url, m_request.headers, m_request.body);
}

bool StreamJob::streams() const
{
    const bool success = m_exchange->status() >= 200 && m_exchange->status() < 300;
    return success && headerValue(m_exchange->headers(), "Content-Type")
                          .trimmed()
                          .toLower()
                          .startsWith("text/event-stream");
}

void StreamJob::take()
{
    if (!streams())
        return;
    const QByteArray bytes = m_exchange->readAll();
    if (!bytes.isEmpty())
        Q_EMIT received(bytes);
}

void StreamJob::conclude()
{
    m_exchange->deleteLater();
    const QPointer<StreamJob> self(this);
    take();
    if (!self)
        return;
    if (const auto fault = m_exchange->fault()) {
        Q_EMIT finished(failure(*fault));
        return;
    }
    Q_EMIT finished(HttpReply{m_exchange->status(), m_exchange->headers(), m_exchange->readAll()});
}

} // namespace retake
