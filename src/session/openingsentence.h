// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/errorsentence.h"
#include "store/openreport.h"

namespace retake {

// What the person reads when the library had to be mended before it could be opened. Without a title there is
// nothing to tell.
ErrorSentence sentenceFor(const OpenReport &report);

} // namespace retake
