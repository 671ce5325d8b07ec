// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/comparisonplan.h"

#include "playback/pairtimeline.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

constexpr int widestComparison = 8192; // beyond it few players follow
constexpr double fastestComparison = 120;
constexpr Microseconds roundedTimes(1500); // of containers; far below a frame's length

int even(double side)
{
    return std::max(2, int(std::lround(side / 2)) * 2);
}

int widthAt(QSize shape, int height)
{
    return even(double(shape.width()) * height / std::max(shape.height(), 1));
}

double perSecond(const ComparisonSide &side)
{
    const auto frame = side.index.meanFrame();
    return frame.count() > 0 ? 1e6 / double(frame.count()) : 0;
}

// The container's word for it where the frames say the same.
Rational rateOf(const ComparisonSide &side)
{
    const double measured = std::min(perSecond(side), fastestComparison);
    const Rational said = side.clip.video.frameRate;
    if (said.numerator > 0 && std::abs(said.toDouble() - measured) < measured * 0.01)
        return said;
    return measured > 0 ? Rational{int(std::lround(measured * 1000)), 1000} : Rational{30, 1};
}

bool isKnown(const SentFrames &sent, const FrameIndex &before)
{
    for (int frame = 0; frame < sent.map.size(); ++frame) {
        if (sent.map.source(frame) >= before.count())
            return false;
    }
    return !sent.isEmpty();
}

// When the last frame of After has been shown.
Microseconds endOfAfter(const PairTimeline &timeline, const FrameIndex &after)
{
    for (int entry = 0; entry < timeline.size(); ++entry) {
        if (timeline.entry(entry).after == after.count() - 1)
            return timeline.entry(entry).time + after.meanFrame();
    }
    return timeline.duration();
}

Microseconds timeOfPicture(Rational rate, qint64 picture)
{
    return Microseconds(picture * 1'000'000 * rate.denominator / std::max(rate.numerator, 1));
}

// Both at the same height, or both into the larger one.
void place(ComparisonPlan &plan, QSize before, QSize after)
{
    const std::array shapes{before, after};
    int height = even(std::max(before.height(), after.height()));
    if (plan.form == ComparisonForm::SideBySide) {
        const int wide = widthAt(before, height) + widthAt(after, height);
        if (wide > widestComparison)
            height = even(double(height) * widestComparison / wide - 1);
        int left = 0;
        for (const Side side : {plan.first(), otherSide(plan.first())}) {
            const int width = widthAt(shapes[std::size_t(side)], height);
            plan.places[std::size_t(side)] = QRect(left, 0, width, height);
            left += width;
        }
        plan.size = {left, height};
        return;
    }
    plan.size = {widthAt(after.height() > before.height() ? after : before, height), height};
    for (const Side side : bothSides) {
        const QSize shape = shapes[std::size_t(side)].scaled(plan.size, Qt::KeepAspectRatio);
        QRect at(QPoint(), shape);
        at.moveCenter(QRect(QPoint(), plan.size).center());
        // a pixel of rounding is no border
        const QSize left = plan.size - shape;
        plan.places[std::size_t(side)] =
            left.width() <= 2 && left.height() <= 2 ? QRect(QPoint(), plan.size) : at;
    }
}

QString fileAddressOf(const QString &file) // no name is then read as an option or a protocol
{
    return QString(u"file:" + QFileInfo(file).absoluteFilePath());
}

QStringList wordsOf(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

Microseconds ComparisonPlan::duration() const
{
    return timeOfPicture(rate, count());
}

Side ComparisonPlan::blinkSide(int picture) const
{
    const Microseconds time = timeOfPicture(rate, picture) + roundedTimes;
    return (time.count() / std::max<qint64>(blink.count(), 1)) % 2 ? otherSide(first()) : first();
}

Side ComparisonPlan::first() const
{
    return order == ComparisonOrder::BeforeFirst ? Side::Before : Side::After;
}

int ComparisonPlan::wipeLine(int picture) const
{
    return int(std::lround(size.width() * (1 - double(picture) / std::max(count() - 1, 1))));
}

Result<ComparisonPlan> planComparison(const ComparisonSide &before, const ComparisonSide &after,
                                      const ComparisonWish &wish)
{
    const auto &[offset, sent, shift] = wish.pairing;
    const bool isSent = isKnown(sent, before.index);
    const PairTimeline timeline(&before.index, &after.index, offset, sent);
    const Trim shared{isSent ? before.index.timeOf(sent.map.source(0)) : std::max(offset, Microseconds(0)),
                      std::min(before.index.duration(), endOfAfter(timeline, after.index))};
    const Microseconds start = wish.piece ? std::max(shared.in, wish.piece->in) : shared.in;
    const Microseconds end = wish.piece ? std::min(shared.out, wish.piece->out) : shared.out;

    ComparisonPlan plan;
    plan.form = wish.form;
    plan.order = wish.order;
    plan.blink = wish.blink;
    plan.rate = rateOf(perSecond(after) > perSecond(before) ? after : before);
    const int firstOfAfter = std::max(timeline.entry(timeline.entryAt(start + roundedTimes)).after, 0);
    plan.starts = {start, isSent ? after.index.timeOf(firstOfAfter) : start - offset};
    place(plan, before.clip.video.size, after.clip.video.size);
    const double pictures = double((end - start).count()) / 1e6 * plan.rate.toDouble();
    if (pictures < 0.5)
        return failure(ErrorKind::ClipTooShort, {wish.after, QStringLiteral("0"), QStringLiteral("0.1")});
    const auto count = std::lround(pictures);
    plan.pairs.reserve(std::size_t(count));
    for (long picture = 0; picture < count; ++picture) {
        const Microseconds time = start + timeOfPicture(plan.rate, picture) + roundedTimes;
        const PairTimeline::Entry &entry = timeline.entry(timeline.entryAt(time));
        plan.pairs.push_back({entry.before, std::clamp(entry.after + shift, 0, after.index.count() - 1)});
    }
    return plan;
}

QStringList comparisonArguments(const ComparisonPlan &plan, const QString &sound, Microseconds soundStart,
                                const QString &target)
{
    const auto seconds = [](Microseconds time) {
        return QString::number(double(time.count()) / 1e6, 'f', 6);
    };
    QStringList list = wordsOf("-hide_banner -v error -nostdin -nostats -y -f rawvideo -pix_fmt bgr0 -s");
    list += {QStringLiteral("%1x%2").arg(plan.size.width()).arg(plan.size.height()), QStringLiteral("-r"),
             QStringLiteral("%1/%2").arg(plan.rate.numerator).arg(plan.rate.denominator),
             QStringLiteral("-i"), QStringLiteral("pipe:0")};
    if (!sound.isEmpty())
        list += wordsOf("-protocol_whitelist file -ss") +
                QStringList{seconds(soundStart), QStringLiteral("-i"), fileAddressOf(sound)};
    list += wordsOf("-map 0:v:0");
    if (!sound.isEmpty())
        list += wordsOf("-map 1:a:0 -af aresample=async=1:first_pts=0,apad -c:a aac -ac 2 -b:a 192k");
    list += wordsOf("-map_metadata -1 -map_chapters -1 "
                    "-vf scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1 "
                    "-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv "
                    "-c:v libx264 -preset veryfast -crf 17 -profile:v high -g");
    list += {QString::number(std::max(1, int(std::lround(plan.rate.toDouble() * 2)))), QStringLiteral("-t"),
             seconds(plan.duration())};
    list += wordsOf("-movflags +faststart -f mp4") + QStringList{fileAddressOf(target)};
    return list;
}

} // namespace retake
