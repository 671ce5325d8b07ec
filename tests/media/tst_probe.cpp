// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/probe.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

class TestProbe : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    static bool write(const QString &file, const QByteArray &bytes)
    {
        QFile out(file);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
    }

private Q_SLOTS:

    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void plainClip()
    {
        QVERIFY(makeClip(path(QStringLiteral("plain.mp4"))));
        const auto clip = probeClip(path(QStringLiteral("plain.mp4")));
        QVERIFY(clip);
        QCOMPARE(clip->container, QStringLiteral("mov,mp4,m4a,3gp,3g2,mj2"));
        QCOMPARE(clip->bytes, QFileInfo(clip->file).size());
        QCOMPARE(clip->video.codec, QStringLiteral("h264"));
        QCOMPARE(clip->video.pixelFormat, QStringLiteral("yuv420p"));
        QCOMPARE(clip->video.size, QSize(426, 240));
        QCOMPARE(clip->video.frames, 60);
        QVERIFY((clip->video.frameRate == Rational{30, 1}));
        QVERIFY(clip->video.constantRate);
        QCOMPARE(qint64(clip->duration.count()), 2000000);
        QCOMPARE(qint64(clip->video.start.count()), 0);
        QVERIFY(clip->audio);
        QCOMPARE(clip->audio->codec, QStringLiteral("aac"));
        QCOMPARE(clip->audio->sampleRate, 48000);
        QCOMPARE(clip->audio->channels, 1);
    }

    void theSampleIsWhatItShouldBe()
    {
        const auto clip = probeClip(QStringLiteral(RETAKE_SOURCE_DIR "/resources/samples/parrot.mp4"));
        QVERIFY(clip);
        QCOMPARE(clip->video.frames, 240);
        QCOMPARE(clip->video.size, QSize(1280, 720));
        QVERIFY((clip->video.frameRate == Rational{30, 1}));
        QVERIFY(clip->audio);
        QVERIFY(clip->bytes < 1000000);
    }

    void kinds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("encoder");
        QTest::addColumn<QString>("sound");
        QTest::addColumn<QString>("codec");
        QTest::addColumn<QString>("rate");
        QTest::addColumn<qint64>("frames");
        QTest::newRow("hevc mov") << "a.mov"
                                  << "libx265"
                                  << "aac"
                                  << "hevc"
                                  << "24" << qint64(48);
        QTest::newRow("mkv 29.97") << "a.mkv"
                                   << "libx264"
                                   << "libmp3lame"
                                   << "h264"
                                   << "30000/1001" << qint64(60);
        QTest::newRow("webm vp9") << "a.webm"
                                  << "libvpx-vp9"
                                  << "libopus"
                                  << "vp9"
                                  << "25" << qint64(50);
        QTest::newRow("avi mpeg4") << "a.avi"
                                   << "mpeg4"
                                   << "pcm_s16le"
                                   << "mpeg4"
                                   << "25" << qint64(50);
        QTest::newRow("transport stream") << "a.ts"
                                          << "libx264"
                                          << "aac"
                                          << "h264"
                                          << "50" << qint64(100);
        QTest::newRow("bare h264") << "a.h264"
                                   << "libx264"
                                   << ""
                                   << "h264"
                                   << "25" << qint64(50);
        QTest::newRow("120 a second") << "fast.mp4"
                                      << "libx264"
                                      << "aac"
                                      << "h264"
                                      << "120" << qint64(240);
    }

    void kinds()
    {
        QFETCH(QString, name);
        QFETCH(QString, encoder);
        QFETCH(QString, sound);
        QFETCH(QString, codec);
        QFETCH(QString, rate);
        QFETCH(qint64, frames);
        ClipWish wish;
        wish.videoCodec = encoder;
        wish.audioCodec = sound;
        wish.rate = rate;
        QVERIFY(makeClip(path(name), wish));
        const auto clip = probeClip(path(name));
        QVERIFY2(clip, clip ? "" : qPrintable(errorKindName(clip.error().kind)));
        QCOMPARE(clip->video.codec, codec);
        QCOMPARE(clip->video.frames, frames);
        QVERIFY(clip->video.constantRate);
        const double wanted = rate.contains(u'/') ? 30000.0 / 1001 : rate.toDouble();
        QCOMPARE(clip->video.frameRate.toDouble(), wanted);
        QCOMPARE(clip->audio.has_value(), !sound.isEmpty());
    }

    void turnedClips_data()
    {
        QTest::addColumn<int>("rotation");
        QTest::newRow("quarter") << 90;
        QTest::newRow("half") << 180;
        QTest::newRow("three quarters") << 270;
    }

    void turnedClips()
    {
        QFETCH(int, rotation);
        ClipWish wish;
        wish.size = QSize(240, 426);
        wish.rotation = rotation;
        const QString file = path(QStringLiteral("turned%1.mp4").arg(rotation));
        QVERIFY(makeClip(file, wish));
        const auto clip = probeClip(file);
        QVERIFY(clip);
        QCOMPARE(clip->video.rotation, rotation);
        QCOMPARE(clip->video.size, QSize(240, 426));
        QCOMPARE(clip->video.codedSize, rotation == 180 ? QSize(240, 426) : QSize(426, 240));
    }

    void widePixels()
    {
        ClipWish wish;
        wish.size = QSize(480, 240);
        wish.sampleAspect = QStringLiteral("4/3");
        QVERIFY(makeClip(path(QStringLiteral("wide.mp4")), wish));
        const auto clip = probeClip(path(QStringLiteral("wide.mp4")));
        QVERIFY(clip);
        QCOMPARE(clip->video.codedSize, QSize(360, 240));
        QCOMPARE(clip->video.size, QSize(480, 240));
        QVERIFY((clip->video.sampleAspect == Rational{4, 3}));
    }

    void variableRateIsSeen()
    {
        ClipWish wish;
        wish.variableRate = true;
        QVERIFY(makeClip(path(QStringLiteral("variable.mp4")), wish));
        const auto clip = probeClip(path(QStringLiteral("variable.mp4")));
        QVERIFY(clip);
        QVERIFY(!clip->video.constantRate);
        QCOMPARE(clip->video.frames, 50);
        QVERIFY(qAbs(clip->video.frameRate.toDouble() - 25) < 0.5);
    }

    void noSound()
    {
        ClipWish wish;
        wish.audioCodec.clear();
        QVERIFY(makeClip(path(QStringLiteral("silent.mp4")), wish));
        const auto clip = probeClip(path(QStringLiteral("silent.mp4")));
        QVERIFY(clip);
        QVERIFY(!clip->audio);
    }

    void hiddenFramesAreNotCounted()
    {
        // cut by copying: the frames since the key frame stay in the file and an edit list hides them
        ClipWish wish;
        wish.keyInterval = 60;
        wish.seconds = 4;
        QVERIFY(makeClip(path(QStringLiteral("long.mp4")), wish));
        QVERIFY(runFfmpeg({QStringLiteral("-ss"), QStringLiteral("1"), QStringLiteral("-i"),
                           path(QStringLiteral("long.mp4")), QStringLiteral("-c"), QStringLiteral("copy"),
                           path(QStringLiteral("hidden.mp4"))}));
        const auto clip = probeClip(path(QStringLiteral("hidden.mp4")));
        QVERIFY(clip);
        QCOMPARE(clip->video.frames, 90);
        QCOMPARE(numbersIn(path(QStringLiteral("hidden.mp4")), QSize(426, 240)).size(), 90);
    }

    void oddNames()
    {
        for (const QString &name : {QStringLiteral("-dash.mp4"), QStringLiteral("a b 'c' \"d\".mp4"),
                                    QStringLiteral("100%20%d.mp4"), QStringLiteral("鹦鹉 🦜.mp4"),
                                    QStringLiteral("http:x.mp4"), QStringLiteral("a|b;c?.mp4")}) {
            QVERIFY(makeClip(path(name)));
            QVERIFY2(probeClip(path(name)), qPrintable(name));
        }
    }

    void refused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *what, const QString &name, ErrorKind kind) {
            QTest::newRow(what) << name << int(kind);
        };
        row("not there", QStringLiteral("nowhere.mp4"), ErrorKind::FileMissing);
        row("a folder", QStringLiteral("folder.mp4"), ErrorKind::FileUnreadable);
        row("empty", QStringLiteral("empty.mp4"), ErrorKind::NotAVideo);
        row("text", QStringLiteral("text.mp4"), ErrorKind::NotAVideo);
        row("text as text", QStringLiteral("text.txt"), ErrorKind::NotAVideo);
        row("noise", QStringLiteral("noise.mp4"), ErrorKind::NotAVideo);
        row("a picture", QStringLiteral("picture.png"), ErrorKind::NotAVideo);
        row("a picture called mp4", QStringLiteral("picture.mp4"), ErrorKind::NotAVideo);
        row("sound only", QStringLiteral("sound.m4a"), ErrorKind::NoPicture);
        row("sound with a cover", QStringLiteral("cover.mp3"), ErrorKind::NoPicture);
        row("header in front, cut", QStringLiteral("cutfront.mp4"), ErrorKind::FileDamaged);
        row("header in front, last bytes gone", QStringLiteral("cutlast.mp4"), ErrorKind::FileDamaged);
        row("header at the end, cut", QStringLiteral("cutend.mp4"), ErrorKind::FileDamaged);
        row("mkv cut", QStringLiteral("cut.mkv"), ErrorKind::FileDamaged);
        row("avi cut", QStringLiteral("cut.avi"), ErrorKind::FileDamaged);
        row("nothing decodes", QStringLiteral("zeroed.mp4"), ErrorKind::FileDamaged);
        row("a list of addresses", QStringLiteral("list.m3u8"), ErrorKind::FileDamaged);
    }

    void refused()
    {
        static bool made = false;
        if (!made) {
            made = true;
            QVERIFY(QDir().mkpath(path(QStringLiteral("folder.mp4"))));
            QVERIFY(write(path(QStringLiteral("empty.mp4")), {}));
            const QByteArray text = QByteArray("Once upon a time there was a parrot.\n").repeated(300);
            QVERIFY(write(path(QStringLiteral("text.mp4")), text));
            QVERIFY(write(path(QStringLiteral("text.txt")), text));
            QByteArray noise;
            quint32 state = 1;
            for (int i = 0; i < 100000; ++i)
                noise.append(char((state = state * 1664525 + 1013904223) >> 24));
            QVERIFY(write(path(QStringLiteral("noise.mp4")), noise));
            QVERIFY(numberedPicture(5, QSize(320, 240)).save(path(QStringLiteral("picture.png"))));
            QVERIFY(numberedPicture(5, QSize(320, 240)).save(path(QStringLiteral("picture.mp4")), "PNG"));
            ClipWish sound;
            sound.videoCodec.clear();
            QVERIFY(makeClip(path(QStringLiteral("sound.m4a")), sound));
            QVERIFY(
                runFfmpeg({QStringLiteral("-i"), path(QStringLiteral("sound.m4a")), QStringLiteral("-i"),
                           path(QStringLiteral("picture.png")), QStringLiteral("-map"), QStringLiteral("0"),
                           QStringLiteral("-map"), QStringLiteral("1"), QStringLiteral("-disposition:v"),
                           QStringLiteral("attached_pic"), QStringLiteral("-c:v"), QStringLiteral("png"),
                           path(QStringLiteral("cover.mp3"))}));
            ClipWish front;
            front.seconds = 4;
            front.more = {QStringLiteral("-movflags"), QStringLiteral("+faststart")};
            QVERIFY(makeClip(path(QStringLiteral("front.mp4")), front));
            QVERIFY(cutOff(path(QStringLiteral("front.mp4")), path(QStringLiteral("cutfront.mp4")), 0.6));
            QVERIFY(cutOff(path(QStringLiteral("front.mp4")), path(QStringLiteral("cutlast.mp4")), 0.97));
            front.more.clear();
            QVERIFY(makeClip(path(QStringLiteral("end.mp4")), front));
            QVERIFY(cutOff(path(QStringLiteral("end.mp4")), path(QStringLiteral("cutend.mp4")), 0.6));
            QVERIFY(makeClip(path(QStringLiteral("whole.mkv")), front));
            QVERIFY(cutOff(path(QStringLiteral("whole.mkv")), path(QStringLiteral("cut.mkv")), 0.5));
            front.videoCodec = QStringLiteral("mpeg4");
            QVERIFY(makeClip(path(QStringLiteral("whole.avi")), front));
            QVERIFY(cutOff(path(QStringLiteral("whole.avi")), path(QStringLiteral("cut.avi")), 0.5));
            // the samples wiped, the header whole
            QFile whole(path(QStringLiteral("end.mp4")));
            QVERIFY(whole.open(QIODevice::ReadOnly));
            QByteArray bytes = whole.readAll();
            const auto data = bytes.indexOf("mdat") + 4;
            const auto header = bytes.indexOf("moov") - 4;
            QVERIFY(data > 4 && header > data);
            bytes.replace(data, header - data, QByteArray(header - data, '\0'));
            QVERIFY(write(path(QStringLiteral("zeroed.mp4")), bytes));
            QVERIFY(write(
                path(QStringLiteral("list.m3u8")),
                "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n"));
        }
        QFETCH(QString, name);
        QFETCH(int, kind);
        const auto clip = probeClip(path(name));
        QVERIFY(!clip);
        QCOMPARE(errorKindName(clip.error().kind), errorKindName(ErrorKind(kind)));
        QCOMPARE(clip.error().facts, QStringList{path(name)});
    }

    void jobEndsOnce()
    {
        ProbeJob job(path(QStringLiteral("plain.mp4")));
        int ends = 0;
        bool well = false;
        connect(&job, &ProbeJob::finished, this, [&](const Result<ClipInfo> &info) {
            ++ends;
            well = info.has_value();
        });
        QCOMPARE(ends, 0); // never before the loop turns
        QTRY_COMPARE_WITH_TIMEOUT(ends, 1, 5000);
        QVERIFY(well);
    }

    void jobMayBeDeleted()
    {
        bool called = false;
        for (int i = 0; i < 20; ++i) {
            auto *job = new ProbeJob(path(QStringLiteral("plain.mp4")), this);
            connect(job, &ProbeJob::finished, this, [&called] { called = true; });
            delete job;
        }
        QTest::qWait(100);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestProbe)
#include "tst_probe.moc"
