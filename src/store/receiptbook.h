// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/receipt.h"

namespace retake {

class Database;

// The folder of receipts: task-N.json, or task-N.cleared.json when its task is off the list.
class ReceiptBook
{
public:
    explicit ReceiptBook(const QString &folder);

    // Brings the task's receipt to what the database says now. Writes none for a task that was never sent,
    // and nothing where nothing is new.
    Result<void> write(const Database &database, TaskId id) const;
    void markCleared(const QList<TaskId> &ids) const;

    bool has(TaskId id) const;
    std::optional<Receipt> read(TaskId id) const;

    struct Reading
    {
        QList<Receipt> receipts; // by the task's number
        int unreadable = 0;
        qint64 highestTask = 0; // of the unreadable ones, too: their numbers are taken
    };

    Reading readAll() const;
    Reading readNewest(int count) const; // those that were written last
    bool isEmpty() const;

private:
    Reading read(const QStringList &names) const;
    QString openFile(TaskId id) const;
    QString clearedFile(TaskId id) const;
    QString m_folder;
};

} // namespace retake
