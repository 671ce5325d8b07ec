// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace retake {

// The part of a task's way in which something went wrong.
enum class Stage { Conforming, Uploading, Submitting, Polling, Downloading };

// What the queue does about it.
struct Action
{
    enum class Kind {
        TryAgain,    // after `pause`; polling and downloading only within the result's life time
        UploadAgain, // the service no longer has the media: the order was refused, nothing was started
        AskAgain,    // poll once more for a fresh address of the result
        GiveUp,      // failed with the error
        Expire,      // the service has nothing any more
        Unclear,     // may have arrived: never sent again by itself
    };
    Kind kind = Kind::GiveUp;
    std::chrono::milliseconds pause{0};
};

// The one place that decides about waiting, retrying and giving up. Pure. `failures` counts the failures of
// this stage in a row, this one included; our own pauses are divided by the account's time scale, the
// service's Retry-After is taken as it is. `luck`, 0 to 1, spreads our own pauses by a quarter either way, so
// that tasks which failed together do not come back together.
Action actionFor(Stage stage, const Error &error, int failures, double timeScale = 1.0, double luck = 0.5);

// True when an error of polling ends our asking, though the service's task may well go on: such a task is
// asked about again when the person retries it, and never ordered anew.
bool endsOnlyOurAsking(ErrorKind kind);

} // namespace retake
