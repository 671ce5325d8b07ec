// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/account.h"
#include "model/catalogue.h"
#include "store/receipt.h"

namespace retake {

// What the service counted, and what that costs by the catalogue's price list. No currency: no price is
// known.
Estimate costOf(const Task &task, const Catalogue &catalogue, const Account &account);

// A task's receipt for people, a line a fact: to file, or to send to a service's support. Times are UTC.
QString receiptText(const Receipt &receipt, const Estimate &cost);
QString receiptText(const Task &task, const QList<TaskEvent> &log, const Estimate &cost);

} // namespace retake
