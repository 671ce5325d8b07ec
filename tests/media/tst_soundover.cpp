// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/probe.h"
#include "media/soundover.h"
#include "support/beepclip.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

namespace {

constexpr int rate = 48000;

Microseconds seconds(double value)
{
    return Microseconds(qRound64(value * 1e6));
}

QByteArray packetsOf(const QString &file)
{
    QByteArray said;
    runFfmpeg({QStringLiteral("-i"), file, QStringLiteral("-map"), QStringLiteral("0:v:0"),
               QStringLiteral("-c"), QStringLiteral("copy"), QStringLiteral("-f"), QStringLiteral("md5"),
               QStringLiteral("-")},
              {}, &said);
    return said;
}

std::vector<std::int16_t> soundOf(const QString &file)
{
    QByteArray bytes;
    runFfmpeg({QStringLiteral("-i"), file, QStringLiteral("-map"), QStringLiteral("0:a:0"),
               QStringLiteral("-ac"), QStringLiteral("2"), QStringLiteral("-ar"), QString::number(rate),
               QStringLiteral("-f"), QStringLiteral("s16le"), QStringLiteral("-")},
              {}, &bytes);
    return leftOf(bytes);
}

// When beeps begin, in seconds.
QList<double> beepsOf(const QString &file)
{
    QList<double> beeps;
    const auto sound = soundOf(file);
    for (qint64 at = onset(sound); at >= 0; at = onset(sound, at + rate / 4))
        beeps.append(double(at) / rate);
    return beeps;
}

bool isAt(const QList<double> &beeps, const QList<double> &wanted)
{
    bool same = beeps.size() == wanted.size();
    for (qsizetype i = 0; same && i < beeps.size(); ++i)
        same = qAbs(beeps.at(i) - wanted.at(i)) < 0.06;
    if (!same)
        qWarning() << "beeps" << beeps << "wanted" << wanted;
    return same;
}

} // namespace

class TestSoundOver : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    struct Made
    {
        int ends = 0;
        std::optional<Error> error;
    };

    void run(const ClipInfo &video, const ClipInfo &source, const std::optional<Trim> &piece,
             const QString &output, Made &made)
    {
        SoundOverJob job(video, source, piece, output);
        connect(&job, &SoundOverJob::finished, this, [&made](const Result<void> &result) {
            ++made.ends;
            if (!result)
                made.error = result.error();
        });
        QTRY_VERIFY_WITH_TIMEOUT(made.ends > 0, 20000);
        QTest::qWait(10);
        QCOMPARE(made.ends, 1);
    }

    ClipInfo take(const QString &name, double length, const QString &sound = {})
    {
        ClipWish wish;
        wish.seconds = length;
        wish.audioCodec = sound;
        return makeClip(path(name), wish) ? probeClip(path(name)).value_or(ClipInfo()) : ClipInfo();
    }

