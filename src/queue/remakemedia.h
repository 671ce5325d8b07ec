// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/framebook.h"
#include "queue/mediastage.h"

namespace retake {

// What is sent for a clip that is made from words: no clip, but the frames that it is to keep to and the
// reference images. The order's clip is opened only when something of it is wanted.
class RemakeMediaJob final : public MediaJob
{
    Q_OBJECT
public:
    RemakeMediaJob(const FrameBook &frames, const Order &order, const ModelSpec &model, const QString &folder,
                   QObject *parent);

private:
    void begin();
    void takeStills(const ClipInfo &clip);
    void prepare(const QStringList &stills);
    void end(const Result<ReadyMedia> &ready);

    FrameBook m_frames;
    Order m_order;
    ModelSpec m_model;
    QString m_folder;
    QList<Microseconds> m_times; // of the stills: first, last, as far as wanted
};

} // namespace retake
