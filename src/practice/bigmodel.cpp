// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/bigmodel.h"

#include "model/catalogue.h"
#include "practice/chatanswer.h"

#include <QJsonDocument>

namespace retake {

namespace {

const QString results = QStringLiteral("async-result/");
constexpr std::chrono::milliseconds beforeWords{2000};
constexpr std::chrono::milliseconds betweenPieces{250};

HttpReply bigModelRefused(const Refusal &why)
{
    return bigModelRefusal(why.status, why.code, why.message);
}

HttpReply arrears()
{
    return bigModelRefusal(429, QStringLiteral("1113"),
                           QStringLiteral("Insufficient balance or no resource package. Please recharge."));
}

HttpReply overloaded()
{
    return bigModelRefusal(429, QStringLiteral("1305"),
                           QStringLiteral("The service may be temporarily overloaded, please try again "
                                          "later"));
}

HttpReply okError() // as gateways have it
{
    HttpReply reply;
    reply.body = QJsonDocument(QJsonObject{{QStringLiteral("code"), 401},
                                           {QStringLiteral("msg"), QStringLiteral("token expired")},
                                           {QStringLiteral("success"), false}})
                     .toJson(QJsonDocument::Compact);
    return reply;
}

bool isBoxed(const QString &model)
{
    return model.startsWith(u"glm-4.6v") || model.startsWith(u"glm-4.5v");
}

} // namespace

BigModel::BigModel(Rooms rooms)
    : m_rooms(std::move(rooms))
{}

QString BigModel::routePrefix()
{
    return QStringLiteral("/api/paas/v4/");
}

void BigModel::stop()
{
    m_stop = true;
}

HttpReply BigModel::handle(const HttpRequest &request)
{
    const QByteArray authorization = request.header("authorization");
    if (authorization.isEmpty())
        return bigModelRefusal(
            401, QStringLiteral("1001"),
            QStringLiteral("Authentication parameter not received in Header, unable to authenticate"));
    if (m_rooms.faults.strikes(Fault::Key401) || authorization != QByteArray("Bearer " + m_rooms.key))
        return bigModelRefusal(401, QStringLiteral("1000"), QStringLiteral("Authentication Failed"));
    return route(request, request.path.mid(routePrefix().size()));
}

HttpReply BigModel::route(const HttpRequest &request, const QString &path)
{
    if (request.method == "POST" && path == u"chat/completions")
        return chat(request);
    if (request.method == "POST" && path == u"videos/generations")
        return create(request);
    if (request.method == "GET" && path.startsWith(results))
        return query(path.mid(results.size()));
    return bigModelRefusal(404, QStringLiteral("1222"), QStringLiteral("The API does not exist."));
}

std::optional<HttpReply> BigModel::postFault()
{
    Faults &faults = m_rooms.faults;
    if (faults.strikes(Fault::BmArrears))
        return arrears();
    if (faults.strikes(Fault::BmModerated))
        return bigModelModeration();
    if (faults.strikes(Fault::BmRate))
        return bigModelRefusal(429, QStringLiteral("1302"),
                               QStringLiteral("Rate limit reached for requests"));
    if (faults.strikes(Fault::BmBusy))
        return overloaded();
    if (faults.strikes(Fault::BmHtml))
        return htmlPage(502);
    if (faults.strikes(Fault::BmOkError))
        return okError();
    return std::nullopt;
}

std::optional<HttpReply> BigModel::createFault()
{
    if (m_rooms.faults.strikes(Fault::BmCreateArrears))
        return arrears();
    if (m_rooms.faults.strikes(Fault::BmCreateBusy))
        return overloaded();
    return std::nullopt;
}

HttpReply BigModel::rateReached()
{
    return bigModelRefusal(429, QStringLiteral("1302"), QStringLiteral("Rate limit reached for requests"));
}

HttpReply BigModel::repeatedRequestId()
{
    return bigModelRefusal(400, QStringLiteral("1231"),
                           QStringLiteral("You already have a request with this request_id."));
}

bool BigModel::isNewRequestId(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    return m_requestIds.insert(id).second;
}

HttpReply BigModel::chat(const HttpRequest &request)
{
    const auto answer = [&]() -> HttpReply {
        if (const auto fault = postFault())
            return *fault;
        if (m_rooms.faults.strikes(Fault::BmChat500))
            return bigModelRefusal(500, QStringLiteral("1230"), QStringLiteral("API call process error."));
        const QJsonObject root = QJsonDocument::fromJson(request.body).object();
        if (root.contains(u"thinking") && m_rooms.faults.strikes(Fault::BmThinking))
            return bigModelRefused(badParameter(QStringLiteral("thinking cannot be set for this model.")));
        const CheckedChat checked = checkChatBody(request.body, m_rooms.catalogue);
        if (checked.refusal)
            return bigModelRefused(*checked.refusal);
        const AskedChat &asked = checked.chat;
        const Shown shown = bringShown(asked, m_rooms.folder, m_stop);
        if (shown.refusal)
            return bigModelRefused(*shown.refusal);
        ChatWords words;
        words.created = m_rooms.now();
        words.id = makeBigModelId(words.created);
        words.requestId = asked.requestId.isEmpty() ? words.id : asked.requestId;
        words.model = asked.model;
        words.promptTokens = shown.tokens;
        for (const AskedMessage &message : asked.messages)
            words.promptTokens += textTokens(message.text()) + 4;
        if (asked.describer->context > 0 && words.promptTokens > asked.describer->context)
            return bigModelRefusal(400, QStringLiteral("1261"), QStringLiteral("Prompt exceeds max length"));
        if (!isNewRequestId(words.requestId))
            return repeatedRequestId();
        words.content = answerTo(asked, shown);
        return say(asked, words);
    };
    HttpReply reply = answer();
    reply.note.insert(QStringLiteral("chat"), summarizeChat(request.body));
    return reply;
}

HttpReply BigModel::say(const AskedChat &asked, ChatWords words)
{
    Faults &faults = m_rooms.faults;
    if (asked.thinks)
        words.thoughts = QStringLiteral("Practice: colours, light and movement are measured, and words are "
                                        "exchanged. Nobody thinks here.");
    holdToTokens(words, asked.maximumTokens);
    if (faults.strikes(Fault::BmEmptyLength)) {
        words.content.clear();
        words.finish = QStringLiteral("length");
    } else if (faults.strikes(Fault::BmSensitive)) {
        words.content.clear();
        words.finish = QStringLiteral("sensitive");
    } else if (isBoxed(asked.model)) {
        words.content = QString(u"<|begin_of_box|>" + words.content + u"<|end_of_box|>");
    } else if (asked.thinks && asked.model.startsWith(u"glm-4.1v")) {
        words.content = QString(u"<think>" + words.thoughts + u"</think>" + words.content);
        words.thoughts.clear();
    }
    HttpReply reply;
    if (asked.streamed) {
        reply.contentType = "text/event-stream";
        reply.pieces = chatEvents(words);
        reply.pause = m_rooms.pace.of(betweenPieces);
        if (faults.strikes(Fault::BmStreamNoDone))
            reply.pieces.removeLast();
        if (faults.strikes(Fault::BmStreamSplit))
            reply.pieces = withSplitCharacter(reply.pieces);
        if (faults.strikes(Fault::BmStreamCut))
            reply.ending = HttpReply::Ending::CutShort;
    } else {
        reply = wholeChat(words);
    }
    if (faults.strikes(Fault::BmChatReset))
        reply.ending = HttpReply::Ending::Dropped;
    else if (faults.strikes(Fault::BmChatHang))
        reply.ending = HttpReply::Ending::Hanging;
    reply.delay = m_rooms.pace.of(beforeWords);
    reply.note.insert(QStringLiteral("answered"), words.content);
    reply.note.insert(QStringLiteral("finish_reason"), words.finish);
    return reply;
}

} // namespace retake
