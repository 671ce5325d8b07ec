// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/reference.h"

#include "base/filesystem.h"

#include <QBuffer>
#include <QColorSpace>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>
#include <QPixelFormat>
#include <QUuid>

#include <cmath>

namespace retake {

namespace {

constexpr int jpegQuality = 95;

QString megabytes(qint64 bytes)
{
    const double value = double(bytes) / 1e6;
    return QString(QString::number(value, 'f', value < 10 && bytes % 1000000 ? 1 : 0) + u" MB");
}

QString sizeText(QSize size)
{
    return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
}

// Content decides, not the name; turned as the camera says.
void open(QImageReader &reader, const QString &file)
{
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    reader.setFileName(file);
}

// Upright, opaque, sRGB, and nothing of what came along (place, camera, comments).
QImage cleaned(const QImage &image)
{
    QImage source = image;
    if (source.colorSpace().isValid() && source.colorSpace() != QColorSpace(QColorSpace::SRgb))
        source.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    QImage clean(source.size(), QImage::Format_RGB32);
    clean.fill(Qt::white);
    QPainter painter(&clean);
    source.setDevicePixelRatio(1);
    painter.drawImage(0, 0, source);
    return clean;
}

QByteArray encoded(const QImage &image, const QByteArray &format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    if (format == "jpeg")
        writer.setQuality(jpegQuality);
    if (!writer.write(image))
        bytes.clear();
    return bytes;
}

} // namespace

Result<ReferenceInfo> checkReference(const QString &file, const MediaLimits &limits)
{
    const QFileInfo info(file);
    if (!info.exists())
        return failure(ErrorKind::FileMissing, {file});
    if (info.isDir())
        return failure(ErrorKind::ImageUnreadable, {file});
    QImageReader reader;
    open(reader, file);
    if (!reader.canRead())
        return failure(ErrorKind::ImageUnreadable, {file}, reader.errorString());
    ReferenceInfo found{file, QString::fromLatin1(reader.format()), reader.size(), info.size(), false};
    if (!found.size.isValid())
        found.size = reader.read().size(); // a format whose header does not tell
    else if (reader.transformation() & QImageIOHandler::TransformationRotate90)
        found.size.transpose();
    if (found.size.isEmpty())
        return failure(ErrorKind::ImageUnreadable, {file});
    if (reader.imageFormat() != QImage::Format_Invalid)
        found.alpha = QImage::toPixelFormat(reader.imageFormat()).alphaUsage() == QPixelFormat::UsesAlpha;

    const int longSide = std::max(found.size.width(), found.size.height());
    const int shortSide = std::min(found.size.width(), found.size.height());
    if (found.bytes > limits.maximumBytes)
        return failure(ErrorKind::ImageTooHeavy,
                       {file, megabytes(found.bytes), megabytes(limits.maximumBytes)});
    if (longSide > limits.maximumSide)
        return failure(ErrorKind::ImageTooLarge,
                       {file, sizeText(found.size), QString::number(limits.maximumSide)});
    if (longSide > shortSide * limits.maximumAspect)
        return failure(ErrorKind::ImageBadShape,
                       {file, sizeText(found.size), QString::number(limits.maximumAspect)});
    if (shortSide < limits.minimumSide)
        return failure(ErrorKind::ImageTooSmall,
                       {file, sizeText(found.size), QString::number(limits.minimumSide)});
    return found;
}

Result<QString> prepareReference(const QString &file, const MediaLimits &limits, const QString &folder)
{
    const auto info = checkReference(file, limits);
    if (!info)
        return tl::unexpected(info.error());
    QImageReader reader;
    open(reader, file);
    const QImage image = reader.read();
    if (image.isNull())
        return failure(ErrorKind::ImageUnreadable, {file}, reader.errorString());

    const bool photo = info->format == u"jpeg" || !limits.formats.contains(QStringLiteral("png"));
    QByteArray format = photo ? "jpeg" : "png";
    const QImage clean = cleaned(image);
    QByteArray bytes = encoded(clean, format);
    if (!photo && bytes.size() > limits.maximumBytes) {
        format = "jpeg";
        bytes = encoded(clean, format);
    }
    if (bytes.isEmpty())
        return failure(ErrorKind::ImageUnreadable, {file});
    if (bytes.size() > limits.maximumBytes)
        return failure(ErrorKind::ImageTooHeavy,
                       {file, megabytes(bytes.size()), megabytes(limits.maximumBytes)});

    // a name of its own, so that no task's clean-up takes another's file
    const QString name = QString(u"reference-" + QUuid::createUuid().toString(QUuid::Id128).left(12) +
                                 (format == "png" ? u".png" : u".jpg"));
    const QString path = QDir(folder).filePath(name);
    QFile part(QString(path + u".part"));
    if (!part.open(QIODevice::WriteOnly) || part.write(bytes) != bytes.size() || !part.flush()) {
        const Error error = writeError(path);
        part.remove();
        return failure(error);
    }
    part.close();
    if (const auto moved = moveIntoPlace(part.fileName(), path); !moved) {
        part.remove();
        return tl::unexpected(moved.error());
    }
    return path;
}

} // namespace retake
