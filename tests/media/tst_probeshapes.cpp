// SPDX-License-Identifier: GPL-3.0-or-later
// Clips that were cut, turned, coloured and named in odd ways.
#include "cliptruth.h"

using namespace retake;

class TestProbeShapes : public QObject
{
    Q_OBJECT
private:
    ClipFolder m_clips;

private Q_SLOTS:

    void initTestCase()
    {
        // sources that others are cut from
        QVERIFY(m_clips.make(QStringLiteral("long.mp4"), "testsrc2=s=426x240:r=30:d=3", "sine=d=3:r=48000",
                             "-c:v libx264 -preset ultrafast -bf 3 -b_strategy 0 -g 30 -c:a aac"));
        QVERIFY(m_clips.make(
            QStringLiteral("open.mkv"), "testsrc2=s=426x240:r=30:d=3", "",
            "-c:v libx265 -preset ultrafast -x265-params log-level=error:keyint=30:open-gop=1:bframes=3"));
    }

    void cutPieces_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("cut");
        QTest::addColumn<qint64>("hiddenAtLeast");
        const auto row = [](const char *what, const char *source, const char *name, const char *cut,
                            qint64 hidden) {
            QTest::newRow(what) << QString::fromUtf8(source) << QString::fromUtf8(name) << QByteArray(cut)
                                << hidden;
        };
        row("edit list mp4", "long.mp4", "e.mp4", "-ss 1.5", 15);
        row("edit list mov", "long.mp4", "e.mov", "-ss 0.7", 21);
        row("edit list that hides most", "long.mp4", "m.mp4", "-ss 0.95", 28);
        row("sound that begins earlier", "long.mp4", "o.mp4", "-itsoffset 0.5", 0);
        row("open group in mkv", "open.mkv", "open2.mkv", "-ss 1.5", 0);
        row("open group in a transport stream", "open.mkv", "open.ts", "-ss 1.5", 1);
        row("out of milliseconds", "open.mkv", "open.mp4", "", 0);
    }

    void cutPieces()
    {
        QFETCH(QString, source);
        QFETCH(QString, name);
        QFETCH(QByteArray, cut);
        QFETCH(qint64, hiddenAtLeast);
        QVERIFY(runFfmpeg(words(cut.constData()) + QStringList{QStringLiteral("-i"), m_clips.path(source)} +
                          words("-c copy") + QStringList{m_clips.path(name)}));
        const auto clip = probeClip(m_clips.path(name));
        QVERIFY2(clip, clip ? "" : qPrintable(clip.error().serviceMessage));
        QVERIFY2(clip->video.hiddenFrames >= hiddenAtLeast,
                 qPrintable(QString::number(clip->video.hiddenFrames)));
        QVERIFY(clip->video.constantRate);
        QCOMPARE(clip->video.frameRate.toDouble(), 30.0);
        compareFrames(m_clips.path(name), clip->video.frames);
    }

    void colours_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("hdr");
        const auto row = [](const char *what, const char *name, const char *coding, const char *expected,
                            bool hdr) {
            QTest::newRow(what) << QString::fromUtf8(name) << QByteArray(coding)
                                << QString::fromUtf8(expected) << hdr;
        };
        row("says nothing", "none.mp4", "-c:v libx264 -preset ultrafast -pix_fmt yuv420p", "///tv8", false);
        row("bt709", "709.mp4",
            "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -color_primaries bt709 -color_trc bt709 "
            "-colorspace bt709",
            "bt709/bt709/bt709/tv8", false);
        row("full range", "full.mp4",
            "-c:v libx264 -preset ultrafast -vf scale=out_range=full -pix_fmt yuvj420p", "///pc8", false);
        row("HDR10 hevc", "hdr.mp4",
            "-c:v libx265 -preset ultrafast -pix_fmt yuv420p10le -x265-params "
            "log-level=error:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc",
            "bt2020/smpte2084/bt2020nc/tv10", true);
        row("HLG h264 mkv", "hlg.mkv",
            "-c:v libx264 -preset ultrafast -pix_fmt yuv420p10le -color_primaries bt2020 -color_trc "
            "arib-std-b67 "
            "-colorspace bt2020nc",
            "bt2020/arib-std-b67/bt2020nc/tv10", true);
        row("prores", "p.mov",
            "-c:v prores_ks -vf setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc",
            "bt2020/smpte2084/bt2020nc/tv10", true);
        row("vp9 12 bit", "12.webm",
            "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -pix_fmt yuv420p12le -color_primaries bt2020 "
            "-color_trc smpte2084 -colorspace bt2020nc",
            "bt2020/smpte2084/bt2020nc/tv12", true);
    }

    void colours()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, coding);
        QFETCH(QString, expected);
        QFETCH(bool, hdr);
        QVERIFY(m_clips.make(name, "testsrc2=s=426x240:r=10:d=0.5", "", coding));
        const auto clip = probeClip(m_clips.path(name));
        QVERIFY(clip);
        const ColourInfo &colour = clip->video.colour;
        QCOMPARE(QString(colour.primaries + u'/' + colour.transfer + u'/' + colour.matrix + u'/' +
                         (colour.fullRange ? QStringLiteral("pc") : QStringLiteral("tv")) +
                         QString::number(colour.bitDepth)),
                 expected);
        QCOMPARE(colour.isHdr(), hdr);
    }

    void turned_data()
    {
        QTest::addColumn<int>("degrees");
        for (const int degrees : {90, 180, 270})
            QTest::addRow("%d", degrees) << degrees;
    }

    void turned()
    {
        QFETCH(int, degrees);
        const QString name = QStringLiteral("turned%1.mp4").arg(degrees);
        QVERIFY(runFfmpeg(QStringList{QStringLiteral("-i"), m_clips.path(QStringLiteral("long.mp4"))} +
                          words("-c copy -metadata:s:v:0") +
                          QStringList{QStringLiteral("rotate=%1").arg(360 - degrees), m_clips.path(name)}));
        const auto clip = probeClip(m_clips.path(name));
        QVERIFY(clip);
        QCOMPARE(clip->video.rotation, degrees);
        QCOMPARE(clip->video.size, degrees == 180 ? QSize(426, 240) : QSize(240, 426));
        compareFrames(m_clips.path(name), clip->video.frames);
    }

    void names()
    {
        for (const QString &name :
             {QStringLiteral("a b  c.mp4"), QStringLiteral("Äpfel über ß.mp4"),
              QStringLiteral("把猫换成狗.mp4"), QStringLiteral("it's \"so\".mp4"),
              QStringLiteral("100%20%s%d.mp4"), QStringLiteral("-y.mp4"), QStringLiteral("concat:a|b.mp4"),
              QStringLiteral("%03d.mp4"), QStringLiteral("[1]*?.mp4")}) {
            QVERIFY(QFile::copy(m_clips.path(QStringLiteral("long.mp4")), m_clips.path(name)));
            ProbeJob job(m_clips.path(name));
            std::optional<Result<ClipInfo>> ended;
            connect(&job, &ProbeJob::finished, this,
                    [&ended](const Result<ClipInfo> &clip) { ended = clip; });
            QTRY_VERIFY_WITH_TIMEOUT(ended, 10000);
            QVERIFY2(*ended, qPrintable(name));
            QCOMPARE((*ended)->video.frames, 90);
        }
    }
};

QTEST_GUILESS_MAIN(TestProbeShapes)
#include "tst_probeshapes.moc"
