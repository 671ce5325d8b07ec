// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/taskjson.h"

#include <QJsonArray>

#include <cmath>

namespace retake {

namespace {

constexpr int largestPage = 100;
constexpr std::chrono::hours widestWindow{24};

double hundredths(double seconds)
{
    return std::round(seconds * 100) / 100;
}

QJsonObject usageJson(const RenderOutcome &outcome)
{
    const double input = hundredths(outcome.inputSeconds);
    const double output = hundredths(outcome.outputSeconds);
    return {{QStringLiteral("duration"), hundredths(input + output)},
            {QStringLiteral("input_video_duration"), input},
            {QStringLiteral("output_video_duration"), output},
            {QStringLiteral("video_count"), 1},
            {QStringLiteral("SR"), outcome.tier}};
}

QJsonObject rowJson(const PracticeTask &task)
{
    const bool isEnded = task.stage != Stage::Pending && task.stage != Stage::Running;
    const bool isStarted = task.stage != Stage::Pending && task.scheduled != Moment();
    QJsonObject row{{QStringLiteral("api_key_id"), QStringLiteral("100001")},
                    {QStringLiteral("caller_parent_id"), QStringLiteral("1000000000000001")},
                    {QStringLiteral("caller_uid"), QStringLiteral("1000000000000001")},
                    {QStringLiteral("gmt_create"), epochMs(task.submitted)},
                    {QStringLiteral("model_name"), task.body.model},
                    {QStringLiteral("region"), QStringLiteral("cn-beijing")},
                    {QStringLiteral("request_id"), task.requestId},
                    {QStringLiteral("status"), stageName(task.stage)},
                    {QStringLiteral("task_id"), task.id},
                    {QStringLiteral("user_api_unique_key"),
                     QString(u"apikey:v1:aigc:video-generation:video-synthesis:" + task.body.model)}};
    if (isStarted)
        row.insert(QStringLiteral("start_time"), epochMs(task.scheduled));
    if (isEnded)
        row.insert(QStringLiteral("end_time"), epochMs(task.ended));
    return row;
}

// False when the parameter is there and is not a number in the range.
bool readNumber(const HttpRequest &request, const QString &name, int minimum, int maximum, int &value)
{
    if (!request.hasParameter(name))
        return true;
    bool isNumber = false;
    value = request.parameter(name).toInt(&isNumber);
    return isNumber && value >= minimum && value <= maximum;
}

bool readStamp(const HttpRequest &request, const QString &name, Moment &value)
{
    return !request.hasParameter(name) || parseChinaStamp(request.parameter(name), value);
}

HttpReply badListQuery(const QString &message)
{
    return refusal(400, QStringLiteral("InvalidParameter"), message);
}

} // namespace

HttpReply taskReply(const PracticeTask &task)
{
    QJsonObject output{{QStringLiteral("task_id"), task.id},
                       {QStringLiteral("task_status"), stageName(task.stage)},
                       {QStringLiteral("submit_time"), chinaTime(task.submitted)}};
    if (task.stage != Stage::Pending && task.scheduled != Moment())
        output.insert(QStringLiteral("scheduled_time"), chinaTime(task.scheduled));
    if (task.stage != Stage::Pending && task.stage != Stage::Running)
        output.insert(QStringLiteral("end_time"), chinaTime(task.ended));
    QJsonObject reply;
    if (task.stage == Stage::Succeeded) {
        if (!task.body.prompt.isEmpty())
            output.insert(QStringLiteral("orig_prompt"), task.body.prompt);
        output.insert(QStringLiteral("video_url"), task.outcome->url);
        reply.insert(QStringLiteral("usage"), usageJson(*task.outcome));
    } else if (task.stage == Stage::Failed) {
        output.insert(QStringLiteral("code"), task.outcome->code);
        output.insert(QStringLiteral("message"), task.outcome->message);
    }
    reply.insert(QStringLiteral("output"), output);
    HttpReply answer = jsonReply(reply);
    answer.note.insert(QStringLiteral("task_status"), stageName(task.stage));
    return answer;
}

HttpReply unknownTaskReply(const QString &id)
{
    HttpReply reply = jsonReply({{QStringLiteral("output"),
                                  QJsonObject{{QStringLiteral("task_id"), id},
                                              {QStringLiteral("task_status"), QStringLiteral("UNKNOWN")}}}});
    reply.note.insert(QStringLiteral("task_status"), QStringLiteral("UNKNOWN"));
    return reply;
}

HttpReply taskListReply(const HttpRequest &request, const std::vector<PracticeTask> &tasks, Moment now)
{
    int page = 1;
    int size = 10;
    if (!readNumber(request, QStringLiteral("page_no"), 1, 1000000, page) ||
        !readNumber(request, QStringLiteral("page_size"), 1, largestPage, size))
        return badListQuery(QStringLiteral("page_no or page_size is invalid."));
    Moment end = now;
    if (!readStamp(request, QStringLiteral("end_time"), end))
        return badListQuery(QStringLiteral("end_time must be YYYYMMDDhhmmss."));
    Moment start = end - widestWindow;
    if (!readStamp(request, QStringLiteral("start_time"), start))
        return badListQuery(QStringLiteral("start_time must be YYYYMMDDhhmmss."));
    if (request.hasParameter(QStringLiteral("start_time")) &&
        !request.hasParameter(QStringLiteral("end_time")))
        end = std::min(now, start + widestWindow);
    if (start > end || end - start > widestWindow)
        return badListQuery(
            QStringLiteral("The window from start_time to end_time must be within 24 hours."));

    const auto differs = [&](const char *name, const QString &value) {
        const QString wanted = request.parameter(QLatin1String(name));
        return !wanted.isEmpty() && wanted != value;
    };
    QJsonArray rows;
    qint64 total = 0;
    for (const PracticeTask &task : tasks) {
        if (task.submitted < start || task.submitted > end || differs("task_id", task.id) ||
            differs("model_name", task.body.model) || differs("status", stageName(task.stage)))
            continue;
        if (total >= qint64(page - 1) * size && total < qint64(page) * size)
            rows.append(rowJson(task));
        ++total;
    }
    return jsonReply({{QStringLiteral("data"), rows},
                      {QStringLiteral("total"), total},
                      {QStringLiteral("total_page"), (total + size - 1) / size},
                      {QStringLiteral("page_no"), page},
                      {QStringLiteral("page_size"), size}});
}

} // namespace retake
