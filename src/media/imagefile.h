// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QImage>

namespace retake {

struct ImageHeader
{
    QString format; // "jpeg", "png", "webp", "bmp", "gif", "tiff", "ico", "tga", "heic", "avif", ...
    QSize size;     // upright
    qint64 bytes = 0;
    int pictures = 1; // of which one is read: the first, of an ICO the largest
    int depth = 8;    // bits a channel
    int channels = 0; // 4: CMYK; 0: not told
    bool alpha = false;
    bool turned = false;   // not stored upright
    bool metadata = false; // place, camera, names, comments
    bool lossy = false;    // a photograph rather than a drawing
};

struct DecodedImage
{
    QImage image;            // upright, sRGB, 8 bit; with alpha where it has some
    bool recoloured = false; // it had other colours than sRGB
};

// More than that is not decoded: a few bytes of a prepared file can claim any size. A JPEG is the exception,
// because it is read at a fraction of its size without unpacking the whole.
constexpr qint64 maximumPixels = 120'000'000;
constexpr qint64 maximumJpegPixels = 500'000'000;
constexpr qint64 maximumImageBytes = 512'000'000;

// Reads the header only. FileMissing, ImageUnreadable, ImageTooLarge and ImageTooHeavy (past the figures
// above).
Result<ImageHeader> readImageHeader(const QString &file);

// The whole picture. A JPEG may come smaller than its header says, when it is a giant. Blocks: for pool
// threads.
Result<DecodedImage> readImage(const QString &file);

// To be shown: no larger than needed for `crop` (in parts; null: all of it) to cover `size`; null when it
// cannot be read.
QImage readImageFor(const QString &file, const QRectF &crop, QSize size);

// A crop in whole pixels, at least one.
QRect pixelsOf(const QRectF &crop, QSize size);

} // namespace retake
