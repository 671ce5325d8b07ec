// SPDX-License-Identifier: GPL-3.0-or-later
// Which pictures come out of a conform, told by the numbers burned into them.
#include "conformrun.h"
#include "support/clipmaker.h"

#include <QTemporaryDir>
#include <QTest>

using namespace retake;

class TestConformCut : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

private Q_SLOTS:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void trimIsFrameExact_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("encoder");
        QTest::addColumn<QString>("rate");
        QTest::addColumn<QString>("more");
        const QString x264 = QStringLiteral("libx264");
        const QString bFrames = QStringLiteral("-bf 3 -preset medium");
        QTest::newRow("mp4 30") << "a.mp4" << x264 << "30"
                                << "";
        QTest::newRow("mp4 29.97") << "a.mp4" << x264 << "30000/1001"
                                   << "";
        QTest::newRow("mp4 23.976, B-frames") << "a.mp4" << x264 << "24000/1001" << bFrames;
        QTest::newRow("mp4 60") << "a.mp4" << x264 << "60"
                                << "";
        QTest::newRow("mkv 30 (clock of 1 ms)") << "a.mkv" << x264 << "30" << bFrames;
        QTest::newRow("mov, clock of 1/600 s") << "a.mov" << x264 << "30000/1001"
                                               << "-video_track_timescale 600";
        QTest::newRow("ts, starts at 1.4 s") << "a.ts" << x264 << "25"
                                             << "";
        QTest::newRow("webm vp9") << "a.webm"
                                  << "libvpx-vp9"
                                  << "25"
                                  << "";
        QTest::newRow("avi") << "a.avi"
                             << "mpeg4"
                             << "25"
                             << "";
    }

    void trimIsFrameExact()
    {
        QFETCH(QString, name);
        QFETCH(QString, encoder);
        QFETCH(QString, rate);
        QFETCH(QString, more);
        ClipWish wish;
        wish.size = QSize(240, 240);
        wish.videoCodec = encoder;
        wish.rate = rate;
        wish.seconds = 4;
        wish.keyInterval = 50;
        wish.more = more.split(u' ', Qt::SkipEmptyParts);
        if (name.endsWith(u"webm"))
            wish.audioCodec = QStringLiteral("libopus");
        else if (name.endsWith(u"avi"))
            wish.audioCodec = QStringLiteral("pcm_s16le");
        QVERIFY(makeClip(path(name), wish));
        const auto clip = probeClip(path(name));
        QVERIFY(clip);
        const double perSecond = clip->video.frameRate.toDouble();
        for (const int first : {1, 37}) {
            const int count = int(perSecond * 2) + 2;
            const Trim trim{Microseconds(qRound64(first * 1e6 / perSecond)),
                            Microseconds(qRound64((first + count) * 1e6 / perSecond))};
            const auto made = conform(*clip, trim, path(QStringLiteral("made.mp4")));
            QVERIFY2(made, made ? "" : qPrintable(made.error().serviceMessage));
            QCOMPARE(made->video.frames, count);
            QCOMPARE(numbersIn(made->file, wish.size), run(first, count));
            QVERIFY(made->audio);
            QVERIFY(qAbs(made->audio->duration.count() - made->duration.count()) < 50000);
        }
    }

    void trimWhereSeekingIsVague()
    {
        ClipWish wish; // a transport stream has no index: a seek lands somewhere
        wish.size = QSize(320, 240);
        wish.rate = QStringLiteral("25");
        wish.seconds = 19;
        wish.keyInterval = 75;
        QVERIFY(makeClip(path(QStringLiteral("a.ts")), wish));
        const auto clip = probeClip(path(QStringLiteral("a.ts")));
        QVERIFY(clip);
        const auto made = conform(*clip, Trim{Microseconds(16040000), Microseconds(18440000)},
                                  path(QStringLiteral("made.mp4")));
        QVERIFY2(made, made ? "" : qPrintable(made.error().serviceMessage));
        QCOMPARE(numbersIn(made->file, wish.size), run(401, 60));
        QVERIFY(qAbs(made->audio->duration.count() - made->duration.count()) < 50000);
    }

    void shapesAreApplied_data()
    {
        QTest::addColumn<QSize>("seen");
        QTest::addColumn<int>("rotation");
        QTest::addColumn<QString>("pixel");
        QTest::addColumn<QSize>("made");
        QTest::newRow("turned") << QSize(240, 426) << 90 << "" << QSize(240, 426);
        QTest::newRow("upside down") << QSize(426, 240) << 180 << "" << QSize(426, 240);
        QTest::newRow("turned back") << QSize(240, 426) << 270 << "" << QSize(240, 426);
        QTest::newRow("wide pixels") << QSize(480, 240) << 0 << "4/3" << QSize(480, 240);
        QTest::newRow("small") << QSize(160, 90) << 0 << "" << QSize(426, 240);
    }

    void shapesAreApplied()
    {
        QFETCH(QSize, seen);
        QFETCH(int, rotation);
        QFETCH(QString, pixel);
        QFETCH(QSize, made);
        ClipWish wish;
        wish.size = seen;
        wish.rotation = rotation;
        wish.sampleAspect = pixel;
        QVERIFY(makeClip(path(QStringLiteral("a.mp4")), wish));
        const auto clip = probeClip(path(QStringLiteral("a.mp4")));
        QVERIFY(clip);
        const auto result = conform(*clip, std::nullopt, path(QStringLiteral("made.mp4")));
        QVERIFY2(result, result ? "" : qPrintable(result.error().serviceMessage));
        QCOMPARE(result->video.codedSize, made);
        QCOMPARE(result->video.rotation, 0);
        QVERIFY((result->video.sampleAspect == Rational{1, 1}));
        QCOMPARE(numbersIn(result->file, made), run(0, 60)); // legible: upright and not mirrored
    }

    void rates_data()
    {
        QTest::addColumn<QString>("rate");
        QTest::addColumn<bool>("variable");
        QTest::addColumn<double>("made");
        QTest::newRow("120") << "120" << false << 60.0;
        QTest::newRow("10") << "10" << false << 20.0;
        QTest::newRow("variable") << "30" << true << 25.0;
    }

    void rates()
    {
        QFETCH(QString, rate);
        QFETCH(bool, variable);
        QFETCH(double, made);
        ClipWish wish;
        wish.rate = rate;
        wish.variableRate = variable;
        wish.seconds = 3;
        QVERIFY(makeClip(path(QStringLiteral("a.mp4")), wish));
        const auto clip = probeClip(path(QStringLiteral("a.mp4")));
        const auto result = conform(*clip, std::nullopt, path(QStringLiteral("made.mp4")));
        QVERIFY2(result, result ? "" : qPrintable(result.error().serviceMessage));
        QCOMPARE(result->video.frameRate.toDouble(), made);
        QVERIFY(result->video.constantRate);
        QCOMPARE(result->video.frames, qint64(3 * made));
        // each picture is the one that the source shows at that time
        const QList<int> numbers = numbersIn(result->file, standardSize);
        for (int i = 0; i < numbers.size(); ++i)
            QVERIFY2(qAbs(numbers.at(i) / rate.toDouble() - i / made) <= 1.01 / qMin(made, rate.toDouble()),
                     qPrintable(QStringLiteral("frame %1 shows %2").arg(i).arg(numbers.at(i))));
    }

    void soundThatStartsLateStaysInTime()
    {
        // silence is put in front, because services do not read edit lists
        ClipWish wish;
        QVERIFY(makeClip(path(QStringLiteral("a.mkv")), wish));
        QVERIFY(runFfmpeg({QStringLiteral("-i"), path(QStringLiteral("a.mkv")), QStringLiteral("-itsoffset"),
                           QStringLiteral("0.8"), QStringLiteral("-i"), path(QStringLiteral("a.mkv")),
                           QStringLiteral("-map"), QStringLiteral("0:v"), QStringLiteral("-map"),
                           QStringLiteral("1:a"), QStringLiteral("-c"), QStringLiteral("copy"),
                           path(QStringLiteral("late.mkv"))}));
        const auto clip = probeClip(path(QStringLiteral("late.mkv")));
        QVERIFY(clip);
        const auto made = conform(*clip, std::nullopt, path(QStringLiteral("made.mp4")));
        QVERIFY(made);
        QByteArray pcm;
        QVERIFY(runFfmpeg({QStringLiteral("-i"), made->file, QStringLiteral("-map"), QStringLiteral("0:a"),
                           QStringLiteral("-f"), QStringLiteral("s16le"), QStringLiteral("-ac"),
                           QStringLiteral("1"), QStringLiteral("pipe:1")},
                          {}, &pcm));
        const auto *samples = reinterpret_cast<const qint16 *>(pcm.constData());
        qsizetype first = 0;
        while (first < pcm.size() / 2 && qAbs(int(samples[first])) < 1000)
            ++first;
        QVERIFY2(qAbs(double(first) / 48000 - 0.8) < 0.05,
                 qPrintable(QString::number(double(first) / 48000)));
        QCOMPARE(numbersIn(made->file, standardSize), run(0, 60));
    }

    void pictureThatStartsLate()
    {
        ClipWish wish;
        QVERIFY(makeClip(path(QStringLiteral("a.mkv")), wish));
        QVERIFY(runFfmpeg({QStringLiteral("-itsoffset"), QStringLiteral("0.5"), QStringLiteral("-i"),
                           path(QStringLiteral("a.mkv")), QStringLiteral("-i"), path(QStringLiteral("a.mkv")),
                           QStringLiteral("-map"), QStringLiteral("0:v"), QStringLiteral("-map"),
                           QStringLiteral("1:a"), QStringLiteral("-c"), QStringLiteral("copy"),
                           path(QStringLiteral("late.mkv"))}));
        const auto clip = probeClip(path(QStringLiteral("late.mkv")));
        QVERIFY(clip);
        QVERIFY(qAbs(clip->video.start.count() - 510000) < 20000); // the sound begins before 0
        const auto made = conform(*clip, std::nullopt, path(QStringLiteral("made.mp4")));
        QVERIFY(made);
        QCOMPARE(numbersIn(made->file, standardSize), run(0, 60));
    }
};

QTEST_GUILESS_MAIN(TestConformCut)
#include "tst_conformcut.moc"
