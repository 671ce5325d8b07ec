// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/workspace.h"

namespace retake {

// The clip and its takes as a list: depth first, children oldest first after their parent. A take whose
// parent is gone stands as an edit of the clip. Pure.
QList<Workspace::Version> versionTree(const ClipInfo &clip, const QList<Take> &takes);

// Whether a frame of one is made from the same frame as the other's: a take that was made from words has new
// frames, and so has what comes from it.
bool framesCorrespond(const QList<Workspace::Version> &versions, TakeId one, TakeId other);

} // namespace retake
