// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/conform.h"

#include <QCoreApplication>

namespace retake {

namespace {

class ConformWords
{
    Q_DECLARE_TR_FUNCTIONS(ConformWords)
public:
    static QString sentence(ConformChange change, const ClipInfo &clip, const ConformPlan &plan);
};

// At most two decimals, none that are zero.
QString plainNumber(double value)
{
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString plainSeconds(Microseconds time)
{
    return plainNumber(double(time.count()) / 1e6);
}

QString ConformWords::sentence(ConformChange change, const ClipInfo &clip, const ConformPlan &plan)
{
    switch (change) {
    case ConformChange::Trimmed:
        return tr("Trimmed to %1 s to %2 s").arg(plainSeconds(plan.piece.in), plainSeconds(plan.piece.out));
    case ConformChange::CutToLimit:
        if (plan.changes.contains(ConformChange::Trimmed))
            return tr("Cut to %1 s, the longest that the model takes").arg(plainSeconds(plan.duration()));
        return tr("Cut to the first %1 s of %2 s")
            .arg(plainSeconds(plan.duration()), plainSeconds(clip.duration));
    case ConformChange::Rate:
        return tr("Frame rate changed from %1 to %2")
            .arg(plainNumber(clip.video.frameRate.toDouble()), plainNumber(plan.frameRate.toDouble()));
    case ConformChange::ConstantRate:
        return tr("%1 frames a second made constant").arg(plainNumber(plan.frameRate.toDouble()));
    case ConformChange::Size:
        return tr("Scaled from %1 × %2 to %3 × %4")
            .arg(clip.video.size.width())
            .arg(clip.video.size.height())
            .arg(plan.size.width())
            .arg(plan.size.height());
    case ConformChange::Rotated:
        return tr("Turned upright (%1°)").arg(clip.video.rotation);
    case ConformChange::Container:
        return tr("Packed as MP4");
    case ConformChange::Video:
        if (clip.video.codec == u"h264")
            return tr("Picture encoded anew as H.264");
        return tr("Picture converted from %1 to H.264").arg(clip.video.codec.toUpper());
    case ConformChange::Audio:
        return tr("Sound converted to AAC");
    case ConformChange::AudioDropped:
        return tr("Sound left out: it cannot be read");
    case ConformChange::Squared:
        return tr("Pixels made square");
    }
    return {};
}

} // namespace

QStringList describeChanges(const ClipInfo &clip, const ConformPlan &plan)
{
    QStringList sentences;
    for (const ConformChange change : plan.changes)
        sentences.append(ConformWords::sentence(change, clip, plan));
    return sentences;
}

} // namespace retake
