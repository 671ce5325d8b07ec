// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/contenthash.h"
#include "media/framebook.h"
#include "media/shelf.h"
#include "queue/mediastage.h"

namespace retake {

// Probes, plans and conforms with media/; reference images are prepared on a pool thread. Conformed clips lie
// on the shelf: the same piece with the same plan is made once. What is sent as it is, is decoded once. For
// clips that are made from words see RemakeMediaJob.
class LocalMediaStage final : public MediaStage
{
public:
    LocalMediaStage(const Shelf &shelf, const HashBook &hashes, const FrameBook &frames = {});

    MediaJob *makeReady(const Order &order, const ModelSpec &model, const QString &folder,
                        QObject *parent) override;
    void probe(const QString &file, QObject *context, Probed probed) override;
    void decode(const ClipInfo &clip, QObject *context, Decoded decoded) override;
    void laySound(const ClipInfo &video, const Order &order, const QString &output, QObject *context,
                  Laid laid) override;

private:
    Shelf m_shelf;
    HashBook m_hashes;
    FrameBook m_frames;
};

} // namespace retake
