// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/framescan.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace retake {

// A proxy is a small copy of a clip in which every frame is found at once: the same frames at the same times,
// upright, at most 960 x 540 (turned for upright clips), a key frame in 12, no B-frames, no sound.

// Whether playing, stepping and scrubbing would gain by one. Pure.
bool needsProxy(const FrameScan &clip);

QSize proxySize(QSize seen); // the shape is kept, the sides are even; never larger than the clip

// ffmpeg's arguments; pure.
QStringList proxyArguments(const QString &source, const FrameScan &clip, const QString &target);

// The shelf's name of a clip's proxy.
QString proxyName(const QString &contentHash);

// Makes a proxy at `target` by ffmpeg, at the lowest priority, and checks it frame by frame. Ends with
// exactly one finished(): the target, or an empty name when the clip needs none. A proxy that is not as it
// should be is removed (ToolFailed). Deleting the job ends ffmpeg and removes the half-made file; so does the
// end of the program, however it comes.
class ProxyJob : public QObject
{
    Q_OBJECT
public:
    ProxyJob(const QString &source, const QString &target, QObject *parent = nullptr);
    ProxyJob(const QString &source, const QString &target, const FrameBook &book, QObject *parent = nullptr);
    ~ProxyJob() override;
Q_SIGNALS:
    void finished(const retake::Result<QString> &proxy);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
