// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/slotpicture.h"

#include "media/reference.h"

namespace retake {

SlotPicture pictureOf(const Reference &reference, const MediaLimits &limits, int side)
{
    SlotPicture found;
    if (const auto info = readReference(reference.source)) {
        if (const auto plan = planReference(*info, reference.crop, limits))
            found.changes = describeReference(*info, *plan);
    }
    const QImage image = readImageFor(reference.source, reference.crop, {side, side});
    if (image.isNull())
        return found;
    const QImage cover = image.scaled(side, side, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    found.square = cover.copy((cover.width() - side) / 2, (cover.height() - side) / 2, side, side);
    return found;
}

} // namespace retake
