// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/framebook.h"
#include "model/clipinfo.h"

#include <QObject>

#include <functional>
#include <memory>

namespace retake {

// Reads headers and scans all packets (libavformat); no decoding beyond one frame. Blocks for some 10 to 50
// ms a minute of video. FileMissing, FileUnreadable, NotAVideo, NoPicture, FileDamaged (cut off, lost or torn
// packets, nothing decodes; the detail says which). VideoInfo::start counts from the start of the file's
// earliest stream, as ffmpeg's -ss does; ClipInfo::duration is the picture's. `stop` may end a long scan
// early, with FileUnreadable. The frames of a clip that is not refused are noted in `book`.
Result<ClipInfo> probeClip(const QString &file, const std::function<bool()> &stop = {},
                           const FrameBook &book = {});

// When each frame is shown, by the same scan and with the same refusals: as many as VideoInfo::frames. A file
// that was probed into the book is not read again.
Result<FrameTimes> readFrameTimes(const QString &file, const std::function<bool()> &stop,
                                  const FrameBook &book = {});

// Probes on a pool thread, for files that were not made here: ffprobe goes first, so that a file that makes
// the libraries crash or hang does it there (FileDamaged), and both must find the same. Ends with exactly one
// finished(); deleting it ends the scan.
class ProbeJob : public QObject
{
    Q_OBJECT
public:
    explicit ProbeJob(const QString &file, QObject *parent = nullptr);
    ProbeJob(const QString &file, const FrameBook &book, QObject *parent = nullptr);
    ~ProbeJob() override;
Q_SIGNALS:
    void finished(const retake::Result<retake::ClipInfo> &info);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
