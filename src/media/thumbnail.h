// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/clipinfo.h"

#include <QImage>
#include <QList>
#include <QObject>

#include <memory>

namespace retake {

// The middles of `count` equal parts of the clip.
QList<Microseconds> evenTimes(Microseconds duration, int count);

// Small upright pictures of a clip, made on a pool thread. The nearest key frames come first, quickly; where
// one is further from its time than half the way to its neighbour, the exact picture follows with the same
// index. Ends with exactly one finished(); deleting it ends the work.
class ThumbnailJob : public QObject
{
    Q_OBJECT
public:
    // Times count from the first frame; pictures fit into `box`, their shape kept.
    ThumbnailJob(const QString &file, const QList<Microseconds> &times, QSize box, QObject *parent = nullptr);
    ThumbnailJob(const ClipInfo &clip, int count, QSize box, QObject *parent = nullptr);
    ~ThumbnailJob() override;
Q_SIGNALS:
    void thumbnail(int index, const QImage &picture);
    void finished(const retake::Result<void> &result);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
