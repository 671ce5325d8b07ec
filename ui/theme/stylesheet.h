// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFont;

namespace retake {

struct Tokens;

// The application's one style sheet. Hooks are dynamic properties: primary, secondary, heading, small,
// number, flat, chip, danger (bool), segment (first, middle, last), panel (left, right, top, bottom), plus
// mood (info, ok, warning, error) on message bars.
QString styleSheetFor(const Tokens &tokens, const QFont &systemFont);

} // namespace retake
