// SPDX-License-Identifier: GPL-3.0-or-later
// The conversations' part of the store.
#include "store/conversationrows.h"
#include "store/database.h"
#include "store/rows.h"
#include "store/store.h"

namespace retake {

namespace {

Error noConversation(const Database &database, ConversationId id)
{
    return database.failed(QStringLiteral("there is no conversation %1").arg(id.value));
}

Error noTurn(const Database &database, TurnId id)
{
    return database.failed(QStringLiteral("there is no turn %1").arg(id.value));
}

QString assigning(QString columns)
{
    return columns.replace(QStringLiteral(", "), QStringLiteral("=?, ")) + u"=?";
}

// Whether the turn may be named by this conversation; none may.
Result<void> belongs(const Database &database, TurnId turn, ConversationId conversation)
{
    if (!turn)
        return {};
    const auto owner =
        database.value(QStringLiteral("SELECT conversation FROM turn WHERE id=?"), {turn.value});
    if (!owner)
        return failure(owner.error());
    if (owner->isNull() || owner->toLongLong() != conversation.value)
        return failure(noTurn(database, turn));
    return {};
}

} // namespace

Result<Conversation> Store::insertConversation(const Conversation &conversation)
{
    Conversation stored = conversation;
    stored.tip = {}; // it has no turn yet
    const QVariantList values = conversationValues(stored);
    const auto inserted = m_database->run(QString(u"INSERT INTO conversation (" + conversationColumns() +
                                                  u") VALUES (" + placeholders(values.size()) + u')'),
                                          values);
    if (!inserted)
        return failure(inserted.error());
    stored.id = {inserted->lastInsertId().toLongLong()};
    return stored;
}

Result<void> Store::updateConversation(const Conversation &conversation)
{
    const auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return failure(transaction.error());
    if (auto fits = belongs(*m_database, conversation.tip, conversation.id); !fits)
        return fits;
    QVariantList values = conversationValues(conversation);
    values.append(conversation.id.value);
    const auto updated = m_database->run(
        QString(u"UPDATE conversation SET " + assigning(conversationColumns()) + u" WHERE id=?"), values);
    if (!updated)
        return failure(updated.error());
    if (updated->numRowsAffected() == 0)
        return failure(noConversation(*m_database, conversation.id));
    return (*transaction)->commit();
}

Result<Conversation> Store::conversation(ConversationId id) const
{
    auto row = m_database->run(
        QString(u"SELECT id, " + conversationColumns() + u" FROM conversation WHERE id=?"), {id.value});
    if (!row)
        return failure(row.error());
    if (!row->next())
        return failure(noConversation(*m_database, id));
    return conversationFromRow(*row);
}

Result<QList<Conversation>> Store::conversations(ClipId clip) const
{
    auto rows = m_database->run(QString(u"SELECT id, " + conversationColumns() +
                                        u" FROM conversation WHERE clip IS ? ORDER BY id DESC"),
                                {clip ? QVariant(clip.value) : QVariant()});
    if (!rows)
        return failure(rows.error());
    QList<Conversation> list;
    while (rows->next())
        list.append(conversationFromRow(*rows));
    return list;
}

Result<Turn> Store::insertTurn(const Turn &turn)
{
    const auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return failure(transaction.error());
    if (const auto fits = belongs(*m_database, turn.parent, turn.conversation); !fits)
        return failure(fits.error());
    const QVariantList values = turnValues(turn);
    const auto inserted = m_database->run(
        QString(u"INSERT INTO turn (" + turnColumns() + u") VALUES (" + placeholders(values.size()) + u')'),
        values);
    if (!inserted)
        return failure(inserted.error());
    Turn stored = turn;
    stored.id = {inserted->lastInsertId().toLongLong()};
    const auto moved = m_database->run(QStringLiteral("UPDATE conversation SET tip=? WHERE id=?"),
                                       {stored.id.value, stored.conversation.value});
    if (!moved)
        return failure(moved.error());
    if (const auto committed = (*transaction)->commit(); !committed)
        return failure(committed.error());
    return stored;
}

Result<void> Store::updateTurn(const Turn &turn)
{
    QVariantList values = turnValues(turn);
    // A turn stays where it is in its conversation.
    values += {turn.id.value, turn.conversation.value};
    const auto updated = m_database->run(
        QString(u"UPDATE turn SET " + assigning(turnColumns()) + u" WHERE id=? AND conversation=?"), values);
    if (!updated)
        return failure(updated.error());
    if (updated->numRowsAffected() == 0)
        return failure(noTurn(*m_database, turn.id));
    return {};
}

Result<Turn> Store::turn(TurnId id) const
{
    auto row =
        m_database->run(QString(u"SELECT id, " + turnColumns() + u" FROM turn WHERE id=?"), {id.value});
    if (!row)
        return failure(row.error());
    if (!row->next())
        return failure(noTurn(*m_database, id));
    return turnFromRow(*row);
}

Result<QList<Turn>> Store::turns(ConversationId id) const
{
    auto rows = m_database->run(
        QString(u"SELECT id, " + turnColumns() + u" FROM turn WHERE conversation=? ORDER BY id"), {id.value});
    if (!rows)
        return failure(rows.error());
    QList<Turn> list;
    while (rows->next())
        list.append(turnFromRow(*rows));
    return list;
}

Result<QStringList> Store::shownSources() const
{
    auto rows = m_database->run(QStringLiteral("SELECT DISTINCT json_extract(part.value, '$.source')"
                                               " FROM turn, json_each(turn.details, '$.shown') AS part"),
                                {});
    if (!rows)
        return failure(rows.error());
    QStringList sources;
    while (rows->next())
        sources.append(rows->value(0).toString());
    return sources;
}

Result<QHash<TurnId, QList<TakeId>>> Store::takesByTurn(ConversationId id) const
{
    auto rows =
        m_database->run(QStringLiteral("SELECT take.turn, take.id FROM turn JOIN take ON take.turn=turn.id"
                                       " WHERE turn.conversation=? ORDER BY take.id"),
                        {id.value});
    if (!rows)
        return failure(rows.error());
    QHash<TurnId, QList<TakeId>> takes;
    while (rows->next())
        takes[TurnId{rows->value(0).toLongLong()}].append(TakeId{rows->value(1).toLongLong()});
    return takes;
}

} // namespace retake
