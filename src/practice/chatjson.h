// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/exchange.h"
#include "practice/pace.h"

namespace retake {

// What is said to a chat request, before it takes its shape.
struct ChatWords
{
    QString id;
    QString requestId;
    QString model;
    QString content;
    QString thoughts; // "" when it does not think
    QString finish = QStringLiteral("stop");
    int promptTokens = 0;
    int answerTokens = 0; // thoughts included
    int thoughtTokens = 0;
    Moment created;
};

int textTokens(const QString &text); // Latin text: four letters; others: one

// No more than so many tokens, thoughts first; what is cut off ends with "length".
void holdToTokens(ChatWords &words, int maximum);

HttpReply wholeChat(const ChatWords &words);
QList<QByteArray> chatEvents(const ChatWords &words); // the last is [DONE]

// The first character of several bytes comes in two pieces; one is put in when there is none.
QList<QByteArray> withSplitCharacter(QList<QByteArray> events);

QString makeBigModelId(Moment now);                                                 // of tasks and calls
HttpReply bigModelRefusal(int status, const QString &code, const QString &message); // {"error": ...}
HttpReply bigModelModeration();                                                     // with contentFilter

} // namespace retake
