// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;

namespace retake {

class PairPlayer;
struct ViewerActions;

// The actions that move the time drive the player, for as long as `context` lives; those of modes and trim
// are the pane's own.
void connectPlayKeys(const ViewerActions &actions, PairPlayer &player, QObject *context);

} // namespace retake
