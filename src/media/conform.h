// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/catalogue.h"
#include "model/conformplan.h"

#include <QObject>

#include <memory>

namespace retake {

// What has to be done so that the model takes the clip. Pure. Without a trim a clip that is too long is cut
// to the model's longest from its start (CutToLimit). ClipTooShort, ClipUnfit when no file can be made of it.
Result<ConformPlan> planConform(const ClipInfo &clip, const std::optional<Trim> &trim,
                                const ModelSpec &model);

// The changes in words for the person, translated.
QStringList describeChanges(const ClipInfo &clip, const ConformPlan &plan);

// ffmpeg's arguments for a plan; pure.
QStringList conformArguments(const ClipInfo &clip, const ConformPlan &plan, const ModelSpec &model,
                             const QString &target);

// Runs a plan by ffmpeg as a process, checks the result against it, and puts it at `target` only when it is
// whole. Deleting it ends ffmpeg and removes the half-made file. Of a plan that copies, the source is decoded
// once (FileDamaged) and given back as it is: nothing is written. DiskFull, NotWritable, ToolMissing,
// ToolFailed.
class ConformJob : public QObject
{
    Q_OBJECT
public:
    ConformJob(const ClipInfo &clip, const ConformPlan &plan, const ModelSpec &model, const QString &target,
               QObject *parent = nullptr);
    ~ConformJob() override;
Q_SIGNALS:
    void progress(qint64 doneUs, qint64 totalUs);
    void finished(const retake::Result<retake::ClipInfo> &made);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
