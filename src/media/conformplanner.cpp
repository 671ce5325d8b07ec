// SPDX-License-Identifier: GPL-3.0-or-later
// What has to be done to a clip: pure.
#include "media/conform.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cmath>

namespace retake {

namespace {

constexpr double lowestRate = 15;
constexpr double highestRate = 60;

constexpr std::array standardRates{
    Rational{15, 1}, Rational{24000, 1001}, Rational{24, 1}, Rational{25, 1},       Rational{30000, 1001},
    Rational{30, 1}, Rational{48, 1},       Rational{50, 1}, Rational{60000, 1001}, Rational{60, 1}};

Rational nearestStandardRate(double rate)
{
    const auto distance = [rate](const Rational &one) { return std::abs(std::log(one.toDouble() / rate)); };
    return *std::min_element(standardRates.begin(), standardRates.end(),
                             [&](const Rational &a, const Rational &b) { return distance(a) < distance(b); });
}

// A constant rate is kept, or multiplied or divided by a whole number so that frames repeat or drop evenly.
Rational conformedRate(const VideoInfo &video)
{
    const double rate = video.frameRate.toDouble();
    if (!video.constantRate || rate <= 0)
        return nearestStandardRate(rate > 0 ? rate : 25);
    if (rate >= lowestRate && rate <= highestRate + 0.001)
        return video.frameRate;
    if (rate < lowestRate)
        return {video.frameRate.numerator * int(std::ceil(lowestRate / rate)), video.frameRate.denominator};
    return {video.frameRate.numerator,
            video.frameRate.denominator * int(std::ceil(rate / highestRate - 0.001))};
}

Microseconds timeOf(qint64 frame, Rational rate)
{
    return Microseconds(std::llround(double(frame) * 1e6 * rate.denominator / rate.numerator));
}

qint64 framesIn(double seconds, Rational rate)
{
    return qint64(std::floor(seconds * rate.numerator / rate.denominator + 1e-6));
}

int evenBelow(double side)
{
    return int(std::floor(side / 2 + 1e-6)) * 2;
}

int evenAbove(double side)
{
    return int(std::ceil(side / 2 - 1e-6)) * 2;
}

QString ratioNumber(double value)
{
    return QString::number(value, 'f', std::abs(value - std::round(value)) < 0.05 ? 0 : 1);
}

// Even sides within the limits, the shape kept.
Result<QSize> conformedSize(const ClipInfo &clip, const MediaLimits &limits)
{
    const QSize seen = clip.video.size;
    const double longSide = std::max(seen.width(), seen.height());
    const double shortSide = std::min(seen.width(), seen.height());
    const bool upright = seen.height() > seen.width();
    if (longSide > shortSide * limits.maximumAspect) {
        const QString ratio = ratioNumber(longSide / shortSide);
        return failure(ErrorKind::ClipUnfit,
                       {clip.file, upright ? QString(u"1:" + ratio) : QString(ratio + u":1")});
    }
    double factor = 1;
    if (longSide > limits.maximumSide)
        factor = limits.maximumSide / longSide;
    else if (shortSide < limits.minimumSide)
        factor = limits.minimumSide / shortSide;
    const int evenShort = std::max(evenBelow(shortSide * factor), evenAbove(limits.minimumSide));
    int evenLong = std::min(evenBelow(longSide * factor), evenBelow(limits.maximumSide));
    evenLong = std::min(std::max(evenLong, evenShort), evenBelow(evenShort * limits.maximumAspect));
    return upright ? QSize(evenShort, evenLong) : QSize(evenLong, evenShort);
}

// Source frames [first, end) that the trim covers, on the grid of the source (or of the result where the
// source has none).
struct Piece
{
    qint64 first = 0;
    qint64 end = 0;
    Rational grid;

