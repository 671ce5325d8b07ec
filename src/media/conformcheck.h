// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/conform.h"

#include <QMutex>

namespace retake {

// Decides between the pool thread that puts the result in place and a deletion at the same moment.
struct ConformVerdict
{
    QMutex mutex;
    bool cancelled = false;
    bool inPlace = false;
};

// What is wrong with a result, in words for the detail; empty: it is as planned and the model takes it.
QString differenceFrom(const ConformPlan &plan, const MediaLimits &limits, const ClipInfo &made);

// Probes what was made and moves it to `target` when it is as planned; removes it otherwise. ToolFailed,
// CancelledByPerson and what moving gives. Blocks.
Result<ClipInfo> checkAndPlace(const QString &part, const QString &target, const ConformPlan &plan,
                               const MediaLimits &limits, ConformVerdict &verdict);

} // namespace retake
