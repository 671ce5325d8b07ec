// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/mediastage.h"

namespace retake {

// Probes, plans and conforms with media/; reference images are prepared on a pool thread.
class LocalMediaStage final : public MediaStage
{
public:
    MediaJob *makeReady(const Order &order, const ModelSpec &model, const QString &folder,
                        QObject *parent) override;
    void probe(const QString &file, QObject *context, Probed probed) override;
};

} // namespace retake
