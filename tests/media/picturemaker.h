// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QFile>
#include <QImage>
#include <QImageWriter>
#include <QTransform>

#include <libheif/heif.h>

#include <array>

namespace retake {

// Pictures of the kinds that phones, scanners and attackers make; nothing of them is shipped.
namespace picture {

inline bool writeBytes(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
}

inline QByteArray readBytes(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

inline QByteArray bytesOf(const QImage &image, const char *format, int quality = 95)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    writer.write(image);
    return bytes;
}

// Red and green above, blue and white below: tells every turn and mirroring apart.
inline QImage quarters(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            const bool left = x < size.width() / 2;
            const bool above = y < size.height() / 2;
            image.setPixel(x, y,
                           above ? (left ? qRgb(200, 30, 20) : qRgb(20, 180, 40))
                                 : (left ? qRgb(20, 40, 200) : qRgb(255, 255, 255)));
        }
    return image;
}

// "rgbw" for quarters() as it was drawn: the colours left and right above, left and right below.
inline QString cornersOf(const QImage &image)
{
    const int w = image.width();
    const int h = image.height();
    QString letters;
    for (const QPoint &at : {QPoint(w / 4, h / 4), QPoint(3 * w / 4, h / 4), QPoint(w / 4, 3 * h / 4),
                             QPoint(3 * w / 4, 3 * h / 4)}) {
        const QColor colour = image.pixelColor(at);
        const bool red = colour.red() > 120;
        const bool green = colour.green() > 120;
        const bool blue = colour.blue() > 120;
        letters += red && green && blue ? u'w' : red ? u'r' : green ? u'g' : blue ? u'b' : u'?';
    }
    return letters;
}

// How a camera that was held as `orientation` (EXIF, 1 to 8) says stores the upright picture.
inline QImage storedAs(const QImage &upright, int orientation)
{
    const auto turned = [&upright](int degrees) { return upright.transformed(QTransform().rotate(degrees)); };
    switch (orientation) {
    case 2:
        return upright.mirrored(true, false);
    case 3:
        return turned(180);
    case 4:
        return upright.mirrored(false, true);
    case 5:
        return turned(90).mirrored(true, false);
    case 6:
        return turned(270);
    case 7:
        return turned(270).mirrored(true, false);
    case 8:
        return turned(90);
    default:
        return upright;
    }
}

// Exif with an orientation, a description ("SECRETHOME") and a latitude.
inline QByteArray exif(int orientation)
{
    QByteArray tiff("II*\0\x08\0\0\0", 8);
    tiff.append(QByteArray("\x03\0", 2));
    tiff.append(QByteArray("\x0e\x01\x02\0\x0b\0\0\0\x32\0\0\0", 12)); // description, at 50
    tiff.append(QByteArray("\x12\x01\x03\0\x01\0\0\0", 8)).append(char(orientation)).append(3, '\0');
    tiff.append(QByteArray("\x25\x88\x04\0\x01\0\0\0\x3d\0\0\0", 12)); // GPS, at 61
    tiff.append(4, '\0').append("SECRETHOME\0", 11);
    tiff.append(QByteArray("\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0", 18));
    return QByteArray("Exif\0\0", 6) + tiff;
}

inline QByteArray jpegSegment(uchar kind, const QByteArray &body)
{
    const int length = int(body.size()) + 2;
    QByteArray segment("\xff", 1);
    segment.append(char(kind)).append(char(length >> 8)).append(char(length & 255));
    return segment + body;
}

// With Exif, XMP, a comment, an IPTC block, and a film behind its end, as phones append it.
inline QByteArray jpegWithNotes(const QImage &image, int orientation)
{
    QByteArray jpeg = bytesOf(image, "jpeg");
    jpeg.insert(2, jpegSegment(0xe1, exif(orientation)) +
                       jpegSegment(0xe1, QByteArray("http://ns.adobe.com/xap/1.0/\0<SECRETXMP/>", 42)) +
                       jpegSegment(0xed, QByteArray("Photoshop 3.0\0SECRETIPTC", 24)) +
                       jpegSegment(0xfe, "SECRETCOMMENT"));
    return jpeg + "SECRETFILM";
}

inline quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
    }
    return ~crc;
}

inline QByteArray big32(quint32 number)
{
    QByteArray bytes;
    for (const int shift : {24, 16, 8, 0})
        bytes.append(char(number >> shift));
    return bytes;
}

inline QByteArray pngChunk(const QByteArray &kind, const QByteArray &body)
{
    return big32(quint32(body.size())) + kind + body + big32(crcOf(kind + body));
}

// Some hundred bytes that claim any size.
inline QByteArray pngBomb(quint32 side)
{
    const QByteArray header = big32(side) + big32(side) + QByteArray("\x08\x06\0\0\0", 5);
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + pngChunk("IHDR", header) +
           pngChunk("IDAT", qCompress(QByteArray(4096, '\0')).mid(4)) + pngChunk("IEND", {});
}

inline QByteArray pngWithNotes(const QImage &image)
{
    QByteArray png = bytesOf(image, "png");
    return png.insert(33, pngChunk("tEXt", QByteArray("Author\0SECRETNAME", 17)) +
                              pngChunk("eXIf", exif(1).mid(6)) +
                              pngChunk("iTXt", QByteArray("XML:com.adobe.xmp\0\0\0\0\0SECRETXMP", 31)));
}

