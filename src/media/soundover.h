// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/clipinfo.h"
#include "model/order.h"

#include <QObject>

#include <memory>

namespace retake {

// How a piece of sound comes to another length: its pace is changed, pitch kept, where that is by a half or
// less either way; else it plays at its pace and is cut off, or followed by silence.
struct SoundFit
{
    double pace = 1.0;       // 1.25: a quarter quicker
    Microseconds cutAt{0};   // 0: not cut
    Microseconds silence{0}; // after it
    friend bool operator==(const SoundFit &, const SoundFit &) = default;
};

SoundFit fitSound(Microseconds sound, Microseconds picture);

// Lays the sound of a piece of `source` over a video whose own sound, if any, is left out. The picture is
// copied, not encoded anew. `output` (.mp4) is whole or not there. Ends with exactly one finished(); deleting
// it ends the work. BadParameter {"source_sound"} when the source has no sound.
class SoundOverJob : public QObject
{
    Q_OBJECT
public:
    SoundOverJob(const ClipInfo &video, const ClipInfo &source, const std::optional<Trim> &piece,
                 const QString &output, QObject *parent = nullptr);
    ~SoundOverJob() override;
Q_SIGNALS:
    void finished(const retake::Result<void> &result);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
