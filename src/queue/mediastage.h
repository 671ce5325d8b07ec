// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "media/shelf.h"
#include "model/clipinfo.h"
#include "model/framemap.h"

#include <functional>

namespace retake {

// What is sent for an order: files that the model takes, or the order's own addresses.
struct ReadyMedia
{
    MediaToSend media;
    QStringList changes{};                 // what was done to the clip, in words for the person
    QList<QStringList> referenceRemarks{}; // the same of each image, in slot order
    // Of a clip that is a file here; empty for an address.
    FrameMap frameMap{};      // which frame of the order's clip each frame that is sent shows
    Rational frameRate{0, 1}; // at which they are sent
    QString sha256{};         // of the file that is sent
    Shelf::Hold held{};       // keeps that file while this is kept
};

// Base of the jobs below: starts by itself at the next turn of the loop, ends with exactly one finished(),
// and stops whatever it does when it is deleted.
class MediaJob : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
Q_SIGNALS:
    void progress(qint64 done, qint64 total);
    void finished(const retake::Result<retake::ReadyMedia> &ready);
};

// The media work that the queue needs: LocalMediaStage does it with media/, the tests play it.
class MediaStage
{
public:
    virtual ~MediaStage() = default;
    // Files that are made go into `folder`.
    virtual MediaJob *makeReady(const Order &order, const ModelSpec &model, const QString &folder,
                                QObject *parent) = 0;
    using Probed = std::function<void(const Result<ClipInfo> &)>;
    // Calls `probed` once; never when the context is gone by then.
    virtual void probe(const QString &file, QObject *context, Probed probed) = 0;
    using Decoded = std::function<void(const Result<void> &)>;
    // Whether all of it decodes: FileDamaged. Calls as probe() does.
    virtual void decode(const ClipInfo &clip, QObject *context, Decoded decoded) = 0;
    using Laid = std::function<void(const Result<void> &)>;
    // Writes to `output` (.mp4) the picture of `video` with the sound of the order's piece of its clip. Calls
    // as probe() does. A stage that does not know how says so.
    virtual void laySound(const ClipInfo &video, const Order &order, const QString &output, QObject *context,
                          Laid laid);
};

} // namespace retake
