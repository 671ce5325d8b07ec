// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace retake {

enum class Telling { GoesOn, Over };

// What a model says aloud: without its thoughts and the marks of the box around an answer, trimmed. While the
// telling goes on, the beginning of a mark at the end is held back.
QString spokenText(const QString &raw, Telling telling);

} // namespace retake
