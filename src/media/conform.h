// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/catalogue.h"
#include "model/conformplan.h"
#include "model/framemap.h"

#include <QObject>

#include <memory>

namespace retake {

// What the person wants of the clip.
struct ConformWish
{
    std::optional<Trim> trim;
    Framing framing = Framing::Keep;
    std::optional<Rational> shape; // width to height that Fit and Fill make; none: the nearest that is taken

    friend bool operator==(const ConformWish &, const ConformWish &) = default;
};

ConformWish conformWish(const Order &order);
std::optional<Rational> shapeFromText(const QString &text); // "16:9"; none for anything else

// What has to be done so that the model takes the clip. Pure. Without a trim a clip that is too long is cut
// to the model's longest from its start (CutToLimit). ClipTooShort, ClipUnfit when no file can be made of it.
Result<ConformPlan> planConform(const ClipInfo &clip, const ConformWish &wish, const ModelSpec &model);
Result<ConformPlan> planConform(const ClipInfo &clip, const std::optional<Trim> &trim,
                                const ModelSpec &model);

// Which source frame each frame of the result shows; `source` are all frame times of the clip. Pure, and
// exactly what conformArguments() make ffmpeg do.
FrameMap planFrameMap(const ConformPlan &plan, const FrameTimes &source);

// About how large the result will be.
qint64 estimatedBytes(const ClipInfo &clip, const ConformPlan &plan, const ModelSpec &model);

// The changes in words for the person, translated.
QStringList describeChanges(const ClipInfo &clip, const ConformPlan &plan);

// How HDR becomes BT.709: by zscale and tonemap, or, where this FFmpeg was built without them, plainly.
enum class ToneMapping { Mapped, Plain };

// ffmpeg's arguments for a plan; pure.
QStringList conformArguments(const ClipInfo &clip, const ConformPlan &plan, const ModelSpec &model,
                             const QString &target, ToneMapping tones = ToneMapping::Mapped);

// Runs a plan by ffmpeg as a process, checks the result against it, and puts it at `target` only when it is
// whole. Deleting it ends ffmpeg and removes the half-made file. Of a plan that copies, the source is decoded
// once and given back as it is: nothing is written. FileDamaged when the piece does not decode cleanly;
// DiskFull, NotWritable, ToolMissing, ToolFailed.
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
