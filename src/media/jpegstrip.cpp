// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/jpegstrip.h"

#include <cstring>

namespace retake {

namespace {

constexpr uchar startOfScan = 0xda;
constexpr uchar endOfImage = 0xd9;

// Where the next marker stands in the coded picture that begins at `from`; -1: none comes.
qsizetype endOfScan(const QByteArray &jpeg, qsizetype from)
{
    while (from + 1 < jpeg.size()) {
        const void *found = std::memchr(jpeg.constData() + from, 0xff, size_t(jpeg.size() - from - 1));
        if (!found)
            return -1;
        const qsizetype at = static_cast<const char *>(found) - jpeg.constData();
        const uchar next = uchar(jpeg[at + 1]);
        const bool isData = next == 0 || (next >= 0xd0 && next <= 0xd7); // a stuffed byte, a restart
        if (!isData && next != 0xff)
            return at;
        from = next == 0xff ? at + 1 : at + 2;
    }
    return -1;
}

// APP0 (JFIF) and APP14 (Adobe) say how the colours are coded; the other APPn and comments are notes.
bool isNote(uchar kind, const QByteArray &body)
{
    if (kind == 0xe0)
        return !body.startsWith(QByteArray("JFIF\0", 5));
    if (kind == 0xee)
        return !body.startsWith("Adobe");
    return kind == 0xfe || (kind >= 0xe1 && kind <= 0xef);
}

} // namespace

std::optional<QByteArray> withoutMetadata(const QByteArray &jpeg)
{
    if (!jpeg.startsWith("\xff\xd8"))
        return std::nullopt;
    QByteArray kept = jpeg.left(2);
    kept.reserve(jpeg.size());
    qsizetype at = 2;
    while (at + 4 <= jpeg.size() || (at + 2 <= jpeg.size() && uchar(jpeg[at + 1]) == endOfImage)) {
        if (uchar(jpeg[at]) != 0xff)
            return std::nullopt;
        const uchar kind = uchar(jpeg[at + 1]);
        if (kind == 0xff) { // filling
            ++at;
            continue;
        }
        if (kind == endOfImage)
            return kept.append(jpeg.constData() + at, 2);
        const qsizetype length = 2 + (uchar(jpeg[at + 2]) << 8 | uchar(jpeg[at + 3]));
        if (length < 4 || at + length > jpeg.size())
            return std::nullopt;
        const QByteArray segment = QByteArray::fromRawData(jpeg.constData() + at, length);
        const QByteArray body = QByteArray::fromRawData(jpeg.constData() + at + 4, length - 4);
        if (kind == 0xe0 && body.startsWith(QByteArray("JFIF\0", 5)) && body.size() >= 14) {
            kept.append(QByteArray("\xff\xe0\0\x10", 4))
                .append(body.left(12))
                .append(2, '\0'); // no thumbnail
        } else if (!isNote(kind, body)) {
            kept.append(segment);
        }
        at += length;
        if (kind == startOfScan) {
            const qsizetype end = endOfScan(jpeg, at);
            if (end < 0)
                return std::nullopt;
            kept.append(jpeg.constData() + at, end - at);
            at = end;
        }
    }
    return std::nullopt;
}

} // namespace retake
