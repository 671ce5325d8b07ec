// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/account.h"
#include "model/catalogue.h"

namespace retake {

QString regionName(const Account &account, const Catalogue &catalogue); // "Beijing", or the host of one's own
// "Wan 2.7 · Beijing"; practice says that it is practice.
QString engineName(const Account &account, const ModelSpec &model, const Catalogue &catalogue);

} // namespace retake
