// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QByteArray;
class QIODevice;

namespace retake {

// What the parts of an image file tell that Qt's readers keep to themselves.
struct ImageParts
{
    bool metadata = false;    // EXIF, XMP, IPTC, comments: place, camera, names
    bool transparent = false; // GIF only
    bool lossy = false;       // JPEG, and WebP that was made like one
    int channels = 0;         // JPEG only: 1, 3, or 4 for CMYK
    bool whole = true;        // false: the file ends before its picture does
};

// "jpeg", "png", ... by the first 64 bytes, a TGA by the last 26; empty when it is none that is read here.
QString imageFormatOf(const QByteArray &head, const QByteArray &tail);

// Walks from part to part and skips the pictures, so that it costs next to nothing; only of JPEG is
// `whole` left to others (a JPEG's end is found by withoutMetadata, see media/jpegstrip.h).
ImageParts readImageParts(QIODevice &device, const QString &format);

} // namespace retake
