// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dashscope/dashscopefaults.h"

#include <QJsonDocument>
#include <QXmlStreamReader>

namespace retake {

namespace {

struct CodeRow
{
    const char *code;
    ErrorKind kind;
    bool family = false; // also code.Anything
};

// The service's table; a longer row stands before the family that it belongs to.
constexpr CodeRow codeRows[] = {
    {"InvalidApiKey", ErrorKind::KeyRefused},
    {"invalid_api_key", ErrorKind::KeyRefused},
    {"NOT AUTHORIZED", ErrorKind::KeyRefused},
    {"invalid access token", ErrorKind::KeyRefused},
    {"AccessDenied", ErrorKind::NotPermitted, true},
    {"Model.AccessDenied", ErrorKind::NotPermitted},
    {"Workspace.AccessDenied", ErrorKind::NotPermitted},
    {"Endpoint.AccessDenied", ErrorKind::NotPermitted},
    {"App.AccessDenied", ErrorKind::NotPermitted},
    {"WorkSpaceNotFound", ErrorKind::NotPermitted},
    {"ModelNotFound", ErrorKind::NotPermitted},
    {"model_not_found", ErrorKind::NotPermitted},
    {"Arrearage", ErrorKind::Arrears},
    {"AllocationQuota", ErrorKind::QuotaSpent, true},
    {"Throttling.AllocationQuota", ErrorKind::QuotaSpent},
    {"insufficient_quota", ErrorKind::QuotaSpent},
    {"Throttling", ErrorKind::RateLimited, true},
    {"limit_requests", ErrorKind::RateLimited},
    {"DataInspectionFailed", ErrorKind::Moderated},
    {"data_inspection_failed", ErrorKind::Moderated},
    {"IPInfringementSuspect", ErrorKind::Moderated},
    {"FaqRuleBlocked", ErrorKind::Moderated},
    {"CustomRoleBlocked", ErrorKind::Moderated},
    {"InvalidURL", ErrorKind::MediaUnreachable, true},
    {"BadRequest.InputDownloadFailed", ErrorKind::MediaUnreachable},
    {"InvalidFile", ErrorKind::MediaRefused, true},
    {"BadRequest", ErrorKind::RequestRefused, true},
    {"InternalError.Algo.InvalidParameter", ErrorKind::RequestRefused},
    {"InvalidParameter", ErrorKind::RequestRefused, true},
    {"invalid_parameter_error", ErrorKind::RequestRefused},
    {"UnsupportedOperation", ErrorKind::RequestRefused},
    {"NotFound", ErrorKind::RequestRefused},
    {"Conflict", ErrorKind::RequestRefused},
    {"InternalError", ErrorKind::ServiceFailed, true},
    {"RequestTimeOut", ErrorKind::ServiceFailed},
    {"ModelUnavailable", ErrorKind::ServiceBusy},
    {"ModelServingError", ErrorKind::ServiceBusy},
    {"ServiceUnavailable", ErrorKind::ServiceBusy},
};

struct PhraseRow
{
    const char *phrase; // lower case
    ErrorKind kind;
};

// One code stands for several causes with different cures: only their words tell them apart.
constexpr PhraseRow phraseRows[] = {
    {"failed to find the requested media resource", ErrorKind::UploadExpired},
    {"download the media resource", ErrorKind::MediaUnreachable},
    {"authorization to access the media resource", ErrorKind::MediaUnreachable},
    {"url does not appear to be valid", ErrorKind::MediaUnreachable},
    {"media format is not supported", ErrorKind::MediaRefused},
    {"model not exist", ErrorKind::NotPermitted},
    {"inappropriate content", ErrorKind::Moderated},
    {"content policy", ErrorKind::Moderated},
};

std::optional<ErrorKind> kindOfCode(const QString &code)
{
    for (const CodeRow &row : codeRows) {
        const QLatin1String known(row.code);
        if (code.compare(known, Qt::CaseInsensitive) == 0)
            return row.kind;
        const bool inFamily = code.startsWith(known, Qt::CaseInsensitive) && code[known.size()] == u'.';
        if (row.family && inFamily)
            return row.kind;
    }
    return std::nullopt;
}

std::optional<ErrorKind> kindOfPhrase(const QString &message)
{
    for (const PhraseRow &row : phraseRows) {
        if (message.contains(QLatin1String(row.phrase), Qt::CaseInsensitive))
            return row.kind;
    }
    return std::nullopt;
}

// The words count only where the code leaves room: never against a definite code such as InvalidApiKey.
std::optional<ErrorKind> kindOf(const ServiceWords &words)
{
    const auto byCode = kindOfCode(words.code);
    if (byCode && *byCode != ErrorKind::RequestRefused)
        return byCode;
    const auto byPhrase = kindOfPhrase(words.message);
    return byPhrase ? byPhrase : byCode;
}

ServiceWords wordsOfJson(const QJsonObject &json)
{
    const QJsonObject nested = json[u"error"].toObject();
    const QJsonObject &told = nested.isEmpty() ? json : nested;
    ServiceWords words;
    words.code = lenientString(told[u"code"]);
    if (words.code.isEmpty())
        words.code = lenientString(told[u"type"]);
    words.message = told[u"message"].toString(told[u"msg"].toString());
    words.requestId = json[u"request_id"].toString(json[u"requestId"].toString());
    return words;
}

ServiceWords wordsOfXml(const QByteArray &body)
{
    ServiceWords words;
    QXmlStreamReader xml(body);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"Code")
            words.code = xml.readElementText();
        else if (xml.name() == u"Message")
            words.message = xml.readElementText();
        else if (xml.name() == u"RequestId")
            words.requestId = xml.readElementText();
    }
    return words;
}

