// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/quickentry.h"

namespace retake {

namespace {

constexpr double instant = 12;
constexpr int farthest = 150; // entries; beyond it a picture tells nothing of where the pointer is

} // namespace

int quickEntryNear(int wished, int count, const EntryCost &cost)
{
    for (int away = 0; away <= farthest; ++away) {
        for (const int entry : {wished - away, wished + away}) {
            if (entry >= 0 && entry < count && cost(entry) <= instant)
                return entry;
        }
    }
    return wished;
}

} // namespace retake
