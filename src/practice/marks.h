// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace retake {

// Drawn from own glyphs: a machine without fonts marks its pictures all the same.
QImage practiceMark(QSize picture); // "PRACTICE", for the bottom left, on every result
QImage watermark(QSize picture);    // "AI生成" as the service draws it, for the bottom right, on request

} // namespace retake
