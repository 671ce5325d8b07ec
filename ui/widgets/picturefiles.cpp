// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picturefiles.h"

#include <QFileInfo>
#include <QMimeData>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <QUrl>

namespace retake {

namespace {

// An address is passed on unread: only what services take by it.
bool isPictureAddress(const QUrl &url)
{
    if (url.scheme() != u"http" && url.scheme() != u"https")
        return false;
    const QString suffix = url.path().section(u'.', -1).toLower();
    return QStringList{QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("png"),
                       QStringLiteral("webp"), QStringLiteral("bmp")}
        .contains(suffix);
}

// A picture that is dragged off a page: its own address is in the markup, while the list may have the address
// of the page that it links to.
QUrl pictureInMarkup(const QString &html)
{
    static const QRegularExpression tag(QStringLiteral("<img\\s[^>]*\\bsrc\\s*=\\s*[\"']([^\"']+)[\"']"),
                                        QRegularExpression::CaseInsensitiveOption);
    const QString source = tag.match(html).captured(1);
    return QUrl(QString(source).replace(QStringLiteral("&amp;"), QStringLiteral("&")));
}

QString pictureAddress(const QMimeData &dropped)
{
    if (const QUrl url = pictureInMarkup(dropped.html()); isPictureAddress(url))
        return url.toString(QUrl::FullyEncoded);
    for (const QUrl &url : dropped.urls()) {
        if (isPictureAddress(url))
            return url.toString(QUrl::FullyEncoded);
    }
    return {};
}

} // namespace

DroppedMedia mediaIn(const QMimeData *dropped)
{
    DroppedMedia found;
    if (!dropped)
        return found;
    const QMimeDatabase types;
    for (const QUrl &url : dropped->urls()) {
        const QString file = url.toLocalFile();
        if (file.isEmpty() || QFileInfo(file).isDir())
            continue;
        const QString type = types.mimeTypeForFile(file).name();
        if (type.startsWith(u"image/"))
            found.pictures.append(file);
        else
            found.videos.append(file);
    }
    if (found.isEmpty() && dropped->hasImage())
        found.image = qvariant_cast<QImage>(dropped->imageData());
    if (found.isEmpty() && dropped->hasUrls()) {
        if (const QString address = pictureAddress(*dropped); !address.isEmpty())
            found.addresses.append(address);
    }
    return found;
}

bool carriesMedia(const QMimeData *dropped)
{
    if (!dropped)
        return false;
    if (dropped->hasImage())
        return true;
    for (const QUrl &url : dropped->urls()) {
        if (url.isLocalFile())
            return true;
    }
    return dropped->hasUrls() && !pictureAddress(*dropped).isEmpty();
}

} // namespace retake
