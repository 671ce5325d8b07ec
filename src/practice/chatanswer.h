// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/chatmedia.h"

namespace retake {

// What the practice describer says: measures what it is shown, applies the edits that it reads, shortens,
// translates from a small dictionary. Always English, at most 450 characters for a description.
QString answerTo(const AskedChat &chat, const Shown &shown);

} // namespace retake
