// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>
#include <optional>

namespace retake {

// A folder of finished files that can be made again: conformed clips, proxies. An entry is there whole or not
// at all; the least recently used ones go when the limit is passed, never those in use. Several programs may
// share the folder: use is a lock on the file itself, which a crash gives up. For any thread; copies speak of
// the same folder. Everything here touches the disk.
class Shelf
{
public:
    // An entry in use. It stays as long as a copy of this lives.
    class Hold
    {
    public:
        Hold() = default;

        explicit operator bool() const { return m_lock != nullptr; }

        QString file() const { return m_file; }

    private:
        friend class Shelf;
        class Lock;
        Hold(QString file, std::shared_ptr<Lock> lock);

        QString m_file;
        std::shared_ptr<Lock> m_lock;
    };

    // The folder is made when the first entry is put there.
    Shelf(const QString &folder, qint64 limitBytes);

    // Names are file names: letters, digits, '-', '_' and '.'.
    std::optional<Hold> find(const QString &name) const; // and counts as a use

    // Where a file for the shelf may be written: a free name in the folder, which put() takes in. What is
    // never put there is removed by tidy(), a day later. NotWritable.
    Result<QString> part(const QString &name) const;

    // Takes a finished file of part() in under its name, and sweeps. When another program was quicker, its
    // entry is given and ours removed. DiskFull, NotWritable; the part is removed then, too.
    Result<Hold> put(const QString &name, const QString &part) const;

    void sweep() const; // down to the limit, oldest use first
    void tidy() const;  // at the start of a program: what a crash has left, then sweep()

    qint64 bytes() const; // of all entries

private:
    QString m_folder;
    qint64 m_limit = 0;
};

} // namespace retake
