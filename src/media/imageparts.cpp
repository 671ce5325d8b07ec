// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/imageparts.h"

#include <QByteArray>
#include <QIODevice>
#include <QtEndian>

#include <cstdlib>

namespace retake {

namespace {

quint16 big16(const QByteArray &bytes, int at)
{
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

quint32 big32(const QByteArray &bytes, int at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

quint16 little16(const QByteArray &bytes, int at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

quint32 little32(const QByteArray &bytes, int at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

void walkJpeg(QIODevice &device, ImageParts &parts)
{
    parts.lossy = true;
    device.seek(2);
    while (true) {
        const QByteArray mark = device.read(4);
        if (mark.size() < 4 || uchar(mark[0]) != 0xff)
            return;
        const uchar kind = uchar(mark[1]);
        if (kind == 0xff) { // filling
            device.seek(device.pos() - 3);
            continue;
        }
        if (kind == 0xda || kind == 0xd9) // the picture itself begins
            return;
        const int length = big16(mark, 2) - 2;
        const qint64 next = device.pos() + length;
        if (kind >= 0xc0 && kind <= 0xcf && kind != 0xc4 && kind != 0xc8 && kind != 0xcc) {
            const QByteArray frame = device.read(6);
            parts.channels = frame.size() == 6 ? uchar(frame[5]) : 0;
        } else if (kind == 0xfe || kind == 0xe1 || (kind > 0xe2 && kind <= 0xef && kind != 0xee)) {
            parts.metadata = true;
        } else if (kind == 0xe2) { // a colour profile, or further pictures of the camera
            parts.metadata |= !device.peek(11).startsWith("ICC_PROFILE");
        }
        if (length < 0 || !device.seek(next))
            return;
    }
}

void walkPng(QIODevice &device, ImageParts &parts)
{
    device.seek(8);
    parts.whole = false;
    while (true) {
        const QByteArray head = device.read(8);
        if (head.size() < 8)
            return;
        const QByteArray kind = head.mid(4);
        for (const char *notes : {"tEXt", "zTXt", "iTXt", "eXIf", "tIME"})
            parts.metadata |= kind == notes;
        const qint64 next = device.pos() + big32(head, 0) + 4;
        if (next > device.size() || !device.seek(next))
            return;
        if (kind == "IEND") {
            parts.whole = true;
            return;
        }
    }
}

void walkWebp(QIODevice &device, ImageParts &parts)
{
    const QByteArray head = device.read(12);
    parts.whole = head.size() == 12 && qint64(little32(head, 4)) + 8 <= device.size();
    while (true) {
        const QByteArray chunk = device.read(8);
        if (chunk.size() < 8)
            return;
        const QByteArray kind = chunk.left(4);
        const quint32 length = little32(chunk, 4);
        parts.metadata |= kind == "EXIF" || kind == "XMP ";
        parts.lossy |= kind == "VP8 ";
        if (!device.seek(device.pos() + length + (length & 1)))
            return;
    }
}

// Sub-blocks of a GIF up to and with the empty one.
bool skipBlocks(QIODevice &device)
{
    char length = 0;
    while (device.getChar(&length)) {
        if (length == 0)
            return true;
        if (device.pos() + uchar(length) > device.size() || !device.seek(device.pos() + uchar(length)))
            return false;
    }
    return false;
}

int colourTableBytes(char flags)
{
    return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

// To the end of the first picture: the others are not read.
void walkGif(QIODevice &device, ImageParts &parts)
{
    parts.whole = false;
    const QByteArray head = device.read(13);
    if (head.size() < 13 || !device.seek(13 + colourTableBytes(head[10])))
        return;
    char kind = 0;
    while (device.getChar(&kind)) {
        if (kind == 0x2c) {
            const QByteArray frame = device.read(9);
            parts.whole = frame.size() == 9 && device.seek(device.pos() + colourTableBytes(frame[8]) + 1) &&
                          skipBlocks(device);
            return;
        }
        char label = 0;
        if (kind != 0x21 || !device.getChar(&label))
            return;
        const QByteArray first = device.peek(12);
        if (uchar(label) == 0xf9)
            parts.transparent = first.size() > 1 && (first[1] & 1);
        parts.metadata |=
            uchar(label) == 0xfe || (uchar(label) == 0xff && first.mid(1).startsWith("XMP Data"));
        if (!skipBlocks(device))
            return;
    }
}

void walkBmp(QIODevice &device, ImageParts &parts)
{
    const QByteArray head = device.read(34);
    if (head.size() < 34) {
        parts.whole = false;
        return;
    }
    const bool old = little32(head, 14) == 12; // OS/2: short sides, never packed
    const qint64 width = old ? little16(head, 18) : qint32(little32(head, 18));
    const qint64 height = old ? little16(head, 20) : std::abs(qint64(qint32(little32(head, 22))));
    const qint64 bits = little16(head, old ? 24 : 28);
    const quint32 packing = old ? 0 : little32(head, 30);
    if (packing == 0 || packing == 3)
        parts.whole = qint64(little32(head, 10)) + (width * bits + 31) / 32 * 4 * height <= device.size();
}

void walkTga(QIODevice &device, ImageParts &parts)
{
    const QByteArray head = device.read(18);
    const qint64 pixels = qint64(little16(head, 12)) * little16(head, 14);
    parts.whole = 18 + uchar(head[0]) + pixels * uchar(head[16]) / 8 <= device.size();
}

// The tags of the first picture.
void walkTiff(QIODevice &device, ImageParts &parts)
{
    const QByteArray head = device.read(8);
    const bool little = head.startsWith("II");
    const auto number16 = [little](const QByteArray &bytes, int at) {
        return little ? little16(bytes, at) : big16(bytes, at);
    };
    if (head.size() < 8 || number16(head, 2) != 42 ||
        !device.seek(little ? little32(head, 4) : big32(head, 4)))
        return;
    const QByteArray count = device.read(2);
    const QByteArray tags = count.size() == 2 ? device.read(qint64(12) * number16(count, 0)) : QByteArray();
    for (int at = 0; at + 12 <= tags.size(); at += 12) {
        const quint16 tag = number16(tags, at);
        // description, maker, camera, program, time, artist, XMP, copyright, IPTC, Photoshop, Exif, GPS
        for (const int told : {270, 271, 272, 305, 306, 315, 700, 33432, 33723, 34377, 34665, 34853})
            parts.metadata |= tag == told;
    }
}

// `mark` may have zeros in it.
bool begins(const QByteArray &head, const char *mark, int length)
{
    return head.startsWith(QByteArray::fromRawData(mark, length));
}

bool looksLikeTga(const QByteArray &head)
{
    return head.size() >= 18 && head[1] == 0 && head[2] == 2 && (head[16] == 24 || head[16] == 32) &&
           little16(head, 12) > 0 && little16(head, 14) > 0;
}

} // namespace

QString imageFormatOf(const QByteArray &head, const QByteArray &tail)
{
    if (begins(head, "\xff\xd8\xff", 3))
        return QStringLiteral("jpeg");
    if (begins(head, "\x89PNG\r\n\x1a\n", 8))
        return QStringLiteral("png");
    if (begins(head, "RIFF", 4) && head.mid(8, 4) == "WEBP")
        return QStringLiteral("webp");
    if (begins(head, "GIF87a", 6) || begins(head, "GIF89a", 6))
        return QStringLiteral("gif");
    if (begins(head, "II*\0", 4) || begins(head, "MM\0*", 4) || begins(head, "II+\0", 4) ||
        begins(head, "MM\0+", 4))
        return QStringLiteral("tiff");
    if (head.mid(4, 4) == "ftyp") {
        const QByteArray brand = head.mid(8, 4);
        if (brand == "avif" || brand == "avis")
            return QStringLiteral("avif");
        for (const char *heif : {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "mif2"}) {
            if (brand == heif)
                return head.mid(16).contains("avif") ? QStringLiteral("avif") : QStringLiteral("heic");
        }
        return {};
    }
    if (begins(head, "BM", 2))
        return QStringLiteral("bmp");
    if (begins(head, "\0\0\1\0", 4))
        return QStringLiteral("ico");
    if (begins(head, "icns", 4))
        return QStringLiteral("icns");
    if (head.size() > 2 && head[0] == 'P' && head[1] >= '1' && head[1] <= '6' &&
        QChar::isSpace(uchar(head[2])))
        return QStringLiteral("ppm");
    if (tail.contains("TRUEVISION-XFILE") && looksLikeTga(head))
        return QStringLiteral("tga");
    return {};
}

ImageParts readImageParts(QIODevice &device, const QString &format)
{
    ImageParts parts;
    device.seek(0);
    if (format == u"jpeg")
        walkJpeg(device, parts);
    else if (format == u"png")
        walkPng(device, parts);
    else if (format == u"webp")
        walkWebp(device, parts);
    else if (format == u"gif")
        walkGif(device, parts);
    else if (format == u"bmp")
        walkBmp(device, parts);
    else if (format == u"tga")
        walkTga(device, parts);
    else if (format == u"tiff")
        walkTiff(device, parts);
    device.seek(0);
    return parts;
}

} // namespace retake
