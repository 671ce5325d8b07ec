// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conversationrows.h"

#include "store/rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>

namespace retake {

namespace {

QString onOneLine(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject detailsFrom(const QVariant &column)
{
    return QJsonDocument::fromJson(column.toString().toUtf8()).object();
}

// A null string would be stored as NULL, where the schema wants a text.
QString words(const QString &string)
{
    return string.isNull() ? QStringLiteral("") : string;
}

template<class Tag> QVariant numberOrNull(Id<Tag> id)
{
    return id ? QVariant(id.value) : QVariant();
}

QJsonArray lockedToJson(const QList<DescriptionField> &locked)
{
    QJsonArray array;
    for (const DescriptionField field : locked)
        array.append(descriptionFieldName(field));
    return array;
}

QList<DescriptionField> lockedFromJson(const QJsonArray &array)
{
    QList<DescriptionField> locked;
    for (const auto &value : array) {
        if (const auto field = descriptionFieldFromName(value.toString()))
            locked.append(*field);
    }
    return locked;
}

QJsonArray shownToJson(const QList<ShownPart> &shown)
{
    QJsonArray array;
    for (const ShownPart &part : shown)
        array.append(QJsonObject{{QStringLiteral("source"), part.source},
                                 {QStringLiteral("time_us"), qint64(part.time.count())}});
    return array;
}

QList<ShownPart> shownFromJson(const QJsonArray &array)
{
    QList<ShownPart> shown;
    for (const auto &value : array) {
        const QJsonObject part = value.toObject();
        shown.append({part[u"source"].toString(), Microseconds(part[u"time_us"].toInteger())});
    }
    return shown;
}

} // namespace

QString conversationColumns()
{
    return QStringLiteral("clip, source, tip, account, describer, details, created_at");
}

QVariantList conversationValues(const Conversation &conversation)
{
    QJsonObject details{{QStringLiteral("file"), conversation.file},
                        {QStringLiteral("showing"), showingName(conversation.showing)},
                        {QStringLiteral("address"), conversation.address},
                        {QStringLiteral("locked"), lockedToJson(conversation.locked)}};
    if (conversation.trim) {
        details.insert(QStringLiteral("trim_in_us"), qint64(conversation.trim->in.count()));
        details.insert(QStringLiteral("trim_out_us"), qint64(conversation.trim->out.count()));
    }
    return {numberOrNull(conversation.clip),     numberOrNull(conversation.source),
            numberOrNull(conversation.tip),      words(conversation.account),
            words(conversation.describer),       onOneLine(details),
            timeToColumn(conversation.createdAt)};
}

Conversation conversationFromRow(const QSqlQuery &row)
{
    int column = 0;
    Conversation conversation;
    conversation.id = {row.value(column++).toLongLong()};
    conversation.clip = {row.value(column++).toLongLong()};
    conversation.source = {row.value(column++).toLongLong()};
    conversation.tip = {row.value(column++).toLongLong()};
    conversation.account = row.value(column++).toString();
    conversation.describer = row.value(column++).toString();
    const QJsonObject details = detailsFrom(row.value(column++));
    conversation.createdAt = timeFromColumn(row.value(column++));
    conversation.file = details[u"file"].toString();
    if (details.contains(u"trim_in_us"))
        conversation.trim = Trim{Microseconds(details[u"trim_in_us"].toInteger()),
                                 Microseconds(details[u"trim_out_us"].toInteger())};
    conversation.showing = showingFromName(details[u"showing"].toString()).value_or(Showing::Frames);
    conversation.address = details[u"address"].toString();
    conversation.locked = lockedFromJson(details[u"locked"].toArray());
    return conversation;
}

QString turnColumns()
{
    return QStringLiteral("conversation, parent, kind, state, said, details, created_at");
}

QVariantList turnValues(const Turn &turn)
{
    QJsonObject details{{QStringLiteral("translated"), turn.translated},
                        {QStringLiteral("description"), descriptionToJson(turn.description)},
                        {QStringLiteral("answer"), turn.answer},
                        {QStringLiteral("shown"), shownToJson(turn.shown)},
                        {QStringLiteral("describer"), turn.describer},
                        {QStringLiteral("request_id"), turn.requestId},
                        {QStringLiteral("usage"), turn.usage}};
    if (turn.error)
        details.insert(QStringLiteral("error"), errorToJson(*turn.error));
    return {turn.conversation.value,     numberOrNull(turn.parent), turnKindName(turn.kind),
            turnStateName(turn.state),   words(turn.said),          onOneLine(details),
            timeToColumn(turn.createdAt)};
}

Turn turnFromRow(const QSqlQuery &row)
{
    int column = 0;
    Turn turn;
    turn.id = {row.value(column++).toLongLong()};
    turn.conversation = {row.value(column++).toLongLong()};
    turn.parent = {row.value(column++).toLongLong()};
    // Words that this program does not know can only be somebody's hand in the file.
    turn.kind = turnKindFromName(row.value(column++).toString()).value_or(TurnKind::EditByHand);
    turn.state = turnStateFromName(row.value(column++).toString()).value_or(TurnState::Failed);
    turn.said = row.value(column++).toString();
    const QJsonObject details = detailsFrom(row.value(column++));
    turn.createdAt = timeFromColumn(row.value(column++));
    turn.translated = details[u"translated"].toString();
    turn.description = descriptionFromJson(details[u"description"]);
    turn.answer = details[u"answer"].toString();
    turn.shown = shownFromJson(details[u"shown"].toArray());
    turn.describer = details[u"describer"].toString();
    turn.requestId = details[u"request_id"].toString();
    turn.usage = details[u"usage"].toObject();
    if (details.contains(u"error"))
        turn.error = errorFromJson(details[u"error"].toObject());
    return turn;
}

} // namespace retake
