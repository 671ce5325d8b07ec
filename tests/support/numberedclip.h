// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStringList>

namespace retake {

// A test clip whose frames carry their number as black and white cells and, below, the inverse row; made by
// ffmpeg, read back from any picture of it by readNumber().
struct NumberedClip
{
    QString file;
    int frames = 60;
    QString rate = QStringLiteral("30");
    QSize size{320, 180};
    int first = 0; // the number on the first frame
    int keyEvery = 12;
    QColor ground = QColor(40, 70, 110);
    QStringList output; // further ffmpeg options, e.g. filters
};

inline constexpr int numberBits = 12;

// Where the cells lie in a picture of any size.
inline QRectF numberCell(QSize picture, int bit, bool inverse)
{
    const double width = picture.width() * 0.8 / numberBits;
    const double height = picture.height() * 0.2;
    return QRectF(picture.width() * 0.1 + bit * width, picture.height() * (inverse ? 0.5 : 0.3), width,
                  height);
}

inline QImage numberedPicture(QSize size, int number, const QColor &ground)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    for (int bit = 0; bit < numberBits; ++bit) {
        const bool set = number >> bit & 1;
        painter.fillRect(numberCell(size, bit, false), set ? Qt::white : Qt::black);
        painter.fillRect(numberCell(size, bit, true), set ? Qt::black : Qt::white);
    }
    return image;
}

// The number burned into a picture, -1 when the two rows disagree.
inline int readNumber(const QImage &image)
{
    int number = 0;
    for (int bit = 0; bit < numberBits; ++bit) {
        const auto lightness = [&](bool inverse) {
            return qGray(image.pixel(numberCell(image.size(), bit, inverse).center().toPoint()));
        };
        const int up = lightness(false);
        const int down = lightness(true);
        if (qAbs(up - down) < 80)
            return -1;
        number |= int(up > down) << bit;
    }
    return number;
}

// True when ffmpeg wrote it; its words are in `complaint` otherwise.
inline bool makeClip(const NumberedClip &clip, QString *complaint = nullptr)
{
    QProcess ffmpeg;
    ffmpeg.start(QStringLiteral("ffmpeg"),
                 QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"),
                             QStringLiteral("-f"), QStringLiteral("rawvideo"), QStringLiteral("-pix_fmt"),
                             QStringLiteral("bgra"), QStringLiteral("-s"),
                             QStringLiteral("%1x%2").arg(clip.size.width()).arg(clip.size.height()),
                             QStringLiteral("-r"), clip.rate, QStringLiteral("-i"), QStringLiteral("-"),
                             QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), QStringLiteral("-g"),
                             QString::number(clip.keyEvery), QStringLiteral("-preset"),
                             QStringLiteral("veryfast")} +
                     clip.output + QStringList{clip.file});
    for (int frame = 0; frame < clip.frames; ++frame) {
        const QImage image = numberedPicture(clip.size, clip.first + frame, clip.ground);
        ffmpeg.write(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
    }
    ffmpeg.closeWriteChannel();
    const bool ended = ffmpeg.waitForFinished(60'000);
    if (complaint)
        *complaint = QString::fromUtf8(ffmpeg.readAllStandardError());
    return ended && ffmpeg.exitStatus() == QProcess::NormalExit && ffmpeg.exitCode() == 0;
}

} // namespace retake
