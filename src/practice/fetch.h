// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace retake {

enum class FetchOutcome { Fetched, NotFound, TooLarge, Unreachable };

// Downloads an http(s) address into a file. Follows no redirect.
FetchOutcome fetchToFile(const QString &url, const QString &path, qint64 maximumBytes);

} // namespace retake
