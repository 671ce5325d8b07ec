// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/shownsweep.h"

#include "base/paths.h"
#include "store/store.h"

#include <QDir>
#include <QFileInfo>

namespace retake {

void sweepShown(const Paths &paths, const Store &store, const QDateTime &now)
{
    const QFileInfoList folders =
        QDir(paths.conversationsDir()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    if (folders.isEmpty())
        return;
    const auto sources = store.shownSources();
    if (!sources)
        return;
    QSet<QString> used;
    for (const QString &source : *sources)
        used.insert(QFileInfo(source).dir().dirName()); // by name: the data folder may have moved
    for (const QFileInfo &folder : folders) {
        const bool isFresh = folder.lastModified().addSecs(3600) > now;
        if (!isFresh && !used.contains(folder.fileName()))
            QDir(folder.absoluteFilePath()).removeRecursively();
    }
}

} // namespace retake
