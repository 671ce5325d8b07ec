// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "base/result.h"

namespace retake {
class Draft;
struct Core;
} // namespace retake

namespace retake::cli {

// Puts what the command line says into a draft. Reads files, stores nothing.
Result<void> fillDraft(Draft &draft, const Arguments &arguments, const Core &core);

} // namespace retake::cli
