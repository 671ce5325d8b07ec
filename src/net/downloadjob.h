// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/httpmessage.h"
#include "net/progressthrottle.h"

#include <QFile>
#include <QObject>

namespace retake {

class Exchange;
class HttpContext;

// Brings one file to disk at `partFile`, going on where an earlier attempt ended if the server still has the
// same version. Ends with exactly one finished(): success means the whole file, as long as the server
// promised, synced to the disk. An attempt that fails leaves its part for the next, unless the answer was no
// video. Deleting it stops the download and leaves the part.
class DownloadJob : public QObject
{
    Q_OBJECT
public:
    DownloadJob(HttpContext &context, DownloadRequest request, QObject *parent);

    QByteArray errorBody() const { return m_errorBody; } // of a refusal, for its code

Q_SIGNALS:
    void progress(qint64 done, qint64 total); // at most ten a second; total 0: unknown
    void finished(const retake::Result<void> &result);

private:
    enum class From { WhereItEnded, FirstByte };

    void begin();
    void send(From from);
    void takeHead();
    void openPart(qint64 offset);
    std::optional<qint64> resumeOffset() const; // none: the answer does not fit the part
    void takeBody();
    void conclude();
    Result<void> verdict();

    HttpContext &m_context;
    DownloadRequest m_request;
    QFile m_file;
    ProgressThrottle m_throttle;
    Exchange *m_exchange = nullptr;
    QByteArray m_errorBody;
    std::optional<Error> m_fault;
    qint64 m_have = 0;  // bytes in the part
    qint64 m_total = 0; // 0: unknown
    bool m_accepted = false;
    bool m_again = false; // this answer does not fit: once more, from the first byte
};

} // namespace retake
