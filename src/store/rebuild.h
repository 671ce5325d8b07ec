// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/paths.h"
#include "store/receiptbook.h"

namespace retake {

class Database;

// What came back.
struct Rebuilt
{
    int tasks = 0; // tasks that were missing, or stood further back
    int unreadable = 0;
};

// Which receipts win over a row with a log as long as theirs: in a backup they do, for a star or a take that
// was thrown away is not logged; in the living database the row does.
enum class Tie { Receipt, Row };

// Brings a database up to what the receipts say. Ids stay, and none is given a second time. To do it twice
// changes nothing.
Result<Rebuilt> applyReceipts(const Database &database, const ReceiptBook::Reading &reading,
                              const Paths &paths, Tie tie);

// Takes that no receipt tells of, from the recipes beside them, with a task each that is done. After
// applyReceipts.
Result<Rebuilt> applyRecipes(const Database &database, const Paths &paths);

// Whether a receipt tells of more than the database knows.
Result<bool> isBehind(const Database &database, const ReceiptBook::Reading &reading);

bool hasRecipes(const Paths &paths);

} // namespace retake
