// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/workspace.h"

namespace retake {

// The clip and its takes as a list: depth first, children oldest first after their parent. A take whose
// parent is gone stands as an edit of the clip. Pure.
QList<Workspace::Version> versionTree(const ClipInfo &clip, const QList<Take> &takes);

} // namespace retake
