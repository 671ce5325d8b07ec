// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/description.h"

namespace retake {

// The part that a describer means by a label, in English or Chinese, in any case: "Lighting", "Subject 2",
// "场景". Whole: a title over all parts ("Revised description").
std::optional<DescriptionField> labelledField(const QString &label);

} // namespace retake