// A canvas of 300 x 300 with `frames` pictures of one pixel.
inline QByteArray gifOf(int frames)
{
    QByteArray gif("GIF89a\x2c\x01\x2c\x01\x80\0\0\xff\0\0\0\0\xff", 19);
    const QByteArray frame("\x21\xf9\x04\x01\x0a\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0", 23);
    gif.reserve(frames * frame.size() + 32);
    for (int i = 0; i < frames; ++i)
        gif.append(frame);
    return gif + ';';
}

inline QByteArray tgaOf(const QImage &image)
{
    QByteArray tga(18, '\0');
    tga[2] = 2;
    tga[12] = char(image.width() & 255);
    tga[13] = char(image.width() >> 8);
    tga[14] = char(image.height() & 255);
    tga[15] = char(image.height() >> 8);
    tga[16] = 24;
    tga[17] = 0x20; // from the top
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            tga.append(char(qBlue(pixel))).append(char(qGreen(pixel))).append(char(qRed(pixel)));
        }
    return tga + QByteArray(8, '\0') + QByteArray("TRUEVISION-XFILE.\0", 18);
}

// A CMYK JPEG as Adobe writes it (inverted), of one colour: only the first coefficient of a block is coded.
inline QByteArray cmykJpeg(int blocksAcross, int blocksDown, std::array<uchar, 4> inks)
{
    const auto size16 = [](int number) { return QByteArray(1, char(number >> 8)).append(char(number)); };
    QByteArray jpeg("\xff\xd8", 2);
    jpeg += jpegSegment(0xee, QByteArray("Adobe\0\x64\0\0\0\0\0", 12));
    jpeg += jpegSegment(0xdb, QByteArray(1, '\0') + QByteArray(64, '\x08'));
    QByteArray frame = QByteArray("\x08", 1) + size16(blocksDown * 8) + size16(blocksAcross * 8) + '\x04';
    QByteArray scan("\x04", 1);
    for (char i = 1; i <= 4; ++i) {
        frame.append(i).append('\x11').append('\0');
        scan.append(i).append('\0');
    }
    jpeg += jpegSegment(0xc0, frame);
    // lengths of codes: DC 0 -> "0", DC 7 -> "10"; AC end of block -> "0"
    jpeg += jpegSegment(0xc4, QByteArray("\0\x01\x01", 3) + QByteArray(14, '\0') + QByteArray("\0\x07", 2));
    jpeg += jpegSegment(0xc4, QByteArray("\x10\x01", 2) + QByteArray(15, '\0') + QByteArray("\0", 1));
    jpeg += jpegSegment(0xda, scan.append(QByteArray("\0\x3f\0", 3)));
    QByteArray bits;
    for (int block = 0; block < blocksAcross * blocksDown; ++block)
        for (const uchar ink : inks) {
            int value =
                block ? 0 : std::max(127 - ink, -127); // times 8 by the table, an eighth by the transform
            if (value == 0 || std::abs(value) < 64) {
                bits += "0"; // too small for the one code: grey
            } else {
                const int coded = value < 0 ? value + 127 : value;
                bits += "10";
                for (int bit = 6; bit >= 0; --bit)
                    bits += coded >> bit & 1 ? '1' : '0';
            }
            bits += "0"; // end of block
        }
    while (bits.size() % 8)
        bits += '1';
    for (qsizetype i = 0; i < bits.size(); i += 8) {
        const char byte = char(bits.mid(i, 8).toInt(nullptr, 2));
        jpeg += byte;
        if (uchar(byte) == 0xff)
            jpeg += '\0';
    }
    return jpeg + QByteArray("\xff\xd9", 2);
}

struct HeifWish
{
    heif_compression_format codec = heif_compression_HEVC;
    heif_orientation orientation = heif_orientation_normal;
    bool alpha = false;
};

// Made by libheif's own encoder; with Exif. Empty: it could not.
inline bool writeHeif(const QImage &picture, const QString &file, const HeifWish &wish = {})
{
    const QImage image =
        picture.convertToFormat(wish.alpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    heif_context *context = heif_context_alloc();
    heif_encoder *encoder = nullptr;
    heif_image *raw = nullptr;
    heif_image_handle *handle = nullptr;
    heif_encoding_options *options = heif_encoding_options_alloc();
    options->image_orientation = wish.orientation;
    bool done = heif_context_get_encoder_for_format(context, wish.codec, &encoder).code == heif_error_Ok;
    if (done) {
        heif_encoder_set_lossy_quality(encoder, 90);
        if (wish.codec == heif_compression_AV1)
            heif_encoder_set_parameter_integer(encoder, "speed", 9);
        const heif_chroma chroma = wish.alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB;
        heif_image_create(image.width(), image.height(), heif_colorspace_RGB, chroma, &raw);
        heif_image_add_plane(raw, heif_channel_interleaved, image.width(), image.height(), 8);
        int stride = 0;
        uchar *plane = heif_image_get_plane(raw, heif_channel_interleaved, &stride);
        for (int y = 0; y < image.height(); ++y)
            memcpy(plane + qsizetype(y) * stride, image.constScanLine(y),
                   size_t(image.width()) * (wish.alpha ? 4 : 3));
        done = heif_context_encode_image(context, raw, encoder, options, &handle).code == heif_error_Ok;
    }
    if (done) {
        const QByteArray notes = exif(3); // a turn that HEIC readers have to leave alone
        heif_context_add_exif_metadata(context, handle, notes.constData() + 6, int(notes.size()) - 6);
        done = heif_context_write_to_file(context, QFile::encodeName(file).constData()).code == heif_error_Ok;
    }
    heif_image_handle_release(handle);
    heif_image_release(raw);
    if (encoder)
        heif_encoder_release(encoder);
    heif_encoding_options_free(options);
    heif_context_free(context);
    return done;
}

} // namespace picture

} // namespace retake
