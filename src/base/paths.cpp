// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"

#include <QDir>
#include <QStandardPaths>

namespace retake {

Paths::Paths(const QString &dataDir)
    : m_dataDir(QDir::cleanPath(QDir(dataDir.isEmpty()
                                         ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                         : dataDir)
                                    .absolutePath()))
{}

QString Paths::database() const
{
    return m_dataDir + u"/retake.db";
}

QString Paths::takesDir() const
{
    return m_dataDir + u"/takes";
}

QString Paths::receiptsDir() const
{
    return takesDir() + u"/receipts";
}

QString Paths::backupsDir() const
{
    return m_dataDir + u"/backups";
}

QString Paths::workDir() const
{
    return m_dataDir + u"/work";
}

QString Paths::conversationsDir() const
{
    return m_dataDir + u"/conversations";
}

QString Paths::locksDir() const
{
    return m_dataDir + u"/locks";
}

QString Paths::cacheDir() const
{
    return m_dataDir + u"/cache";
}

QString Paths::shelfDir() const
{
    return cacheDir() + u"/shelf";
}

QString Paths::hashFile() const
{
    return cacheDir() + u"/hashes.json";
}

QString Paths::logFile() const
{
    return m_dataDir + u"/wire.log";
}

QString Paths::settingsFile() const
{
    return m_dataDir + u"/settings.ini";
}

Result<void> Paths::create() const
{
    for (const QString &dir : {m_dataDir, takesDir(), workDir(), cacheDir()}) {
        if (!QDir().mkpath(dir))
            return failure(ErrorKind::NotWritable, {dir});
    }
    return {};
}

} // namespace retake
