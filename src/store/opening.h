// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/inuse.h"
#include "store/openreport.h"

#include <QDateTime>

namespace retake {

struct OpenedLibrary
{
    std::unique_ptr<InUse> use;
    std::unique_ptr<Database> database;
    OpenReport report;
};

// Looks first, repairs where it must and may, then opens.
Result<OpenedLibrary> openLibrary(const QString &file, const QDateTime &now);

} // namespace retake
