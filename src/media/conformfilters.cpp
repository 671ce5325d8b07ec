// SPDX-License-Identifier: GPL-3.0-or-later
// The filter chains of a plan: pure.
#include "media/conformfilters.h"

#include "media/conformbits.h"
#include "media/framechoice.h"

#include <algorithm>
#include <array>

namespace retake {

namespace {

constexpr Microseconds vagueSeekMargin{12000000};

QString sixDigits(Microseconds time)
{
    return QString::number(double(time.count()) / 1e6, 'f', 6);
}

// Source time 0 of the picture, as times count after the seek.
Microseconds zeroAfterSeek(const ClipInfo &clip, const ConformPlan &plan)
{
    return clip.video.start - conformSeek(clip, plan);
}

// ffmpeg brings the seek to whole ticks of the stream; in whole ticks it is taken off again, so that times
// are what the frame index of the clip says, to the microsecond. Frames from before the piece are not thrown
// away first: the one that is on screen when the piece begins may have begun long ago.
QStringList timing(const ClipInfo &clip, const ConformPlan &plan)
{
    const QString rate =
        QStringLiteral("%1/%2").arg(plan.frameRate.numerator).arg(plan.frameRate.denominator);
    const Microseconds origin = plan.piece.in - frameLead(plan.frameRate);
    QStringList filters{QStringLiteral("setpts=PTS-round(%1/TB)").arg(sixDigits(zeroAfterSeek(clip, plan))),
                        QStringLiteral("settb=1/1000000"),
                        QStringLiteral("setpts=PTS-(%1)").arg(origin.count()),
                        QStringLiteral("fps=%1:round=near:start_time=0:eof_action=pass").arg(rate)};
    // the last frame stays until the piece ends; where frames come one to one a missing one must show
    if (!clip.video.constantRate || !(plan.frameRate == clip.video.frameRate))
        filters.append(QStringLiteral("tpad=stop_mode=clone:stop=-1"));
    // not -frames:v: that ends the sound too, which may lag behind in the file
    filters.append(QStringLiteral("trim=end_frame=%1").arg(plan.frames));
    return filters;
}

// swscale's name of the matrix the source was made with; empty: the file does not say.
QString matrixOf(const VideoInfo &video)
{
    constexpr std::array known{std::pair{u"bt709", u"bt709"},         std::pair{u"smpte170m", u"bt601"},
                               std::pair{u"bt470bg", u"bt601"},       std::pair{u"fcc", u"fcc"},
                               std::pair{u"smpte240m", u"smpte240m"}, std::pair{u"bt2020nc", u"bt2020"},
                               std::pair{u"bt2020c", u"bt2020"}};
    for (const auto &[name, scaler] : known) {
        if (video.colour.matrix == QStringView(name))
            return QString::fromUtf16(scaler);
    }
    return {};
}

bool isWide(const VideoInfo &video)
{
    return video.colour.isHdr() || video.colour.primaries == u"bt2020";
}

QStringList scaling(const ClipInfo &clip, const ConformPlan &plan, bool plainColours)
{
    const VideoInfo &video = clip.video;
    const QSize from = plan.crop.isNull() ? video.size : plan.crop.size();
    const QSize picture = plan.placed.isNull() ? plan.size : plan.placed.size();
    const bool square = video.sampleAspect.numerator == video.sampleAspect.denominator;
    QStringList options;
    if (from != picture || !square)
        options.append(QStringLiteral("%1:%2:flags=lanczos").arg(picture.width()).arg(picture.height()));
    if (plainColours && isRgb(video)) {
        options.append(QStringLiteral("out_color_matrix=bt709:out_range=limited"));
    } else if (plainColours) {
        const QString matrix = matrixOf(video);
        if (!matrix.isEmpty() && matrix != u"bt709")
            options.append(QStringLiteral("in_color_matrix=%1:out_color_matrix=bt709").arg(matrix));
        if (isFullRange(video))
            options.append(QStringLiteral("in_range=full:out_range=limited"));
    }
    return options.isEmpty() ? QStringList() : QStringList{QString(u"scale=" + options.join(u':'))};
}

// Linear light, the brightest rolled off, and BT.709 again. What the file leaves out is what such files are.
QStringList toneMapping(const ColourInfo &colour)
{
    const auto orElse = [](const QString &told, const char16_t *usual) {
        return told.isEmpty() ? QString::fromUtf16(usual) : told;
    };
    const QString in = QStringLiteral("zscale=pin=%1:tin=%2:min=%3:rin=%4")
                           .arg(orElse(colour.primaries, u"bt2020"), orElse(colour.transfer, u"bt709"),
                                orElse(colour.matrix, u"bt2020nc"),
                                colour.fullRange ? QStringLiteral("full") : QStringLiteral("limited"));
    if (!colour.isHdr())
        return {QStringLiteral("format=yuv420p10le"),
                QString(in + u":p=bt709:t=bt709:m=bt709:r=limited:d=error_diffusion")};
    return {QStringLiteral("format=yuv420p10le"),    QString(in + u":t=linear:npl=100"),
            QStringLiteral("format=gbrpf32le"),      QStringLiteral("zscale=p=bt709"),
            QStringLiteral("tonemap=hable:desat=0"), QStringLiteral("zscale=t=bt709:m=bt709:r=limited")};
}

QStringList cropping(const ClipInfo &clip, const ConformPlan &plan)
{
    if (plan.crop.isNull())
        return {};
    // the picture may still have pixels that are not square
    const auto share = [](const char16_t *side, int part, int whole) {
        return QStringLiteral("round(%1*%2/%3)").arg(QString::fromUtf16(side)).arg(part).arg(whole);
    };
    const QSize seen = clip.video.size;
    return {QStringLiteral("crop=%1:%2:%3:%4:exact=1")
                .arg(share(u"iw", plan.crop.width(), seen.width()),
                     share(u"ih", plan.crop.height(), seen.height()),
                     share(u"iw", plan.crop.x(), seen.width()), share(u"ih", plan.crop.y(), seen.height()))};
}

} // namespace

// Where a file has no index a seek lands somewhere: then it goes well before.
Microseconds conformSeek(const ClipInfo &clip, const ConformPlan &plan)
{
    const bool hasIndex =
        clip.container.contains(u"mp4") || clip.container.contains(u"matroska") || clip.container == u"avi";
    const Microseconds margin = hasIndex ? Microseconds(0) : vagueSeekMargin;
    return plan.piece.in > margin ? plan.piece.in + clip.video.start - margin : Microseconds(0);
}

QString pictureFilters(const ClipInfo &clip, const ConformPlan &plan, ToneMapping tones)
{
    const VideoInfo &video = clip.video;
    const bool mapped = isWide(video) && tones == ToneMapping::Mapped;
    QStringList filters = timing(clip, plan) + cropping(clip, plan) + scaling(clip, plan, !mapped);
    if (mapped)
        filters += toneMapping(video.colour);
    filters.append(QStringLiteral("format=yuv420p"));
    if (!plan.placed.isNull())
        filters.append(QStringLiteral("pad=%1:%2:%3:%4")
                           .arg(plan.size.width())
                           .arg(plan.size.height())
                           .arg(plan.placed.x())
                           .arg(plan.placed.y()));
    filters.append(QStringLiteral("setsar=1"));
    // what the file did not say is not made up
    if (mapped || isRgb(video) || !matrixOf(video).isEmpty())
        filters.append(
            QStringLiteral("setparams=range=limited:color_primaries=bt709:color_trc=bt709:colorspace=bt709"));
    else if (isFullRange(video))
        filters.append(QStringLiteral("setparams=range=limited"));
    return filters.join(u',');
}

// Silence is put before sound that starts late and behind sound that ends early: the whole piece is heard.
QString soundFilters(const ClipInfo &clip, const ConformPlan &plan)
{
    const Microseconds before = zeroAfterSeek(clip, plan) + plan.piece.in;
    QStringList filters;
    if (before.count() > 0)
        filters = {QString(u"atrim=start=" + sixDigits(before)),
                   QStringLiteral("asetpts=PTS-round(%1/TB)").arg(sixDigits(before))};
    filters += {QStringLiteral("aresample=48000:async=1:first_pts=0"),
                QString(u"apad=whole_dur=" + sixDigits(plan.duration())),
                QString(u"atrim=end=" + sixDigits(plan.duration()))};
    return filters.join(u',');
}

} // namespace retake
