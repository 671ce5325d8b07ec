// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/chatbody.h"
#include "practice/chatjson.h"
#include "practice/faults.h"
#include "practice/tasktable.h"

#include <atomic>
#include <mutex>
#include <set>

namespace retake {

// The routes under /api/paas/v4.
class BigModel
{
public:
    struct Rooms // all outlive it
    {
        TaskTable &tasks;
        Faults &faults;
        const Catalogue &catalogue;
        MomentSource now;
        QByteArray key;
        QString folder; // to look at media in
        Pace pace{};
    };

    explicit BigModel(Rooms rooms);
    HttpReply handle(const HttpRequest &request);
    void stop();                  // what still looks at media ends
    static QString routePrefix(); // "/api/paas/v4/"

private:
    HttpReply route(const HttpRequest &request, const QString &path);
    std::optional<HttpReply> postFault();
    HttpReply chat(const HttpRequest &request);
    HttpReply say(const AskedChat &asked, ChatWords words);
    HttpReply create(const HttpRequest &request);
    HttpReply admitCreate(const HttpRequest &request);
    HttpReply query(const QString &id);
    std::optional<HttpReply> createFault();
    Fate drawFate();
    static HttpReply rateReached();
    static HttpReply repeatedRequestId();
    bool isNewRequestId(const QString &id);

    Rooms m_rooms;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex;
    std::set<QString> m_requestIds;
};

} // namespace retake
