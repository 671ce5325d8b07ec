// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/conform.h"
#include "media/probe.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

namespace {

ModelSpec wan()
{
    ModelSpec model;
    model.video.formats = {QStringLiteral("mp4"), QStringLiteral("mov")};
    model.video.maximumBytes = 100000000;
    model.video.minimumSide = 240;
    model.video.maximumSide = 4096;
    model.video.maximumAspect = 8;
    model.video.minimumSeconds = 2;
    model.video.maximumSeconds = 10;
    return model;
}

QList<int> run(int from, int count)
{
    QList<int> numbers;
    for (int i = 0; i < count; ++i)
        numbers.append(from + i);
    return numbers;
}

const QSize standard(426, 240);

} // namespace

class TestConform : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    // Runs a job to its end.
    Result<ClipInfo> conform(const ClipInfo &clip, const std::optional<Trim> &trim, const QString &target,
                             const ModelSpec &model = wan())
    {
        const auto plan = planConform(clip, trim, model);
        if (!plan)
            return tl::unexpected(plan.error());
        return runPlan(clip, *plan, target, model);
    }

    Result<ClipInfo> runPlan(const ClipInfo &clip, const ConformPlan &plan, const QString &target,
                             const ModelSpec &model = wan())
    {
        ConformJob job(clip, plan, model, target);
        int ends = 0;
        Result<ClipInfo> result = failure(ErrorKind::TimedOut);
        connect(&job, &ConformJob::finished, this, [&](const Result<ClipInfo> &made) {
            ++ends;
            result = made;
        });
        const bool ended = QTest::qWaitFor([&] { return ends > 0; }, 30000);
        QTest::qWait(0);
        if (!ended || ends != 1)
            return failure(ErrorKind::TimedOut, {QStringLiteral("%1 ends").arg(ends)});
        return result;
    }

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
        wish.videoCodec = encoder;
        wish.rate = rate;
        wish.seconds = 4;
        wish.keyInterval = 50;
        wish.more = more.split(u' ', Qt::SkipEmptyParts);
        if (name.endsWith(u"webm"))
            wish.audioCodec = QStringLiteral("libopus");
        QVERIFY(makeClip(path(name), wish));
        const auto clip = probeClip(path(name));
        QVERIFY(clip);
        const double perSecond = clip->video.frameRate.toDouble();
        for (const int first : {0, 1, 37}) {
            const int count = int(perSecond * 2) + 2;
            const Trim trim{Microseconds(qRound64(first * 1e6 / perSecond)),
                            Microseconds(qRound64((first + count) * 1e6 / perSecond))};
            const auto made = conform(*clip, trim, path(QStringLiteral("made.mp4")));
            QVERIFY2(made, made ? "" : qPrintable(made.error().serviceMessage));
            QCOMPARE(made->video.frames, count);
            QCOMPARE(numbersIn(made->file, standard), run(first, count));
            QVERIFY(made->audio);
            QVERIFY(qAbs(made->audio->duration.count() - made->duration.count()) < 50000);
        }
    }

    void theWholeClipIsConverted()
    {
        ClipWish wish;
        wish.videoCodec = QStringLiteral("libx265");
        wish.pixelFormat = QStringLiteral("yuv420p10le");
        wish.audioCodec = QStringLiteral("pcm_s16le");
        QVERIFY(makeClip(path(QStringLiteral("a.mkv")), wish));
        const auto clip = probeClip(path(QStringLiteral("a.mkv")));
        QVERIFY(clip);
        const auto made = conform(*clip, std::nullopt, path(QStringLiteral("made.mp4")));
        QVERIFY(made);
        QCOMPARE(made->file, path(QStringLiteral("made.mp4")));
        QCOMPARE(made->video.codec, QStringLiteral("h264"));
        QCOMPARE(made->video.pixelFormat, QStringLiteral("yuv420p"));
        QCOMPARE(made->audio->codec, QStringLiteral("aac"));
        QCOMPARE(made->audio->sampleRate, 48000);
        QCOMPARE(made->audio->channels, 2);
        QCOMPARE(numbersIn(made->file, standard), run(0, 60));
        QVERIFY(planConform(*made, std::nullopt, wan())->copy); // what we make, we would send as it is
    }

    void longClipsAreCut()
    {
        ClipWish wish;
        wish.seconds = 11;
        wish.size = QSize(320, 240);
        QVERIFY(makeClip(path(QStringLiteral("a.mp4")), wish));
        const auto clip = probeClip(path(QStringLiteral("a.mp4")));
        const auto made = conform(*clip, std::nullopt, path(QStringLiteral("made.mp4")));
        QVERIFY(made);
        QCOMPARE(numbersIn(made->file, wish.size), run(0, 300));
        QProcess ffprobe; // what the service reads: the length of the whole file
        ffprobe.start(QStringLiteral("ffprobe"),
                      {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-show_entries"),
                       QStringLiteral("format=duration"), QStringLiteral("-of"), QStringLiteral("csv=p=0"),
                       made->file});
        QVERIFY(ffprobe.waitForFinished());
        QCOMPARE(ffprobe.readAllStandardOutput().trimmed(), QByteArray("10.000000"));
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
        const QList<int> numbers = numbersIn(result->file, standard);
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
        QCOMPARE(numbersIn(made->file, standard), run(0, 60));
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
        QVERIFY(qAbs(clip->video.start.count() - 500000) < 2000);
        const auto made = conform(*clip, std::nullopt, path(QStringLiteral("made.mp4")));
        QVERIFY(made);
        QCOMPARE(numbersIn(made->file, standard), run(0, 60));
    }

    void oddNames()
    {
        for (const QString &name :
             {QStringLiteral("-dash"), QStringLiteral("a b 'c' \"d\""), QStringLiteral("100%20%d"),
              QStringLiteral("鹦鹉 🦜"), QStringLiteral("http:x"), QStringLiteral("$(touch no);&|?*")}) {
            QVERIFY(makeClip(path(QString(name + u".mkv"))));
            const auto clip = probeClip(path(QString(name + u".mkv")));
            QVERIFY2(clip, qPrintable(name));
            const auto made = conform(*clip, std::nullopt, path(QString(name + u" made.mp4")));
            QVERIFY2(made, qPrintable(name));
            QVERIFY(QFile::exists(path(QString(name + u" made.mp4"))));
        }
        QCOMPARE(files().size(), 12);
    }

    void progressIsTold()
    {
        ClipWish wish;
        wish.seconds = 6;
        wish.size = QSize(640, 360);
        QVERIFY(makeClip(path(QStringLiteral("a.mkv")), wish));
        const auto clip = probeClip(path(QStringLiteral("a.mkv")));
        const auto plan = planConform(*clip, std::nullopt, wan());
        ConformJob job(*clip, *plan, wan(), path(QStringLiteral("made.mp4")));
        QSignalSpy steps(&job, &ConformJob::progress);
        QSignalSpy ends(&job, &ConformJob::finished);
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 1, 30000);
        QVERIFY(!steps.isEmpty());
        qint64 last = 0;
        for (const auto &step : std::as_const(steps)) {
            QVERIFY(step.at(0).toLongLong() >= last);
            last = step.at(0).toLongLong();
            QCOMPARE(step.at(1).toLongLong(), 6000000);
        }
        QVERIFY(last > 5000000);
    }

    void deletingLeavesNothingBehind()
    {
        ClipWish wish;
        wish.seconds = 9;
        QVERIFY(makeClip(path(QStringLiteral("a.mkv")), wish));
        const auto clip = probeClip(path(QStringLiteral("a.mkv")));
        const auto plan = planConform(*clip, std::nullopt, wan());
        const QString target = path(QStringLiteral("made.mp4"));
        for (int step = 0; step < 12; ++step) { // before the start, at work, while the result is checked
            auto job = std::make_unique<ConformJob>(*clip, *plan, wan(), target);
            bool ended = false;
            connect(job.get(), &ConformJob::finished, this, [&] { ended = true; });
            QTest::qWait(step * step * 8);
            if (ended)
                QFile::remove(target); // too late: it was handed over
            job.reset();
        }
        QTRY_COMPARE_WITH_TIMEOUT(files(), QStringList{QStringLiteral("a.mkv")}, 5000);
        QTest::qWait(300); // and nothing comes after
        QCOMPARE(files(), QStringList{QStringLiteral("a.mkv")});
    }

    void mayBeDeletedInItsOwnSignal()
    {
        QVERIFY(makeClip(path(QStringLiteral("a.mkv"))));
        const auto clip = probeClip(path(QStringLiteral("a.mkv")));
        auto *job = new ConformJob(*clip, *planConform(*clip, std::nullopt, wan()), wan(),
                                   path(QStringLiteral("made.mp4")));
        bool ended = false;
        connect(job, &ConformJob::finished, this, [&ended, job] {
            ended = true;
            job->deleteLater();
        });
        QTRY_VERIFY_WITH_TIMEOUT(ended, 20000);
        QTest::qWait(10);
        QVERIFY(QFile::exists(path(QStringLiteral("made.mp4"))));
    }

    void aPlanThatCopiesWritesNothing()
    {
        QVERIFY(makeClip(path(QStringLiteral("a.mp4"))));
        const auto clip = probeClip(path(QStringLiteral("a.mp4")));
        const auto made = conform(*clip, std::nullopt, path(QStringLiteral("made.mp4")));
        QVERIFY(made);
        QCOMPARE(made->file, path(QStringLiteral("a.mp4")));
        QCOMPARE(files(), QStringList{QStringLiteral("a.mp4")});
    }

    void flippedBitsAreFoundBeforeSending()
    {
        ClipWish wish;
        wish.more = {QStringLiteral("-preset"), QStringLiteral("medium")};
        QVERIFY(makeClip(path(QStringLiteral("a.mp4")), wish));
        QFile file(path(QStringLiteral("a.mp4")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray bytes = file.readAll();
        const qint64 data = bytes.indexOf("mdat");
        const qint64 middle = data + (bytes.indexOf("moov") - data) / 2;
        for (qint64 at = middle; at < middle + 3000; at += 5) {
            file.seek(at);
            file.putChar(char(~bytes.at(at)));
        }
        file.close();
        const auto clip = probeClip(path(QStringLiteral("a.mp4")));
        QVERIFY(clip); // the packets are all there
        const auto made = conform(*clip, std::nullopt, path(QStringLiteral("made.mp4")));
        QVERIFY(!made);
        QCOMPARE(errorKindName(made.error().kind), errorKindName(ErrorKind::FileDamaged));
        QVERIFY(!made.error().serviceMessage.isEmpty());
    }

    void failures()
    {
        QVERIFY(makeClip(path(QStringLiteral("a.mkv"))));
        const auto clip = probeClip(path(QStringLiteral("a.mkv")));
        const auto plan = planConform(*clip, std::nullopt, wan());

        const QString nowhere = path(QStringLiteral("no folder/made.mp4"));
        auto made = runPlan(*clip, *plan, nowhere);
        QCOMPARE(made.error().kind, ErrorKind::NotWritable);
        QCOMPARE(made.error().facts, QStringList{nowhere});

        ConformPlan wrong = *plan; // a result that is not what was planned is not let through
        wrong.frames = 5000;
        made = runPlan(*clip, wrong, path(QStringLiteral("made.mp4")));
        QCOMPARE(made.error().kind, ErrorKind::ToolFailed);
        QVERIFY(made.error().serviceMessage.contains(u"instead of 5000"));

        ModelSpec tiny = wan();
        tiny.video.maximumBytes = 2000;
        made = runPlan(*clip, *plan, path(QStringLiteral("made.mp4")), tiny);
        QCOMPARE(made.error().kind, ErrorKind::ToolFailed);
        QVERIFY(made.error().serviceMessage.endsWith(u"bytes"));

        const QByteArray old = qgetenv("PATH");
        qputenv("PATH", "/nonexistent");
        made = runPlan(*clip, *plan, path(QStringLiteral("made.mp4")));
        qputenv("PATH", old);
        QCOMPARE(made.error().kind, ErrorKind::ToolMissing);
        QCOMPARE(made.error().facts, QStringList{QStringLiteral("ffmpeg")});

        ClipInfo gone = *clip;
        gone.file = path(QStringLiteral("gone.mkv"));
        made = runPlan(gone, *plan, path(QStringLiteral("made.mp4")));
        QCOMPARE(made.error().kind, ErrorKind::FileMissing);
        QCOMPARE(files(), QStringList{QStringLiteral("a.mkv")});
    }
};

QTEST_GUILESS_MAIN(TestConform)
#include "tst_conform.moc"
