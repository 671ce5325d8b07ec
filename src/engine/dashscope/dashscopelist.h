// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "net/httpclient.h"

namespace retake {

// Reads the account's tasks of the last 24 hours, page after page, and keeps those from `since` on.
class DashScopeList final : public ListJob
{
    Q_OBJECT
public:
    struct Question
    {
        Credentials who;
        QString model;
        QDateTime since;
        HttpTimes times;
    };

    DashScopeList(HttpClient &http, Question question, QObject *parent);

private:
    void ask(int page);
    void take(int page, const Result<HttpReply> &reply);

    HttpClient &m_http;
    Question m_question;
    QList<RemoteTask> m_found;
};

} // namespace retake
