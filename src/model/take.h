// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "model/clipinfo.h"

#include <QDateTime>

namespace retake {

// A source video that was opened, by its place on disk.
struct Clip
{
    ClipId id;
    QString file; // absolute
    QDateTime addedAt;
};

// A finished result in the library.
struct Take
{
    TakeId id;
    TaskId task;
    ClipId clip;
    TakeId parent; // the take it was made from; none: from the clip itself
    QString file;
    QString recipe; // JSON beside the file: what made it, without keys and signed addresses
    QString title;  // the instruction, shortened
    QSize size;
    Microseconds duration{0};
    bool kept = false; // the person's star
    TurnId turn{};     // whose description it was made from, if it was
    QDateTime createdAt;
};

} // namespace retake
