// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace retake {

namespace {

// Times are UTC milliseconds. The order is kept whole as JSON, for it is complete in itself; what is searched
// or counted has a column. Ids are never used twice: the log and the takes' names go on pointing at them.
QStringList firstLight()
{
    return {
        QStringLiteral("CREATE TABLE clip ("
                       " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                       " file TEXT NOT NULL UNIQUE,"
                       " added_at INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE task ("
                       " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                       " state TEXT NOT NULL,"
                       " model TEXT NOT NULL,"
                       " account TEXT NOT NULL,"
                       " remote_id TEXT NOT NULL,"
                       " order_json TEXT NOT NULL,"
                       " conformed_file TEXT NOT NULL,"
                       " changes TEXT NOT NULL,"
                       " media_url TEXT NOT NULL,"
                       " reference_urls TEXT NOT NULL,"
                       " media_expires INTEGER,"
                       " create_request_id TEXT NOT NULL,"
                       " result_url TEXT NOT NULL,"
                       " usage TEXT NOT NULL,"
                       " error TEXT,"
                       " take INTEGER,"
                       " created_at INTEGER,"
                       " changed_at INTEGER,"
                       " submitted_at INTEGER,"
                       " finished_at INTEGER)"),
        QStringLiteral("CREATE INDEX task_state ON task (state)"),
        QStringLiteral("CREATE INDEX task_remote ON task (remote_id)"),
        // A task makes one take; the number of its task stays when the task's row is cleared away.
        QStringLiteral("CREATE TABLE take ("
                       " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                       " task INTEGER NOT NULL UNIQUE,"
                       " clip INTEGER REFERENCES clip (id),"
                       " parent INTEGER REFERENCES take (id) ON DELETE SET NULL,"
                       " file TEXT NOT NULL,"
                       " recipe TEXT NOT NULL,"
                       " title TEXT NOT NULL,"
                       " width INTEGER NOT NULL,"
                       " height INTEGER NOT NULL,"
                       " duration_us INTEGER NOT NULL,"
                       " kept INTEGER NOT NULL,"
                       " created_at INTEGER)"),
        QStringLiteral("CREATE INDEX take_clip ON take (clip)"),
        QStringLiteral("CREATE INDEX take_parent ON take (parent)"),
        QStringLiteral("CREATE TABLE event ("
                       " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                       " task INTEGER NOT NULL,"
                       " at INTEGER NOT NULL,"
                       " state TEXT NOT NULL,"
                       " cause TEXT NOT NULL,"
                       " request_id TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX event_task ON event (task)"),
        QStringLiteral("CREATE TRIGGER event_stays BEFORE DELETE ON event"
                       " BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END"),
        QStringLiteral("CREATE TRIGGER event_is_fixed BEFORE UPDATE ON event"
                       " BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END"),
    };
}

QStringList referenceWords()
{
    return {QStringLiteral("ALTER TABLE task ADD COLUMN reference_changes TEXT NOT NULL DEFAULT '[]'")};
}

// Places in the queue, and which tasks a person has paused. `setting` is the queue's own memory. `writer` is
// the program that wrote a line of the log, so that another one knows what is news.
QStringList queueOrder()
{
    return {
        QStringLiteral("ALTER TABLE task ADD COLUMN position INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE task ADD COLUMN held INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("UPDATE task SET position=id"),
        QStringLiteral("ALTER TABLE event ADD COLUMN writer INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")};
}

// Numbers of clips and takes are not references: a conversation stays as it is when its take is thrown away,
// and a take, in a library that was made anew from receipts, names a turn that is gone.
QStringList conversations()
{
    return {
        QStringLiteral("CREATE TABLE conversation ("
                       " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                       " clip INTEGER,"
                       " source INTEGER,"
                       " tip INTEGER,"
                       " account TEXT NOT NULL,"
                       " describer TEXT NOT NULL,"
                       " details TEXT NOT NULL,"
                       " created_at INTEGER)"),
        QStringLiteral("CREATE INDEX conversation_clip ON conversation (clip)"),
        QStringLiteral("CREATE TABLE turn ("
                       " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                       " conversation INTEGER NOT NULL REFERENCES conversation (id),"
                       " parent INTEGER REFERENCES turn (id),"
                       " kind TEXT NOT NULL,"
                       " state TEXT NOT NULL,"
                       " said TEXT NOT NULL,"
                       " details TEXT NOT NULL,"
                       " created_at INTEGER)"),
        QStringLiteral("CREATE INDEX turn_conversation ON turn (conversation)"),
        QStringLiteral("ALTER TABLE take ADD COLUMN turn INTEGER"),
        QStringLiteral("CREATE INDEX take_turn ON take (turn)"),
    };
}

} // namespace

QList<QStringList> migrations()
{
    return {firstLight(), referenceWords(), queueOrder(), conversations()};
}

} // namespace retake
