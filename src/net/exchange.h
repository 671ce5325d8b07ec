// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpcontext.h"

#include <QElapsedTimer>
#include <QHttpMultiPart>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace retake {

// One request and its answer, redirects followed, with both time limits and a line in the wire log. Ends
// with exactly one ended(), never before the next turn of the loop; deleting it stops the request.
class Exchange : public QObject
{
    Q_OBJECT
public:
    Exchange(HttpContext &context, const HttpTimes &times, QObject *parent);
    ~Exchange() override;

    void limitReadAhead(qint64 bytes) { m_readAhead = bytes; }

    // What is read before the end is written down all the same (the beginning of it).
    void keepForLog() { m_keepsForLog = true; }

    void get(const QUrl &url, const HttpHeaders &headers, int maximumRedirects);
    void post(const QUrl &url, const HttpHeaders &headers, const QByteArray &body);
    void post(const QUrl &url, const HttpHeaders &headers, std::unique_ptr<QHttpMultiPart> form);
    void stop(const Error &reason); // ends with this fault

    // From answered() on.
    int status() const { return m_status; }

    const HttpHeaders &headers() const { return m_headers; }

    std::optional<qint64> contentLength() const;
    qint64 read(char *into, qint64 most);
    QByteArray readAll();

    // In ended(): none means that the answer is complete, whatever its status.
    const std::optional<Error> &fault() const { return m_fault; }

Q_SIGNALS:
    void sent(qint64 done, qint64 total);
    void answered(); // status and headers; not for a redirect that is followed
    void readable();
    void received(qint64 bytes); // of the body, so far; not each step is told
    void ended();

private:
    void begin(const QUrl &url, const HttpHeaders &headers);
    void watch(QNetworkReply *reply);

    void stirred() { m_silence.start(); }

    void takeHead();
    void replyFinished();
    bool redirects() const;
    std::optional<QUrl> redirectTarget();
    void judge();
    bool isBeforeHandshake() const;
    bool mayHaveLeft() const;
    void log();
    void drop();
    QNetworkReply *open() const;
    qint64 bodyBytes() const; // of the body, arrived so far

    HttpContext &m_context;
    QPointer<QNetworkAccessManager> m_own;
    QPointer<QNetworkReply> m_reply;
    QTimer m_silence;
    QTimer m_deadline;
    QElapsedTimer m_took;
    QUrl m_url;
    HttpHeaders m_requestHeaders;
    QByteArray m_requestBody;
    QByteArray m_method;
    QByteArray m_loggedBody;
    HttpHeaders m_headers;
    std::optional<Error> m_fault;
    qint64 m_readAhead = 0;
    qint64 m_read = 0;
    int m_status = 0;
    int m_redirectsLeft = 0;
    bool m_sent = false; // bytes are known to have left this machine
    bool m_encrypted = false;
    bool m_done = false;
    bool m_keepsForLog = false;
};

} // namespace retake
