// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/measure.h"

#include <QObject>

#include <memory>

namespace retake {

// Measures what changed between two clips, for every pair of frames that belong together, by FFmpeg's ssim
// and psnr filters in one process. The frames are decoded here, so that exactly those meet, at the size of
// Before and 640 x 640 at most. FileMissing, FileUnreadable, NotAVideo, NoPicture, FileDamaged, ToolMissing,
// ToolFailed; clips that never play at the same time give a measure without frames. Ends with exactly one
// finished(); deleting it ends ffmpeg.
class MeasureJob : public QObject
{
    Q_OBJECT
public:
    MeasureJob(const QString &before, const QString &after, const Pairing &pairing,
               QObject *parent = nullptr);
    ~MeasureJob() override;
Q_SIGNALS:
    void progress(int done, int total); // pairs of frames
    void finished(const retake::Result<retake::Measure> &measure);

private:
    class Private;
    std::unique_ptr<Private> d;
};

// The size at which clips are compared whose Before is seen at this size.
QSize measuredSize(QSize seen);

} // namespace retake
