// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conformrun.h"
#include "practice/mediacheck.h"
#include "support/clipmaker.h"

#include <atomic>

namespace retake {

// The numbers burned into every picture of a conformed clip: bars are cut off and what was cropped away is
// put back as black before reading.
inline QList<int> madeNumbers(const QString &file, const ConformPlan &plan, QSize seen)
{
    QString back;
    if (!plan.placed.isNull())
        back = QStringLiteral("crop=%1:%2:%3:%4,")
                   .arg(plan.placed.width())
                   .arg(plan.placed.height())
                   .arg(plan.placed.x())
                   .arg(plan.placed.y());
    if (!plan.crop.isNull())
        back = QStringLiteral("scale=%1:%2,pad=%3:%4:%5:%6,")
                   .arg(plan.crop.width())
                   .arg(plan.crop.height())
                   .arg(seen.width())
                   .arg(seen.height())
                   .arg(plan.crop.x())
                   .arg(plan.crop.y());
    const QSize read(240, 120);
    QByteArray raw;
    QStringList arguments{QStringLiteral("-i"), QString(u"file:" + file), QStringLiteral("-map"),
                          QStringLiteral("0:V:0"), QStringLiteral("-vf")};
    arguments += {QString(back + u"scale=240:120:flags=area"),
                  QStringLiteral("-fps_mode"),
                  QStringLiteral("passthrough"),
                  QStringLiteral("-f"),
                  QStringLiteral("rawvideo"),
                  QStringLiteral("-pix_fmt"),
                  QStringLiteral("gray"),
                  QStringLiteral("pipe:1")};
    QList<int> numbers;
    if (!runFfmpeg(arguments, {}, &raw))
        return numbers;
    const qsizetype bytes = qsizetype(read.width()) * read.height();
    for (qsizetype at = 0; at + bytes <= raw.size(); at += bytes) {
        const QImage picture(reinterpret_cast<const uchar *>(raw.constData()) + at, read.width(),
                             read.height(), read.width(), QImage::Format_Grayscale8);
        numbers.append(numberIn(picture).value_or(-1));
    }
    return numbers;
}

struct Conformed
{
    ClipInfo clip;
    ConformPlan plan;
    ClipInfo made;
    QString wrong; // empty: exactly as planned, frame by frame, and taken by the practice service
};

// Makes the file that would be sent and compares every frame of it with what the frame map promises.
inline Conformed conformAndProve(const QString &file, const ConformWish &wish, const QString &target,
                                 const ModelSpec &model = wan())
{
    Conformed run;
    const auto no = [&run](const QString &why) {
        run.wrong = why;
        return run;
    };
    const auto clip = probeClip(file);
    if (!clip)
        return no(errorKindName(clip.error().kind));
    run.clip = *clip;
    const auto plan = planConform(*clip, wish, model);
    if (!plan)
        return no(errorKindName(plan.error().kind));
    run.plan = *plan;
    const auto made = runPlan(*clip, *plan, target, model);
    if (!made)
        return no(QString(errorKindName(made.error().kind) + u": " + made.error().serviceMessage));
    run.made = *made;
    if (made->video.frames != plan->frames || made->video.size != plan->size ||
        made->audio.has_value() != plan->audio)
        return no(QStringLiteral("not as planned"));
    const auto times = readFrameTimes(file, {});
    if (!times || qint64(times->size()) != clip->video.frames)
        return no(QStringLiteral("frame times"));
    const QList<int> source = madeNumbers(file, {}, clip->video.size);
    if (source.size() != clip->video.frames)
        return no(QStringLiteral("%1 numbers in %2 frames").arg(source.size()).arg(clip->video.frames));
    const FrameMap map = planFrameMap(*plan, *times);
    const QList<int> numbers = madeNumbers(made->file, *plan, clip->video.size);
    if (map.size() != plan->frames || numbers.size() != plan->frames)
        return no(QStringLiteral("%1 in the map, %2 read, %3 planned")
                      .arg(map.size())
                      .arg(numbers.size())
                      .arg(plan->frames));
    for (int i = 0; i < map.size(); ++i) {
        if (numbers.at(i) < 0 || numbers.at(i) != source.at(map.source(i)))
            return no(QStringLiteral("frame %1 shows %2, the map says %3 (of frame %4)")
                          .arg(i)
                          .arg(numbers.at(i))
                          .arg(source.at(map.source(i)))
                          .arg(map.source(i)));
    }
    const std::atomic<bool> stop = false;
    if (const auto refused = checkVideo(probeMedia(made->file, MediaKind::Video, stop), model.video, 0))
        return no(refused->message);
    return run;
}

} // namespace retake
