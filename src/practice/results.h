// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/exchange.h"
#include "practice/pace.h"
#include "practice/signing.h"

#include <map>
#include <mutex>

namespace retake {

// Finished videos and their covers under signed addresses that die after their life time.
class Results
{
public:
    Results(const Signing &signing, Pace pace, std::chrono::seconds life);

    // The address under which the file can be had from now on. Takes the file over.
    QString publish(const QString &base, const QString &file, Moment now);
    HttpReply serve(const HttpRequest &request, Moment now);
    void purge(Moment now);
    static QString routePrefix(); // "/results/"

private:
    struct Entry
    {
        QString file;
        QString expires;
        Moment until;
    };

    const Signing &m_signing;
    Pace m_pace;
    std::chrono::seconds m_life;
    std::mutex m_mutex;
    std::map<QString, Entry> m_entries; // by path
};

} // namespace retake
