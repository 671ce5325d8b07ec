// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/chatjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace retake {

namespace {

constexpr int wordsAPiece = 4;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject chatUsage(const ChatWords &words)
{
    return {{QStringLiteral("prompt_tokens"), words.promptTokens},
            {QStringLiteral("completion_tokens"), words.answerTokens},
            {QStringLiteral("total_tokens"), words.promptTokens + words.answerTokens},
            {QStringLiteral("prompt_tokens_details"), QJsonObject{{QStringLiteral("cached_tokens"), 0}}},
            {QStringLiteral("completion_tokens_details"),
             QJsonObject{{QStringLiteral("reasoning_tokens"), words.thoughtTokens}}}};
}

QJsonObject chatHead(const ChatWords &words)
{
    return {{QStringLiteral("id"), words.id},
            {QStringLiteral("request_id"), words.requestId},
            {QStringLiteral("created"), epochMs(words.created) / 1000},
            {QStringLiteral("model"), words.model}};
}

void addFilter(const ChatWords &words, QJsonObject &object)
{
    if (words.finish == u"sensitive")
        object.insert(QStringLiteral("content_filter"),
                      QJsonArray{QJsonObject{{QStringLiteral("role"), QStringLiteral("assistant")},
                                             {QStringLiteral("level"), 0}}});
}

QByteArray event(QJsonObject object, const QJsonObject &choice)
{
    QJsonObject numbered = choice;
    numbered.insert(QStringLiteral("index"), 0);
    object.insert(QStringLiteral("choices"), QJsonArray{numbered});
    return QByteArray("data: " + compact(object) + "\n\n");
}

QStringList inPieces(const QString &text)
{
    QStringList pieces;
    QString piece;
    int words = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        piece += text[at];
        const bool isBreak = text[at].isSpace() || text[at].unicode() >= 0x2e80;
        if (isBreak && ++words % wordsAPiece == 0) {
            pieces.append(piece);
            piece.clear();
        }
    }
    if (!piece.isEmpty())
        pieces.append(piece);
    return pieces;
}

} // namespace

int textTokens(const QString &text)
{
    int quarters = 0;
    for (const QChar c : text)
        quarters += c.unicode() < 0x2e80 ? 1 : 4;
    return (quarters + 3) / 4;
}

void holdToTokens(ChatWords &words, int maximum)
{
    words.thoughtTokens = textTokens(words.thoughts);
    words.answerTokens = words.thoughtTokens + textTokens(words.content);
    if (words.answerTokens <= maximum)
        return;
    words.finish = QStringLiteral("length");
    const qsizetype room = std::max(0, maximum - words.thoughtTokens);
    words.content.truncate(room * 4);
    while (textTokens(words.content) > room)
        words.content.chop(1);
    words.answerTokens = maximum;
    words.thoughtTokens = std::min(words.thoughtTokens, maximum);
}

HttpReply wholeChat(const ChatWords &words)
{
    QJsonObject message{
        {QStringLiteral("role"), QStringLiteral("assistant")},
        {QStringLiteral("content"), words.content.isEmpty() ? QJsonValue() : QJsonValue(words.content)}};
    if (!words.thoughts.isEmpty())
        message.insert(QStringLiteral("reasoning_content"), words.thoughts);
    QJsonObject object = chatHead(words);
    object.insert(QStringLiteral("choices"),
                  QJsonArray{QJsonObject{{QStringLiteral("index"), 0},
                                         {QStringLiteral("finish_reason"), words.finish},
                                         {QStringLiteral("message"), message}}});
    object.insert(QStringLiteral("usage"), chatUsage(words));
    addFilter(words, object);
    HttpReply reply;
    reply.body = compact(object);
    return reply;
}

QList<QByteArray> chatEvents(const ChatWords &words)
{
    const QString delta = QStringLiteral("delta");
    const QJsonObject head = chatHead(words);
    QJsonObject first{{QStringLiteral("role"), QStringLiteral("assistant")}};
    if (words.thoughts.isEmpty())
        first.insert(QStringLiteral("content"), QString());
    else
        first.insert(QStringLiteral("reasoning_content"), words.thoughts);
    QList<QByteArray> events{event(head, {{delta, first}})};
    for (const QString &piece : inPieces(words.content))
        events.append(event(head, {{delta, QJsonObject{{QStringLiteral("content"), piece}}}}));
    QJsonObject last = head;
    last.insert(QStringLiteral("usage"), chatUsage(words));
    addFilter(words, last);
    events.append(event(last, {{delta, QJsonObject{{QStringLiteral("content"), QString()}}},
                               {QStringLiteral("finish_reason"), words.finish}}));
    events.append("data: [DONE]\n\n");
    return events;
}

QList<QByteArray> withSplitCharacter(QList<QByteArray> events)
{
    for (qsizetype i = 0; i < events.size(); ++i) {
        for (qsizetype at = 0; at + 1 < events[i].size(); ++at) {
            if (uchar(events[i][at]) < 0xc0)
                continue;
            const QByteArray rest = events[i].mid(at + 1);
            events[i].truncate(at + 1);
            events.insert(i + 1, rest);
            return events;
        }
    }
    // Plain English throughout: the full stop of the last words becomes a character of three bytes.
    for (qsizetype i = events.size() - 1; i >= 0; --i) {
        const qsizetype at = events[i].lastIndexOf(".\"");
        if (at < 0)
            continue;
        events[i].replace(at, 1, "…");
        return withSplitCharacter(events);
    }
    return events;
}

QString makeBigModelId(Moment now)
{
    QString digits = chinaTime(now).left(19);
    digits.remove(u'-').remove(u' ').remove(u':');
    return digits + QUuid::createUuid().toString(QUuid::Id128).left(16);
}

HttpReply bigModelRefusal(int status, const QString &code, const QString &message)
{
    HttpReply reply;
    reply.status = status;
    reply.body = compact({{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), code},
                                                                {QStringLiteral("message"), message}}}});
    reply.note.insert(QStringLiteral("code"), code);
    return reply;
}

HttpReply bigModelModeration()
{
    HttpReply reply = bigModelRefusal(
        400, QStringLiteral("1301"),
        QStringLiteral("The system has detected potentially unsafe or sensitive content in the input or "
                       "generation. Please avoid prompts that may produce such content."));
    QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    object.insert(QStringLiteral("contentFilter"),
                  QJsonArray{QJsonObject{{QStringLiteral("level"), 1},
                                         {QStringLiteral("role"), QStringLiteral("user")}}});
    reply.body = compact(object);
    return reply;
}

} // namespace retake
