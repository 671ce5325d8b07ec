// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/httpmessage.h"
#include "net/progressthrottle.h"

#include <QObject>

namespace retake {

class Exchange;
class HttpContext;

// Posts one file as a form, read from disk while it goes. Ends with exactly one finished(): an HttpReply for
// every status. FileMissing or FileUnreadable when nothing was sent. Deleting it stops the upload.
class UploadJob : public QObject
{
    Q_OBJECT
public:
    UploadJob(HttpContext &context, UploadRequest request, QObject *parent);

Q_SIGNALS:
    void progress(qint64 done, qint64 total); // bytes of the file, at most ten reports a second
    void finished(const retake::Result<retake::HttpReply> &result);

private:
    void begin();
    void conclude();

    HttpContext &m_context;
    UploadRequest m_request;
    ProgressThrottle m_throttle;
    Exchange *m_exchange = nullptr;
};

} // namespace retake
