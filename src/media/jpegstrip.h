// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace retake {

// The same picture, bit for bit, without EXIF, XMP, IPTC, comments, thumbnails, colour profile, and whatever
// stands behind its end (the films and further pictures that phones append). Nothing: the file is cut off, or
// no JPEG.
std::optional<QByteArray> withoutMetadata(const QByteArray &jpeg);

} // namespace retake
