// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformrun.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

class TestConform : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

private Q_SLOTS:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

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
        QCOMPARE(numbersIn(made->file, standardSize), run(0, 60));
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

    void oddNames()
    {
        for (const QString &name : {QStringLiteral("-dash 'b' \"d\""), QStringLiteral("100%20%d 鹦鹉 🦜"),
                                    QStringLiteral("http:$(touch no);&|?*")}) {
            QVERIFY(makeClip(path(QString(name + u".mkv"))));
            const auto clip = probeClip(path(QString(name + u".mkv")));
            QVERIFY2(clip, qPrintable(name));
            const auto made = conform(*clip, std::nullopt, path(QString(name + u" made.mp4")));
            QVERIFY2(made, qPrintable(name));
            QVERIFY(QFile::exists(path(QString(name + u" made.mp4"))));
        }
        QCOMPARE(files().size(), 6);
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
        wish.seconds = 5;
        wish.size = QSize(320, 240);
        QVERIFY(makeClip(path(QStringLiteral("a.mkv")), wish));
        const auto clip = probeClip(path(QStringLiteral("a.mkv")));
        const auto plan = planConform(*clip, std::nullopt, wan());
        const QString target = path(QStringLiteral("made.mp4"));
        for (int step = 0; step < 8; ++step) { // before the start, at work, while the result is checked
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
        const auto clip = probeClip(path(QStringLiteral("a.mp4"))); // before: the packets will all be there
        QVERIFY(clip);
        QFile file(clip->file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray bytes = file.readAll();
        const qint64 data = bytes.indexOf("mdat");
        const qint64 middle = data + (bytes.indexOf("moov") - data) / 2;
        for (qint64 at = middle; at < middle + 3000; at += 5) {
            file.seek(at);
            file.putChar(char(~bytes.at(at)));
        }
        file.close();
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