private Q_SLOTS:

    void initTestCase()
    {
        // beeps at 1, 2 and 3 s of 4 s
        QVERIFY(makeBeepClip(path(QStringLiteral("beeps.mp4")), {}));
    }

    void fits_data()
    {
        QTest::addColumn<double>("sound");
        QTest::addColumn<double>("picture");
        QTest::addColumn<double>("pace");
        QTest::addColumn<double>("cutAt");
        QTest::addColumn<double>("silence");
        QTest::newRow("equal") << 5.0 << 5.0 << 1.0 << 0.0 << 0.0;
        QTest::newRow("a little shorter") << 4.98 << 5.0 << 1.0 << 0.0 << 0.02;
        QTest::newRow("a little longer") << 5.02 << 5.0 << 1.0 << 5.0 << 0.0;
        QTest::newRow("quicker") << 6.25 << 5.0 << 1.25 << 0.0 << 0.0;
        QTest::newRow("slower") << 4.0 << 5.0 << 0.8 << 0.0 << 0.0;
        QTest::newRow("by a half") << 7.5 << 5.0 << 1.5 << 0.0 << 0.0;
        QTest::newRow("to a half") << 2.5 << 5.0 << 0.5 << 0.0 << 0.0;
        QTest::newRow("too long") << 8.0 << 5.0 << 1.0 << 5.0 << 0.0;
        QTest::newRow("too short") << 2.0 << 5.0 << 1.0 << 0.0 << 3.0;
        QTest::newRow("none") << 0.0 << 5.0 << 1.0 << 0.0 << 5.0;
    }

    void fits()
    {
        QFETCH(double, sound);
        QFETCH(double, picture);
        QFETCH(double, pace);
        QFETCH(double, cutAt);
        QFETCH(double, silence);
        const SoundFit fit = fitSound(seconds(sound), seconds(picture));
        QCOMPARE(fit.pace, pace);
        QCOMPARE(fit.cutAt, seconds(cutAt));
        QCOMPARE(fit.silence, seconds(silence));
    }

    void laidOver_data()
    {
        QTest::addColumn<double>("length");
        QTest::addColumn<QList<double>>("beeps");
        QTest::newRow("as long") << 4.0 << QList<double>{1, 2, 3};
        QTest::newRow("quicker") << 3.2 << QList<double>{0.8, 1.6, 2.4};
        QTest::newRow("slower") << 5.0 << QList<double>{1.25, 2.5, 3.75};
        QTest::newRow("cut off") << 2.5 << QList<double>{1, 2};
        QTest::newRow("then silence") << 8.5 << QList<double>{1, 2, 3};
    }

    void laidOver()
    {
        QFETCH(double, length);
        QFETCH(QList<double>, beeps);
        const ClipInfo video = take(QStringLiteral("take.mp4"), length, QStringLiteral("aac"));
        QCOMPARE(video.duration, seconds(length));
        const QString output = path(QStringLiteral("out.mp4"));
        Made made;
        run(video, *probeClip(path(QStringLiteral("beeps.mp4"))), {}, output, made);
        QVERIFY(!made.error);
        const auto outcome = probeClip(output);
        QVERIFY(outcome && outcome->audio);
        QCOMPARE(outcome->audio->codec, QStringLiteral("aac"));
        QCOMPARE(outcome->video.frames, video.video.frames);
        QCOMPARE(outcome->streams, 2);
        QVERIFY(std::chrono::abs(outcome->audio->duration - video.duration) < seconds(0.1));
        QCOMPARE(packetsOf(output), packetsOf(video.file)); // not encoded anew
        QVERIFY(isAt(beepsOf(output), beeps));
    }

    void ofAPiece_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("mp4") << "beeps.mp4";
        QTest::newRow("mkv") << "beeps.mkv";
        QTest::newRow("ts") << "beeps.ts"; // no index
    }

    void ofAPiece()
    {
        QFETCH(QString, source);
        if (!QFileInfo::exists(path(source)))
            QVERIFY(makeBeepClip(path(source), {}));
        const ClipInfo video = take(QStringLiteral("two.mp4"), 2);
        Made made;
        run(video, *probeClip(path(source)), Trim{seconds(1.5), seconds(3.5)},
            path(QStringLiteral("piece.mp4")), made);
        QVERIFY(!made.error);
        QVERIFY(isAt(beepsOf(path(QStringLiteral("piece.mp4"))), {0.5, 1.5}));
    }

    void soundThatBeginsLateOrEndsEarly()
    {
        // the sound comes a second later than the picture: beeps at 2, 3 and 4 s
        QVERIFY(makeBeepClip(path(QStringLiteral("late.mp4")), {QStringLiteral("-t"), QStringLiteral("4")},
                             {QStringLiteral("-itsoffset"), QStringLiteral("1")}));
        const ClipInfo video = take(QStringLiteral("four.mp4"), 3.5);
        Made made;
        run(video, *probeClip(path(QStringLiteral("late.mp4"))), Trim{seconds(0), seconds(3.5)},
            path(QStringLiteral("l.mp4")), made);
        QVERIFY(!made.error);
        QVERIFY(isAt(beepsOf(path(QStringLiteral("l.mp4"))), {2, 3}));
    }

    void refusals()
    {
        const ClipInfo video = take(QStringLiteral("one.mp4"), 1);
        Made silent;
        run(video, video, {}, path(QStringLiteral("r.mp4")), silent);
        QVERIFY(silent.error);
        QCOMPARE(silent.error->kind, ErrorKind::BadParameter);
        QCOMPARE(silent.error->facts, QStringList{QStringLiteral("source_sound")});

        ClipInfo gone = *probeClip(path(QStringLiteral("beeps.mp4")));
        gone.file = path(QStringLiteral("gone.mp4"));
        Made missing;
        run(video, gone, {}, path(QStringLiteral("r.mp4")), missing);
        QCOMPARE(missing.error->kind, ErrorKind::FileMissing);

        Made place;
        run(video, *probeClip(path(QStringLiteral("beeps.mp4"))), {}, path(QStringLiteral("no/folder/r.mp4")),
            place);
        QCOMPARE(place.error->kind, ErrorKind::NotWritable);

        QVERIFY(cutOff(video.file, path(QStringLiteral("broken.mp4")), 0.2));
        ClipInfo broken = video;
        broken.file = path(QStringLiteral("broken.mp4"));
        Made damaged;
        run(broken, *probeClip(path(QStringLiteral("beeps.mp4"))), {}, path(QStringLiteral("r.mp4")),
            damaged);
        QCOMPARE(damaged.error->kind, ErrorKind::ToolFailed);
        QVERIFY(!QFileInfo::exists(path(QStringLiteral("r.mp4"))));
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.part")}).isEmpty());
    }

    void anOutcomeThatDiffersIsRefused()
    {
        ClipInfo video = take(QStringLiteral("liar.mp4"), 1);
        video.video.frames += 5; // as if ffmpeg had lost some
        Made made;
        run(video, *probeClip(path(QStringLiteral("beeps.mp4"))), {}, path(QStringLiteral("f.mp4")), made);
        QCOMPARE(made.error->kind, ErrorKind::ToolFailed);
        QVERIFY(!QFileInfo::exists(path(QStringLiteral("f.mp4"))));
    }

    void mayBeDeleted()
    {
        const ClipInfo video = take(QStringLiteral("kept.mp4"), 4);
        const ClipInfo source = *probeClip(path(QStringLiteral("beeps.mp4")));
        bool called = false;
        for (int i = 0; i < 8; ++i) {
            auto *job = new SoundOverJob(video, source, {}, path(QStringLiteral("deleted.mp4")), this);
            connect(job, &SoundOverJob::finished, this, [&called] { called = true; });
            QTest::qWait(3 * i);
            delete job;
            called = false;
        }
        QTest::qWait(200);
        QVERIFY(!called);
        QTRY_COMPARE(QDir(m_folder.path()).entryList({QStringLiteral("deleted.mp4*")}), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSoundOver)
#include "tst_soundover.moc"
