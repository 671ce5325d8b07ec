// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/reference.h"

#include "media/weighttext.h"

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

QString pixelText(QSize size)
{
    return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
}

// The short side gets `least`, the other follows, rounded up: it must not fall short.
QSize scaledUpTo(QSize size, int least)
{
    const double factor = double(least) / std::min(size.width(), size.height());
    return {std::max(least, int(std::ceil(size.width() * factor - 1e-9))),
            std::max(least, int(std::ceil(size.height() * factor - 1e-9)))};
}

QString sentFormat(const ReferenceInfo &info, const MediaLimits &limits)
{
    const bool png = !info.lossy && limits.formats.contains(QStringLiteral("png"));
    return png ? QStringLiteral("png") : QStringLiteral("jpeg");
}

} // namespace

Result<ReferencePlan> planReference(const ReferenceInfo &info, const QRectF &crop, const MediaLimits &limits)
{
    ReferencePlan plan;
    plan.cut = pixelsOf(crop, info.size);
    plan.size = plan.cut.size();
    plan.format = sentFormat(info, limits);
    const int longSide = std::max(plan.size.width(), plan.size.height());
    const int shortSide = std::min(plan.size.width(), plan.size.height());
    const int least = std::min(smallestReferenceSide, limits.minimumSide);
    if (shortSide < least)
        return failure(ErrorKind::ImageTooSmall, {info.file, pixelText(plan.size), QString::number(least)});
    if (longSide > shortSide * limits.maximumAspect)
        return failure(ErrorKind::ImageBadShape,
                       {info.file, pixelText(plan.size), QString::number(limits.maximumAspect)});
    const bool asItIs = plan.cut.size() == info.size && limits.formats.contains(info.format);
    if (asItIs && info.bytes > limits.maximumBytes)
        return failure(ErrorKind::ImageTooHeavy,
                       {info.file, weightText(info.bytes), weightText(limits.maximumBytes)});

    if (shortSide < limits.minimumSide)
        plan.size = scaledUpTo(plan.size, limits.minimumSide);
    else if (longSide > limits.maximumSide)
        plan.size = plan.size.scaled(limits.maximumSide, limits.maximumSide, Qt::KeepAspectRatio)
                        .expandedTo({limits.minimumSide, limits.minimumSide});

    const auto change = [&plan](bool done, ReferenceChange what) {
        if (done)
            plan.changes.append(what);
    };
    change(info.format != plan.format, ReferenceChange::Format);
    change(info.pictures > 1, ReferenceChange::FirstPicture);
    change(info.turned, ReferenceChange::Upright);
    change(plan.cut.size() != info.size, ReferenceChange::Cropped);
    change(plan.size.width() > plan.cut.width(), ReferenceChange::ScaledUp);
    change(plan.size.width() < plan.cut.width(), ReferenceChange::ScaledDown);
    change(info.alpha, ReferenceChange::Transparency);
    change(info.channels == 4, ReferenceChange::Cmyk);
    change(info.depth > 8, ReferenceChange::Depth);
    change(info.bytes > limits.maximumBytes, ReferenceChange::Weight);
    change(info.metadata, ReferenceChange::Metadata);
    return plan;
}

Result<ReferenceInfo> readReference(const QString &file)
{
    const auto header = readImageHeader(file);
    return header ? Result<ReferenceInfo>(ReferenceInfo{*header, file}) : failure(header.error());
}

Result<ReferenceInfo> checkReference(const Reference &reference, const MediaLimits &limits)
{
    auto info = readReference(reference.source);
    if (!info)
        return info;
    const auto plan = planReference(*info, reference.crop, limits);
    return plan ? info : failure(plan.error());
}

} // namespace retake
