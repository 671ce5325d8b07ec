// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/exchange.h"

#include <QJsonDocument>
#include <QUuid>

namespace retake {

bool HttpRequest::hasParameter(const QString &name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return true;
    }
    return false;
}

QString HttpRequest::parameter(const QString &name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return {};
}

QString makeRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

HttpReply jsonReply(QJsonObject object, int status)
{
    if (!object.contains(u"request_id"))
        object.insert(QStringLiteral("request_id"), makeRequestId());
    HttpReply reply;
    reply.status = status;
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

HttpReply refusal(int status, const QString &code, const QString &message)
{
    HttpReply reply =
        jsonReply({{QStringLiteral("code"), code}, {QStringLiteral("message"), message}}, status);
    reply.note.insert(QStringLiteral("code"), code);
    return reply;
}

HttpReply xmlRefusal(int status, const QString &code, const QString &message)
{
    const QString id = makeRequestId();
    const QString xml =
        QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <Code>%1</Code>\n"
                       "  <Message>%2</Message>\n  <RequestId>%3</RequestId>\n</Error>\n")
            .arg(code.toHtmlEscaped(), message.toHtmlEscaped(), id);
    HttpReply reply;
    reply.status = status;
    reply.contentType = "application/xml";
    reply.body = xml.toUtf8();
    reply.headers.append({"x-oss-request-id", id.toLatin1()});
    reply.note.insert(QStringLiteral("code"), code);
    return reply;
}

HttpReply htmlPage(int status)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "text/html; charset=utf-8";
    reply.body = "<!DOCTYPE html>\n<html><head><title>Please sign in</title></head>"
                 "<body><h1>Please sign in to this network</h1></body></html>\n";
    return reply;
}

} // namespace retake
