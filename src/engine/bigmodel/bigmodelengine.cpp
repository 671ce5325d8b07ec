// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/bigmodelengine.h"

#include "engine/askonce.h"
#include "engine/bigmodel/bigmodelfaults.h"
#include "engine/bigmodel/bigmodelprepare.h"
#include "engine/bigmodel/generationbody.h"
#include "engine/bigmodel/generationreply.h"
#include "engine/resultfetch.h"
#include "net/transporterror.h"

#include <QJsonDocument>
#include <QUuid>

namespace retake {

namespace {

QString resultPath(const QString &remoteId)
{
    return u"/async-result/" + pathStep(remoteId);
}

// What an order that ended without an answer means.
Result<Submission> readAccept(const Result<HttpReply> &reply, const QString &model)
{
    auto made = reply.and_then(decodeAccept);
    if (made)
        return made;
    Error error = made.error();
    if (!reply && mayHaveArrived(error))
        error.kind = ErrorKind::Unclear;
    if (error.kind == ErrorKind::UnknownModel)
        error.facts = {model};
    return failure(error);
}

void bigmodelStoreRefusal(const QByteArray &body, Error &error)
{
    const auto refusal = bigmodelRefusal(QJsonDocument::fromJson(body).object(), error.httpStatus);
    if (!refusal || refusal->serviceCode.isEmpty())
        return;
    error.serviceCode = refusal->serviceCode;
    error.serviceMessage = refusal->serviceMessage;
    error.requestId = refusal->requestId;
}

} // namespace

BigModelEngine::BigModelEngine(HttpClient &http, ServiceLanguage language)
    : BigModelEngine(http, language, Times())
{}

BigModelEngine::BigModelEngine(HttpClient &http, ServiceLanguage language, const Times &times)
    : m_http(http)
    , m_language(language)
    , m_times(times)
{}

QString BigModelEngine::newRequestId() const
{
    return u"retake-" + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

PrepareJob *BigModelEngine::prepare(const Credentials &, const ModelSpec &model, const MediaToSend &media,
                                    QObject *parent)
{
    return new BigModelPrepare(model, media, parent);
}

SubmitJob *BigModelEngine::submit(const Credentials &who, const ModelSpec &model, const Order &order,
                                  const PreparedMedia &media, QObject *parent)
{
    const auto request = encodeGeneration(model, order, media).and_then([&](const QByteArray &body) {
        return bigmodelPost(who, QStringLiteral("/videos/generations"), m_language, m_times.create, body);
    });
    const auto read = [id = model.id](const Result<HttpReply> &reply) { return readAccept(reply, id); };
    return askOnce<SubmitJob>(m_http, request, read, parent);
}

PollJob *BigModelEngine::poll(const Credentials &who, const QString &remoteId, QObject *parent)
{
    const auto request = bigmodelGet(who, resultPath(remoteId), m_language, m_times.ask);
    const auto read = [remoteId](const Result<HttpReply> &reply) {
        return reply.and_then([&](const HttpReply &r) { return decodeResult(r, remoteId); });
    };
    return askOnce<PollJob>(m_http, request, read, parent);
}

CancelJob *BigModelEngine::cancel(const Credentials &, const QString &, QObject *parent)
{
    auto *job = new CancelJob(parent);
    failLater(job, {ErrorKind::TooLateToCancel, {}, {}, {}, {}, 0, std::nullopt});
    return job;
}

FetchJob *BigModelEngine::fetch(const QString &resultUrl, const QString &partFile, QObject *parent)
{
    DownloadRequest request;
    request.url = QUrl(resultUrl);
    request.partFile = partFile;
    request.times = m_times.transfer;
    return new ResultFetch(m_http, request, bigmodelStoreRefusal, parent);
}

ListJob *BigModelEngine::list(const Credentials &, const ModelSpec &, const QDateTime &, QObject *parent)
{
    auto *job = new ListJob(parent);
    failLater(job, {ErrorKind::NoTaskList, {}, {}, {}, {}, 0, std::nullopt});
    return job;
}

CheckJob *BigModelEngine::check(const Credentials &who, const ModelSpec &, QObject *parent)
{
    const auto request = bigmodelGet(who, resultPath(newRequestId()), m_language, m_times.ask);
    const auto read = [](const Result<HttpReply> &reply) { return reply.and_then(decodeProbe); };
    return askOnce<CheckJob>(m_http, request, read, parent);
}

} // namespace retake
