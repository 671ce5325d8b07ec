// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/errorsentence.h"

#include <optional>

namespace retake {

// The ends whose facts are a story: a task that expired unfetched, one that was looked for in vain. `charge`
// is what it cost, in words; empty: told without a number. None: the table's sentence will do.
std::optional<ErrorSentence> sentenceOfEnd(const Error &error, const QDateTime &now, const QString &charge);

QString chargeText(const Task &task); // "It was probably charged: about 10 s."

} // namespace retake
