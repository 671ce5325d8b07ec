// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are broken, cut off or beyond reason: each ends in a result or a clear refusal, never a crash.
#include "media/decodecheck.h"
#include "media/probe.h"
#include "support/clipmaker.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <random>

#include <sys/stat.h>

using namespace retake;

class TestProbeDamage : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    QByteArray bytesOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path(name) : QString();
    }

    // A tenth of the file, from its middle, is nothing but zeros.
    QString withHole(const QString &name, const QString &target) const
    {
        QByteArray bytes = bytesOf(name);
        const qsizetype hole = bytes.size() / 10;
        bytes.replace(bytes.size() * 4 / 10, hole, QByteArray(hole, '\0'));
        return write(target, bytes);
    }

    Result<void> decoded(const ClipInfo &clip)
    {
        FullDecodeJob job(clip);
        std::optional<Result<void>> ended;
        connect(&job, &FullDecodeJob::finished, this,
                [&ended](const Result<void> &result) { ended = result; });
        if (!QTest::qWaitFor([&ended] { return ended.has_value(); }, 20000))
            return failure(ErrorKind::TimedOut);
        return *ended;
    }

    static void compareRefusal(const Result<ClipInfo> &clip, ErrorKind kind, const QString &file)
    {
        QVERIFY(!clip);
        QCOMPARE(errorKindName(clip.error().kind), errorKindName(kind));
        QCOMPARE(clip.error().facts, QStringList{file});
    }

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        ClipWish wish;
        wish.keyInterval = 30;
        QVERIFY(makeClip(path(QStringLiteral("whole.mkv")), wish));
        QVERIFY(makeClip(path(QStringLiteral("whole.ts")), wish));
        wish.more = {QStringLiteral("-movflags"), QStringLiteral("+faststart")};
        QVERIFY(makeClip(path(QStringLiteral("whole.mp4")), wish));
    }

    void theHeaderMayNotLie()
    {
        // the header tells of 240 frames, a part of them is there
        ClipWish wish;
        wish.seconds = 8;
        wish.more = {QStringLiteral("-movflags"), QStringLiteral("+faststart")};
        QVERIFY(makeClip(path(QStringLiteral("240.mp4")), wish));
        QCOMPARE(probeClip(path(QStringLiteral("240.mp4")))->video.frames, 240);
        for (const double part : {0.2, 0.5, 0.9, 0.995}) {
            QVERIFY(cutOff(path(QStringLiteral("240.mp4")), path(QStringLiteral("cut.mp4")), part));
            const auto clip = probeClip(path(QStringLiteral("cut.mp4")));
            compareRefusal(clip, ErrorKind::FileDamaged, path(QStringLiteral("cut.mp4")));
            QVERIFY(!clip.error().serviceMessage.isEmpty());
            const auto times = readFrameTimes(path(QStringLiteral("cut.mp4")), {});
            QVERIFY(!times);
            QCOMPARE(times.error(), clip.error());
        }
    }

    void lostBytesInTheMiddle_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"whole.mkv", "whole.ts", "whole.mp4"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }

    void lostBytesInTheMiddle()
    {
        QFETCH(QString, name);
        const auto before = probeClip(path(name));
        QVERIFY(before);
        QVERIFY(decoded(*before));
        const QString holed = withHole(name, QString(u"holed-" + name));
        compareRefusal(probeClip(holed), ErrorKind::FileDamaged, holed);
    }

    void bytesThatOnlyDecodingFinds()
    {
        // noise in the middle of the pictures of an MP4: every packet can be read
        QByteArray bytes = bytesOf(QStringLiteral("whole.mp4"));
        std::mt19937 random(7); // NOLINT: the same every time
        const qsizetype middle = (bytes.indexOf("mdat") + bytes.size()) / 2;
        for (qsizetype at = middle; at < middle + 20000 && at < bytes.size(); at += 40)
            bytes[at] = char(random());
        const QString file = write(QStringLiteral("noise.mp4"), bytes);
        ClipInfo clip;
        clip.file = file;
        clip.duration = Microseconds(2000000);
        const auto checked = decoded(clip);
        QVERIFY(!checked);
        QCOMPARE(errorKindName(checked.error().kind), errorKindName(ErrorKind::FileDamaged));
        QCOMPARE(checked.error().facts, QStringList{file});
        QVERIFY(!checked.error().serviceMessage.isEmpty());
        QVERIFY(!checked.error().serviceMessage.contains(u"0x")); // no addresses of a process
        QVERIFY(!checked.error().serviceMessage.contains(u'\n'));
    }

    void decodingTellsItsProgress()
    {
        const auto clip = probeClip(path(QStringLiteral("whole.mp4")));
        QVERIFY(clip);
        FullDecodeJob job(*clip);
        qint64 last = -1;
        int ends = 0;
        connect(&job, &FullDecodeJob::progress, this, [&](qint64 done, qint64 total) {
            QCOMPARE(total, qint64(2000000));
            QVERIFY(done >= last && done <= total);
            last = done;
        });
        connect(&job, &FullDecodeJob::finished, this, [&ends](const Result<void> &result) {
            ++ends;
            QVERIFY(result);
        });
        QCOMPARE(ends, 0);
        QTRY_COMPARE_WITH_TIMEOUT(ends, 1, 20000);
        QVERIFY(last > 1500000);
        QTest::qWait(50);
        QCOMPARE(ends, 1);
    }

    void decodingMayBeDeleted()
    {
        const auto clip = probeClip(path(QStringLiteral("whole.mp4")));
        bool called = false;
        for (const int wait : {0, 0, 20, 60}) {
            auto *job = new FullDecodeJob(*clip, this);
            connect(job, &FullDecodeJob::finished, this, [&called] { called = true; });
            if (wait)
                QTest::qWait(wait);
            delete job;
        }
        QTest::qWait(100);
        QVERIFY(true); // it must neither crash nor hang
    }

    void decodingOfNothing()
    {
        ClipInfo clip;
        clip.file = path(QStringLiteral("none.mp4"));
        const auto checked = decoded(clip);
        QVERIFY(!checked);
        QCOMPARE(errorKindName(checked.error().kind), errorKindName(ErrorKind::FileMissing));
    }

    void twoRecordingsInOneFile()
    {
        const QByteArray once = bytesOf(QStringLiteral("whole.ts"));
        const QString twice = write(QStringLiteral("twice.ts"), QByteArray(once + once));
        compareRefusal(probeClip(twice), ErrorKind::FileDamaged, twice);
    }

    void noFileToRead()
    {
        const QString pipe = path(QStringLiteral("pipe.mp4"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        compareRefusal(probeClip(pipe), ErrorKind::FileUnreadable, pipe); // and does not wait for a writer
    }

    void manyStreams()
    {
        QStringList arguments{QStringLiteral("-i"), path(QStringLiteral("whole.mkv"))};
        for (int i = 0; i < 399; ++i)
            arguments += {QStringLiteral("-map"), QStringLiteral("0:a")};
        arguments +=
            {QStringLiteral("-map"), QStringLiteral("0:v"), QStringLiteral("-c"), QStringLiteral("copy")};
        for (const QString &name : {QStringLiteral("many.mkv"), QStringLiteral("many.mp4")}) {
            QVERIFY(runFfmpeg(arguments + QStringList{path(name)}));
            QElapsedTimer clock;
            clock.start();
            const auto clip = probeClip(path(name));
            qInfo("400 streams: %lld ms", clock.elapsed());
            QVERIFY2(clip, clip ? "" : qPrintable(clip.error().serviceMessage));
            QCOMPARE(clip->streams, 400);
            QCOMPARE(clip->video.frames, 60);
            ProbeJob job(path(name));
            std::optional<Result<ClipInfo>> ended;
            connect(&job, &ProbeJob::finished, this,
                    [&ended](const Result<ClipInfo> &info) { ended = info; });
            QTRY_VERIFY_WITH_TIMEOUT(ended, 20000);
            QVERIFY(*ended);
        }
    }

    void manySoundsAndNoPicture()
    {
        QStringList arguments{QStringLiteral("-i"), path(QStringLiteral("whole.mkv"))};
        for (int i = 0; i < 400; ++i)
            arguments += {QStringLiteral("-map"), QStringLiteral("0:a")};
        const QString file = path(QStringLiteral("sounds.mka"));
        QVERIFY(runFfmpeg(arguments + QStringList{QStringLiteral("-c"), QStringLiteral("copy"), file}));
        compareRefusal(probeClip(file), ErrorKind::NoPicture, file);
    }

    void sixtyFiveMinutes()
    {
        const QString file = path(QStringLiteral("65.mp4"));
        QVERIFY(runFfmpeg({QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                           QStringLiteral("color=c=teal:s=426x240:r=2:d=60"), QStringLiteral("-c:v"),
                           QStringLiteral("libx264"), QStringLiteral("-preset"), QStringLiteral("ultrafast"),
                           path(QStringLiteral("minute.mp4"))}));
        QVERIFY(runFfmpeg({QStringLiteral("-stream_loop"), QStringLiteral("64"), QStringLiteral("-i"),
                           path(QStringLiteral("minute.mp4")), QStringLiteral("-c"), QStringLiteral("copy"),
                           file}));
        const auto clip = probeClip(file);
        QVERIFY(clip);
        QCOMPARE(clip->video.frames, 65 * 120);
        QCOMPARE(qint64(clip->duration.count()), 65 * 60 * 1000000LL);
        QVERIFY(clip->video.constantRate);
        const auto times = readFrameTimes(file, {});
        QVERIFY(times);
        QCOMPARE(qint64(times->back().count()), 65 * 60 * 1000000LL - 500000);
        // a scan that is called off ends at once
        int asked = 0;
        const auto stopped = probeClip(file, [&asked] { return ++asked > 3; });
        compareRefusal(stopped, ErrorKind::FileUnreadable, file);
    }

    void fuzz_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"whole.mp4", "whole.mkv", "whole.ts"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }

    // Flipped bits, also thick in the headers, and cuts; the same ones every time.
    void fuzz()
    {
        QFETCH(QString, name);
        const QByteArray whole = bytesOf(name);
        std::mt19937 random(20);
        int read = 0;
        for (int copy = 0; copy < 40; ++copy) {
            QByteArray bytes = whole;
            const qsizetype reach = copy % 2 ? std::min<qsizetype>(bytes.size(), 4000) : bytes.size();
            const int flips = 1 << (copy % 8);
            for (int i = 0; i < flips; ++i) {
                const auto at = qsizetype(random() % std::uint32_t(reach));
                bytes[at] = char(bytes[at] ^ (1 << (random() % 8)));
            }
            if (copy % 5 == 4)
                bytes.truncate(qsizetype(random() % std::uint32_t(bytes.size())));
            const QString file = write(QString(u"fuzz-" + name), bytes);
            QElapsedTimer clock;
            clock.start();
            const auto clip = probeClip(file);
            QVERIFY2(clock.elapsed() < 10000, qPrintable(QString::number(copy)));
            if (!clip) {
                QCOMPARE(clip.error().facts, QStringList{file});
                continue;
            }
            ++read;
            QVERIFY(clip->video.frames > 0);
            QVERIFY(clip->video.frameRate.numerator > 0 && clip->video.frameRate.denominator > 0);
            QVERIFY(clip->duration.count() > 0);
            QVERIFY(!clip->video.codedSize.isEmpty() && !clip->video.size.isEmpty());
            const auto times = readFrameTimes(file, {});
            QVERIFY(times);
            QCOMPARE(qint64(times->size()), clip->video.frames);
            QVERIFY(std::is_sorted(times->begin(), times->end()));
        }
        qInfo("%d of 40 can be read", read);
    }
};

QTEST_GUILESS_MAIN(TestProbeDamage)
#include "tst_probedamage.moc"
