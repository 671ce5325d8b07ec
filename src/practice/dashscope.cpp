// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/dashscope.h"

#include "model/catalogue.h"
#include "practice/taskjson.h"

#include <QJsonDocument>

namespace retake {

namespace {

const QString createPath = QStringLiteral("services/aigc/video-generation/video-synthesis");
const QString cancelEnding = QStringLiteral("/cancel");
constexpr std::chrono::seconds listedAfter{60}; // with the fault list-late

HttpReply tooManyRequests()
{
    return refusal(429, QStringLiteral("Throttling.RateQuota"),
                   QStringLiteral("Requests rate limit exceeded, please try again later."));
}

HttpReply quotaSpent()
{
    return refusal(429, QStringLiteral("Throttling.AllocationQuota"),
                   QStringLiteral("Allocated quota exceeded, please increase your quota limit."));
}

HttpReply internalError()
{
    return refusal(500, QStringLiteral("InternalError"),
                   QStringLiteral("An internal error has occured, please try again later or contact service "
                                  "support."));
}

HttpReply noSynchronousCalls()
{
    return refusal(403, QStringLiteral("AccessDenied"),
                   QStringLiteral("current user api does not support synchronous calls."));
}

HttpReply invalidKey(const QString &message)
{
    return refusal(401, QStringLiteral("InvalidApiKey"), message);
}

HttpReply halved(HttpReply reply)
{
    reply.body.truncate(reply.body.size() / 2);
    return reply;
}

HttpReply endingWith(HttpReply::Ending ending)
{
    HttpReply reply;
    reply.ending = ending;
    return reply;
}

int submitsPerSecond(const Catalogue &catalogue)
{
    for (const ModelSpec &model : catalogue.models()) {
        if (model.service == u"dashscope")
            return model.submitsPerSecond;
    }
    return 5;
}

} // namespace

DashScope::DashScope(Rooms rooms)
    : m_rooms(std::move(rooms))
    , m_creates(submitsPerSecond(m_rooms.catalogue))
{}

QString DashScope::routePrefix()
{
    return QStringLiteral("/api/v1/");
}

HttpReply DashScope::handle(const HttpRequest &request)
{
    if (m_rooms.faults.strikes(Fault::Key401))
        return invalidKey(QStringLiteral("Invalid API-key provided."));
    const QByteArray authorization = request.header("authorization");
    if (authorization.isEmpty())
        return invalidKey(QStringLiteral("No API-key provided."));
    if (authorization != QByteArray("Bearer " + m_rooms.key))
        return invalidKey(QStringLiteral("Invalid API-key provided."));
    return route(request, request.path.mid(routePrefix().size()));
}

HttpReply DashScope::route(const HttpRequest &request, const QString &path)
{
    const bool isGet = request.method == "GET";
    const bool isPost = request.method == "POST";
    if (isGet && path == u"uploads")
        return policy(request);
    if (isPost && path == createPath)
        return create(request);
    if (isGet && (path == u"tasks" || path == u"tasks/"))
        return list(request);
    if (path.startsWith(u"tasks/")) {
        const QString rest = path.mid(QStringLiteral("tasks/").size());
        if (isGet && !rest.contains(u'/'))
            return query(rest);
        if (isPost && rest.endsWith(cancelEnding))
            return cancel(rest.chopped(cancelEnding.size()));
    }
    return refusal(404, QStringLiteral("NotFound"), QStringLiteral("The requested path was not found."));
}

HttpReply DashScope::policy(const HttpRequest &request)
{
    if (m_rooms.faults.strikes(Fault::Policy500))
        return internalError();
    if (m_rooms.faults.strikes(Fault::Policy429) || !m_policies.admits())
        return tooManyRequests();
    if (request.parameter(QStringLiteral("action")) != u"getPolicy")
        return refusal(400, QStringLiteral("InvalidParameter"), QStringLiteral("action must be getPolicy"));
    const QString id = request.parameter(QStringLiteral("model"));
    const ModelSpec *model = m_rooms.catalogue.model(id);
    if (!model || model->service != u"dashscope")
        return refusal(400, QStringLiteral("InvalidParameter"), QStringLiteral("Model not exist."));
    const qint64 maximum = std::max(model->video.maximumBytes, model->references.maximumBytes);
    return jsonReply(
        {{QStringLiteral("data"), m_rooms.uploads.policy(m_rooms.base, id, maximum, m_rooms.now())}});
}

std::optional<HttpReply> DashScope::createFault()
{
    Faults &faults = m_rooms.faults;
    if (faults.strikes(Fault::Async403))
        return noSynchronousCalls();
    if (faults.strikes(Fault::Arrears400))
        return refusal(400, QStringLiteral("Arrearage"),
                       QStringLiteral("Access denied, please make sure your account is in good standing."));
    if (faults.strikes(Fault::Rate429))
        return tooManyRequests();
    if (faults.strikes(Fault::Quota429))
        return quotaSpent();
    if (faults.strikes(Fault::Server500))
        return internalError();
    if (faults.strikes(Fault::Busy503))
        return refusal(503, QStringLiteral("ModelUnavailable"),
                       QStringLiteral("Model is unavailable, please try again later."));
    if (faults.strikes(Fault::Html))
        return htmlPage(200);
    if (faults.strikes(Fault::ResetBefore))
        return endingWith(HttpReply::Ending::Dropped);
    return std::nullopt;
}

Fate DashScope::drawFate()
{
    if (m_rooms.faults.strikes(Fault::FailedModeration))
        return Fate::FailsModeration;
    if (m_rooms.faults.strikes(Fault::FailedSize))
        return Fate::FailsSize;
    if (m_rooms.faults.strikes(Fault::Canceled))
        return Fate::IsCanceled;
    return Fate::Rendered;
}

HttpReply DashScope::create(const HttpRequest &request)
{
    HttpReply reply = admitCreate(request);
    reply.note.insert(QStringLiteral("create"), summarize(request.body));
    return reply;
}

HttpReply DashScope::admitCreate(const HttpRequest &request)
{
    if (const auto fault = createFault())
        return *fault;
    if (!m_creates.admits())
        return tooManyRequests();
    if (request.header("x-dashscope-async") != "enable")
        return noSynchronousCalls();
    const bool resolvesOss = request.header("x-dashscope-ossresourceresolve") == "enable";
    const CheckedBody checked = checkCreateBody(request.body, m_rooms.catalogue, resolvesOss);
    if (checked.refusal)
        return refusal(checked.refusal->status, checked.refusal->code, checked.refusal->message);
    const QStringList media = checked.body.references + QStringList(checked.body.video);
    for (const QString &url : media) {
        if (urlKind(url) != u"oss")
            continue;
        const auto stored = m_rooms.uploads.find(url, m_rooms.now());
        if (!stored || stored->model != checked.body.model) // an upload is bound to the model of its policy
            return refusal(400, QStringLiteral("InvalidParameter"),
                           QStringLiteral("Failed to find the requested media resource."));
    }
    const QString requestId = makeRequestId();
    const PracticeTask task = m_rooms.tasks.add(checked.body, requestId, drawFate(), m_rooms.now());
    HttpReply reply = jsonReply(
        {{QStringLiteral("output"), QJsonObject{{QStringLiteral("task_status"), stageName(task.stage)},
                                                {QStringLiteral("task_id"), task.id}}},
         {QStringLiteral("request_id"), requestId}});
    if (m_rooms.faults.strikes(Fault::TruncatedJson))
        reply = halved(reply);
    else if (m_rooms.faults.strikes(Fault::Reset))
        reply = endingWith(HttpReply::Ending::Dropped);
    else if (m_rooms.faults.strikes(Fault::Hang))
        reply = endingWith(HttpReply::Ending::Hanging);
    reply.note.insert(QStringLiteral("task_id"), task.id);
    return reply;
}

HttpReply DashScope::query(const QString &id)
{
    Faults &faults = m_rooms.faults;
    if (faults.strikes(Fault::QueryServer500))
        return internalError();
    if (faults.strikes(Fault::QueryHtml))
        return htmlPage(200);
    if (faults.strikes(Fault::Query429) || !m_queries.admits())
        return tooManyRequests();
    if (faults.strikes(Fault::Unknown))
        return unknownTaskReply(id);
    const auto task = m_rooms.tasks.find(id, m_rooms.now());
    HttpReply reply = task ? taskReply(*task) : unknownTaskReply(id);
    return faults.strikes(Fault::QueryTruncated) ? halved(reply) : reply;
}

HttpReply DashScope::list(const HttpRequest &request)
{
    Faults &faults = m_rooms.faults;
    if (faults.strikes(Fault::ListServer500))
        return internalError();
    if (!m_lists.admits())
        return tooManyRequests();
    const Moment now = m_rooms.now();
    auto tasks = m_rooms.tasks.all(now);
    if (faults.strikes(Fault::ListEmpty))
        tasks.clear();
    if (faults.strikes(Fault::ListLate)) {
        const auto late = m_rooms.pace.of(listedAfter);
        std::erase_if(tasks, [&](const PracticeTask &task) { return now < task.submitted + late; });
    }
    return taskListReply(request, tasks, now);
}

HttpReply DashScope::cancel(const QString &id)
{
    if (!m_cancels.admits())
        return tooManyRequests();
    if (m_rooms.tasks.cancel(id, m_rooms.now()))
        return jsonReply({});
    return refusal(400, QStringLiteral("UnsupportedOperation"),
                   QStringLiteral("Failed to cancel the task, please confirm if the task is in PENDING "
                                  "status."));
}

} // namespace retake
