// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/imagefile.h"

#include "media/heifimage.h"
#include "media/imageparts.h"
#include "media/weighttext.h"

#include <QColorSpace>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QPixelFormat>
#include <QRectF>

#include <algorithm>
#include <cmath>

namespace retake {

namespace {

// The whole of maximumPixels at 32 bit. It is the process's, for there is none of a reader's own.
constexpr int allocationMegabytes = 512;
constexpr int maximumIcons = 64; // of an ICO, which are looked through

QString headFormat(const QString &file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = device.peek(64);
    device.seek(std::max(device.size() - 26, qint64(0)));
    return imageFormatOf(head, device.read(26));
}

bool isHeif(const QString &format)
{
    return format == u"heic" || format == u"avif";
}

// Content decides, not the name.
void openReader(QImageReader &reader, const QString &file, const QString &format)
{
    QImageReader::setAllocationLimit(allocationMegabytes);
    reader.setAutoDetectImageFormat(false);
    reader.setFormat(format.toLatin1());
    reader.setFileName(file);
    reader.setAutoTransform(true);
}

// Of the sizes of one icon the largest.
QSize seekLargest(QImageReader &reader)
{
    QSize largest;
    int best = 0;
    for (int i = 0; i < std::min(reader.imageCount(), maximumIcons) && reader.jumpToImage(i); ++i) {
        if (reader.size().width() > largest.width()) {
            largest = reader.size();
            best = i;
        }
    }
    reader.jumpToImage(best);
    return largest;
}

// By a reader of its own: the TIFF one counts only from the start of its file.
int pictureCount(const QString &file, const QString &format)
{
    QImageReader reader;
    openReader(reader, file, format);
    return std::max(reader.imageCount(), 1);
}

int bitsOf(QImage::Format format)
{
    const QPixelFormat pixel = QImage::toPixelFormat(format);
    return std::max({int(pixel.redSize()), int(pixel.greenSize()), int(pixel.blueSize()), 8});
}

Result<ImageHeader> readQtHeader(const QString &file, const QString &format)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return failure(ErrorKind::ImageUnreadable, {file}, device.errorString());
    const ImageParts parts = readImageParts(device, format);
    if (!parts.whole)
        return failure(ErrorKind::ImageUnreadable, {file});
    device.close();
    QImageReader reader;
    openReader(reader, file, format);
    if (!reader.canRead())
        return failure(ErrorKind::ImageUnreadable, {file}, reader.errorString());
    ImageHeader header;
    header.size = format == u"ico" ? seekLargest(reader) : reader.size();
    const auto turn = reader.transformation();
    header.turned = turn != QImageIOHandler::TransformationNone;
    if (turn & QImageIOHandler::TransformationRotate90)
        header.size.transpose();
    if (format == u"gif" || format == u"tiff" || format == u"webp" || format == u"ico")
        header.pictures = pictureCount(file, format);
    if (const auto pixels = reader.imageFormat(); pixels != QImage::Format_Invalid) {
        header.depth = bitsOf(pixels);
        header.alpha = QImage::toPixelFormat(pixels).alphaUsage() == QPixelFormat::UsesAlpha;
    }
    if (format == u"gif")
        header.alpha = parts.transparent;
    header.metadata = parts.metadata;
    header.lossy = parts.lossy;
    header.channels = parts.channels;
    return header;
}

qint64 pixelCount(QSize size)
{
    return qint64(size.width()) * size.height();
}

// Qt converts the colours of few formats.
QImage forColours(const QImage &image)
{
    const bool alpha = image.hasAlphaChannel();
    if (image.depth() > 32)
        return image.convertToFormat(alpha ? QImage::Format_RGBA64 : QImage::Format_RGBX64);
    return image.convertToFormat(alpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
}

DecodedImage decoded(QImage image)
{
    const QColorSpace colours = image.colorSpace();
    const bool other = colours.isValid() && colours != QColorSpace(QColorSpace::SRgb);
    image = forColours(image);
    if (other) {
        image.setColorSpace(colours);
        image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    }
    if (image.depth() > 32)
        image = forColours(
            image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32));
    // a fresh one of the same pixels: texts and resolution of the file would else be written again
    return {
        QImage(image.constBits(), image.width(), image.height(), image.bytesPerLine(), image.format()).copy(),
        other};
}

} // namespace

