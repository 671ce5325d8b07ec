// SPDX-License-Identifier: GPL-3.0-or-later
// Any clip goes in: each gives a file that is exact frame by frame and that the service takes, or is refused.
#include "conformproof.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace retake;

using Make = std::function<bool(const QString &)>;
Q_DECLARE_METATYPE(Make)

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

// A clip in the middle of making: numbered pictures, a sine, little compressed.
ClipWish wishOf(const char *rate = "30", double length = 2.4, QSize size = {240, 240})
{
    ClipWish wish;
    wish.rate = QString::fromLatin1(rate);
    wish.seconds = length;
    wish.size = size;
    return wish;
}

ClipWish coded(ClipWish wish, const char *video, const char *audio, const char *pixels = "yuv420p",
               const char *more = "")
{
    wish.videoCodec = QString::fromLatin1(video);
    wish.audioCodec = QString::fromLatin1(audio);
    wish.pixelFormat = QString::fromLatin1(pixels);
    wish.more = words(more);
    return wish;
}

Make plain(const ClipWish &wish)
{
    return [wish](const QString &file) { return makeClip(file, wish); };
}

// Makes a numbered clip first and puts it through ffmpeg a second time.
Make through(const ClipWish &wish, const QStringList &arguments, const QStringList &before = {})
{
    return [=](const QString &file) {
        const QString first = file + u".first.mkv";
        const bool made =
            makeClip(first, wish) && runFfmpeg(before + QStringList{QStringLiteral("-i"), first} + arguments +
                                               QStringList{QString(u"file:" + file)});
        QFile::remove(first);
        return made;
    };
}

Make filtered(const ClipWish &wish, const char *filter, const char *more = "")
{
    return through(wish, QStringList{QStringLiteral("-vf"), QString::fromLatin1(filter)} + words(more));
}

constexpr const char *fast = "-c:v libx264 -preset ultrafast -c:a copy";
constexpr const char *fastUneven = "-c:v libx264 -preset ultrafast -c:a copy -fps_mode vfr";

} // namespace

class TestConformClips : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

