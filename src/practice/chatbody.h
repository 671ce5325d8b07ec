// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/createbody.h"

namespace retake {

struct DescriberSpec;

struct AskedPart
{
    enum class Kind { Text, Image, Video };
    Kind kind = Kind::Text;
    QString text; // or the address, or the data itself
};

struct AskedMessage
{
    QString role; // "system", "user", "assistant"
    QList<AskedPart> parts;

    QString text() const; // of all its text parts, a line each
    int count(AskedPart::Kind kind) const;
};

// A chat request that has passed the checks.
struct AskedChat
{
    QString model;
    const DescriberSpec *describer = nullptr; // of the catalogue
    QString requestId;                        // as given; may be empty
    QList<AskedMessage> messages;
    bool streamed = false;
    bool thinks = false;
    int maximumTokens = 0;

    const AskedMessage &question() const; // the last of the user's
    QString systemText() const;
};

struct CheckedChat
{
    AskedChat chat;
    std::optional<Refusal> refusal; // the chat counts only without one
};

// Field by field; looks at no picture.
CheckedChat checkChatBody(const QByteArray &json, const Catalogue &catalogue);

// What the journal says of a chat: counts and roles, never what is shown.
QJsonObject summarizeChat(const QByteArray &json);

Refusal badParameter(const QString &message);                      // 1210
Refusal badField(const QString &field, const QString &message);    // 1214
std::optional<Refusal> checkOwnRequestId(const QJsonObject &root); // absent is well

} // namespace retake
