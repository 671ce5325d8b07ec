// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/reference.h"

#include <QImage>

namespace retake {

// What a slot shows of its image.
struct SlotPicture
{
    QImage square;       // of the piece that is meant; null when it cannot be read
    QStringList changes; // what is done to it before it is sent, in words
};

// Reads the file: for pool threads.
SlotPicture pictureOf(const Reference &reference, const MediaLimits &limits, int side);

} // namespace retake