    qint64 count() const { return std::max<qint64>(0, end - first); }
};

Piece chosenPiece(const ClipInfo &clip, const std::optional<Trim> &trim, Rational rate)
{
    Piece piece;
    piece.grid = clip.video.constantRate ? clip.video.frameRate : rate;
    const double perMicrosecond = piece.grid.toDouble() / 1e6;
    const qint64 whole = clip.video.constantRate
                             ? clip.video.frames
                             : std::llround(double(clip.video.duration.count()) * perMicrosecond);
    piece.end = whole;
    if (trim) {
        piece.first = std::clamp<qint64>(std::llround(double(trim->in.count()) * perMicrosecond), 0, whole);
        piece.end = std::clamp<qint64>(std::llround(double(trim->out.count()) * perMicrosecond), 0, whole);
    }
    return piece;
}

bool isMp4Family(const ClipInfo &clip)
{
    return clip.container.contains(u"mp4") || clip.container.contains(u"mov");
}

bool hasAcceptedName(const ClipInfo &clip, const MediaLimits &limits)
{
    return isMp4Family(clip) && limits.formats.contains(QFileInfo(clip.file).suffix().toLower());
}

QList<ConformChange> changesFor(const ClipInfo &clip, const ConformPlan &plan, const MediaLimits &limits)
{
    const VideoInfo &video = clip.video;
    QList<ConformChange> changes;
    if (!video.constantRate)
        changes.append(ConformChange::ConstantRate);
    else if (!(plan.frameRate == video.frameRate))
        changes.append(ConformChange::Rate);
    if (video.rotation != 0)
        changes.append(ConformChange::Rotated);
    if (video.sampleAspect.numerator != video.sampleAspect.denominator)
        changes.append(ConformChange::Squared);
    if (plan.size != video.size)
        changes.append(ConformChange::Size);
    if (!hasAcceptedName(clip, limits))
        changes.append(ConformChange::Container);
    if (video.codec != u"h264" || video.pixelFormat != u"yuv420p" || clip.bytes > limits.maximumBytes)
        changes.append(ConformChange::Video);
    if (clip.audio && clip.audio->codec != u"aac")
        changes.append(ConformChange::Audio);
    return changes;
}

// Sound that ends after the longest length would make the whole file too long for the service.
bool soundFits(const ClipInfo &clip, const MediaLimits &limits)
{
    return !clip.audio || double(clip.audio->duration.count()) / 1e6 <= limits.maximumSeconds;
}

QString shortSeconds(double seconds)
{
    return QString::number(std::floor(seconds * 10 + 1e-6) / 10, 'g', 6);
}

} // namespace

Result<ConformPlan> planConform(const ClipInfo &clip, const std::optional<Trim> &trim, const ModelSpec &model)
{
    const MediaLimits &limits = model.video;
    const auto size = conformedSize(clip, limits);
    if (!size)
        return tl::unexpected(size.error());
    ConformPlan plan;
    plan.size = *size;
    plan.frameRate = conformedRate(clip.video);
    plan.audio = clip.audio.has_value();

    const Piece piece = chosenPiece(clip, trim, plan.frameRate);
    const double chosenSeconds = double(piece.count()) / piece.grid.toDouble();
    plan.frames = framesIn(chosenSeconds, plan.frameRate);
    const qint64 most = framesIn(limits.maximumSeconds, plan.frameRate);
    const bool tooLong = plan.frames > most;
    plan.frames = std::min(plan.frames, most);
    const double seconds = double(plan.frames) / plan.frameRate.toDouble();
    if (seconds < limits.minimumSeconds - 1e-6)
        return failure(ErrorKind::ClipTooShort,
                       {clip.file, shortSeconds(chosenSeconds), shortSeconds(limits.minimumSeconds)});
    plan.piece.in = timeOf(piece.first, piece.grid);
    plan.piece.out = tooLong ? plan.piece.in + plan.duration() : timeOf(piece.end, piece.grid);

    const Piece whole = chosenPiece(clip, std::nullopt, plan.frameRate);
    const bool trimmed = piece.first != whole.first || piece.end != whole.end;
    if (trimmed)
        plan.changes.append(ConformChange::Trimmed);
    if (tooLong)
        plan.changes.append(ConformChange::CutToLimit);
    plan.changes += changesFor(clip, plan, limits);
    const double frameSeconds = 1 / plan.frameRate.toDouble();
    const bool startsLate = double(clip.video.start.count()) / 1e6 > frameSeconds / 2;
    plan.copy = plan.changes.isEmpty() && !startsLate && soundFits(clip, limits);
    return plan;
}

} // namespace retake
