// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dashscope/dashscopelist.h"

#include "engine/askonce.h"
#include "engine/dashscope/dashscopeaddress.h"
#include "engine/dashscope/dashscopereplies.h"

#include <QTimer>
#include <QUrlQuery>

namespace retake {

namespace {

constexpr int rowsOfPage = 50;
constexpr int mostPages = 20;
constexpr std::chrono::milliseconds betweenPages{60}; // 20 a second are allowed
// The service's clock need not agree with this machine's.
constexpr std::chrono::minutes clockSlack{10};

} // namespace

DashScopeList::DashScopeList(HttpClient &http, Question question, QObject *parent)
    : ListJob(parent)
    , m_http(http)
    , m_question(std::move(question))
{
    ask(1);
}

void DashScopeList::ask(int page)
{
    const auto headers = bearerHeaders(m_question.who);
    if (!headers) {
        failLater<ListJob>(this, headers.error());
        return;
    }
    // No start_time: its time zone is not documented, and without it the last 24 hours come.
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("model_name"), m_question.model);
    query.addQueryItem(QStringLiteral("page_no"), QString::number(page));
    query.addQueryItem(QStringLiteral("page_size"), QString::number(rowsOfPage));
    HttpRequest request;
    request.url = serviceUrl(m_question.who.account, QStringLiteral("/tasks/"), query);
    request.headers = *headers;
    request.times = m_question.times;
    RequestJob *job = m_http.send(request, this);
    connect(job, &RequestJob::finished, this,
            [this, page](const Result<HttpReply> &reply) { take(page, reply); });
}

void DashScopeList::take(int page, const Result<HttpReply> &reply)
{
    const auto rows = reply.and_then([](const HttpReply &r) { return decodeTaskPage(r); });
    if (!rows) {
        Q_EMIT finished(failure(rows.error()));
        return;
    }
    const QDateTime from = m_question.since.isValid()
                               ? m_question.since.addSecs(-std::chrono::seconds(clockSlack).count())
                               : QDateTime();
    for (const RemoteTask &task : rows->tasks) {
        // One whose time is not told may be the one that is looked for.
        if (!from.isValid() || !task.startTime.isValid() || task.startTime >= from)
            m_found.append(task);
    }
    if (page < rows->pages && page < mostPages && !rows->tasks.isEmpty())
        QTimer::singleShot(betweenPages, this, [this, page] { ask(page + 1); });
    else
        Q_EMIT finished(m_found);
}

} // namespace retake
