// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/conform.h"

namespace retake {

// The geometry of a plan: see ConformPlan.
struct ConformShape
{
    QSize size;
    QRect crop;
    QRect placed;
};

// Even sides within the limits; ClipUnfit when the shape is not taken and must be kept. Pure.
Result<ConformShape> conformShape(const ClipInfo &clip, const ConformWish &wish, const MediaLimits &limits);

} // namespace retake
