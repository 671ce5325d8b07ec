// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QList>

namespace retake {

// A packed copy of the database. The running number, and not the date, says which is newer: a clock that is
// set back or forth changes nothing about it.
struct Backup
{
    QString file;
    int number = 0;
    QDate day; // UTC
};

QList<Backup> backupsIn(const QString &folder); // newest first

// Unpacks into place; false when the copy is damaged.
Result<bool> unpackBackup(const Backup &backup, const QString &into);

// What a library needs once a day, if it is due at `now`: a full check, receipts for tasks that have none,
// and a backup, of which the last 14 stay. A library that fails the check is left for the next start, which
// checks fully again. Blocks; has a connection of its own: for a pool thread.
Result<void> keepLibrary(const QString &file, const QDateTime &now);

QString suspectMark(const QString &file); // where keepLibrary leaves that word

} // namespace retake
