// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/conformshape.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

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

// What brings a picture of these sides within the limits; 1 where it is there.
double factorFor(QSizeF sides, const MediaLimits &limits)
{
    const double longSide = std::max(sides.width(), sides.height());
    const double shortSide = std::min(sides.width(), sides.height());
    if (longSide > limits.maximumSide)
        return limits.maximumSide / longSide;
    if (shortSide < limits.minimumSide)
        return limits.minimumSide / shortSide;
    return 1;
}

QSize evenSize(QSizeF sides, const MediaLimits &limits)
{
    const double factor = factorFor(sides, limits);
    const bool upright = sides.height() > sides.width();
    const double longSide = std::max(sides.width(), sides.height()) * factor;
    const double shortSide = std::min(sides.width(), sides.height()) * factor;
    const int evenShort = std::max(evenBelow(shortSide), evenAbove(limits.minimumSide));
    int evenLong = std::min(evenBelow(longSide), evenBelow(limits.maximumSide));
    evenLong = std::min(std::max(evenLong, evenShort), evenBelow(evenShort * limits.maximumAspect));
    return upright ? QSize(evenShort, evenLong) : QSize(evenLong, evenShort);
}

QPoint evenMiddle(QSize outer, QSize inner)
{
    return {evenBelow((outer.width() - inner.width()) / 2.0),
            evenBelow((outer.height() - inner.height()) / 2.0)};
}

Result<ConformShape> keptShape(const ClipInfo &clip, const MediaLimits &limits)
{
    const QSize seen = clip.video.size;
    const double longSide = std::max(seen.width(), seen.height());
    const double shortSide = std::max(1, std::min(seen.width(), seen.height()));
    if (longSide > shortSide * limits.maximumAspect) {
        const QString ratio = ratioNumber(longSide / shortSide);
        return failure(
            ErrorKind::ClipUnfit,
            {clip.file, seen.height() > seen.width() ? QString(u"1:" + ratio) : QString(ratio + u":1")});
    }
    return ConformShape{evenSize(seen, limits), {}, {}};
}

// The smallest picture of the wished shape around the clip's, bars at both sides.
ConformShape fittedShape(QSizeF seen, double aspect, const MediaLimits &limits)
{
    const QSizeF canvas(std::max(seen.width(), seen.height() * aspect),
                        std::max(seen.height(), seen.width() / aspect));
    ConformShape shape{evenSize(canvas, limits), {}, {}};
    const double scale = std::min(
        {factorFor(canvas, limits), shape.size.width() / seen.width(), shape.size.height() / seen.height()});
    const QSize inner(std::clamp(evenBelow(seen.width() * scale + 0.5), 2, shape.size.width()),
                      std::clamp(evenBelow(seen.height() * scale + 0.5), 2, shape.size.height()));
    shape.placed = QRect(evenMiddle(shape.size, inner), inner);
    return shape;
}

// The largest picture of the wished shape in the middle of the clip's.
ConformShape filledShape(QSizeF seen, double aspect, const MediaLimits &limits)
{
    const QSizeF cut(std::min(seen.width(), seen.height() * aspect),
                     std::min(seen.height(), seen.width() / aspect));
    ConformShape shape{evenSize(cut, limits), {}, {}};
    const QSize whole(int(seen.width()), int(seen.height()));
    QSize inner = shape.size; // where nothing is scaled, pixels stay what they are
    if (factorFor(cut, limits) != 1 || inner.width() > whole.width() || inner.height() > whole.height())
        inner = QSize(std::clamp(int(std::lround(cut.width())), 1, whole.width()),
                      std::clamp(int(std::lround(cut.height())), 1, whole.height()));
    shape.crop = QRect(evenMiddle(whole, inner), inner);
    return shape;
}

} // namespace

std::optional<Rational> shapeFromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([1-9]\\d{0,3}):([1-9]\\d{0,3})$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return Rational{match.captured(1).toInt(), match.captured(2).toInt()};
}

Result<ConformShape> conformShape(const ClipInfo &clip, const ConformWish &wish, const MediaLimits &limits)
{
    const QSizeF seen = clip.video.size;
    if (wish.framing == Framing::Keep || seen.isEmpty())
        return keptShape(clip, limits);
    const double has = seen.width() / seen.height();
    const double wished = wish.shape ? wish.shape->toDouble() : has;
    const double aspect = std::clamp(wished, 1 / limits.maximumAspect, limits.maximumAspect);
    // less than two pixels off: no bar and no cut is that thin
    const bool near = std::abs(seen.width() - seen.height() * aspect) < 2 ||
                      std::abs(seen.height() - seen.width() / aspect) < 2;
    const bool taken = std::max(has, 1 / has) <= limits.maximumAspect;
    if (near && taken)
        return keptShape(clip, limits);
    return wish.framing == Framing::Fit ? fittedShape(seen, aspect, limits)
                                        : filledShape(seen, aspect, limits);
}

} // namespace retake
