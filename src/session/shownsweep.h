// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace retake {

class Paths;
class Store;

// Removes what was made to be shown to a describer and never was: folders of conversations/ that no turn has
// files in, untouched for an hour, so that what another program is making stays. A store that cannot tell
// keeps all of them.
void sweepShown(const Paths &paths, const Store &store, const QDateTime &now);

} // namespace retake