private Q_SLOTS:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyClip_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<Make>("make");
        QTest::addColumn<QString>("trim"); // empty: none
        QTest::addColumn<QString>("said"); // one of the changes
        const auto row = [](const char *name, const char *file, const char *trim, const char *said,
                            const Make &make) {
            QTest::newRow(name) << QString::fromUtf8(file) << make << QString::fromLatin1(trim)
                                << QString::fromUtf8(said);
        };
        const ClipWish base = wishOf();
        row("1080p60", "a.mp4", "0.1-2.15", "Trimmed to 0.1 s to 2.15 s",
            filtered(wishOf("60", 2.2, {240, 136}), "scale=1920:1080:flags=neighbor,setsar=1", fast));
        row("4K", "a.mkv", "", "Packed as MP4",
            filtered(wishOf("15", 2, {240, 136}), "scale=3840:2160:flags=neighbor,setsar=1", fast));
        row("720p 29.97", "a.mp4", "0.3003-2.3357", "Trimmed to 0.3 s to 2.34 s",
            filtered(wishOf("30000/1001", 2.4, {240, 136}), "scale=1280:720:flags=neighbor,setsar=1", fast));
        row("23.976", "a.mp4", "0.25025-2.3", "Trimmed", plain(wishOf("24000/1001", 2.5)));
        ClipWish uneven = wishOf("30", 3);
        uneven.variableRate = true;
        row("uneven", "a.mp4", "", "Uneven frame times", plain(uneven));
        row("uneven, Matroska", "a.mkv", "0.5-2.8", "Uneven frame times", plain(uneven));
        row("phone", "a.mov", "0.4-2.7", "Uneven frame times",
            filtered(wishOf("30", 3), "setpts='(N+0.35*sin(N*1.7))/30/TB'", fastUneven));
        row("screen: stands still for a second", "a.mkv", "0.7-2.9", "Uneven frame times",
            filtered(wishOf("60", 3), "select='lt(t,0.3)+between(t,1.2,1.8)+gt(t,2.5)'", fastUneven));
        row("60 on a grid, halved unevenly", "a.mkv", "", "Uneven frame times",
            filtered(wishOf("60", 3), "select='not(mod(n,2))+lt(mod(n,40),3)'", fastUneven));
        for (const int degrees : {90, 180, 270}) {
            ClipWish turned = wishOf("30", 2.2, {320, 240});
            turned.rotation = degrees;
            row(qPrintable(QStringLiteral("turned %1").arg(degrees)), "a.mp4", "", "Turned upright",
                plain(turned));
        }
        row("HEVC, open groups", "a.mp4", "0.9-3.1", "Picture converted from HEVC to H.264",
            plain(coded(wishOf("25", 3.2), "libx265", "aac", "yuv420p",
                        "-x265-params open-gop=1:keyint=20:log-level=error")));
        row("10 bit", "a.mkv", "0.5-2.6", "Colours reduced from 10 to 8 bit",
            plain(coded(wishOf("25", 2.8), "libx265", "aac", "yuv420p10le")));
        row("VP9 WebM", "a.webm", "0.2-2.3", "Sound converted from OPUS, mono, 48 kHz",
            plain(coded(wishOf("25", 2.5), "libvpx-vp9", "libopus")));
        row("open groups, Matroska", "a.mkv", "0.9-3.1", "Packed as MP4",
            plain(coded(wishOf("30", 3.2), "libx264", "aac", "yuv420p",
                        "-preset veryfast -bf 3 -x264-params open-gop=1:keyint=20")));
        row("AVI", "a.avi", "0.2-2.3", "Picture converted from MPEG4 to H.264",
            plain(coded(wishOf("25", 2.5), "mpeg4", "mp2", "yuv420p", "-q:v 3")));
        row("ProRes", "a.mov", "0.2-2.3", "Colours reduced from 10 to 8 bit",
            plain(coded(wishOf("25", 2.5), "prores_ks", "pcm_s16le", "yuv422p10le")));
        row("GIF", "a.gif", "", "Frame rate changed from 10 to 20",
            plain(coded(wishOf("10", 2.5, {320, 240}), "gif", "", "rgb8")));
        row("full range", "a.mp4", "", "Full range colours",
            plain(coded(base, "libx264", "aac", "yuvj420p", "-color_range pc")));
        row("edit list", "a.mp4", "", "Picture encoded anew", [](const QString &file) {
            const QString whole = file + u".whole.mp4";
            ClipWish wish = wishOf("30", 3);
            wish.keyInterval = 30;
            return makeClip(whole, wish) &&
                   runFfmpeg({QStringLiteral("-ss"), QStringLiteral("0.7"), QStringLiteral("-i"), whole,
                              QStringLiteral("-c"), QStringLiteral("copy"), file});
        });
        row("transport stream", "a.ts", "0.5-2.7", "Packed as MP4", plain(wishOf("25", 3)));
        row("FLV", "a.flv", "0.5-2.7", "Packed as MP4",
            plain(coded(wishOf("25", 3), "libx264", "aac", "yuv420p", "-ar 44100")));
        row("odd sides", "a.mp4", "", "Scaled from 641 × 359 to 640 × 358",
            plain(coded(wishOf("30", 2.2, {641, 359}), "libx264", "aac", "yuv444p")));
        row("239 px", "a.mp4", "", "Scaled from 319 × 239 to 320 × 240",
            plain(coded(wishOf("30", 2.2, {319, 239}), "libx264", "aac", "yuv444p")));
        ClipWish wide = base;
        wide.sampleAspect = QStringLiteral("4/3");
        wide.size = QSize(320, 240);
        row("wide pixels", "a.mp4", "", "Pixels made square (they were 4:3)", plain(wide));
        row("120 a second", "a.mkv", "0.5-2.6", "Frame rate changed from 120 to 60",
            plain(wishOf("120", 2.7)));
        row("12 a second", "a.mp4", "0.5-2.6", "Frame rate changed from 12 to 24", plain(wishOf("12", 3)));
        row("10.02 s", "a.mp4", "", "Cut to the first 10 s of 10.02 s", plain(wishOf("50", 10.02)));
        row("65 min", "a.mp4", "2341-2346", "Trimmed to 2341 s to 2346 s",
            plain(coded(wishOf("1", 3900, {64, 48}), "libx264", "aac", "yuv420p",
                        "-ar 8000 -ac 1 -g 250 -bf 2 -preset veryfast")));
        row("odd name", "-a b ü 鹦鹉 'q' \"d\" 100%d.mkv", "", "Packed as MP4", plain(base));
        row("hundreds of streams", "a.mkv", "", "Packed as MP4", [](const QString &file) {
            QStringList maps{QStringLiteral("-map"), QStringLiteral("0:v")};
            for (int i = 0; i < 399; ++i)
                maps += {QStringLiteral("-map"), QStringLiteral("0:a")};
            return through(wishOf(), maps + words("-c copy"))(file);
        });
    }

    void everyClip()
    {
        QFETCH(QString, file);
        QFETCH(Make, make);
        QFETCH(QString, trim);
        QFETCH(QString, said);
        QVERIFY(make(path(file)));
        ConformWish wish;
        if (!trim.isEmpty())
            wish.trim = *parseTrim(trim);
        const Conformed run = conformAndProve(path(file), wish, path(QStringLiteral("made.mp4")));
        QCOMPARE(run.wrong, QString());
        QVERIFY(!run.plan.copy);
        const QStringList changes = describeChanges(run.clip, run.plan);
        QVERIFY2(changes.join(u'\n').contains(said), qPrintable(changes.join(u'\n')));
    }

    void framings_data()
    {
        QTest::addColumn<QSize>("seen");
        QTest::addColumn<QString>("pixels"); // their shape
        QTest::addColumn<QString>("framing");
        QTest::addColumn<QString>("shape");
        QTest::addColumn<QSize>("made");
        QTest::newRow("1:9 with bars") << QSize(120, 1080) << ""
                                       << "fit"
                                       << "" << QSize(240, 1920);
        QTest::newRow("1:9 cropped") << QSize(120, 1080) << ""
                                     << "fill"
                                     << "" << QSize(240, 1920);
        QTest::newRow("wide to tall, bars") << QSize(320, 240) << ""
                                            << "fit"
                                            << "9:16" << QSize(320, 568);
        QTest::newRow("tall to wide, bars") << QSize(240, 320) << ""
                                            << "fit"
                                            << "16:9" << QSize(568, 320);
        QTest::newRow("wide pixels, bars") << QSize(320, 240) << "4/3"
                                           << "fit"
                                           << "1:1" << QSize(320, 320);
        QTest::newRow("tall, cropped a little") << QSize(240, 320) << ""
                                                << "fill"
                                                << "4:5" << QSize(240, 300);
    }

    void framings()
    {
        QFETCH(QSize, seen);
        QFETCH(QString, pixels);
        QFETCH(QString, framing);
        QFETCH(QString, shape);
        ClipWish clip = wishOf("15", 2, seen);
        clip.sampleAspect = pixels;
        QVERIFY(makeClip(path(QStringLiteral("a.mp4")), clip));
        const ConformWish wish{std::nullopt, *framingFromName(framing), shapeFromText(shape)};
        const Conformed run =
            conformAndProve(path(QStringLiteral("a.mp4")), wish, path(QStringLiteral("made.mp4")));
        QCOMPARE(run.wrong, QString());
        QTEST(run.made.video.size, "made");
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<Make>("make");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *name, const char *file, const char *kind, const Make &make) {
            QTest::newRow(name) << QString::fromLatin1(file) << make << QString::fromLatin1(kind);
        };
        row("1:9 kept", "a.mp4", "ClipUnfit", plain(wishOf("15", 2, {60, 540})));
        row("1.9 s", "a.mp4", "ClipTooShort", plain(wishOf("30", 1.9)));
        row("cut off", "a.mp4", "FileDamaged", [](const QString &file) {
            ClipWish wish = wishOf("30", 3);
            wish.more = words("-movflags +faststart");
            return makeClip(file + u".whole.mp4", wish) && cutOff(file + u".whole.mp4", file, 0.5);
        });
        const auto written = [](const QByteArray &bytes) {
            return [bytes](const QString &file) {
                QFile target(file);
                return target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size();
            };
        };
        row("empty", "a.mp4", "NotAVideo", written({}));
        row("text", "a.mp4", "NotAVideo", written("Not a video, whatever it is called.\n"));
        row("sound only", "a.mp4", "NoPicture", plain(coded(wishOf(), "", "aac")));
    }

    void refusals()
    {
        QFETCH(QString, file);
        QFETCH(Make, make);
        QVERIFY(make(path(file)));
        const Conformed run = conformAndProve(path(file), {}, path(QStringLiteral("made.mp4")));
        QTEST(run.wrong, "kind");
        QVERIFY(!QFile::exists(path(QStringLiteral("made.mp4"))));
    }
};

QTEST_GUILESS_MAIN(TestConformClips)
#include "tst_conformclips.moc"
