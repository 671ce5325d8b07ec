// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/generationreply.h"

#include "engine/bigmodel/bigmodelfaults.h"
#include "engine/lenient.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace retake {

namespace {

QJsonObject bodyOf(const HttpReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

// Words of gateways and of other clients' notes beside the service's own three.
RemoteStatus::Phase phaseOfWord(const QString &word)
{
    using Phase = RemoteStatus::Phase;
    if (word == u"SUCCESS" || word == u"SUCCEED" || word == u"SUCCEEDED")
        return Phase::Succeeded;
    if (word == u"FAIL" || word == u"FAILED")
        return Phase::Failed;
    return word == u"SUBMITTED" ? Phase::Queued : Phase::Rendering;
}

// What is refused when the id says nothing to the service; its papers name no code for that.
bool saysUnknownTask(const Error &error)
{
    return !error.serviceCode.isEmpty() && error.kind == ErrorKind::RequestRefused && error.httpStatus < 500;
}

} // namespace

Result<Submission> decodeAccept(const HttpReply &reply)
{
    const QJsonObject json = bodyOf(reply);
    const Submission made{lenientString(json[u"id"]), lenientString(json[u"request_id"])};
    if (reply.isSuccess() && !made.remoteId.isEmpty() && !bigmodelRefusal(json, reply.status))
        return made;
    return failure(bigmodelCostlyFault(reply));
}

Result<RemoteStatus> decodeResult(const HttpReply &reply, const QString &remoteId)
{
    const QJsonObject json = bodyOf(reply);
    const QString word = lenientString(json[u"task_status"]).toUpper();
    RemoteStatus status;
    status.remoteId = remoteId;
    status.requestId = lenientString(json[u"request_id"]);
    status.usage = json[u"usage"].toObject();
    if (!reply.isSuccess() || word.isEmpty()) {
        Error error = bigmodelFault(reply);
        if (!saysUnknownTask(error))
            return failure(error);
        error.kind = ErrorKind::Expired;
        status.phase = RemoteStatus::Phase::Unknown;
        status.isGuess = true;
        status.error = error;
        return status;
    }
    status.phase = phaseOfWord(word);
    if (status.phase == RemoteStatus::Phase::Succeeded) {
        status.resultUrl = json[u"video_result"][0][u"url"].toString();
        if (status.resultUrl.isEmpty())
            status.phase = RemoteStatus::Phase::Failed; // made, as it says, and nothing to fetch
    }
    if (status.phase == RemoteStatus::Phase::Failed)
        status.error = bigmodelTaskFault(json);
    return status;
}

Result<void> decodeProbe(const HttpReply &reply)
{
    if (reply.isSuccess() && bodyOf(reply).contains(u"task_status"))
        return {};
    const Error error = bigmodelFault(reply);
    const bool locked = error.kind == ErrorKind::KeyRefused || error.kind == ErrorKind::NotPermitted;
    const bool noSuchCall = error.serviceCode == u"1221" || error.serviceCode == u"1222";
    // Any web server answers something; a refusal with a code is the service's, which knew the key.
    if (error.serviceCode.isEmpty() || locked || noSuchCall)
        return failure(error);
    return {};
}

} // namespace retake
