// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/imagefile.h"
#include "model/catalogue.h"
#include "model/reference.h"

#include <QRect>

namespace retake {

// Scaled up to more than twice its size a picture shows nothing: a shorter side is refused.
constexpr int smallestReferenceSide = 120;

struct ReferenceInfo : ImageHeader
{
    QString file;
};

// What is done to a picture before it is sent, in the order in which it is told.
enum class ReferenceChange {
    Format,
    FirstPicture, // the others of the file are left out
    Upright,
    Cropped,
    ScaledUp,
    ScaledDown,
    Transparency, // filled with white
    Cmyk,
    Colours, // converted to sRGB; known only when the picture has been read
    Depth,   // 8 bits a channel
    Weight,  // lossy, because it would be too many bytes
    Metadata,
};

struct ReferencePlan
{
    QRect cut;      // of the upright picture, in pixels
    QSize size;     // of what is sent
    QString format; // "jpeg" or "png"
    QList<ReferenceChange> changes;
    qint64 bytes = 0; // of what is sent; 0: not made yet
};

// What is sent, made.
struct PreparedReference
{
    QString file; // an ASCII name
    ReferenceInfo info;
    ReferencePlan plan; // as it came out
};

// Reads the header only. FileMissing, ImageUnreadable, ImageTooLarge, ImageTooHeavy (see media/imagefile.h).
Result<ReferenceInfo> readReference(const QString &file);

// Pure. ImageTooSmall below smallestReferenceSide, ImageBadShape, ImageTooHeavy for a whole picture in a
// format that the model takes; sides outside of the limits are scaled, and what is converted anyway is made
// to fit.
Result<ReferencePlan> planReference(const ReferenceInfo &info, const QRectF &crop, const MediaLimits &limits);

// The two together.
Result<ReferenceInfo> checkReference(const Reference &reference, const MediaLimits &limits);

// Writes the file that is sent into `folder`: upright, cropped, flattened on white, sRGB, 8 bit, in a format
// that the model takes, without metadata. Blocks: for pool threads. Also NotWritable, DiskFull.
Result<PreparedReference> prepareReference(const Reference &reference, const MediaLimits &limits,
                                           const QString &folder);

QString referenceChangeName(ReferenceChange change); // "format", "scaled-up" ...

// The changes in words for the person: "scaled from 100 × 80 to 300 × 240".
QStringList describeReference(const ReferenceInfo &info, const ReferencePlan &plan);
// A sentence for each image that something was done to: "Image 2: scaled from 100 × 80 to 300 × 240".
// `remarks` are the changes of all images in slot order.
QStringList referenceSentences(const QList<QStringList> &remarks);

} // namespace retake
