// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/imagefile.h"

namespace retake {

// HEIC, HEIF and AVIF by libheif, upright. ImageUnreadable with libheif's own words.
Result<ImageHeader> readHeifHeader(const QString &file);
Result<QImage> readHeif(const QString &file);

} // namespace retake
