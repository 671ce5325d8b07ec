// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clipmaker.h"

#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QProcess>

#include <cmath>

namespace retake {

namespace {

constexpr int cells = 12;

double rateOf(const QString &text)
{
    const double below = text.contains(u'/') ? text.section(u'/', 1).toDouble() : 1;
    return text.section(u'/', 0, 0).toDouble() / below;
}

QStringList coding(const ClipWish &wish)
{
    QStringList list{QStringLiteral("-c:v"), wish.videoCodec,      QStringLiteral("-pix_fmt"),
                     wish.pixelFormat,       QStringLiteral("-g"), QString::number(wish.keyInterval)};
    if (wish.videoCodec == u"libx264")
        list += {QStringLiteral("-preset"), QStringLiteral("ultrafast"), QStringLiteral("-crf"),
                 QStringLiteral("20")};
    else if (wish.videoCodec == u"libx265")
        list += {QStringLiteral("-preset"), QStringLiteral("ultrafast"), QStringLiteral("-x265-params"),
                 QStringLiteral("log-level=error")};
    else if (wish.videoCodec.startsWith(u"libvpx"))
        list += {QStringLiteral("-deadline"), QStringLiteral("realtime"), QStringLiteral("-cpu-used"),
                 QStringLiteral("8"),         QStringLiteral("-b:v"),     QStringLiteral("1M")};
    return list;
}

QByteArray rawPictures(const ClipWish &wish, QSize stored)
{
    const int count = int(std::lround(wish.seconds * rateOf(wish.rate)));
    QByteArray raw;
    raw.reserve(qsizetype(count) * stored.width() * stored.height() * 4);
    QTransform turn;
    turn.rotate(-wish.rotation);
    for (int i = 0; i < count; ++i) {
        QImage picture = numberedPicture(i, wish.size);
        if (wish.rotation != 0)
            picture = picture.transformed(turn);
        if (picture.size() != stored)
            picture = picture.scaled(stored, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        picture.convertTo(QImage::Format_RGB32);
        raw.append(reinterpret_cast<const char *>(picture.constBits()), picture.sizeInBytes());
    }
    return raw;
}

} // namespace

bool runFfmpeg(const QStringList &arguments, const QByteArray &input, QByteArray *output)
{
    QProcess ffmpeg;
    ffmpeg.start(QStringLiteral("ffmpeg"), QStringList{QStringLiteral("-v"), QStringLiteral("error")} +
                                               QStringList{QStringLiteral("-y")} + arguments);
    if (!ffmpeg.waitForStarted()) {
        qWarning("ffmpeg does not start");
        return false;
    }
    ffmpeg.write(input);
    ffmpeg.closeWriteChannel();
    if (!ffmpeg.waitForFinished(60000) || ffmpeg.exitCode() != 0) {
        qWarning("ffmpeg: %s", ffmpeg.readAllStandardError().constData());
        return false;
    }
    if (output)
        *output = ffmpeg.readAllStandardOutput();
    return true;
}

bool makeClip(const QString &file, const ClipWish &wish)
{
    QSize stored = wish.rotation % 180 ? wish.size.transposed() : wish.size;
    if (!wish.sampleAspect.isEmpty())
        stored.setWidth(int(std::lround(stored.width() / rateOf(wish.sampleAspect) / 2)) * 2);
    QStringList arguments;
    QStringList filters;
    QByteArray raw;
    if (!wish.videoCodec.isEmpty()) {
        raw = rawPictures(wish, stored);
        arguments +=
            {QStringLiteral("-f"),       QStringLiteral("rawvideo"),
             QStringLiteral("-pix_fmt"), QStringLiteral("bgra"),
             QStringLiteral("-s"),       QStringLiteral("%1x%2").arg(stored.width()).arg(stored.height()),
             QStringLiteral("-r"),       wish.rate,
             QStringLiteral("-i"),       QStringLiteral("pipe:0")};
        if (wish.variableRate) {
            const int half = int(wish.seconds * rateOf(wish.rate) / 2);
            filters += QStringLiteral("select='lt(n,%1)+gt(mod(n,3),0)'").arg(half);
        }
        if (!wish.sampleAspect.isEmpty())
            filters += QStringLiteral("setsar=%1").arg(wish.sampleAspect);
    }
    if (!wish.audioCodec.isEmpty()) {
        const QString sine = QStringLiteral("sine=frequency=440:sample_rate=48000:duration=%1");
        arguments +=
            {QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"), sine.arg(wish.seconds)};
    }
    if (!wish.videoCodec.isEmpty())
        arguments += coding(wish);
    if (!filters.isEmpty())
        arguments += {QStringLiteral("-vf"), filters.join(u',')};
    if (wish.variableRate)
        arguments += {QStringLiteral("-fps_mode"), QStringLiteral("vfr")};
    if (!wish.audioCodec.isEmpty())
        arguments += {QStringLiteral("-c:a"), wish.audioCodec};
    arguments += wish.more;
    const QString target = QString(u"file:" + file);
    if (wish.rotation == 0)
        return runFfmpeg(arguments + QStringList{target}, raw);
    // the flag can only be set while copying; ffmpeg counts it anticlockwise
    const QString upright = file + u".turned." + QFileInfo(file).suffix();
    const bool turned = runFfmpeg(arguments + QStringList{QString(u"file:" + upright)}, raw) &&
                        runFfmpeg({QStringLiteral("-i"), QString(u"file:" + upright), QStringLiteral("-c"),
                                   QStringLiteral("copy"), QStringLiteral("-metadata:s:v:0"),
                                   QStringLiteral("rotate=%1").arg(360 - wish.rotation), target});
    QFile::remove(upright);
    return turned;
}

QImage numberedPicture(int number, QSize size)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(QColor::fromHsv(number * 3 % 360, 120, 150));
    QPainter painter(&picture);
    const double width = double(size.width()) / cells;
    const double height = double(size.height()) / 8;
    for (int i = 0; i < cells; ++i) {
        const bool set = (number >> (cells - 1 - i)) & 1;
        painter.fillRect(QRectF(i * width, 0, width, height), set ? Qt::white : Qt::black);
        painter.fillRect(QRectF(i * width, height, width, height), set ? Qt::black : Qt::white);
    }
    const double x = std::fmod(number * 7.0, double(size.width()));
    painter.fillRect(QRectF(x, size.height() * 0.5, size.width() * 0.1, size.height() * 0.3),
                     QColor(0x7d, 0x4f, 0xd0));
    return picture;
}

std::optional<int> numberIn(const QImage &picture)
{
    const double width = double(picture.width()) / cells;
    const double height = double(picture.height()) / 8;
    const auto bright = [&](double x, double y) { return qGray(picture.pixel(int(x), int(y))); };
    int number = 0;
    for (int i = 0; i < cells; ++i) {
        const int above = bright((i + 0.5) * width, height * 0.5);
        const int below = bright((i + 0.5) * width, height * 1.5);
        if (std::abs(above - below) < 100)
            return std::nullopt;
        number = number * 2 + (above > below ? 1 : 0);
    }
    return number;
}

QList<int> numbersIn(const QString &file, QSize size)
{
    QByteArray raw;
    const bool read = runFfmpeg(
        {QStringLiteral("-i"), QString(u"file:" + file), QStringLiteral("-map"), QStringLiteral("0:V:0"),
         QStringLiteral("-fps_mode"), QStringLiteral("passthrough"), QStringLiteral("-f"),
         QStringLiteral("rawvideo"), QStringLiteral("-pix_fmt"), QStringLiteral("bgra"), QStringLiteral("-s"),
         QStringLiteral("%1x%2").arg(size.width()).arg(size.height()), QStringLiteral("pipe:1")},
        {}, &raw);
    QList<int> numbers;
    const qsizetype bytes = qsizetype(size.width()) * size.height() * 4;
    for (qsizetype at = 0; read && at + bytes <= raw.size(); at += bytes) {
        const QImage picture(reinterpret_cast<const uchar *>(raw.constData()) + at, size.width(),
                             size.height(), QImage::Format_RGB32);
        numbers.append(numberIn(picture).value_or(-1));
    }
    return numbers;
}

bool cutOff(const QString &file, const QString &target, double part)
{
    QFile source(file);
    QFile cut(target);
    if (!source.open(QIODevice::ReadOnly) || !cut.open(QIODevice::WriteOnly))
        return false;
    const QByteArray bytes = source.read(qint64(double(source.size()) * part));
    return cut.write(bytes) == bytes.size();
}

} // namespace retake
