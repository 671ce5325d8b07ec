// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pictureasdata.h"

#include <QByteArray>
#include <QFile>

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
    return QString(u"data:" + mime + u";base64," + QString::fromLatin1(bytes.toBase64()));
}

} // namespace retake
