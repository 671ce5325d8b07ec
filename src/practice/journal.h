// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/exchange.h"
#include "practice/pace.h"

#include <QFile>

#include <mutex>

namespace retake {

// One JSON line for each request, written before its reply leaves. Never a key, a signature or a policy.
class Journal
{
public:
    bool open(const QString &path); // appends; "" keeps no journal
    void write(const HttpRequest &request, const HttpReply &reply, Moment at);
    static QJsonObject line(const HttpRequest &request, const HttpReply &reply, Moment at);

private:
    std::mutex m_mutex;
    QFile m_file;
};

} // namespace retake
