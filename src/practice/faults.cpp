// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/faults.h"

namespace retake {

namespace {

struct FaultRow
{
    Fault fault;
    const char *name;
    const char *meaning;
};

constexpr FaultRow faultRows[] = {
    {Fault::Key401, "key-401", "any API request: 401 InvalidApiKey"},
    {Fault::Async403, "async-403", "create: 403 AccessDenied, as without the async header"},
    {Fault::Arrears400, "arrears-400", "create: 400 Arrearage"},
    {Fault::Rate429, "rate-429", "create: 429 Throttling.RateQuota"},
    {Fault::Quota429, "quota-429", "create: 429 Throttling.AllocationQuota"},
    {Fault::Server500, "server-500", "create: 500 InternalError, no task made"},
    {Fault::Busy503, "busy-503", "create: 503 ModelUnavailable, no task made"},
    {Fault::Html, "html", "create: 200 with an HTML page, no task made"},
    {Fault::TruncatedJson, "truncated-json", "create: the task is made, half of the JSON is sent"},
    {Fault::Hang, "hang", "create: the task is made, no reply ever comes"},
    {Fault::Reset, "reset", "create: the task is made, the connection is reset without a reply"},
    {Fault::ResetBefore, "reset-before", "create: the connection is reset, no task made"},
    {Fault::Slow, "slow", "every reply comes 1.5 s late, downloads at 200 kB/s"},
    {Fault::QueryServer500, "query-500", "query: 500 InternalError"},
    {Fault::QueryHtml, "query-html", "query: 200 with an HTML page"},
    {Fault::QueryTruncated, "query-truncated", "query: half of the JSON"},
    {Fault::Query429, "query-429", "query: 429 Throttling.RateQuota"},
    {Fault::ListServer500, "list-500", "list: 500 InternalError"},
    {Fault::ListEmpty, "list-empty", "list: no tasks, whatever there are"},
    {Fault::ListLate, "list-late", "list: without the tasks of the last 60 s"},
    {Fault::FailedModeration, "failed-moderation", "the task ends FAILED, DataInspectionFailed"},
    {Fault::FailedSize, "failed-size", "the task ends FAILED, InvalidParameter: size is not match"},
    {Fault::Canceled, "canceled", "the task ends CANCELED by itself"},
    {Fault::Unknown, "unknown", "query: task_status UNKNOWN, as for an expired task"},
    {Fault::Upload403, "upload-403", "upload: 403 AccessDenied (XML)"},
    {Fault::Upload409, "upload-409", "upload: 409 FileAlreadyExists (XML)"},
    {Fault::UploadExpired, "upload-expired", "upload: 403 AccessDenied, Policy expired (XML)"},
    {Fault::UploadReset, "upload-reset", "upload: the connection is reset within the file"},
    {Fault::Policy429, "policy-429", "getPolicy: 429 Throttling.RateQuota"},
    {Fault::Policy500, "policy-500", "getPolicy: 500 InternalError"},
    {Fault::Download403, "download-403", "result: 403 AccessDenied, Request has expired (XML)"},
    {Fault::DownloadShort, "download-short", "result: half of the bytes announced, then closed"},
    {Fault::DownloadWrong, "download-wrong", "result: 200 with an HTML page"},
    {Fault::DownloadReset, "download-reset", "result: half of the bytes announced, then reset"},
    {Fault::BmArrears, "bm-arrears", "BigModel chat or create: 429 with 1113, arrears"},
    {Fault::BmModerated, "bm-moderated", "BigModel chat or create: 400 with 1301 and contentFilter"},
    {Fault::BmRate, "bm-rate", "BigModel chat or create: 429 with 1302, nothing started"},
    {Fault::BmBusy, "bm-busy", "BigModel chat or create: 429 with 1305, nothing started"},
    {Fault::BmThinking, "bm-thinking", "chat that names thinking: 400 with 1210"},
    {Fault::BmHtml, "bm-html", "BigModel chat or create: 502 with an HTML page"},
    {Fault::BmOkError, "bm-200-error", "BigModel chat or create: 200 with {code, msg, success: false}"},
    {Fault::BmChat500, "bm-chat-500", "chat: 500 with 1230"},
    {Fault::BmChatReset, "bm-chat-reset", "chat: answered, the connection is reset without a reply"},
    {Fault::BmChatHang, "bm-chat-hang", "chat: answered, no reply ever comes"},
    {Fault::BmStreamCut, "bm-stream-cut", "chat, streamed: closed after half of it"},
    {Fault::BmStreamNoDone, "bm-stream-no-done", "chat, streamed: ends without [DONE]"},
    {Fault::BmStreamSplit, "bm-stream-split", "chat, streamed: a UTF-8 character in two chunks"},
    {Fault::BmEmptyLength, "bm-empty-length", "chat: no content, finish_reason length"},
    {Fault::BmSensitive, "bm-sensitive", "chat: finish_reason sensitive, with content_filter"},
    {Fault::BmCreateArrears, "bm-create-arrears", "BigModel create: 429 with 1113, arrears"},
    {Fault::BmCreateBusy, "bm-create-busy", "BigModel create: 429 with 1305, no task made"},
    {Fault::BmCreateReset, "bm-create-reset", "BigModel create: the task is made, the connection reset"},
    {Fault::BmFail, "bm-fail", "BigModel task: FAIL, nothing else said"},
    {Fault::BmFailError, "bm-fail-error", "BigModel task: FAIL with error 1234"},
    {Fault::BmFailModerated, "bm-fail-moderated", "BigModel task: FAIL with error 1301"},
};

} // namespace

std::optional<FaultOrder> parseFault(const QString &text)
{
    const QString name = text.section(u':', 0, 0);
    FaultOrder order{Fault::Key401, -1};
    if (text.contains(u':')) {
        bool isNumber = false;
        order.count = text.section(u':', 1).toInt(&isNumber);
        if (!isNumber || order.count < 1)
            return std::nullopt;
    }
    for (const FaultRow &row : faultRows) {
        if (name == QLatin1String(row.name)) {
            order.fault = row.fault;
            return order;
        }
    }
    return std::nullopt;
}

QString faultName(Fault fault)
{
    for (const FaultRow &row : faultRows) {
        if (row.fault == fault)
            return QLatin1String(row.name);
    }
    return {};
}

QString faultHelp()
{
    QString text;
    for (const FaultRow &row : faultRows)
        text += QStringLiteral("  %1 %2\n").arg(QLatin1String(row.name), -18).arg(QLatin1String(row.meaning));
    return text;
}

Faults::Faults(const QList<FaultOrder> &orders)
{
    for (const FaultOrder &order : orders)
        m_left[order.fault] = order.count;
}

bool Faults::strikes(Fault fault)
{
    const std::lock_guard lock(m_mutex);
    const auto left = m_left.find(fault);
    if (left == m_left.end() || left->second == 0)
        return false;
    if (left->second > 0)
        --left->second;
    return true;
}

} // namespace retake
