// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the sample clip and the two reference images into the folder that is named.
#include "ambience.h"
#include "references.h"
#include "scene.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

using namespace retake::sample;

namespace {

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// Frames go through a pipe; bitexact and one thread so that the file comes out the same every time.
bool encode(const QString &sound, const QString &target)
{
    const QString arguments =
        QStringLiteral("-v error -y -nostdin -f rawvideo -pix_fmt bgra -s %1x%2 -r %3 -i pipe:0 "
                       "-f s16le -ar %4 -ac 2 -i")
            .arg(frameSize.width())
            .arg(frameSize.height())
            .arg(frameRate)
            .arg(soundRate);
    const QString coding = QStringLiteral(
        "-map 0:v -map 1:a -vf scale=out_color_matrix=bt709:out_range=tv,format=yuv420p "
        "-c:v libx264 -profile:v high -preset veryslow -tune animation -crf 19 -g 60 -threads 1 "
        "-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv "
        "-c:a aac -b:a 96k -map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact "
        "-movflags +faststart -shortest");
    QProcess ffmpeg;
    ffmpeg.setProcessChannelMode(QProcess::ForwardedChannels);
    ffmpeg.start(QStringLiteral("ffmpeg"),
                 arguments.split(u' ') + QStringList{sound} + coding.split(u' ') + QStringList{target});
    if (!ffmpeg.waitForStarted())
        return false;
    for (int frame = 0; frame < frameCount; ++frame) {
        const QImage image = sceneFrame(frame);
        ffmpeg.write(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
        while (ffmpeg.bytesToWrite() > 0) {
            if (!ffmpeg.waitForBytesWritten(60000))
                return false;
        }
    }
    ffmpeg.closeWriteChannel();
    return ffmpeg.waitForFinished(600000) && ffmpeg.exitCode() == 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2 || arguments.size() > 3) {
        QTextStream(stderr) << "usage: retake-draw-sample FOLDER [FRAME]\n"
                               "With FRAME only this picture is drawn, as FOLDER/frame.png.\n";
        return 2;
    }
    const QString folder = arguments.at(1) + u'/';
    if (arguments.size() == 3)
        return sceneFrame(arguments.at(2).toInt()).save(QString(folder + u"frame.png")) ? 0 : 1;

    const QTemporaryDir temporary;
    const QString sound = temporary.filePath(QStringLiteral("dusk.pcm"));
    const bool done = scarf().save(QString(folder + u"scarf.png")) &&
                      forest().save(QString(folder + u"forest.jpg"), nullptr, 90) &&
                      writeFile(sound, duskSound(double(frameCount) / frameRate)) &&
                      encode(sound, folder + u"parrot.mp4");
    if (!done)
        QTextStream(stderr) << "the samples could not be written\n";
    return done ? 0 : 1;
}
