// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStringList>

class QMimeData;

namespace retake {

// What was dropped or pasted, sorted by what it can be used for.
struct DroppedMedia
{
    QStringList videos; // local files that are not pictures: the probe decides whether they are videos
    QStringList pictures;
    QImage image;          // pixels without a file
    QStringList addresses; // http(s), of pictures in a browser that came without their pixels

    bool hasPictures() const { return !pictures.isEmpty() || !image.isNull() || !addresses.isEmpty(); }

    bool isEmpty() const { return videos.isEmpty() && !hasPictures(); }
};

DroppedMedia mediaIn(const QMimeData *dropped);

// A quick look that reads nothing: whether a drag would be taken.
bool carriesMedia(const QMimeData *dropped);

} // namespace retake
