// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dashscope/dashscopereplies.h"

#include "engine/dashscope/dashscopefaults.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace retake {

namespace {

constexpr qint64 policyMegabyte = 1000 * 1000;

// The body of a success; a refusal by status, by shape, or by a code that came with 200.
Result<QJsonObject> objectOf(const HttpReply &reply)
{
    const QJsonDocument json = QJsonDocument::fromJson(reply.body);
    if (!reply.isSuccess() || !json.isObject())
        return failure(requestFault(reply));
    return json.object();
}

RemoteStatus::Phase phaseOf(const QString &status)
{
    using Phase = RemoteStatus::Phase;
    if (status == u"PENDING" || status == u"SUSPENDED") // the latter only in the SDKs' lists
        return Phase::Queued;
    if (status == u"SUCCEEDED")
        return Phase::Succeeded;
    if (status == u"FAILED")
        return Phase::Failed;
    if (status == u"CANCELED" || status == u"CANCELLED") // both are met in official text
        return Phase::Cancelled;
    if (status == u"UNKNOWN")
        return Phase::Unknown;
    return Phase::Rendering; // RUNNING, and what may come one day
}

// Siblings of the model put it deeper.
QString resultUrlOf(const QJsonObject &output)
{
    const QJsonValue results = output[u"results"];
    for (const QJsonValue &place : {output[u"video_url"], results[u"video_url"], results[0][u"url"]}) {
        if (!place.toString().isEmpty())
            return place.toString();
    }
    return {};
}

QByteArray fieldOf(const QJsonObject &json, const QString &name)
{
    const QJsonValue value = json[name];
    return value.isBool() ? QByteArray(value.toBool() ? "true" : "false") : lenientString(value).toUtf8();
}

QDateTime timeOf(const QJsonObject &row)
{
    // Milliseconds; a task that has not begun knows only when it was made.
    for (const QString &name : {QStringLiteral("start_time"), QStringLiteral("gmt_create")}) {
        const qint64 milliseconds = lenientInteger(row[name], 0);
        if (milliseconds > 0)
            return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    }
    return {};
}

} // namespace

Result<UploadPolicy> decodePolicy(const HttpReply &reply)
{
    const auto json = objectOf(reply);
    if (!json)
        return failure(json.error());
    const QJsonObject data = (*json)[u"data"].toObject();
    UploadPolicy policy;
    policy.host = QUrl(data[u"upload_host"].toString());
    policy.directory = data[u"upload_dir"].toString();
    policy.accessKeyId = fieldOf(data, QStringLiteral("oss_access_key_id"));
    policy.signature = fieldOf(data, QStringLiteral("signature"));
    policy.policy = fieldOf(data, QStringLiteral("policy"));
    policy.acl = fieldOf(data, QStringLiteral("x_oss_object_acl"));
    policy.forbidOverwrite = fieldOf(data, QStringLiteral("x_oss_forbid_overwrite"));
    policy.maximumBytes = lenientInteger(data[u"max_file_size_mb"], 0) * policyMegabyte;
    if (!policy.host.isValid() || policy.host.host().isEmpty() || policy.directory.isEmpty() ||
        policy.signature.isEmpty() || policy.policy.isEmpty())
        return failure(requestFault(reply));
    return policy;
}

Result<Submission> decodeCreate(const HttpReply &reply)
{
    const QJsonObject json = QJsonDocument::fromJson(reply.body).object();
    const Submission made{lenientString(json[u"output"][u"task_id"]), json[u"request_id"].toString()};
    if (reply.isSuccess() && !made.remoteId.isEmpty())
        return made;
    Error error = requestFault(reply);
    // Unless the service itself says in its own shape that it refused, nobody knows what happened: a success
    // without an id, a gateway that failed or gave up waiting on the way back.
    const bool refused = !json.isEmpty() && !error.serviceCode.isEmpty();
    const bool known = error.kind != ErrorKind::BadReply;
    if ((reply.isSuccess() && !known) || (!refused && (reply.status >= 500 || reply.status == 408)))
        error.kind = ErrorKind::Unclear;
    return failure(error);
}

Result<RemoteStatus> decodeTask(const HttpReply &reply)
{
    const auto json = objectOf(reply);
    if (!json) {
        Error error = json.error();
        if (reply.status == 404 && !error.serviceCode.isEmpty())
            error.kind = ErrorKind::ServiceFailed; // a query may come before the task is known everywhere
        return failure(error);
    }
    const QJsonObject output = (*json)[u"output"].toObject();
    const QString word = output[u"task_status"].toString().toUpper();
    if (word.isEmpty())
        return failure(requestFault(reply));

    RemoteStatus status;
    status.phase = phaseOf(word);
    status.remoteId = lenientString(output[u"task_id"]);
    status.requestId = (*json)[u"request_id"].toString();
    status.resultUrl = resultUrlOf(output);
    status.originalPrompt = output[u"orig_prompt"].toString();
    status.actualPrompt = output[u"actual_prompt"].toString();
    status.usage = (*json)[u"usage"].toObject();
    status.submitTime = output[u"submit_time"].toString();
    status.endTime = output[u"end_time"].toString();
    switch (status.phase) {
    case RemoteStatus::Phase::Queued:
    case RemoteStatus::Phase::Rendering:
        break;
    case RemoteStatus::Phase::Succeeded:
        if (status.resultUrl.isEmpty())
            return failure(
                Error{ErrorKind::BadReply, {}, {}, {}, status.requestId, reply.status, std::nullopt});
        break;
    case RemoteStatus::Phase::Failed:
        status.error = taskFault(output, status.requestId);
        break;
    case RemoteStatus::Phase::Cancelled:
        status.error = taskFault(output, status.requestId);
        status.error->kind = ErrorKind::CancelledByService;
        break;
    case RemoteStatus::Phase::Unknown:
        status.error = taskFault(output, status.requestId);
        status.error->kind = ErrorKind::Expired;
        break;
    }
    return status;
}

Result<TaskPage> decodeTaskPage(const HttpReply &reply)
{
    const auto json = objectOf(reply);
    if (!json)
        return failure(json.error());
    if (!(*json)[u"data"].isArray())
        return failure(requestFault(reply));
    TaskPage page;
    page.pages = int(lenientInteger((*json)[u"total_page"], 1));
    for (const auto &value : (*json)[u"data"].toArray()) {
        const QJsonObject row = value.toObject();
        const QString id = lenientString(row[u"task_id"]);
        if (!id.isEmpty())
            page.tasks.append({id, row[u"request_id"].toString(), row[u"model_name"].toString(),
                               row[u"status"].toString(), timeOf(row)});
    }
    return page;
}

Result<void> decodeCancel(const HttpReply &reply)
{
    const auto json = objectOf(reply);
    if (json)
        return {};
    Error error = json.error();
    if (error.serviceCode == u"UnsupportedOperation")
        error.kind = ErrorKind::TooLateToCancel;
    return failure(error);
}

Result<void> decodeCheck(const HttpReply &reply)
{
    const auto json = objectOf(reply);
    if (!json)
        return failure(json.error());
    // Any web server answers something: this one has to know what a task list is.
    if (!json->contains(u"request_id") && !json->contains(u"data"))
        return failure(requestFault(reply));
    return {};
}

Result<void> decodeUpload(const HttpReply &reply)
{
    if (reply.isSuccess())
        return {};
    return failure(uploadFault(reply));
}

} // namespace retake
