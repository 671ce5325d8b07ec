// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/clipinfo.h"

#include <QObject>

#include <memory>

namespace retake {

// Decodes the whole picture and sound of a clip by ffmpeg as a process and stops at the first fault: what
// the packets do not show. FileDamaged (the detail is ffmpeg's first line), FileMissing, ToolMissing. Ends
// with exactly one finished(); deleting it ends ffmpeg.
class FullDecodeJob : public QObject
{
    Q_OBJECT
public:
    explicit FullDecodeJob(const ClipInfo &clip, QObject *parent = nullptr);
    ~FullDecodeJob() override;
Q_SIGNALS:
    void progress(qint64 done, qint64 total); // microseconds
    void finished(const retake::Result<void> &result);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
