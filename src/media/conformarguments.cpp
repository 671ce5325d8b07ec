// SPDX-License-Identifier: GPL-3.0-or-later
// ffmpeg's arguments for a plan: pure.
#include "media/conformbits.h"
#include "media/conformfilters.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

// Options without anything that needs a space.
QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

QString fileAddress(const QString &file) // no name is then read as an option or a protocol
{
    return QString(u"file:" + QFileInfo(file).absoluteFilePath());
}

// A stream without index is entered somewhere: what is broken there lies before the piece and harms nothing.
bool mustDecodeCleanly(const ClipInfo &clip, const ConformPlan &plan)
{
    return clip.container.contains(u"mp4") || clip.container.contains(u"matroska") ||
           conformSeek(clip, plan).count() == 0;
}

} // namespace

QStringList conformArguments(const ClipInfo &clip, const ConformPlan &plan, const ModelSpec &model,
                             const QString &target, ToneMapping tones)
{
    const QString rate = QString::number(mostPictureBits(plan, model.video));
    const Microseconds seek = conformSeek(clip, plan);
    const auto seconds = [](Microseconds time) {
        return QString::number(double(time.count()) / 1e6, 'f', 6);
    };

    QStringList list = words("-hide_banner -v error -nostdin -y -nostats -progress pipe:1 -stats_period 0.1 "
                             "-protocol_whitelist file");
    if (mustDecodeCleanly(clip, plan))
        list.append(QStringLiteral("-xerror"));
    if (seek.count() > 0)
        list += {QStringLiteral("-noaccurate_seek"), QStringLiteral("-ss"), seconds(seek)};
    list += {QStringLiteral("-i"), fileAddress(clip.file)};
    list += words("-map 0:V:0");
    if (plan.audio)
        list += words("-map 0:a:0");
    list += words("-map_metadata -1 -map_chapters -1 -c:v libx264 -preset veryfast -crf 17 -profile:v high");
    list += {QStringLiteral("-vf"), pictureFilters(clip, plan, tones)};
    list += {QStringLiteral("-maxrate"), rate, QStringLiteral("-bufsize"), rate};
    list +=
        {QStringLiteral("-g"), QString::number(std::max(1, int(std::lround(plan.frameRate.toDouble() * 2))))};
    list += {QStringLiteral("-t"), seconds(plan.duration())};
    if (plan.audio)
        list += QStringList{QStringLiteral("-af"), soundFilters(clip, plan)} + words("-c:a aac -ac 2 -b:a") +
                QStringList{QString::number(conformedSoundBits)};
    list += words("-movflags +faststart -f mp4");
    list.append(fileAddress(target));
    return list;
}

} // namespace retake
