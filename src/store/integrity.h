// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace retake {

enum class Condition {
    Good,    // this program's schema, or an older one
    Empty,   // missing, or nothing was ever in it
    Newer,   // a later program wrote it
    Damaged, // or no library at all
};

// Quick reads every page; Full holds the indexes and the references between rows against each other, too.
enum class Depth { Quick, Full };

// Looks at a library without writing to it. An error says that it cannot be looked at now.
Result<Condition> examine(const QString &file, Depth depth);

bool isDamage(const Error &error); // SQLite says that the file itself is broken

bool isRefusedRow(const Error &error); // its values do not fit the schema

// What the person is told when a library cannot be opened: DiskFull, NotWritable, LibraryDamaged, else as it
// is.
Error openingError(Error error);

} // namespace retake
