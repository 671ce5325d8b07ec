// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picturefiles.h"

#include <QFileInfo>
#include <QMimeData>
#include <QMimeDatabase>
#include <QUrl>

namespace retake {

DroppedMedia mediaIn(const QMimeData *dropped)
{
    DroppedMedia found;
    if (!dropped)
        return found;
    const QMimeDatabase types;
    for (const QUrl &url : dropped->urls()) {
        const QString file = url.toLocalFile();
        if (file.isEmpty() || QFileInfo(file).isDir())
            continue;
        const QString type = types.mimeTypeForFile(file, QMimeDatabase::MatchExtension).name();
        if (type.startsWith(u"image/"))
            found.pictures.append(file);
        else
            found.videos.append(file);
    }
    if (found.isEmpty() && dropped->hasImage())
        found.image = qvariant_cast<QImage>(dropped->imageData());
    return found;
}

bool carriesMedia(const QMimeData *dropped)
{
    if (!dropped)
        return false;
    if (dropped->hasImage())
        return true;
    for (const QUrl &url : dropped->urls()) {
        if (url.isLocalFile())
            return true;
    }
    return false;
}

} // namespace retake
