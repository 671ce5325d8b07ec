// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/httpmessage.h"

#include <chrono>
#include <optional>

namespace retake {

// One exchange as it is written down; the log does the cutting out.
struct WireEntry
{
    QByteArray method;
    QUrl url;
    HttpHeaders requestHeaders;
    QByteArray requestBody; // empty for forms
    int status = 0;
    HttpHeaders replyHeaders;
    QByteArray replyBody; // text only
    qint64 received = 0;
    std::chrono::milliseconds took{0};
    std::optional<Error> fault;
};

// One JSON line an exchange, in a file that two programs may append to. The file turns over at 4 MB, and one
// older one is kept.
class WireLog
{
public:
    explicit WireLog(QString file); // empty: nothing is written
    void write(const WireEntry &entry) const;

private:
    QString m_file;
};

} // namespace retake
