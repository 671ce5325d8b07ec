// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/exchange.h"
#include "practice/faults.h"
#include "practice/pace.h"
#include "practice/ratelimit.h"
#include "practice/tasktable.h"
#include "practice/uploads.h"

namespace retake {

class Catalogue;

// The routes under /api/v1.
class DashScope
{
public:
    struct Rooms // all outlive it
    {
        TaskTable &tasks;
        Uploads &uploads;
        Faults &faults;
        const Catalogue &catalogue;
        MomentSource now;
        QByteArray key;
        QString base; // the server's own address
        Pace pace{};
    };

    explicit DashScope(Rooms rooms);
    HttpReply handle(const HttpRequest &request);
    static QString routePrefix(); // "/api/v1/"

private:
    HttpReply route(const HttpRequest &request, const QString &path);
    HttpReply policy(const HttpRequest &request);
    HttpReply create(const HttpRequest &request);
    HttpReply admitCreate(const HttpRequest &request);
    HttpReply query(const QString &id);
    HttpReply list(const HttpRequest &request);
    HttpReply cancel(const QString &id);
    std::optional<HttpReply> createFault();
    Fate drawFate();

    Rooms m_rooms;
    RateLimit m_creates;
    RateLimit m_queries{20};
    RateLimit m_lists{20};
    RateLimit m_cancels{20};
    RateLimit m_policies{100};
};

} // namespace retake
