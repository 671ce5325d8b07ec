// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bigmodel/eventstream.h"
#include "engine/chat.h"
#include "net/httpmessage.h"

namespace retake {

// What was told of an answer so far.
struct ToldAnswer
{
    QString raw; // with thoughts and marks
    QString model;
    QString requestId;
    QString finishReason;
    QStringList filtered; // whose words the content check found
    QJsonObject usage;
    std::optional<Error> refusal;
    bool begun = false; // a piece of an answer has come, be it a thought
    bool done = false;  // the stream's end mark was there

    // Nothing that belongs to the answer can come any more. Some streams end without their mark.
    bool isWhole() const { return done || refusal || !finishReason.isEmpty(); }
};

void takeEvent(ToldAnswer &told, const StreamEvent &event);

// The answer, or why there is none: Unclear when the telling broke off.
Result<ChatAnswer> answerOf(const ToldAnswer &told);

// An answer in one piece, or a refusal.
Result<ChatAnswer> decodeChat(const HttpReply &reply);

} // namespace retake
