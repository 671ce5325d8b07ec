// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/httpmessage.h"

#include <QObject>

namespace retake {

class Exchange;
class HttpContext;

// One request with a small answer. Ends with exactly one finished(): an HttpReply for every status, an error
// for faults below HTTP (see mayHaveArrived). Deleting it stops the request. Owned by its parent.
class RequestJob : public QObject
{
    Q_OBJECT
public:
    RequestJob(HttpContext &context, HttpRequest request, QObject *parent);

Q_SIGNALS:
    void finished(const retake::Result<retake::HttpReply> &result);

private:
    void begin();
    void conclude();

    HttpContext &m_context;
    HttpRequest m_request;
    Exchange *m_exchange = nullptr;
};

} // namespace retake
