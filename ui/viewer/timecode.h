// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

#include <QString>

namespace retake {

// "02:03.45", hundredths cut off; "1:02:03.45" from an hour on.
QString formatTimecode(Microseconds time);

} // namespace retake
