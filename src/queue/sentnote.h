// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"
#include "model/framemap.h"

#include <QJsonObject>

namespace retake {

// What a recipe will say of the file that was sent. It lies in the task's work folder from before the upload,
// because the file itself may be gone from the shelf when the take arrives.
struct SentNote
{
    QString sha256;           // empty: nothing was sent from here
    FrameMap frameMap;        // empty: not known
    Rational frameRate{0, 1}; // of the frames that the map counts
    friend bool operator==(const SentNote &, const SentNote &) = default;
};

// "sent_sha256", "frame_map", "sent_frame_rate" ("30000/1001"); what is not known is left out.
QJsonObject sentNoteToJson(const SentNote &note);
SentNote sentNoteFromJson(const QJsonObject &json);

Result<void> writeSentNote(const QString &folder, const SentNote &note); // nothing to say: nothing written
SentNote readSentNote(const QString &folder);                            // empty when there is none

} // namespace retake
