// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/receipt.h"

#include "store/rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

namespace retake {

namespace {

constexpr int receiptFormat = 1;
constexpr qsizetype longestLog = 200; // a task that was asked for over weeks must not grow a large file

QString isoTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime isoTime(const QJsonValue &json)
{
    return QDateTime::fromString(json.toString(), Qt::ISODateWithMs).toUTC();
}

// What a service says may repeat what it was sent.
QString withoutSecrets(QString text)
{
    static const QRegularExpression query(QStringLiteral("(\\b[a-z]+://[^\\s\"'<>?#]*)[?#][^\\s\"'<>]*"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression user(QStringLiteral("(\\b[a-z]+://)[^\\s\"'<>/@]*@"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression key(QStringLiteral("(?<![\\w-])(sk-|Bearer\\s+)[\\w.~+/*=-]{4,}"),
                                        QRegularExpression::CaseInsensitiveOption);
    text.replace(query, QStringLiteral("\\1"));
    text.replace(user, QStringLiteral("\\1"));
    text.replace(key, QStringLiteral("\\1…"));
    return text;
}

QJsonValue withoutSecrets(const QJsonValue &value)
{
    if (value.isString())
        return withoutSecrets(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        for (const auto &one : value.toArray())
            array.append(withoutSecrets(QJsonValue(one)));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = withoutSecrets(QJsonValue(it.value()));
    return object;
}

QStringList stringList(const QJsonValue &value)
{
    QStringList list;
    for (const auto &one : value.toArray())
        list.append(one.toString());
    return list;
}

QStringList withoutSignatures(QStringList addresses)
{
    for (QString &address : addresses)
        address = withoutSignature(address);
    return addresses;
}

Order shorn(Order order)
{
    order.clip = withoutSignature(order.clip);
    for (Reference &reference : order.references)
        reference.source = withoutSignature(reference.source);
    order.keeping.first.file = withoutSignature(order.keeping.first.file);
    order.keeping.last.file = withoutSignature(order.keeping.last.file);
    return order;
}

QJsonObject takeToJson(const Take &take)
{
    return {{QStringLiteral("id"), take.id.value},
            {QStringLiteral("parent"), take.parent.value},
            {QStringLiteral("file"), take.file},
            {QStringLiteral("recipe"), take.recipe},
            {QStringLiteral("title"), take.title},
            {QStringLiteral("width"), take.size.width()},
            {QStringLiteral("height"), take.size.height()},
            {QStringLiteral("duration_us"), qint64(take.duration.count())},
            {QStringLiteral("kept"), take.kept},
            {QStringLiteral("clip"), take.clip.value},
            {QStringLiteral("turn"), take.turn.value},
            {QStringLiteral("created_at"), isoTime(take.createdAt)}};
}

Take takeFromJson(const QJsonObject &json, TaskId task)
{
    Take take;
    take.id = {json[u"id"].toInteger()};
    take.task = task;
    take.clip = {json[u"clip"].toInteger()};
    take.parent = {json[u"parent"].toInteger()};
    take.file = json[u"file"].toString();
    take.recipe = json[u"recipe"].toString();
    take.title = json[u"title"].toString();
    take.size = QSize(json[u"width"].toInt(), json[u"height"].toInt());
    take.duration = Microseconds(json[u"duration_us"].toInteger());
    take.kept = json[u"kept"].toBool();
    take.turn = {json[u"turn"].toInteger()};
    take.createdAt = isoTime(json[u"created_at"]);
    return take;
}

QJsonArray logToJson(const QList<TaskEvent> &log)
{
    QJsonArray array;
    for (const TaskEvent &event : log.mid(std::max<qsizetype>(0, log.size() - longestLog)))
        array.append(QJsonObject{{QStringLiteral("at"), isoTime(event.at)},
                                 {QStringLiteral("state"), taskStateName(event.state)},
                                 {QStringLiteral("cause"), event.cause},
                                 {QStringLiteral("request_id"), event.requestId}});
    return array;
}

QJsonArray formerToJson(const QList<FormerRun> &runs)
{
    QJsonArray array;
    for (const FormerRun &run : runs)
        array.append(QJsonObject{{QStringLiteral("state"), taskStateName(run.state)},
                                 {QStringLiteral("remote_id"), run.remoteId},
                                 {QStringLiteral("request_id"), run.requestId},
                                 {QStringLiteral("submitted_at"), isoTime(run.submittedAt)},
                                 {QStringLiteral("finished_at"), isoTime(run.finishedAt)},
                                 {QStringLiteral("cause"), run.cause},
                                 {QStringLiteral("usage"), run.usage}});
    return array;
}

TaskState stateOf(const QJsonObject &json)
{
    return taskStateFromName(json[u"state"].toString()).value_or(TaskState::Unclear);
}

Task taskFromJson(const QJsonObject &json)
{
    Task task;
    task.id = {json[u"task"].toInteger()};
    task.state = stateOf(json);
    task.order = orderFromJson(json[u"order"].toObject());
    task.conformedFile = json[u"conformed_file"].toString();
    task.changes = stringList(json[u"changes"]);
    task.referenceChanges = stringList(json[u"reference_changes"]);
    task.mediaUrl = json[u"media_url"].toString();
    task.referenceUrls = stringList(json[u"reference_urls"]);
    task.mediaExpires = isoTime(json[u"media_expires"]);
    task.remoteId = json[u"remote_id"].toString();
    task.createRequestId = json[u"request_id"].toString();
    // Without its signature an address leads nowhere: where it is needed, the service is asked for it anew.
    if (task.state != TaskState::Downloading)
        task.resultUrl = json[u"result_url"].toString();
    task.usage = json[u"usage"].toObject();
    if (json.contains(u"error"))
        task.error = errorFromJson(json[u"error"].toObject());
    task.position = json[u"position"].toInteger();
    task.held = json[u"held"].toBool();
    task.createdAt = isoTime(json[u"created_at"]);
    task.changedAt = isoTime(json[u"changed_at"]);
    task.submittedAt = isoTime(json[u"submitted_at"]);
    task.finishedAt = isoTime(json[u"finished_at"]);
    return task;
}

} // namespace

QString withoutSignature(const QString &address)
{
    if (!isRemoteMedia(address))
        return address;
    if (address.startsWith(u"data:", Qt::CaseInsensitive))
        return address.section(u',', 0, 0);
    return QUrl(address).toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

bool wasSent(const Task &task)
{
    switch (task.state) {
    case TaskState::Submitting:
    case TaskState::Queued:
    case TaskState::Rendering:
    case TaskState::Downloading:
    case TaskState::Done:
    case TaskState::Expired:
    case TaskState::Unclear:
        return true;
    case TaskState::Waiting:
    case TaskState::Conforming:
    case TaskState::Uploading:
    case TaskState::Failed:
    case TaskState::Cancelled:
        return task.submittedAt.isValid() || !task.remoteId.isEmpty();
    }
    Q_UNREACHABLE();
}

QByteArray receiptToJson(const Receipt &receipt)
{
    const Task &task = receipt.task;
    QJsonObject json{
        {QStringLiteral("format"), receiptFormat},
        {QStringLiteral("task"), task.id.value},
        {QStringLiteral("state"), taskStateName(task.state)},
        {QStringLiteral("account"), task.order.account},
        {QStringLiteral("model"), task.order.model},
        {QStringLiteral("order"), orderToJson(shorn(task.order))},
        {QStringLiteral("conformed_file"), task.conformedFile},
        {QStringLiteral("changes"), QJsonArray::fromStringList(task.changes)},
        {QStringLiteral("reference_changes"), QJsonArray::fromStringList(task.referenceChanges)},
        {QStringLiteral("media_url"), withoutSignature(task.mediaUrl)},
        {QStringLiteral("reference_urls"), QJsonArray::fromStringList(withoutSignatures(task.referenceUrls))},
        {QStringLiteral("media_expires"), isoTime(task.mediaExpires)},
        {QStringLiteral("remote_id"), task.remoteId},
        {QStringLiteral("request_id"), task.createRequestId},
        {QStringLiteral("result_url"), withoutSignature(task.resultUrl)},
        {QStringLiteral("usage"), withoutSecrets(QJsonValue(task.usage))},
        {QStringLiteral("position"), task.position},
        {QStringLiteral("held"), task.held},
        {QStringLiteral("created_at"), isoTime(task.createdAt)},
        {QStringLiteral("changed_at"), isoTime(task.changedAt)},
        {QStringLiteral("submitted_at"), isoTime(task.submittedAt)},
        {QStringLiteral("finished_at"), isoTime(task.finishedAt)},
        {QStringLiteral("log"), logToJson(receipt.log)},
        {QStringLiteral("logged"), receipt.logged}};
    if (task.error)
        json.insert(QStringLiteral("error"), withoutSecrets(QJsonValue(errorToJson(*task.error))));
    if (receipt.take)
        json.insert(QStringLiteral("take"), takeToJson(*receipt.take));
    if (receipt.clip)
        json.insert(QStringLiteral("clip"),
                    QJsonObject{{QStringLiteral("id"), receipt.clip->id.value},
                                {QStringLiteral("file"), receipt.clip->file},
                                {QStringLiteral("added_at"), isoTime(receipt.clip->addedAt)}});
    if (!receipt.former.isEmpty())
        json.insert(QStringLiteral("former_runs"), formerToJson(receipt.former));
    return QJsonDocument(json).toJson();
}

std::optional<Receipt> receiptFromJson(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const int format = json[u"format"].toInt();
    if (format < 1 || format > receiptFormat || json[u"task"].toInteger() <= 0 ||
        !taskStateFromName(json[u"state"].toString()))
        return std::nullopt;
    Receipt receipt;
    receipt.task = taskFromJson(json);
    const TaskId id = receipt.task.id;
    if (const QJsonObject take = json[u"take"].toObject(); take[u"id"].toInteger() > 0) {
        receipt.take = takeFromJson(take, id);
        receipt.task.take = receipt.take->id;
    }
    if (const QJsonObject clip = json[u"clip"].toObject(); clip[u"id"].toInteger() > 0)
        receipt.clip = Clip{{clip[u"id"].toInteger()}, clip[u"file"].toString(), isoTime(clip[u"added_at"])};
    for (const auto &value : json[u"log"].toArray()) {
        const QJsonObject line = value.toObject();
        receipt.log.append({id, isoTime(line[u"at"]), stateOf(line), line[u"cause"].toString(),
                            line[u"request_id"].toString()});
    }
    receipt.logged = std::max<qint64>(json[u"logged"].toInteger(), receipt.log.size());
    for (const auto &value : json[u"former_runs"].toArray()) {
        const QJsonObject run = value.toObject();
        receipt.former.append({stateOf(run), run[u"remote_id"].toString(), run[u"request_id"].toString(),
                               isoTime(run[u"submitted_at"]), isoTime(run[u"finished_at"]),
                               run[u"cause"].toString(), run[u"usage"].toObject()});
    }
    return receipt;
}

QList<FormerRun> formerRuns(const Receipt &before, const Task &now)
{
    QList<FormerRun> runs = before.former;
    const Task &then = before.task;
    // A request that the service refused is sent again within the same run.
    const bool another = then.submittedAt.isValid() && then.submittedAt != now.submittedAt &&
                         then.state != TaskState::Submitting;
    if (another)
        runs.append({then.state, then.remoteId, then.createRequestId, then.submittedAt, then.finishedAt,
                     then.error ? errorKindName(then.error->kind) : QString(), then.usage});
    return runs;
}

} // namespace retake
