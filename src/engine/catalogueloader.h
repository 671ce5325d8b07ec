// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"

namespace retake {

// The built-in catalogue (:/catalogue/catalogue.json), extended by `userFile` where that exists. A user's
// file that breaks the schema is an error that names the place: FileDamaged with the file and the reason.
Result<Catalogue> loadCatalogue(const QString &userFile = {});

} // namespace retake
