// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QString>

#include <memory>

namespace retake {

// Tells every program on the same data that a task is driven here, or a turn asked: a lock on a file of its
// number. A program that dies gives it up, however it dies.
class TaskLock
{
public:
    // Null when another program holds it (or this one already). The folder is made when it is missing.
    static std::unique_ptr<TaskLock> take(const QString &folder, TaskId task);
    static std::unique_ptr<TaskLock> take(const QString &folder, TurnId turn);
    ~TaskLock();
    TaskLock(const TaskLock &) = delete;
    TaskLock &operator=(const TaskLock &) = delete;

private:
    TaskLock(QByteArray path, int file);
    static std::unique_ptr<TaskLock> takeFile(const QString &folder, const QString &name);

    QByteArray m_path;
    int m_file;
};

} // namespace retake
