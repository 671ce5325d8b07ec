// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace retake {

// Whether an instruction is plainly in another language than English: letters of another script, or the
// small words of another language and none of English. In doubt it is English.
bool isPlainlyNotEnglish(const QString &text);

} // namespace retake
