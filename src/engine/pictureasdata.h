// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <optional>

namespace retake {

// A small picture as a data URI, so that it need not be uploaded. None: too big for what is left of
// `budget` (bytes of files; reduced by what was taken), or no format that the service reads.
std::optional<QString> pictureAsData(const QString &file, qint64 &budget);

// A picture or a clip as a data URI, for services that have no upload. ImageTooHeavy for a picture and
// UploadRefused for a clip of more than `maximumBytes` (0: any size), ImageUnreadable for what is neither.
Result<QString> mediaAsData(const QString &file, qint64 maximumBytes);

} // namespace retake
