// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pictureasdata.h"

#include <QByteArray>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace retake {

namespace {

QString mimeOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return QStringLiteral("image/jpeg");
    if (bytes.startsWith("\x89PNG\r\n"))
        return QStringLiteral("image/png");
    if (bytes.startsWith("BM"))
        return QStringLiteral("image/bmp");
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return QStringLiteral("image/webp");
    return {};
}

QString clipTypeOf(const QByteArray &bytes)
{
    if (bytes.mid(4, 4) == "ftyp")
        return bytes.mid(8, 2) == "qt" ? QStringLiteral("video/quicktime") : QStringLiteral("video/mp4");
    return bytes.startsWith("\x1a\x45\xdf\xa3") ? QStringLiteral("video/x-matroska") : QString();
}

QString dataAddress(const QString &mime, const QByteArray &bytes)
{
    return u"data:" + mime + u";base64," + QString::fromLatin1(bytes.toBase64());
}

} // namespace

std::optional<QString> pictureAsData(const QString &path, qint64 &budget)
{
    QFile file(path);
    if (file.size() > budget || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.readAll();
    const QString mime = mimeOf(bytes);
    if (mime.isEmpty())
        return std::nullopt;
    budget -= bytes.size();
    return dataAddress(mime, bytes);
}

Result<QString> mediaAsData(const QString &path, qint64 maximumBytes)
{
    const QString shown = QDir::toNativeSeparators(path);
    if (!QFileInfo::exists(path))
        return failure(ErrorKind::FileMissing, {shown});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileUnreadable, {shown});
    const QByteArray head = file.peek(16);
    const QString picture = mimeOf(head);
    const QString mime = picture.isEmpty() ? clipTypeOf(head) : picture;
    if (mime.isEmpty())
        return failure(ErrorKind::ImageUnreadable, {shown});
    if (maximumBytes > 0 && file.size() > maximumBytes) {
        const auto size = [](qint64 bytes) {
            return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
        };
        return failure(picture.isEmpty() ? ErrorKind::UploadRefused : ErrorKind::ImageTooHeavy,
                       {shown, size(file.size()), size(maximumBytes)});
    }
    return dataAddress(mime, file.readAll());
}

} // namespace retake
