// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace retake {

// How the library came to be open; what the person is told about it says session/openingsentence.
struct OpenReport
{
    enum class Outcome {
        Whole,    // nothing to tell
        CaughtUp, // the last changes had not reached the database; they came back from the receipts
        Restored, // from the newest good backup and the receipts
        Rebuilt,  // from receipts and recipes alone
    };
    Outcome outcome = Outcome::Whole;
    bool wasDamaged = false; // else it was missing or empty
    QString setAside;        // where the damaged file lies now
    QDate backup;            // Restored: of which day
    int tasks = 0;           // that receipts and recipes brought back or up to date
    int takes = 0;           // in the library now
    int unreadable = 0;      // receipts and recipes that could not be read
    friend bool operator==(const OpenReport &, const OpenReport &) = default;
};

} // namespace retake
