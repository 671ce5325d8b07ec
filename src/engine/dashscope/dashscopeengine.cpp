// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dashscope/dashscopeengine.h"

#include "engine/askonce.h"
#include "engine/dashscope/createbody.h"
#include "engine/dashscope/dashscopeaddress.h"
#include "engine/dashscope/dashscopefaults.h"
#include "engine/dashscope/dashscopelist.h"
#include "engine/dashscope/dashscopeprepare.h"
#include "engine/dashscope/dashscopereplies.h"
#include "engine/resultfetch.h"
#include "net/transporterror.h"

namespace retake {

namespace {

const QString &createPath()
{
    static const QString path = QStringLiteral("/services/aigc/video-generation/video-synthesis");
    return path;
}

// What a create that ended without an answer means.
Result<Submission> readCreate(const Result<HttpReply> &reply)
{
    if (reply)
        return decodeCreate(*reply);
    Error error = reply.error();
    if (mayHaveArrived(error))
        error.kind = ErrorKind::Unclear;
    return failure(error);
}

// The store of the results answers in XML.
void dashscopeRefusal(const QByteArray &body, Error &error)
{
    const ServiceWords words = wordsOf(body);
    if (words.code.isEmpty())
        return;
    error.serviceCode = words.code;
    error.serviceMessage = words.message;
    error.requestId = words.requestId;
}

} // namespace

DashScopeEngine::DashScopeEngine(HttpClient &http, const Clock &clock)
    : DashScopeEngine(http, clock, Times())
{}

DashScopeEngine::DashScopeEngine(HttpClient &http, const Clock &clock, const Times &times)
    : m_http(http)
    , m_clock(clock)
    , m_times(times)
{}

PrepareJob *DashScopeEngine::prepare(const Credentials &who, const ModelSpec &model, const MediaToSend &media,
                                     QObject *parent)
{
    return new DashScopePrepare(
        m_http, m_clock, {who, model.id, model.uploadLife, media, m_times.ask, m_times.transfer}, parent);
}

SubmitJob *DashScopeEngine::submit(const Credentials &who, const ModelSpec &model, const Order &order,
                                   const PreparedMedia &media, QObject *parent)
{
    auto request = requestAs(who, serviceUrl(who.account, createPath()), m_times.create);
    if (request) {
        const CreateBody body = encodeCreate(model, order, media);
        request->method = HttpRequest::Method::Post;
        request->headers += body.headers;
        request->body = body.json;
    }
    return askOnce<SubmitJob>(m_http, request, readCreate, parent);
}

PollJob *DashScopeEngine::poll(const Credentials &who, const QString &remoteId, QObject *parent)
{
    const auto request = requestAs(who, serviceUrl(who.account, dashscopeTaskPath(remoteId)), m_times.ask);
    const auto read = [](const Result<HttpReply> &reply) { return reply.and_then(decodeTask); };
    return askOnce<PollJob>(m_http, request, read, parent);
}

CancelJob *DashScopeEngine::cancel(const Credentials &who, const QString &remoteId, QObject *parent)
{
    const QUrl url = serviceUrl(who.account, dashscopeTaskPath(remoteId, QStringLiteral("/cancel")));
    auto request = requestAs(who, url, m_times.ask);
    if (request)
        request->method = HttpRequest::Method::Post;
    const auto read = [](const Result<HttpReply> &reply) { return reply.and_then(decodeCancel); };
    return askOnce<CancelJob>(m_http, request, read, parent);
}

FetchJob *DashScopeEngine::fetch(const QString &resultUrl, const QString &partFile, QObject *parent)
{
    DownloadRequest request;
    request.url = QUrl(resultUrl);
    request.partFile = partFile;
    request.times = m_times.transfer;
    return new ResultFetch(m_http, request, dashscopeRefusal, parent);
}

ListJob *DashScopeEngine::list(const Credentials &who, const ModelSpec &model, const QDateTime &since,
                               QObject *parent)
{
    return new DashScopeList(m_http, {who, model.id, since, m_times.ask}, parent);
}

CheckJob *DashScopeEngine::check(const Credentials &who, const ModelSpec &, QObject *parent)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("page_size"), QStringLiteral("1"));
    const QUrl url = serviceUrl(who.account, QStringLiteral("/tasks/"), query);
    const auto read = [](const Result<HttpReply> &reply) { return reply.and_then(decodeCheck); };
    return askOnce<CheckJob>(m_http, requestAs(who, url, m_times.ask), read, parent);
}

} // namespace retake
