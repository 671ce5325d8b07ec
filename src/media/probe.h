// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/clipinfo.h"

#include <QObject>

namespace retake {

// Reads headers and scans all packets (libavformat); no decoding beyond one frame. Blocks for some 10 to 50
// ms a minute of video. FileMissing, FileUnreadable, NotAVideo, NoPicture, FileDamaged (cut off, nothing
// decodes).
Result<ClipInfo> probeClip(const QString &file);

// The same on a pool thread, for the window. Ends with exactly one finished().
class ProbeJob : public QObject
{
    Q_OBJECT
public:
    explicit ProbeJob(const QString &file, QObject *parent = nullptr);
Q_SIGNALS:
    void finished(const retake::Result<retake::ClipInfo> &info);
};

} // namespace retake
