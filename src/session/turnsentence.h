// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/errorsentence.h"

namespace retake {

// What the person reads when a question to a describer came to nothing. Says where the question may have been
// charged; Cure::Retry is to ask again.
ErrorSentence sentenceForTurn(const Error &error);

} // namespace retake
