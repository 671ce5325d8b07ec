// SPDX-License-Identifier: GPL-3.0-or-later
// What has to be done to a clip: pure.
#include "media/conform.h"
#include "media/conformbits.h"
#include "media/conformshape.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cmath>

extern "C" {
#include <libavcodec/avcodec.h>
}

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

QString suffixOf(const ClipInfo &clip)
{
    return QFileInfo(clip.file).suffix().toLower();
}

bool isReadable(const AudioInfo &audio)
{
    const AVCodecDescriptor *codec = avcodec_descriptor_get_by_name(audio.codec.toLatin1().constData());
    return codec && avcodec_find_decoder(codec->id) && audio.sampleRate > 0 && audio.channels > 0;
}

bool hasOtherColours(const VideoInfo &video)
{
    return video.colour.isHdr() || bitDepthOf(video) > 8 || isFullRange(video) ||
           video.colour.primaries == u"bt2020";
}

bool isSquare(const VideoInfo &video)
{
    return video.sampleAspect.numerator == video.sampleAspect.denominator;
}

// Whether the model takes the file itself, without a change of ours.
bool isTakenAsItIs(const ClipInfo &clip, const MediaLimits &limits)
{
    const VideoInfo &video = clip.video;
    const double frameSeconds = 1 / std::max(video.frameRate.toDouble(), 1.0);
    if (!isMp4Family(clip) || !limits.formats.contains(suffixOf(clip)) || clip.bytes > limits.maximumBytes)
        return false;
    if (video.codec != u"h264" || video.pixelFormat != u"yuv420p" || hasOtherColours(video))
        return false;
    // What an edit list hides or puts off comes to light where edit lists are not read.
    if (video.hiddenFrames > 0 || double(video.start.count()) / 1e6 > frameSeconds / 2)
        return false;
    // Further pictures, sounds and data (the place where a camera stood) are nobody else's business.
    if (clip.streams > 1 + (clip.audio ? 1 : 0))
        return false;
    // Sound that ends after the longest length would make the whole file too long for the service.
    return !clip.audio || (clip.audio->codec == u"aac" && clip.audio->channels <= 2 &&
                           double(clip.audio->duration.count()) / 1e6 <= limits.maximumSeconds);
}

QList<ConformChange> pictureChanges(const ClipInfo &clip, const ConformPlan &plan)
{
    const VideoInfo &video = clip.video;
    QList<ConformChange> changes;
    if (!video.constantRate)
        changes.append(ConformChange::ConstantRate);
    else if (!(plan.frameRate == video.frameRate))
        changes.append(ConformChange::Rate);
    if (video.rotation != 0)
        changes.append(ConformChange::Rotated);
    if (!isSquare(video))
        changes.append(ConformChange::Squared);
    if (!plan.crop.isNull())
        changes.append(ConformChange::Cropped);
    const QSize from = plan.crop.isNull() ? video.size : plan.crop.size();
    if (from != (plan.placed.isNull() ? plan.size : plan.placed.size()))
        changes.append(ConformChange::Size);
    if (!plan.placed.isNull())
        changes.append(ConformChange::Padded);
    return changes;
}

// What making a new file does, whatever made it necessary: nothing of it goes unsaid.
QList<ConformChange> codingChanges(const ClipInfo &clip, const ConformPlan &plan, const MediaLimits &limits)
{
    QList<ConformChange> changes;
    if (!isMp4Family(clip) || suffixOf(clip) != u"mp4")
        changes.append(ConformChange::Container);
    if (hasOtherColours(clip.video))
        changes.append(ConformChange::Colour);
    changes.append(ConformChange::Video);
    if (expectedPictureBits(clip, plan) > double(mostPictureBits(plan, limits)))
        changes.append(ConformChange::Smaller);
    if (plan.audio)
        changes.append(ConformChange::Audio);
    else if (clip.audio)
        changes.append(ConformChange::AudioDropped);
    return changes;
}

QString shortSeconds(double seconds)
{
    return QString::number(std::floor(seconds * 10 + 1e-6) / 10, 'g', 6);
}

} // namespace

Result<ConformPlan> planConform(const ClipInfo &clip, const ConformWish &wish, const ModelSpec &model)
{
    const MediaLimits &limits = model.video;
    const auto shape = conformShape(clip, wish, limits);
    if (!shape)
        return tl::unexpected(shape.error());
    ConformPlan plan;
    plan.size = shape->size;
    plan.crop = shape->crop;
    plan.placed = shape->placed;
    plan.frameRate = conformedRate(clip.video);
    plan.audio = clip.audio && isReadable(*clip.audio);

    const Piece piece = chosenPiece(clip, wish.trim, plan.frameRate);
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
    if (piece.first != whole.first || piece.end != whole.end)
        plan.changes.append(ConformChange::Trimmed);
    if (tooLong)
        plan.changes.append(ConformChange::CutToLimit);
    plan.changes += pictureChanges(clip, plan);
    plan.copy = plan.changes.isEmpty() && isTakenAsItIs(clip, limits);
    if (!plan.copy)
        plan.changes += codingChanges(clip, plan, limits);
    return plan;
}

Result<ConformPlan> planConform(const ClipInfo &clip, const std::optional<Trim> &trim, const ModelSpec &model)
{
    return planConform(clip, ConformWish{trim, Framing::Keep, std::nullopt}, model);
}

ConformWish conformWish(const Order &order)
{
    return {order.trim, order.framing, shapeFromText(order.parameters[u"ratio"].toString())};
}

} // namespace retake
