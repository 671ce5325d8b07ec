// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchange.h"

#include "net/address.h"
#include "net/oncebody.h"
#include "net/transporterror.h"

namespace retake {

namespace {

constexpr qint64 loggedBody = 64 * 1024;

bool isText(const QByteArray &type)
{
    return type.startsWith("text/") || type.contains("json") || type.contains("xml");
}

} // namespace

Exchange::Exchange(HttpContext &context, const HttpTimes &times, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    // setTransferTimeout would end as an abort that cannot be told from ours.
    for (QTimer *timer : {&m_silence, &m_deadline}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this] {
            // Nothing left this machine: the service was never reached.
            const ErrorKind kind = mayHaveLeft() ? ErrorKind::TimedOut : ErrorKind::Offline;
            stop({kind, {}, {}, QStringLiteral("timed out"), {}, 0, std::nullopt});
        });
    }
    m_silence.setInterval(times.silence);
    m_deadline.setInterval(times.total);
}

Exchange::~Exchange()
{
    drop();
    if (QNetworkAccessManager *own = m_own)
        own->deleteLater(); // not as a child: this may run inside a signal of its reply
}

void Exchange::drop()
{
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    if (!reply)
        return;
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void Exchange::begin(const QUrl &url, const HttpHeaders &headers)
{
    m_url = url;
    m_requestHeaders = headers;
    m_headers.clear();
    m_status = 0;
    m_read = 0;
    m_took.start();
    m_silence.start();
    if (!m_deadline.isActive())
        m_deadline.start();
}

void Exchange::get(const QUrl &url, const HttpHeaders &headers, int maximumRedirects)
{
    m_method = "GET";
    m_redirectsLeft = maximumRedirects;
    begin(url, headers);
    watch(m_context.shared().get(m_context.request(url, headers)));
}

void Exchange::post(const QUrl &url, const HttpHeaders &headers, const QByteArray &body)
{
    m_method = "POST";
    m_requestBody = body;
    begin(url, headers);
    QNetworkRequest request = m_context.request(url, headers);
    request.setRawHeader("Connection", "close");
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    m_own = m_context.fresh();
    auto once = std::make_unique<OnceBody>(body);
    QNetworkReply *reply = m_own->post(request, once.get());
    once.release()->setParent(reply);
    watch(reply);
}

void Exchange::post(const QUrl &url, const HttpHeaders &headers, std::unique_ptr<QHttpMultiPart> form)
{
    m_method = "POST";
    begin(url, headers);
    QNetworkRequest request = m_context.request(url, headers);
    request.setRawHeader("Connection", "close");
    m_own = m_context.fresh();
    QNetworkReply *reply = m_own->post(request, form.get());
    form.release()->setParent(reply);
    watch(reply);
}

void Exchange::watch(QNetworkReply *reply)
{
    m_reply = reply;
    if (m_readAhead > 0)
        reply->setReadBufferSize(m_readAhead);
    connect(reply, &QNetworkReply::requestSent, this, [this] {
        m_sent = true;
        stirred();
    });
    connect(reply, &QNetworkReply::encrypted, this, [this] {
        m_encrypted = true;
        stirred();
    });
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 done, qint64 total) {
        m_sent = m_sent || done > 0;
        stirred();
        if (total > 0) // the last report of Qt 6.4 is (0, 0)
            Q_EMIT sent(done, total);
    });
    connect(reply, &QNetworkReply::metaDataChanged, this, &Exchange::takeHead);
    connect(reply, &QNetworkReply::downloadProgress, this, [this](qint64 bytes) {
        stirred();
        if (!redirects())
            Q_EMIT received(bytes);
    });
    connect(reply, &QNetworkReply::readyRead, this, [this] {
        stirred();
        if (m_status > 0 && !redirects())
            Q_EMIT readable();
    });
    connect(reply, &QNetworkReply::finished, this, &Exchange::replyFinished);
}

void Exchange::takeHead()
{
    stirred();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool first = m_status == 0 && status >= 200;
    if (!first)
        return;
    m_status = status;
    m_sent = true;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        m_headers.append({name, value});
    if (!redirects())
        Q_EMIT answered();
}

bool Exchange::redirects() const
{
    switch (m_status) {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
        return m_method == "GET" && !headerValue(m_headers, "Location").isEmpty();
    default:
        return false;
    }
}

std::optional<QUrl> Exchange::redirectTarget()
{
    const QUrl target = m_url.resolved(QUrl::fromEncoded(headerValue(m_headers, "Location")));
    const bool weaker = m_url.scheme() == u"https" && target.scheme() != u"https";
    if (isHttp(target) && !weaker && m_redirectsLeft > 0)
        return target;
    m_fault =
        Error{ErrorKind::BadReply, {}, {}, QStringLiteral("redirect refused"), {}, m_status, std::nullopt};
    return std::nullopt;
}

