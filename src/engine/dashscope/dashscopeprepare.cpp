// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dashscope/dashscopeprepare.h"

#include "engine/dashscope/dashscopeaddress.h"
#include "engine/dashscope/ossform.h"
#include "engine/pictureasdata.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QUrlQuery>

namespace retake {

namespace {

constexpr qint64 mostData = 256 * 1000; // bytes of all references that travel inside the create call
constexpr int mostAttempts = 2;         // a policy that ran out and a name that is taken are cured once

} // namespace

DashScopePrepare::DashScopePrepare(HttpClient &http, const Clock &clock, Task task, QObject *parent)
    : PrepareJob(parent)
    , m_http(http)
    , m_clock(clock)
    , m_task(std::move(task))
{
    QMetaObject::invokeMethod(this, &DashScopePrepare::begin, Qt::QueuedConnection);
}

void DashScopePrepare::end(const Error &error)
{
    Q_EMIT finished(failure(error));
}

void DashScopePrepare::begin()
{
    auto looked = lookAt(m_task.media.clip, nullptr);
    qint64 dataBudget = mostData;
    for (const QString &reference : m_task.media.references) {
        if (looked)
            looked = lookAt(reference, &dataBudget);
    }
    if (looked)
        next();
    else
        end(looked.error());
}

Result<void> DashScopePrepare::lookAt(const QString &source, qint64 *dataBudget)
{
    if (isRemoteMedia(source)) {
        m_items.append({source, source});
        return {};
    }
    const QFileInfo file(source);
    if (!file.exists())
        return failure(ErrorKind::FileMissing, {QDir::toNativeSeparators(source)});
    if (!file.isFile() || !file.isReadable())
        return failure(ErrorKind::FileUnreadable, {QDir::toNativeSeparators(source)});
    if (dataBudget) {
        if (const auto data = pictureAsData(source, *dataBudget)) {
            m_items.append({source, *data});
            return {};
        }
    }
    m_items.append({source, {}, file.size()});
    m_totalBytes += file.size();
    return {};
}

void DashScopePrepare::next()
{
    while (m_at < m_items.size() && !m_items[m_at].url.isEmpty())
        ++m_at;
    if (m_at < m_items.size()) {
        askPolicy();
        return;
    }
    PreparedMedia prepared;
    prepared.clipUrl = m_items[0].url;
    for (const Item &item : m_items.mid(1))
        prepared.referenceUrls.append(item.url);
    prepared.expires = m_expires;
    Q_EMIT finished(prepared);
}

// A policy is for one upload and lives for minutes: it is asked for just before, at the host of the create.
void DashScopePrepare::askPolicy()
{
    const auto headers = bearerHeaders(m_task.who);
    if (!headers) {
        end(headers.error());
        return;
    }
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("action"), QStringLiteral("getPolicy"));
    query.addQueryItem(QStringLiteral("model"), m_task.model);
    HttpRequest request;
    request.url = serviceUrl(m_task.who.account, QStringLiteral("/uploads"), query);
    request.headers = *headers;
    request.headers.append(std::pair<QByteArray, QByteArray>("Content-Type", "application/json"));
    request.times = m_task.askTimes;
    connect(m_http.send(request, this), &RequestJob::finished, this, &DashScopePrepare::takePolicy);
}

void DashScopePrepare::takePolicy(const Result<HttpReply> &reply)
{
    const auto policy = reply.and_then([](const HttpReply &r) { return decodePolicy(r); });
    if (!policy) {
        end(policy.error());
        return;
    }
    const Item &item = m_items[m_at];
    if (policy->maximumBytes > 0 && item.bytes > policy->maximumBytes) {
        // An early 413 with a reset would hide the reason.
        const QLocale plain = QLocale::c();
        end({ErrorKind::UploadRefused,
             {QDir::toNativeSeparators(item.source),
              plain.formattedDataSize(item.bytes, 1, QLocale::DataSizeSIFormat),
              plain.formattedDataSize(policy->maximumBytes, 0, QLocale::DataSizeSIFormat)},
             {},
             {},
             {},
             0,
             std::nullopt});
        return;
    }
    const bool weaker = m_task.who.account.baseUrl.scheme() == u"https" && policy->host.scheme() != u"https";
    if (weaker || !mayFetchFrom(policy->host)) {
        end({ErrorKind::BadReply, {}, {}, policy->host.toString(), {}, 200, std::nullopt});
        return;
    }
    upload(*policy);
}

void DashScopePrepare::upload(const UploadPolicy &policy)
{
    Item &item = m_items[m_at];
    ++item.attempts;
    const QString name = uniqueObjectName(item.source);
    UploadRequest request = ossForm(policy, item.source, name);
    request.times = m_task.transferTimes;
    UploadJob *job = m_http.upload(request, this);
    connect(job, &UploadJob::progress, this,
            [this](qint64 done, qint64) { Q_EMIT progress(m_doneBytes + done, m_totalBytes); });
    connect(job, &UploadJob::finished, this,
            [this, job, url = ossUrl(policy, name)](const Result<HttpReply> &reply) {
                job->deleteLater();
                takeUpload(url, reply);
            });
}

void DashScopePrepare::takeUpload(const QString &url, const Result<HttpReply> &reply)
{
    Item &item = m_items[m_at];
    const auto done = reply.and_then([](const HttpReply &r) { return decodeUpload(r); });
    if (done) {
        item.url = url;
        m_doneBytes += item.bytes;
        if (!m_expires.isValid()) {
            const double life = double(std::chrono::milliseconds(m_task.uploadLife).count());
            m_expires = m_clock.now().addMSecs(qint64(life / m_task.who.account.timeScale));
        }
        next();
        return;
    }
    const ErrorKind kind = done.error().kind;
    const bool cured = kind == ErrorKind::UploadExpired || kind == ErrorKind::UploadNameTaken;
    if (cured && item.attempts < mostAttempts)
        askPolicy();
    else
        end(done.error());
}

} // namespace retake
