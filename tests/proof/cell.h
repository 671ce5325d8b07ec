// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proofhouse.h"

namespace retake {

// Where a task of the matrix ends.
enum class Ends {
    Done, // the take is there and whole
    Failed,
    Expired,
    Cancelled,
    Unclear, // may have been sent, and no look through the service's list finds it
    Found,   // was taken, and the answer was lost: unclear, then found in the list, and done
};

// One cell of the matrix: what is made to go wrong, and what is true in the end.
struct Cell
{
    QString name;
    QStringList practice; // faults of the service
    QList<LineFault> line;
    // in the end
    Ends ends = Ends::Done;
    int arrived = 1; // create requests at the service, whatever it answered
    int made = 1;    // tasks it made of them: what is charged; never more than one
    // Of the row's error; of Done: the last that the log has on the way. "A|B": which of them is chance.
    const char *kind = "";
    // beside the usual
    enum class Down { No, Refused, NameGone };
    Down down = Down::No;
    Ask downAt = Ask::Other;              // from just before such a request ...
    std::chrono::milliseconds downFor{0}; // ... so long; 0: until the end
    bool cancelled = false;               // the person cancels it as soon as the service has it
    bool thenRetry = false;               // when the line is well again: done, and one task made in all
    HouseWish house;
    double serviceScale = 200;
};

// Patience for what stays silent; all else must not depend on how busy this machine is.
inline constexpr std::chrono::milliseconds shortPatience{1500};

void declareCells();
void addCell(const Cell &cell); // a row of the test's data
void runCell(const Cell &cell); // QVERIFYs

} // namespace retake

Q_DECLARE_METATYPE(retake::Cell)
