// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/looks.h"

#include <QImage>

class QRandomGenerator;

namespace retake {

enum class Middle { Clear, Filled };

// A drawn place; with a clear middle the subject of the video stays to be seen.
QImage drawPlace(Look place, QSize size, QRandomGenerator &random, Middle middle = Middle::Clear);

} // namespace retake
