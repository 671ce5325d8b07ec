// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

namespace retake {

// One part of what is said. Files are read when the request is made, and sent inside it.
struct ChatPart
{
    enum class Kind { Text, Image, Video };
    Kind kind = Kind::Text;
    QString text;   // Text
    QString source; // Image, Video: absolute path of a file, or an http(s) address
    friend bool operator==(const ChatPart &, const ChatPart &) = default;
};

struct ChatMessage
{
    enum class Role { System, User, Assistant };
    Role role = Role::User;
    QList<ChatPart> parts; // System, Assistant: one Text
    friend bool operator==(const ChatMessage &, const ChatMessage &) = default;
};

struct ChatRequest
{
    QString requestId; // our own: 6 to 64 characters, never used twice
    QList<ChatMessage> messages;
    int maximumTokens = 2048; // of the answer; raised to what the describer needs for its thoughts
    double temperature = 0.3;
    friend bool operator==(const ChatRequest &, const ChatRequest &) = default;
};

struct ChatAnswer
{
    QString text;      // without thoughts and box marks, trimmed; never empty
    QString model;     // as the service names it
    QString requestId; // as the service repeats it
    QJsonObject usage;
    bool cutShort = false; // ended by its limit, not by its sense
};

// One question and its answer. `said` carries all of the text so far while the answer is streamed. Ends with
// exactly one finished(): Unclear when the request may have arrived and no whole answer came (perhaps
// charged: not asked again by the program); Moderated, Arrears, RateLimited, ... as the service refuses.
class ChatJob : public EngineJob
{
    Q_OBJECT
public:
    using EngineJob::EngineJob;
Q_SIGNALS:
    void said(const QString &text);
    void finished(const retake::Result<retake::ChatAnswer> &answer);
};

// Asks describers. Keeps nothing between calls; jobs belong to `parent` and start by themselves at the next
// turn of the loop. A refusal that promises that nothing was started (1302, 1305) is tried again by the job a
// few times, with growing pauses divided by the account's time scale.
class Chat
{
public:
    virtual ~Chat() = default;
    virtual ChatJob *ask(const Credentials &who, const DescriberSpec &describer, const ChatRequest &request,
                         QObject *parent) = 0;
};

} // namespace retake
