// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <malloc.h>

namespace retake {

// Once, before any thread begins: else each decoder's thread gets a heap of its own and keeps what it has
// freed, which is a third of what the program takes while it plays.
inline void shareHeaps()
{
#ifdef M_ARENA_MAX
    mallopt(M_ARENA_MAX, 2);
#endif
}

} // namespace retake
