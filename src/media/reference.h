// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/catalogue.h"

#include <QImage>

namespace retake {

struct ReferenceInfo
{
    QString file;
    QString format; // "jpeg", "png", ...
    QSize size;     // upright
    qint64 bytes = 0;
    bool alpha = false;
};

// Reads the header only. FileMissing, ImageUnreadable, ImageTooSmall, ImageTooLarge, ImageTooHeavy,
// ImageBadShape.
Result<ReferenceInfo> checkReference(const QString &file, const MediaLimits &limits);

// Writes the file that is sent into `folder` (upright, flattened on white where transparent, a format that
// the model takes, no metadata) and gives its path; an ASCII name.
Result<QString> prepareReference(const QString &file, const MediaLimits &limits, const QString &folder);

} // namespace retake
