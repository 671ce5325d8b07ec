// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/bigmodelfaults.h"

#include "engine/lenient.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace retake {

namespace {

struct CodeRange
{
    int first;
    int last;
    ErrorKind kind;
};

// The service's table.
constexpr CodeRange codeRanges[] = {
    {434, 434, ErrorKind::NotPermitted},     {435, 435, ErrorKind::RequestRefused},
    {500, 500, ErrorKind::ServiceFailed},    {1000, 1004, ErrorKind::KeyRefused},
    {1005, 1005, ErrorKind::NotPermitted},   {1110, 1112, ErrorKind::NotPermitted},
    {1113, 1113, ErrorKind::Arrears},        {1120, 1121, ErrorKind::NotPermitted},
    {1200, 1200, ErrorKind::ServiceFailed},  {1210, 1210, ErrorKind::RequestRefused},
    {1211, 1211, ErrorKind::UnknownModel},   {1212, 1215, ErrorKind::RequestRefused},
    {1220, 1220, ErrorKind::NotPermitted},   {1221, 1221, ErrorKind::UnknownModel}, // withdrawn
    {1222, 1222, ErrorKind::RequestRefused}, // no such call: the address of the account
    {1230, 1230, ErrorKind::ServiceFailed},  {1231, 1231, ErrorKind::RequestRefused},
    {1234, 1234, ErrorKind::ServiceFailed},  {1261, 1261, ErrorKind::PromptTooLong},
    {1300, 1301, ErrorKind::Moderated},      {1302, 1303, ErrorKind::RateLimited},
    {1304, 1304, ErrorKind::QuotaSpent},     {1305, 1305, ErrorKind::ServiceBusy},
    {1308, 1308, ErrorKind::QuotaSpent},     {1309, 1309, ErrorKind::NotPermitted},
    {1310, 1310, ErrorKind::QuotaSpent},     {1311, 1311, ErrorKind::NotPermitted},
    {1312, 1312, ErrorKind::QuotaSpent},     {1313, 1315, ErrorKind::NotPermitted},
    {1316, 1321, ErrorKind::QuotaSpent},
};

ErrorKind kindOfNumber(const QString &code, int status)
{
    const int number = code.toInt();
    for (const CodeRange &range : codeRanges) {
        if (number >= range.first && number <= range.last)
            return range.kind;
    }
    if (number >= 400 && number < 600) // some gateways give the status as the code
        return kindOfStatus(number, true);
    // A code that is not known promises nothing: no kind that would be sent again.
    if (status == 429)
        return ErrorKind::QuotaSpent;
    if (status >= 500)
        return ErrorKind::ServiceFailed;
    return status >= 400 ? kindOfStatus(status, true) : ErrorKind::RequestRefused;
}

QString firstText(std::initializer_list<QJsonValue> places)
{
    for (const QJsonValue &place : places) {
        if (const QString text = lenientString(place); !text.isEmpty())
            return text;
    }
    return {};
}

} // namespace

QStringList bigmodelFilteredSides(const QJsonObject &json)
{
    QStringList sides;
    for (const QString &name : {QStringLiteral("contentFilter"), QStringLiteral("content_filter")}) {
        for (const auto &item : json[name].toArray()) {
            const QString side = item[u"role"].toString();
            if (!side.isEmpty() && !sides.contains(side))
                sides.append(side);
        }
    }
    return sides;
}

std::optional<Error> bigmodelRefusal(const QJsonObject &json, int status)
{
    const QJsonValue nested = json[u"error"];
    Error error;
    error.httpStatus = status;
    error.requestId = firstText({json[u"request_id"], json[u"requestId"], nested[u"request_id"]});
    if (nested.isObject() && !nested.toObject().isEmpty()) {
        error.serviceCode = firstText({nested[u"code"], nested[u"type"]});
        error.serviceMessage = firstText({nested[u"message"], nested[u"msg"]});
    } else {
        error.serviceCode = lenientString(json[u"code"]);
        error.serviceMessage = firstText({json[u"msg"], json[u"message"]});
        const bool good = error.serviceCode == u"200" || error.serviceCode == u"0";
        if (error.serviceCode.isEmpty() || (good && json[u"success"].toBool(true)))
            return std::nullopt;
    }
    error.kind = kindOfNumber(error.serviceCode, status);
    if (error.serviceCode.isEmpty() && status >= 400)
        error.kind = kindOfStatus(status, false);
    const QStringList sides = bigmodelFilteredSides(json);
    if (error.kind == ErrorKind::Moderated)
        error.facts = sides;
    return error;
}

Error bigmodelFault(const HttpReply &reply)
{
    const QJsonObject json = QJsonDocument::fromJson(reply.body).object();
    Error error = bigmodelRefusal(json, reply.status)
                      .value_or(Error{kindOfStatus(reply.status, false),
                                      {},
                                      {},
                                      firstText({json[u"message"], json[u"msg"], json[u"error"]}),
                                      firstText({json[u"request_id"]}),
                                      reply.status,
                                      std::nullopt});
    if (error.requestId.isEmpty())
        error.requestId = QString::fromLatin1(reply.header("x-request-id"));
    error.retryAfter = reply.retryAfter();
    return error;
}

Error bigmodelCostlyFault(const HttpReply &reply)
{
    Error error = bigmodelFault(reply);
    // A success that cannot be read, a gateway that failed or gave up waiting: nobody knows what happened.
    const bool refused = !error.serviceCode.isEmpty();
    if (!refused && (reply.isSuccess() || reply.status >= 500 || reply.status == 408))
        error.kind = ErrorKind::Unclear;
    return error;
}

Error bigmodelTaskFault(const QJsonObject &task)
{
    Error error = bigmodelRefusal(task, 200).value_or(Error());
    error.requestId = firstText({task[u"request_id"], task[u"id"]});
    error.httpStatus = 200;
    error.facts = bigmodelFilteredSides(task);
    // A task has ended: nothing that would send the request once more.
    const bool moderated = error.kind == ErrorKind::Moderated || !error.facts.isEmpty();
    error.kind = moderated ? ErrorKind::Moderated : ErrorKind::TaskFailed;
    return error;
}

} // namespace retake