QRect pixelsOf(const QRectF &crop, QSize size)
{
    const QRect whole({0, 0}, size);
    if (crop.isNull() || size.isEmpty())
        return whole;
    const int left = std::clamp(int(std::lround(crop.left() * size.width())), 0, size.width() - 1);
    const int top = std::clamp(int(std::lround(crop.top() * size.height())), 0, size.height() - 1);
    const int right = std::clamp(int(std::lround(crop.right() * size.width())), left + 1, size.width());
    const int bottom = std::clamp(int(std::lround(crop.bottom() * size.height())), top + 1, size.height());
    return {left, top, right - left, bottom - top};
}

Result<ImageHeader> readImageHeader(const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return failure(ErrorKind::FileMissing, {file});
    const QString format = info.isFile() ? headFormat(file) : QString();
    if (format.isEmpty())
        return failure(ErrorKind::ImageUnreadable, {file});
    if (info.size() > maximumImageBytes)
        return failure(ErrorKind::ImageTooHeavy,
                       {file, weightText(info.size()), weightText(maximumImageBytes)});
    auto header = isHeif(format) ? readHeifHeader(file) : readQtHeader(file, format);
    if (!header)
        return header;
    header->format = format;
    header->bytes = info.size();
    if (header->size.isEmpty())
        return failure(ErrorKind::ImageUnreadable, {file});
    const qint64 most = format == u"jpeg" ? maximumJpegPixels : maximumPixels;
    if (pixelCount(header->size) > most)
        return failure(ErrorKind::ImageTooLarge,
                       {file, QStringLiteral("%1 × %2").arg(header->size.width()).arg(header->size.height()),
                        QString::number(int(std::sqrt(double(most))) / 1000 * 1000)});
    return header;
}

Result<DecodedImage> readImage(const QString &file)
{
    const auto header = readImageHeader(file);
    if (!header)
        return failure(header.error());
    if (isHeif(header->format)) {
        const auto image = readHeif(file);
        return image ? Result<DecodedImage>(decoded(*image)) : failure(image.error());
    }
    QImageReader reader;
    openReader(reader, file, header->format);
    if (header->format == u"ico")
        seekLargest(reader);
    QSize stored = reader.size();
    if (pixelCount(stored) > maximumPixels) { // a giant JPEG
        while (pixelCount(stored) > maximumPixels)
            stored /= 2;
        reader.setScaledSize(stored);
    }
    const QImage image = reader.read();
    if (image.isNull())
        return failure(ErrorKind::ImageUnreadable, {file}, reader.errorString());
    return decoded(image);
}

QImage readImageFor(const QString &file, const QRectF &crop, QSize size)
{
    const auto header = readImageHeader(file);
    if (!header)
        return {};
    QImage image;
    const QSize piece = pixelsOf(crop, header->size).size();
    const double factor =
        std::max(double(size.width()) / piece.width(), double(size.height()) / piece.height());
    if (header->format == u"jpeg" && factor < 1) { // quicker, for it unpacks only what is needed
        QImageReader reader;
        openReader(reader, file, header->format);
        reader.setScaledSize((QSizeF(reader.size()) * factor).toSize().expandedTo({1, 1}));
        image = decoded(reader.read()).image;
    } else if (const auto whole = readImage(file)) {
        image = whole->image;
    }
    if (image.isNull())
        return image;
    image = image.copy(pixelsOf(crop, image.size()));
    if (factor < 1)
        image = image.scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    return image;
}

} // namespace retake
