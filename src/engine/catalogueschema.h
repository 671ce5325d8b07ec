// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

class QByteArray;

namespace retake {

// Checks a catalogue file against a JSON schema: FileDamaged with {name} and, as the detail, the place and
// the reason.
Result<void> checkAgainstSchema(const QByteArray &json, const QByteArray &schema, const QString &name);

} // namespace retake
