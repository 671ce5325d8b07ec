// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/conform.h"
#include "media/conformbits.h"

#include <QCoreApplication>

#include <algorithm>

namespace retake {

namespace {

class ConformWords
{
    Q_DECLARE_TR_FUNCTIONS(ConformWords)
public:
    static QString sentence(ConformChange change, const ClipInfo &clip, const ConformPlan &plan);

private:
    static QString lengthSentence(ConformChange change, const ClipInfo &clip, const ConformPlan &plan);
    static QString colourSentence(const VideoInfo &video);
    static QString soundSentence(const AudioInfo &audio);
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

QString plainSize(QSize size)
{
    return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
}

// What the piece takes in the source, in MB.
QString piecesMegabytes(const ClipInfo &clip, const ConformPlan &plan)
{
    const double whole = std::max<double>(1, double(clip.duration.count()));
    return plainNumber(double(clip.bytes) * std::min(1.0, double(plan.duration().count()) / whole) / 1e6);
}

QString ConformWords::lengthSentence(ConformChange change, const ClipInfo &clip, const ConformPlan &plan)
{
    if (change == ConformChange::Trimmed)
        return tr("Trimmed to %1 s to %2 s").arg(plainSeconds(plan.piece.in), plainSeconds(plan.piece.out));
    if (plan.changes.contains(ConformChange::Trimmed))
        return tr("Cut to %1 s, the longest that the model takes").arg(plainSeconds(plan.duration()));
    return tr("Cut to the first %1 s of %2 s")
        .arg(plainSeconds(plan.duration()), plainSeconds(clip.duration));
}

QString ConformWords::colourSentence(const VideoInfo &video)
{
    const int bits = bitDepthOf(video);
    if (video.colour.isHdr())
        return tr("HDR colours (%1, %2 bit) brought to standard ones (BT.709, 8 bit)")
            .arg(video.colour.transfer == u"smpte2084" ? QStringLiteral("PQ") : QStringLiteral("HLG"))
            .arg(bits);
    if (video.colour.primaries == u"bt2020")
        return tr("Wide colours (BT.2020, %1 bit) brought to standard ones (BT.709, 8 bit)").arg(bits);
    if (bits > 8)
        return tr("Colours reduced from %1 to 8 bit").arg(bits);
    return tr("Full range colours (0 to 255) brought to video range (16 to 235)");
}

QString ConformWords::soundSentence(const AudioInfo &audio)
{
    if (audio.codec == u"aac" && audio.channels == 2 && audio.sampleRate == 48000)
        return tr("Sound encoded anew as AAC, stereo, 48 kHz");
    const QString channels = audio.channels == 1   ? tr("mono")
                             : audio.channels == 2 ? tr("stereo")
                                                   : tr("%1 channels").arg(audio.channels);
    return tr("Sound converted from %1, %2, %3 kHz to AAC, stereo, 48 kHz")
        .arg(audio.codec.toUpper(), channels, plainNumber(audio.sampleRate / 1000.0));
}

QString ConformWords::sentence(ConformChange change, const ClipInfo &clip, const ConformPlan &plan)
{
    const QSize from = plan.crop.isNull() ? clip.video.size : plan.crop.size();
    const QSize picture = plan.placed.isNull() ? plan.size : plan.placed.size();
    switch (change) {
    case ConformChange::Trimmed:
    case ConformChange::CutToLimit:
        return lengthSentence(change, clip, plan);
    case ConformChange::Rate:
        return tr("Frame rate changed from %1 to %2")
            .arg(plainNumber(clip.video.frameRate.toDouble()), plainNumber(plan.frameRate.toDouble()));
    case ConformChange::ConstantRate:
        return tr("Uneven frame times (%1 a second on average) made %2 a second")
            .arg(plainNumber(clip.video.frameRate.toDouble()), plainNumber(plan.frameRate.toDouble()));
    case ConformChange::Size:
        return tr("Scaled from %1 to %2").arg(plainSize(from), plainSize(picture));
    case ConformChange::Rotated:
        return tr("Turned upright (%1°)").arg(clip.video.rotation);
    case ConformChange::Container:
        return tr("Packed as MP4");
    case ConformChange::Video:
        if (clip.video.codec == u"h264")
            return tr("Picture encoded anew as H.264");
        return tr("Picture converted from %1 to H.264").arg(clip.video.codec.toUpper());
    case ConformChange::Audio:
        return clip.audio ? soundSentence(*clip.audio) : QString();
    case ConformChange::AudioDropped:
        return tr("Sound left out: it cannot be read");
    case ConformChange::Squared:
        return tr("Pixels made square (they were %1:%2)")
            .arg(clip.video.sampleAspect.numerator)
            .arg(clip.video.sampleAspect.denominator);
    case ConformChange::Padded:
        return tr("Bars added: %1 in %2").arg(plainSize(picture), plainSize(plan.size));
    case ConformChange::Cropped:
        return tr("Cropped to the middle: %1 of %2")
            .arg(plainSize(plan.crop.size()), plainSize(clip.video.size));
    case ConformChange::Colour:
        return colourSentence(clip.video);
    case ConformChange::Smaller:
        return tr("Encoded with fewer bits: as it is, the piece takes about %1 MB")
            .arg(piecesMegabytes(clip, plan));
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
