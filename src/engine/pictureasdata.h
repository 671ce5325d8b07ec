// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace retake {

// A small picture as a data URI, so that it need not be uploaded. None: too big for what is left of
// `budget` (bytes of files; reduced by what was taken), or no format that the service reads.
std::optional<QString> pictureAsData(const QString &file, qint64 &budget);

} // namespace retake
