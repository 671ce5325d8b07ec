// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/conformplan.h"

namespace retake {

// The shelf's name of a conformed clip: the same for the same source, by the hash of its bytes, the same plan
// and the same way of carrying it out. Pure.
QString conformedName(const QString &contentHash, const ClipInfo &clip, const ConformPlan &plan,
                      const ModelSpec &model);

// The shelf's name of the note that a file, sent as it is, was decoded to its end without a fault.
QString decodedName(const QString &contentHash);

} // namespace retake
