// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sentreference.h"

#include "model/order.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>
#include <QPixelFormat>

#include <algorithm>

namespace retake {

namespace {

class ReferenceWords
{
    Q_DECLARE_TR_FUNCTIONS(ReferenceWords)
};

struct Header
{
    QString format;
    QSize size; // upright
    bool turned = false;
    bool alpha = false;
};

Header headerOf(const QString &file)
{
    QImageReader reader;
    reader.setDecideFormatFromContent(true);
    reader.setFileName(file);
    Header header{QString::fromLatin1(reader.format()).toUpper(), reader.size(), false, false};
    const auto turn = reader.transformation();
    header.turned = turn != QImageIOHandler::TransformationNone;
    if (turn & QImageIOHandler::TransformationRotate90)
        header.size.transpose();
    if (reader.imageFormat() != QImage::Format_Invalid)
        header.alpha = QImage::toPixelFormat(reader.imageFormat()).alphaUsage() == QPixelFormat::UsesAlpha;
    return header;
}

QStringList remarksOn(const Header &source, const Header &sent)
{
    QStringList remarks;
    if (source.turned)
        remarks.append(ReferenceWords::tr("Turned upright"));
    if (!source.size.isEmpty() && source.size != sent.size)
        remarks.append(ReferenceWords::tr("Was %1 × %2").arg(source.size.width()).arg(source.size.height()));
    if (source.alpha && !sent.alpha)
        remarks.append(ReferenceWords::tr("Transparency filled with white"));
    if (!source.format.isEmpty() && source.format != sent.format)
        remarks.append(ReferenceWords::tr("%1 converted to %2").arg(source.format, sent.format));
    return remarks;
}

} // namespace

QList<SentReference> compareReferences(const QStringList &sources, const QStringList &sent)
{
    QList<SentReference> list;
    for (qsizetype i = 0; i < std::min(sources.size(), sent.size()); ++i) {
        SentReference one;
        one.source = sources[i];
        one.sent = sent[i];
        if (!isRemoteMedia(sent[i])) {
            const Header header = headerOf(sent[i]);
            one.size = header.size;
            one.bytes = QFileInfo(sent[i]).size();
            if (!isRemoteMedia(sources[i]))
                one.remarks = remarksOn(headerOf(sources[i]), header);
        }
        list.append(one);
    }
    return list;
}

} // namespace retake
