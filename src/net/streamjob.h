// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/httpmessage.h"

#include <QObject>

namespace retake {

class Exchange;
class HttpContext;

// One POST whose answer is told while it comes (text/event-stream): on a connection of its own, sent once.
// Ends with exactly one finished(). What was received() is not in the reply's body; the body of a refusal, or
// of an answer in one piece, is, and is not received(). Deleting it stops the request. Owned by its parent.
class StreamJob : public QObject
{
    Q_OBJECT
public:
    StreamJob(HttpContext &context, HttpRequest request, QObject *parent);

Q_SIGNALS:
    void received(const QByteArray &bytes); // cut anywhere, inside of a character too
    void finished(const retake::Result<retake::HttpReply> &result);

private:
    void begin();
    bool streams() const;
    void take();
    void conclude();

    HttpContext &m_context;
    HttpRequest m_request;
    Exchange *m_exchange = nullptr;
};

} // namespace retake
