// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/serviceaddress.h"

namespace retake {

// "/tasks/ID" and what follows.
QString dashscopeTaskPath(const QString &remoteId, const QString &after = {});

} // namespace retake
