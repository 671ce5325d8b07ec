// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

namespace retake::cli {

QString outputName(const QString &wished, qsizetype index); // NAME.mp4, NAME-2.mp4, NAME-3.mp4 ...

// Asked before anything is sent: a take that is paid for must not end in a folder that takes no files, or
// over what it was made of.
Result<void> checkOutput(const QString &output, const QStringList &sources);

} // namespace retake::cli
