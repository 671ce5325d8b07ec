// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace retake {

// Everything that the programs keep lies under one folder (`--data-dir`).
class Paths
{
public:
    // Without a folder: the platform's place for application data.
    explicit Paths(const QString &dataDir = {});

    QString dataDir() const { return m_dataDir; }

    QString database() const;         // retake.db
    QString takesDir() const;         // finished takes and their recipes
    QString receiptsDir() const;      // in it: one receipt a task that was sent
    QString backupsDir() const;       // daily copies of the database
    QString workDir() const;          // conformed clips, prepared references, .part files
    QString conversationsDir() const; // what describers were shown
    QString locksDir() const;         // who drives which task; empty when no program runs
    QString cacheDir() const;         // what can be made again; to delete it loses nothing
    QString shelfDir() const;         // in it: conformed clips, proxies
    QString hashFile() const;         // in it: known hashes
    QString logFile() const;          // wire log
    QString settingsFile() const;
    Result<void> create() const; // all folders; NotWritable or DiskFull

private:
    QString m_dataDir;
};

} // namespace retake