void Exchange::replyFinished()
{
    if (m_done)
        return;
    if (m_status == 0)
        takeHead(); // a reply without a body may end before its head is announced
    if (m_done)
        return; // the owner did not like the head
    if (!redirects()) {
        judge();
    } else if (const auto target = redirectTarget()) {
        HttpHeaders headers = m_requestHeaders;
        if (!sameOrigin(m_url, *target))
            headers.removeIf(
                [](const auto &h) { return h.first.compare("Authorization", Qt::CaseInsensitive) == 0; });
        log();
        drop();
        const int left = m_redirectsLeft - 1;
        get(*target, headers, left);
        return;
    }
    m_done = true;
    m_silence.stop();
    m_deadline.stop();
    log();
    Q_EMIT ended();
}

// A POST has a connection of its own: before the handshake is done nothing of it can have left.
bool Exchange::isBeforeHandshake() const
{
    return m_method == "POST" && m_url.scheme() == u"https" && !m_encrypted && !m_sent;
}

bool Exchange::mayHaveLeft() const
{
    // Without a body Qt does not tell when a POST leaves.
    const bool untold = m_method == "POST" && m_requestBody.isEmpty();
    return m_sent || (untold && !isBeforeHandshake());
}

void Exchange::judge()
{
    const auto cause = m_reply->error();
    // From 200 on the numbers stand for statuses, which the caller reads itself.
    const bool standsForStatus = cause > QNetworkReply::UnknownProxyError &&
                                 cause != QNetworkReply::ProtocolFailure &&
                                 cause != QNetworkReply::ContentReSendError && m_status > 0;
    const bool answeredInFull = cause == QNetworkReply::NoError || standsForStatus;
    if (!answeredInFull) {
        m_fault = transportError(cause, m_reply->errorString(), m_sent);
        m_fault->httpStatus = m_status;
        if (m_fault->kind == ErrorKind::ConnectionLost && isBeforeHandshake())
            m_fault->kind = ErrorKind::TlsFailed;
        return;
    }
    // Qt 6.4 reports some bodies that were cut off as success.
    const auto promised = contentLength();
    const bool bodiless = m_status == 204 || m_status == 304;
    if (cause == QNetworkReply::NoError && promised && !bodiless && bodyBytes() < *promised)
        m_fault = Error{ErrorKind::ConnectionLost,
                        {},
                        {},
                        QStringLiteral("the reply was cut off"),
                        {},
                        m_status,
                        std::nullopt};
}

void Exchange::stop(const Error &reason)
{
    if (m_done)
        return;
    m_done = true;
    m_fault = reason;
    m_fault->httpStatus = m_status;
    m_silence.stop();
    m_deadline.stop();
    log();
    drop();
    // Never from inside a call of the owner.
    QMetaObject::invokeMethod(this, &Exchange::ended, Qt::QueuedConnection);
}

void Exchange::log()
{
    WireEntry entry;
    entry.method = m_method;
    entry.url = m_url;
    entry.requestHeaders = m_requestHeaders;
    entry.requestBody = m_requestBody;
    entry.status = m_status;
    entry.replyHeaders = m_headers;
    entry.received = bodyBytes();
    entry.took = std::chrono::milliseconds(m_took.elapsed());
    entry.fault = m_fault;
    if (QNetworkReply *reply = open(); reply && isText(headerValue(m_headers, "Content-Type")))
        entry.replyBody = m_loggedBody + reply->peek(loggedBody - m_loggedBody.size());
    m_context.log().write(entry);
}

std::optional<qint64> Exchange::contentLength() const
{
    bool number = false;
    const qint64 length = headerValue(m_headers, "Content-Length").toLongLong(&number);
    return number && length >= 0 ? std::optional(length) : std::nullopt;
}

// Null when nothing can be read.
QNetworkReply *Exchange::open() const
{
    QNetworkReply *reply = m_reply;
    return reply && reply->isOpen() ? reply : nullptr;
}

qint64 Exchange::bodyBytes() const
{
    const QNetworkReply *reply = open();
    return m_read + (reply ? reply->bytesAvailable() : 0);
}

qint64 Exchange::read(char *into, qint64 most)
{
    QNetworkReply *reply = open();
    const qint64 got = reply ? std::max<qint64>(0, reply->read(into, most)) : 0;
    m_read += got;
    return got;
}

QByteArray Exchange::readAll()
{
    QNetworkReply *reply = open();
    const QByteArray all = reply ? reply->readAll() : QByteArray();
    m_read += all.size();
    if (m_keepsForLog && m_loggedBody.size() < loggedBody)
        m_loggedBody += all.left(loggedBody - m_loggedBody.size());
    return all;
}

} // namespace retake
