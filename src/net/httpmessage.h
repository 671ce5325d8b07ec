// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>

namespace retake {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

QByteArray headerValue(const HttpHeaders &headers, const QByteArray &name); // any case; empty: not there

// How long an exchange may be silent, and how long it may take in all.
struct HttpTimes
{
    std::chrono::milliseconds silence{60'000};
    std::chrono::milliseconds total{120'000};
};

// A POST travels on a connection of its own, is sent once, and follows no redirect. A GET follows redirects
// and loses its Authorization when scheme, host or port changes.
struct HttpRequest
{
    enum class Method { Get, Post };
    Method method = Method::Get;
    QUrl url;
    HttpHeaders headers;
    QByteArray body; // POST
    HttpTimes times;
    int maximumRedirects = 5;
    qint64 maximumReply = 16 * 1024 * 1024; // bytes; a longer one is a BadReply
};

// One file as multipart/form-data; `file` is the last field.
struct UploadRequest
{
    QUrl url;
    HttpHeaders headers;
    QList<std::pair<QByteArray, QByteArray>> fields;
    QString file;
    QByteArray fileName; // ASCII
    QByteArray fileType; // MIME
    HttpTimes times{std::chrono::milliseconds(60'000), std::chrono::milliseconds(3'600'000)};
};

struct DownloadRequest
{
    QUrl url;
    QString partFile; // goes on where an earlier one ended
    HttpTimes times{std::chrono::milliseconds(60'000), std::chrono::milliseconds(3'600'000)};
    int maximumRedirects = 5;
};

// Any complete answer, whatever its status.
struct HttpReply
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body;

    bool isSuccess() const { return status >= 200 && status < 300; }

    QByteArray header(const QByteArray &name) const { return headerValue(headers, name); }

    std::optional<std::chrono::seconds> retryAfter() const; // given in seconds; dates are not read
};

} // namespace retake
