// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/downloadjob.h"

#include "base/filesystem.h"
#include "net/address.h"
#include "net/exchange.h"
#include "net/resumemark.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStorageInfo>

#include <array>

namespace retake {

namespace {

constexpr qint64 downloadReadAhead = 1024 * 1024;
constexpr qint64 longestErrorBody = 64 * 1024;

Error refusal(int status)
{
    ErrorKind kind = ErrorKind::BadReply;
    if (status == 401 || status == 403 || status == 404 || status == 410)
        kind = ErrorKind::ResultGone; // a signed address that ran out answers 403
    else if (status == 429)
        kind = ErrorKind::RateLimited;
    else if (status == 502 || status == 503 || status == 504)
        kind = ErrorKind::ServiceBusy;
    else if (status >= 500)
        kind = ErrorKind::ServiceFailed;
    return {kind, {}, {}, {}, {}, status, std::nullopt};
}

bool mayBeVideo(QByteArray type)
{
    type = type.toLower();
    return !type.startsWith("text/") && !type.startsWith("application/json") &&
           !type.startsWith("application/xml") && !type.startsWith("application/xhtml");
}

QByteArray validatorOf(const HttpHeaders &headers)
{
    const QByteArray tag = headerValue(headers, "ETag");
    if (!tag.isEmpty() && !tag.startsWith("W/"))
        return tag;
    return headerValue(headers, "Last-Modified");
}

} // namespace

DownloadJob::DownloadJob(HttpContext &context, DownloadRequest request, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_request(std::move(request))
    , m_file(m_request.partFile)
{
    QMetaObject::invokeMethod(this, &DownloadJob::begin, Qt::QueuedConnection);
}

void DownloadJob::begin()
{
    if (!isHttp(m_request.url)) {
        Q_EMIT finished(failure(ErrorKind::BadAddress, {m_request.url.toString(QUrl::RemoveQuery)}));
        return;
    }
    send(From::WhereItEnded);
}

void DownloadJob::send(From from)
{
    HttpHeaders headers;
    m_have = 0;
    const auto mark = ResumeMark::read(m_request.partFile);
    const qint64 there = QFileInfo(m_request.partFile).size();
    const bool fits = mark && there > 0 && (mark->total == 0 || there <= mark->total);
    if (from == From::WhereItEnded && fits) {
        m_have = there;
        m_total = mark->total;
        if (there == mark->total) { // only the last step of an earlier attempt is missing
            conclude();
            return;
        }
        headers.append({"Range", "bytes=" + QByteArray::number(there) + '-'});
        headers.append({"If-Range", mark->validator});
    }
    m_exchange = new Exchange(m_context, m_request.times, this);
    m_exchange->limitReadAhead(downloadReadAhead);
    connect(m_exchange, &Exchange::answered, this, &DownloadJob::takeHead);
    connect(m_exchange, &Exchange::readable, this, &DownloadJob::takeBody);
    connect(m_exchange, &Exchange::ended, this, &DownloadJob::conclude);
    m_exchange->get(m_request.url, headers, m_request.maximumRedirects);
}

// A Range is answered with 206 and where the piece lies, or with 200 and everything; some servers answer a
// range past the end with an empty 206.
std::optional<qint64> DownloadJob::resumeOffset() const
{
    if (m_exchange->status() == 200)
        return 0;
    static const QRegularExpression range(QStringLiteral("^bytes (\\d+)-(\\d+)/(\\d+|\\*)$"));
    const auto match =
        range.match(QString::fromLatin1(headerValue(m_exchange->headers(), "Content-Range").trimmed()));
    const bool sameTotal = m_total == 0 || match.captured(3).toLongLong() == m_total;
    if (!match.hasMatch() || match.captured(1).toLongLong() != m_have || !sameTotal)
        return std::nullopt;
    return m_have;
}

void DownloadJob::takeHead()
{
    const int status = m_exchange->status();
    if (status != 200 && status != 206) {
        m_again = status == 416 && m_have > 0;
        return; // the body tells why: see conclude()
    }
    if (!mayBeVideo(headerValue(m_exchange->headers(), "Content-Type"))) {
        m_fault = Error{ErrorKind::ResultNotVideo, {}, {}, {}, {}, status, std::nullopt};
        m_fault->serviceMessage = QString::fromLatin1(headerValue(m_exchange->headers(), "Content-Type"));
        m_exchange->stop(*m_fault);
        return;
    }
    const auto offset = resumeOffset();
    if (!offset) {
        m_again = m_have > 0;
        m_exchange->stop(
            {ErrorKind::BadReply, {}, {}, QStringLiteral("wrong range"), {}, status, std::nullopt});
        return;
    }
    openPart(*offset);
}

void DownloadJob::openPart(qint64 offset)
{
    const auto length = m_exchange->contentLength();
    const qint64 missing = length.value_or(0);
    m_have = offset;
    m_total = length ? offset + *length : 0;
    const QStorageInfo disk(QFileInfo(m_request.partFile).absolutePath());
    if (disk.isValid() && disk.bytesAvailable() < missing) {
        m_fault =
            Error{ErrorKind::DiskFull, {QDir::toNativeSeparators(m_request.partFile)}, {}, {}, {}, 0, {}};
        m_exchange->stop(*m_fault);
        return;
    }
    // No resize() and no seek() without need: a device can do neither.
    const bool opened = m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) &&
                        (m_file.size() == offset || m_file.resize(offset)) &&
                        (m_file.pos() == offset || m_file.seek(offset));
    if (!opened) {
        m_fault = writeError(m_request.partFile);
        m_exchange->stop(*m_fault);
        return;
    }
    const ResumeMark mark{validatorOf(m_exchange->headers()), m_total};
    if (mark.validator.isEmpty())
        ResumeMark::remove(m_request.partFile);
    else
        mark.write(m_request.partFile);
    m_accepted = true;
}

void DownloadJob::takeBody()
{
    if (!m_accepted)
        return;
    static thread_local std::array<char, 256 * 1024> buffer;
    while (const qint64 got = m_exchange->read(buffer.data(), buffer.size())) {
        if (m_file.write(buffer.data(), got) != got) {
            m_accepted = false;
            m_fault = writeError(m_request.partFile);
            m_exchange->stop(*m_fault);
            return;
        }
        m_have += got;
    }
    if (m_throttle.passes(m_have, m_total))
        Q_EMIT progress(m_have, m_total);
}

void DownloadJob::conclude()
{
    if (m_exchange) {
        m_exchange->deleteLater();
        m_exchange->disconnect(this);
        if (std::exchange(m_again, false)) {
            ResumeMark::remove(m_request.partFile);
            send(From::FirstByte);
            return;
        }
    }
    Q_EMIT finished(verdict());
}

Result<void> DownloadJob::verdict()
{
    if (m_exchange) {
        const QPointer<DownloadJob> alive(this);
        if (!m_fault && m_accepted)
            takeBody();
        if (!alive) // the owner deleted this on a report of progress
            return {};
        if (!m_fault && !m_accepted && m_exchange->status() >= 300) {
            m_errorBody = m_exchange->readAll().left(longestErrorBody);
            m_fault = refusal(m_exchange->status());
            const HttpReply head{m_exchange->status(), m_exchange->headers(), {}};
            m_fault->retryAfter = head.retryAfter();
        }
        if (!m_fault)
            m_fault = m_exchange->fault();
        if (m_fault && m_accepted && m_fault->kind == ErrorKind::ConnectionLost)
            m_fault->kind = ErrorKind::ResultTruncated;
        if (!m_fault && !m_accepted)
            m_fault = Error{ErrorKind::BadReply, {}, {}, {}, {}, m_exchange->status(), std::nullopt};
    }
    if (m_fault) {
        m_file.close();
        return failure(*m_fault);
    }
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadWrite))
        return failure(writeError(m_request.partFile));
    if (m_have == 0 || (m_total > 0 && m_have != m_total))
        return failure(ErrorKind::ResultTruncated);
    if (auto synced = syncFile(m_file); !synced)
        return synced;
    m_file.close();
    ResumeMark::remove(m_request.partFile);
    return {};
}

} // namespace retake
