// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>

namespace retake {

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString compact(const QStringList &list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QJsonObject objectFrom(const QVariant &column)
{
    return QJsonDocument::fromJson(column.toString().toUtf8()).object();
}

QStringList stringsFrom(const QJsonArray &array)
{
    QStringList list;
    for (const auto &value : array)
        list.append(value.toString());
    return list;
}

QStringList listFrom(const QVariant &column)
{
    return stringsFrom(QJsonDocument::fromJson(column.toString().toUtf8()).array());
}

// A null string would be stored as NULL, where the schema wants a text.
QString text(const QString &string)
{
    return string.isNull() ? QStringLiteral("") : string;
}

template<class Tag> QVariant idColumn(Id<Tag> id)
{
    return id ? QVariant(id.value) : QVariant();
}

} // namespace

QString placeholders(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(u',');
}

QVariant timeToColumn(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

qint64 timeOrZero(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

QDateTime timeFromColumn(const QVariant &column)
{
    return column.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(column.toLongLong(), Qt::UTC);
}

QJsonObject errorToJson(const Error &error)
{
    QJsonObject json{{QStringLiteral("kind"), errorKindName(error.kind)},
                     {QStringLiteral("facts"), QJsonArray::fromStringList(error.facts)},
                     {QStringLiteral("code"), error.serviceCode},
                     {QStringLiteral("message"), error.serviceMessage},
                     {QStringLiteral("request_id"), error.requestId},
                     {QStringLiteral("http_status"), error.httpStatus}};
    if (error.retryAfter)
        json.insert(QStringLiteral("retry_after"), qint64(error.retryAfter->count()));
    return json;
}

Error errorFromJson(const QJsonObject &json)
{
    Error error;
    error.kind = errorKindFromName(json[u"kind"].toString()).value_or(ErrorKind::ServiceFailed);
    error.facts = stringsFrom(json[u"facts"].toArray());
    error.serviceCode = json[u"code"].toString();
    error.serviceMessage = json[u"message"].toString();
    error.requestId = json[u"request_id"].toString();
    error.httpStatus = json[u"http_status"].toInt();
    if (json.contains(u"retry_after"))
        error.retryAfter = std::chrono::seconds(json[u"retry_after"].toInteger());
    return error;
}

QString taskColumns()
{
    return QStringLiteral(
        "state, model, account, remote_id, order_json, conformed_file, changes, media_url,"
        " reference_urls, media_expires, create_request_id, result_url, usage, error, take,"
        " created_at, changed_at, submitted_at, finished_at, reference_changes, position, held");
}

QVariantList taskValues(const Task &task)
{
    return {taskStateName(task.state),
            text(task.order.model),
            text(task.order.account),
            text(task.remoteId),
            compact(orderToJson(task.order)),
            text(task.conformedFile),
            compact(task.changes),
            text(task.mediaUrl),
            compact(task.referenceUrls),
            timeToColumn(task.mediaExpires),
            text(task.createRequestId),
            text(task.resultUrl),
            compact(task.usage),
            task.error ? QVariant(compact(errorToJson(*task.error))) : QVariant(),
            idColumn(task.take),
            timeToColumn(task.createdAt),
            timeToColumn(task.changedAt),
            timeToColumn(task.submittedAt),
            timeToColumn(task.finishedAt),
            compact(task.referenceChanges),
            task.position,
            task.held};
}

Task taskFromRow(const QSqlQuery &row)
{
    int column = 0;
    Task task;
    task.id = {row.value(column++).toLongLong()};
    // A word that this program does not know can only be somebody's hand in the file: leave it to the person.
    task.state = taskStateFromName(row.value(column++).toString()).value_or(TaskState::Unclear);
    column += 2; // model and account: the order has them
    task.remoteId = row.value(column++).toString();
    task.order = orderFromJson(objectFrom(row.value(column++)));
    task.conformedFile = row.value(column++).toString();
    task.changes = listFrom(row.value(column++));
    task.mediaUrl = row.value(column++).toString();
    task.referenceUrls = listFrom(row.value(column++));
    task.mediaExpires = timeFromColumn(row.value(column++));
    task.createRequestId = row.value(column++).toString();
    task.resultUrl = row.value(column++).toString();
    task.usage = objectFrom(row.value(column++));
    if (const QVariant error = row.value(column++); !error.isNull())
        task.error = errorFromJson(objectFrom(error));
    task.take = {row.value(column++).toLongLong()};
    task.createdAt = timeFromColumn(row.value(column++));
    task.changedAt = timeFromColumn(row.value(column++));
    task.submittedAt = timeFromColumn(row.value(column++));
    task.finishedAt = timeFromColumn(row.value(column++));
    task.referenceChanges = listFrom(row.value(column++));
    task.position = row.value(column++).toLongLong();
    task.held = row.value(column++).toBool();
    return task;
}

QString takeColumns()
{
    return QStringLiteral(
        "task, clip, parent, file, recipe, title, width, height, duration_us, kept, created_at, turn");
}

QVariantList takeValues(const Take &take)
{
    return {take.task.value,
            idColumn(take.clip),
            idColumn(take.parent),
            text(take.file),
            text(take.recipe),
            text(take.title),
            take.size.width(),
            take.size.height(),
            qint64(take.duration.count()),
            take.kept,
            timeToColumn(take.createdAt),
            idColumn(take.turn)};
}

Take takeFromRow(const QSqlQuery &row)
{
    int column = 0;
    Take take;
    take.id = {row.value(column++).toLongLong()};
    take.task = {row.value(column++).toLongLong()};
    take.clip = {row.value(column++).toLongLong()};
    take.parent = {row.value(column++).toLongLong()};
    take.file = row.value(column++).toString();
    take.recipe = row.value(column++).toString();
    take.title = row.value(column++).toString();
    take.size.setWidth(row.value(column++).toInt());
    take.size.setHeight(row.value(column++).toInt());
    take.duration = Microseconds(row.value(column++).toLongLong());
    take.kept = row.value(column++).toBool();
    take.createdAt = timeFromColumn(row.value(column++));
    take.turn = {row.value(column++).toLongLong()};
    return take;
}

} // namespace retake
