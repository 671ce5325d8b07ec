// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace retake {

class PairSound;
class Settings;

// Gives the sound the choice and the volume of the last time, and writes down how they change while it lives.
void rememberSound(PairSound &sound, Settings &settings);

} // namespace retake
