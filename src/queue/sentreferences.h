// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/reference.h"

namespace retake {

struct ReadyReferences
{
    QStringList files; // or addresses, in slot order
    QList<QStringList> remarks;
};

// Makes each that is a file acceptable, in a folder of its own inside `folder`; addresses are passed on. The
// first error is the end. Blocks: for pool threads.
Result<ReadyReferences> prepareReferences(const QList<Reference> &references, const MediaLimits &limits,
                                          const QString &folder);

} // namespace retake
