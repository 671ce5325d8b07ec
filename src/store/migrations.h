// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace retake {

// The steps of the schema: element n leads from user_version n to n + 1. A step that was once released is
// never edited; a change is a new step.
QList<QStringList> migrations();

} // namespace retake
