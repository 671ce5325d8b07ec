// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/clipinfo.h"
#include "model/order.h"

#include <QObject>

#include <memory>

namespace retake {

// What a still may be: a JPEG of at most so many pixels a side and so many bytes.
struct StillLimits
{
    int maximumSide = 1024;  // px; never enlarged
    qint64 maximumBytes = 0; // 0: none
    int quality = 85;        // lowered, then the picture is made smaller, until it fits
};

struct ClipStill
{
    QString file;
    Microseconds time{0}; // in the clip's own time, from its first frame
    QSize size;
    qint64 bytes = 0;
};

// The moments that a describer is shown: `count` evenly spaced ones of the piece (all of the clip without
// one), its first and its last frame among them. At least one.
QList<Microseconds> momentsToShow(const ClipInfo &clip, const std::optional<Trim> &piece, int count);

// The first and the last frame of a piece.
Microseconds firstMoment(const ClipInfo &clip, const std::optional<Trim> &piece);
Microseconds lastMoment(const ClipInfo &clip, const std::optional<Trim> &piece);

// Exact frames of a clip as upright JPEGs "still-001.jpg" ... in a folder that exists; a time past the end
// gives the last frame. Made on a pool thread; ends with exactly one finished(); deleting it ends the work.
class ClipStillsJob : public QObject
{
    Q_OBJECT
public:
    ClipStillsJob(const ClipInfo &clip, const QList<Microseconds> &times, const StillLimits &limits,
                  const QString &folder, QObject *parent = nullptr);
    ~ClipStillsJob() override;
Q_SIGNALS:
    void finished(const retake::Result<QList<retake::ClipStill>> &stills);

private:
    class Private;
    std::unique_ptr<Private> d;
};

// A small silent mp4 of a piece, for a describer that takes one inside the request: at most 640 px wide and
// 10 frames a second, and smaller until it has at most `maximumBytes`: ClipUnfit when nothing fits. Ends as
// above; `file` is whole or not there.
class SmallVideoJob : public QObject
{
    Q_OBJECT
public:
    SmallVideoJob(const ClipInfo &clip, const std::optional<Trim> &piece, qint64 maximumBytes,
                  const QString &file, QObject *parent = nullptr);
    ~SmallVideoJob() override;
Q_SIGNALS:
    void progress(qint64 done, qint64 total);
    void finished(const retake::Result<QString> &file);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
