// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

namespace retake {

// The pattern in any case of letters, compiled once a thread: the same few are looked for in every edit.
QRegularExpression anyCase(const QString &pattern);

} // namespace retake
