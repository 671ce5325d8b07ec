// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bigmodel/bigmodelrequest.h"
#include "engine/bigmodel/chatbody.h"
#include "engine/bigmodel/chatreply.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QTimer>

namespace retake {

class HttpClient;
class StreamJob;

// One question: reads what is sent with it, asks, and tells the answer while it comes. It asks again only
// after a refusal that the service put in words: the same later when it was busy, and once each without
// `thinking` and with a bare clip when it did not like these.
class BigModelQuestion final : public ChatJob
{
    Q_OBJECT
public:
    struct Task
    {
        Credentials who;
        DescriberSpec describer;
        ChatRequest question;
        ServiceLanguage language;
        HttpTimes times;
    };

    BigModelQuestion(HttpClient &http, Task task, QObject *parent);

private:
    struct Composed
    {
        ChatRequest question; // with what it shows inside
        QByteArray body;
    };

    static Result<Composed> compose(const ChatRequest &question, const DescriberSpec &describer,
                                    const ChatForm &form);
    void attempt();
    void send();
    void hear(const QList<StreamEvent> &events);
    void tell();
    void conclude(const Result<HttpReply> &reply);
    Result<ChatAnswer> judged(const Result<HttpReply> &reply) const;
    bool goesOn(const Error &error);
    void end(const Result<ChatAnswer> &answer);

    HttpClient &m_http;
    Task m_task;
    QString m_requestId; // of the first attempt
    ChatForm m_form;
    QFutureWatcher<Result<Composed>> m_composing;
    StreamJob *m_stream = nullptr;
    EventStream m_events;
    ToldAnswer m_told;
    QString m_said;
    QElapsedTimer m_sinceSaid;
    QTimer m_saying;
    QTimer m_patience; // for the end of a connection whose answer is whole
    int m_attempts = 0;
    int m_pauses = 0;
};

} // namespace retake
