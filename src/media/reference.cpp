// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/reference.h"

#include "base/filesystem.h"
#include "media/jpegstrip.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImageWriter>
#include <QPainter>
#include <QUuid>

#include <algorithm>
#include <array>

namespace retake {

namespace {

constexpr int jpegQuality = 95;
constexpr std::array lowerQualities{90, 85, 80, 70};

QByteArray encoded(const QImage &image, const QString &format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format.toLatin1());
    if (format == u"jpeg")
        writer.setQuality(quality);
    if (!writer.write(image))
        bytes.clear();
    return bytes;
}

bool isTransparent(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return false;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        if (std::any_of(line, line + image.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; }))
            return true;
    }
    return false;
}

QImage onWhite(const QImage &image)
{
    QImage flat(image.size(), QImage::Format_RGB32);
    flat.fill(Qt::white);
    QPainter painter(&flat);
    painter.drawImage(0, 0, image);
    return flat;
}

// `cut` is in pixels of the picture as its header says; a giant comes smaller.
QImage piece(const QImage &image, const ReferenceInfo &info, const QRect &cut)
{
    if (cut.size() == info.size)
        return image;
    const QSizeF whole(info.size);
    return image.copy(pixelsOf({cut.x() / whole.width(), cut.y() / whole.height(),
                                cut.width() / whole.width(), cut.height() / whole.height()},
                               image.size()));
}

// JPEG in falling quality, then in falling size, until it is light enough.
QByteArray lightened(QImage image, const MediaLimits &limits)
{
    QByteArray bytes = encoded(image, QStringLiteral("jpeg"), jpegQuality);
    for (const int quality : lowerQualities) {
        if (bytes.size() <= limits.maximumBytes)
            return bytes;
        bytes = encoded(image, QStringLiteral("jpeg"), quality);
    }
    while (bytes.size() > limits.maximumBytes) {
        const QSize smaller = (QSizeF(image.size()) * 0.75).toSize();
        if (std::min(smaller.width(), smaller.height()) < limits.minimumSide)
            return {};
        image = image.scaled(smaller, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        bytes = encoded(image, QStringLiteral("jpeg"), lowerQualities[1]);
    }
    return bytes;
}

QByteArray readAll(const QString &file)
{
    QFile device(file);
    return device.open(QIODevice::ReadOnly) ? device.readAll() : QByteArray();
}

// Whether the picture itself may stay as the camera coded it.
bool staysAsCoded(const ReferencePlan &plan)
{
    return std::all_of(plan.changes.begin(), plan.changes.end(), [](ReferenceChange change) {
        return change == ReferenceChange::Metadata || change == ReferenceChange::Weight;
    });
}

void setChange(ReferencePlan &plan, ReferenceChange change, bool done)
{
    plan.changes.removeAll(change);
    if (done)
        plan.changes.append(change);
    std::sort(plan.changes.begin(), plan.changes.end());
}

Result<QByteArray> bytesToSend(const ReferenceInfo &info, ReferencePlan &plan, const MediaLimits &limits)
{
    std::optional<QByteArray> stripped;
    if (info.format == u"jpeg") {
        stripped = withoutMetadata(readAll(info.file));
        if (!stripped) // decoders fill the rest of a cut-off JPEG with grey
            return failure(ErrorKind::ImageUnreadable, {info.file});
    }
    const auto source = readImage(info.file);
    if (!source)
        return failure(source.error());
    QImage image = source->image;
    setChange(plan, ReferenceChange::Colours, source->recoloured);
    setChange(plan, ReferenceChange::Transparency, isTransparent(image));
    if (stripped && stripped->size() <= limits.maximumBytes && staysAsCoded(plan)) {
        setChange(plan, ReferenceChange::Weight, false);
        return *stripped;
    }
    image = piece(image, info, plan.cut);
    if (image.hasAlphaChannel())
        image = onWhite(image);
    if (image.size() != plan.size)
        image = image.scaled(plan.size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QByteArray bytes = encoded(image, plan.format, jpegQuality);
    setChange(plan, ReferenceChange::Weight, bytes.size() > limits.maximumBytes);
    if (bytes.size() > limits.maximumBytes) {
        bytes = lightened(image, limits);
        plan.format = QStringLiteral("jpeg");
        plan.size = QImage::fromData(bytes).size();
    }
    setChange(plan, ReferenceChange::Format, info.format != plan.format);
    setChange(plan, ReferenceChange::ScaledDown, plan.size.width() < plan.cut.width());
    if (bytes.isEmpty())
        return failure(ErrorKind::ImageUnreadable, {info.file});
    return bytes;
}

Result<QString> writeReference(const QByteArray &bytes, const QString &format, const QString &folder)
{
    // a name of its own, so that no task's clean-up takes another's file
    const QString name = QString(u"reference-" + QUuid::createUuid().toString(QUuid::Id128).left(12) +
                                 (format == u"png" ? u".png" : u".jpg"));
    const QString path = QDir(folder).filePath(name);
    if (const auto written = writeIntoPlace(bytes, path); !written)
        return failure(written.error());
    return path;
}

} // namespace

Result<PreparedReference> prepareReference(const Reference &reference, const MediaLimits &limits,
                                           const QString &folder)
{
    const auto info = readReference(reference.source);
    if (!info)
        return failure(info.error());
    const auto plan = planReference(*info, reference.crop, limits);
    if (!plan)
        return failure(plan.error());
    PreparedReference made{{}, *info, *plan};
    const auto bytes = bytesToSend(*info, made.plan, limits);
    if (!bytes)
        return failure(bytes.error());
    made.plan.bytes = bytes->size();
    const auto file = writeReference(*bytes, made.plan.format, folder);
    if (!file)
        return failure(file.error());
    made.file = *file;
    return made;
}

} // namespace retake