Error errorOf(ErrorKind kind, const ServiceWords &words, int status)
{
    return {kind, {}, words.code, words.message, words.requestId, status, std::nullopt};
}

} // namespace

ServiceWords wordsOf(const QByteArray &body)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (json.isObject())
        return wordsOfJson(json.object());
    const QByteArray start = body.left(200).trimmed().toLower();
    return start.startsWith('<') && !start.contains("<html") ? wordsOfXml(body) : ServiceWords();
}

Error requestFault(const HttpReply &reply)
{
    const ServiceWords words = wordsOf(reply.body);
    const bool own = !words.code.isEmpty();
    const auto known = kindOf(words);
    Error error = errorOf(known.value_or(kindOfStatus(reply.status, own)), words, reply.status);
    if (error.requestId.isEmpty())
        error.requestId = QString::fromLatin1(reply.header("x-request-id"));
    error.retryAfter = reply.retryAfter();
    return error;
}

Error taskFault(const QJsonObject &output, const QString &requestId)
{
    const ServiceWords words{lenientString(output[u"code"]), output[u"message"].toString(), requestId};
    ErrorKind kind = kindOf(words).value_or(ErrorKind::TaskFailed);
    switch (kind) {
    case ErrorKind::Moderated:
    case ErrorKind::MediaRefused:
    case ErrorKind::MediaUnreachable:
    case ErrorKind::UploadExpired:
        break;
    case ErrorKind::RequestRefused:
        // A field at fault is refused at once; what a running task finds unfit is the media.
        if (words.message.contains(u"size", Qt::CaseInsensitive))
            kind = ErrorKind::MediaRefused;
        break;
    default: // a task has ended: nothing that would send the request once more
        kind = ErrorKind::TaskFailed;
    }
    return errorOf(kind, words, 200);
}

Error uploadFault(const HttpReply &reply)
{
    const ServiceWords words = wordsOf(reply.body);
    ErrorKind kind = ErrorKind::UploadRefused;
    if (words.message.contains(u"expired", Qt::CaseInsensitive))
        kind = ErrorKind::UploadExpired;
    else if (reply.status == 409 || words.code == u"FileAlreadyExists")
        kind = ErrorKind::UploadNameTaken;
    else if (reply.status == 429)
        kind = ErrorKind::RateLimited;
    else if (reply.status == 502 || reply.status == 503 || reply.status == 504)
        kind = ErrorKind::ServiceBusy;
    else if (reply.status >= 500)
        kind = ErrorKind::ServiceFailed;
    Error error = errorOf(kind, words, reply.status);
    error.retryAfter = reply.retryAfter();
    return error;
}

} // namespace retake
