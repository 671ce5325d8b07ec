// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "base/result.h"
#include "model/take.h"

namespace retake {
class Draft;
class Store;
struct Core;
} // namespace retake

namespace retake::cli {

Take takeAt(const QString &file,
            const Store &store); // a file that is a take of the library carries on its line

// Puts what the command line says into a draft. Reads files, stores nothing.
Result<void> fillDraft(Draft &draft, const Arguments &arguments, const Core &core);

} // namespace retake::cli
