// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/clipstills.h"
#include "media/probe.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

namespace {

QList<Microseconds> every(const QList<int> &milliseconds)
{
    QList<Microseconds> times;
    for (const int at : milliseconds)
        times.append(Microseconds(at * 1000));
    return times;
}

ClipInfo evenClip(int frames, int rate)
{
    ClipInfo clip;
    clip.video.frames = frames;
    clip.video.frameRate = {rate, 1};
    clip.duration = Microseconds(qRound64(frames * 1e6 / rate));
    return clip;
}

} // namespace

class TestClipStills : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    QString emptyFolder(const QString &name) const
    {
        QDir(path(name)).removeRecursively();
        QDir().mkpath(path(name));
        return path(name);
    }

    struct Made
    {
        int ends = 0;
        QList<ClipStill> stills;
        std::optional<Error> error;
    };

    void run(const ClipInfo &clip, const QList<Microseconds> &times, const StillLimits &limits, Made &made)
    {
        ClipStillsJob job(clip, times, limits, emptyFolder(QStringLiteral("stills")));
        connect(&job, &ClipStillsJob::finished, this, [&made](const Result<QList<ClipStill>> &stills) {
            ++made.ends;
            if (stills)
                made.stills = *stills;
            else
                made.error = stills.error();
        });
        QTRY_VERIFY_WITH_TIMEOUT(made.ends > 0, 15000);
        QTest::qWait(10);
        QCOMPARE(made.ends, 1);
    }

    struct Small
    {
        int ends = 0;
        int steps = 0;
        QString file;
        std::optional<Error> error;
    };

    void run(const ClipInfo &clip, const std::optional<Trim> &piece, qint64 bytes, const QString &file,
             Small &made)
    {
        SmallVideoJob job(clip, piece, bytes, file);
        connect(&job, &SmallVideoJob::progress, this, [&made] { ++made.steps; });
        connect(&job, &SmallVideoJob::finished, this, [&made](const Result<QString> &result) {
            ++made.ends;
            if (result)
                made.file = *result;
            else
                made.error = result.error();
        });
        QTRY_VERIFY_WITH_TIMEOUT(made.ends > 0, 30000);
        QTest::qWait(10);
        QCOMPARE(made.ends, 1);
    }

private Q_SLOTS:

    void moments()
    {
        const ClipInfo clip = evenClip(60, 30);
        QCOMPARE(firstMoment(clip, {}), Microseconds(0));
        QCOMPARE(lastMoment(clip, {}), Microseconds(1966667)); // frame 59 begins
        const Trim piece{Microseconds(500000), Microseconds(1000000)};
        QCOMPARE(firstMoment(clip, piece), Microseconds(500000));
        QCOMPARE(lastMoment(clip, piece), Microseconds(966667)); // frame 29: 30 begins at the end
        QCOMPARE(lastMoment(clip, Trim{Microseconds(500000), Microseconds(1000001)}), Microseconds(966667));
        QCOMPARE(lastMoment(clip, Trim{Microseconds(500000), Microseconds(999999)}), Microseconds(966667));
        QCOMPARE(lastMoment(clip, Trim{Microseconds(0), Microseconds(9000000)}), Microseconds(1966667));
        QCOMPARE(momentsToShow(clip, {}, 3),
                 (QList<Microseconds>{Microseconds(0), Microseconds(983333), Microseconds(1966667)}));
        QCOMPARE(momentsToShow(clip, piece, 2),
                 (QList<Microseconds>{Microseconds(500000), Microseconds(966667)}));
        QCOMPARE(momentsToShow(clip, {}, 1).size(), 1);
        QCOMPARE(momentsToShow(clip, {}, 0).size(), 1);
        // no more than there are frames
        QCOMPARE(momentsToShow(clip, Trim{Microseconds(0), Microseconds(100000)}, 8).size(), 3);
        QCOMPARE(momentsToShow(clip, Trim{Microseconds(0), Microseconds(20000)}, 8),
                 QList<Microseconds>{Microseconds(0)});
        ClipInfo uneven = clip;
        uneven.video.constantRate = false;
        QVERIFY(lastMoment(uneven, {}) < uneven.duration);
        QCOMPARE(momentsToShow(uneven, {}, 5).size(), 5);
    }

    void exactFrames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("variable");
        QTest::newRow("mp4") << "a.mp4" << false;
        QTest::newRow("mkv") << "a.mkv" << false; // times in whole milliseconds
        QTest::newRow("ts") << "a.ts" << false;
        QTest::newRow("avi") << "a.avi" << false; // no times of showing
        QTest::newRow("uneven") << "v.mp4" << true;
    }

    void exactFrames()
    {
        QFETCH(QString, name);
        QFETCH(bool, variable);
        ClipWish wish;
        wish.keyInterval = 40;
        wish.variableRate = variable;
        QVERIFY(makeClip(path(name), wish));
        const auto clip = probeClip(path(name));
        QVERIFY(clip);
        const auto begins = readFrameTimes(path(name), {});
        QVERIFY(begins);
        const std::vector<std::size_t> frames{0, 1, 13, 39, 40, 41, 50, begins->size() - 1};
        QList<Microseconds> times;
        for (const std::size_t frame : frames)
            times.append((*begins)[std::min(frame, begins->size() - 1)]);
        times << lastMoment(*clip, {}) << std::chrono::seconds(60) << (*begins)[3] - Microseconds(2000);
        Made made;
        run(*clip, times, {}, made);
        QVERIFY(!made.error);
        QList<int> numbers;
        QList<Microseconds> shown;
        for (const ClipStill &still : made.stills) {
            const QImage picture(still.file);
            QCOMPARE(picture.size(), still.size);
            QCOMPARE(still.size, QSize(426, 240));
            numbers.append(numberIn(picture).value_or(-1));
            shown.append(still.time);
        }
        if (variable) // every third picture of the second half is left out
            QCOMPARE(numbers.mid(0, 4),
                     (QList<int>{0, 1, 13, numbersIn(path(name), QSize(426, 240)).at(39)}));
        else
            QCOMPARE(numbers.mid(0, 8), (QList<int>{0, 1, 13, 39, 40, 41, 50, 59}));
        QCOMPARE(numbers.mid(8), (QList<int>{numbers.at(7), numbers.at(7), 2}));
        QCOMPARE(shown.mid(0, 8), times.mid(0, 8));
        QCOMPARE(shown.mid(8), (QList<Microseconds>{times.at(7), times.at(7), (*begins)[2]}));
        QCOMPARE(QFileInfo(made.stills.first().file).fileName(), QStringLiteral("still-001.jpg"));
        QCOMPARE(QFileInfo(made.stills.last().file).fileName(), QStringLiteral("still-011.jpg"));
    }

    void lastFrameOfAPiece()
    {
        QVERIFY(makeClip(path(QStringLiteral("p.mp4")), ClipWish()));
        const auto clip = probeClip(path(QStringLiteral("p.mp4")));
        QVERIFY(clip);
        const Trim piece{Microseconds(500000), Microseconds(1500000)};
        Made made;
        run(*clip, {firstMoment(*clip, piece), lastMoment(*clip, piece)}, {}, made);
        QCOMPARE(made.stills.size(), 2);
        QCOMPARE(numberIn(QImage(made.stills.first().file)), std::optional(15));
        QCOMPARE(numberIn(QImage(made.stills.last().file)), std::optional(44));
    }

    void uprightAndSquare()
    {
        ClipWish wish;
        wish.size = QSize(240, 480);
        wish.rotation = 90;
        wish.seconds = 1;
        QVERIFY(makeClip(path(QStringLiteral("turned.mp4")), wish));
        Made made;
        run(*probeClip(path(QStringLiteral("turned.mp4"))), every({500}), {}, made);
        QCOMPARE(made.stills.size(), 1);
        QCOMPARE(made.stills.first().size, QSize(240, 480));
        QCOMPARE(numberIn(QImage(made.stills.first().file)), std::optional(15));

        ClipWish wide;
        wide.size = QSize(480, 240);
        wide.sampleAspect = QStringLiteral("4/3");
        wide.seconds = 1;
        QVERIFY(makeClip(path(QStringLiteral("wide.mp4")), wide));
        const auto clip = probeClip(path(QStringLiteral("wide.mp4")));
        QVERIFY(clip);
        QVERIFY(clip->video.codedSize != clip->video.size);
        Made square;
        run(*clip, every({500}), {}, square);
        QCOMPARE(square.stills.first().size, clip->video.size);
        QCOMPARE(numberIn(QImage(square.stills.first().file)), std::optional(15));
    }

    void limitsHold()
    {
        ClipWish wish;
        wish.size = QSize(640, 360);
        wish.seconds = 1;
        QVERIFY(makeClip(path(QStringLiteral("large.mp4")), wish));
        const ClipInfo clip = *probeClip(path(QStringLiteral("large.mp4")));
        Made side;
        run(clip, every({0}), {320, 0, 85}, side);
        QCOMPARE(side.stills.first().size, QSize(320, 180));
        Made never;
        run(clip, every({0}), {4000, 0, 85}, never);
        QCOMPARE(never.stills.first().size, QSize(640, 360));
        QVERIFY(never.stills.first().bytes > 6000);
        Made light;
        run(clip, every({0}), {1024, 6000, 85}, light);
        QVERIFY(!light.error);
        QVERIFY(light.stills.first().bytes <= 6000);
        QCOMPARE(QFileInfo(light.stills.first().file).size(), light.stills.first().bytes);
        QCOMPARE(QImage(light.stills.first().file).size(), light.stills.first().size);
        Made none;
        run(clip, every({0}), {1024, 100, 85}, none);
        QVERIFY(none.error);
        QCOMPARE(none.error->kind, ErrorKind::ImageTooHeavy);
    }

    void nothingButThePicture()
    {
        ClipWish wish;
        wish.seconds = 1;
        wish.more = {QStringLiteral("-metadata"), QStringLiteral("comment=secret place")};
        QVERIFY(makeClip(path(QStringLiteral("told.mp4")), wish));
        Made made;
        run(*probeClip(path(QStringLiteral("told.mp4"))), every({0}), {}, made);
        QFile file(made.stills.first().file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("Exif") && !bytes.contains("secret") && !bytes.contains("ICC_PROFILE"));
        QVERIFY(QImageReader(made.stills.first().file).textKeys().isEmpty());
    }

    void coloursAreRight()
    {
        const QString sample = QStringLiteral(RETAKE_SOURCE_DIR "/resources/samples/parrot.mp4");
        Made made;
        run(*probeClip(sample), every({0}), {1280, 0, 95}, made);
        const QColor body = QImage(made.stills.first().file).pixelColor(600, 340); // the parrot: #7d4fd0
        QVERIFY2(qAbs(body.red() - 0x7d) < 10 && qAbs(body.green() - 0x4f) < 10 &&
                     qAbs(body.blue() - 0xd0) < 10,
                 qPrintable(body.name()));
    }

    void stillsFail()
    {
        ClipInfo clip;
        clip.file = path(QStringLiteral("nowhere.mp4"));
        Made made;
        run(clip, every({0}), {}, made);
        QVERIFY(made.error);
        QCOMPARE(made.error->kind, ErrorKind::FileMissing);

        ClipWish wish;
        wish.videoCodec.clear();
        wish.seconds = 1;
        QVERIFY(makeClip(path(QStringLiteral("sound.mp4")), wish));
        clip.file = path(QStringLiteral("sound.mp4"));
        Made silent;
        run(clip, every({0}), {}, silent);
        QCOMPARE(silent.error->kind, ErrorKind::NoPicture);
    }

    void smallVideo()
    {
        ClipWish wish;
        wish.size = QSize(1280, 720);
        wish.seconds = 2;
        QVERIFY(makeClip(path(QStringLiteral("big.mp4")), wish));
        const ClipInfo clip = *probeClip(path(QStringLiteral("big.mp4")));
        Small made;
        run(clip, {}, 2'000'000, path(QStringLiteral("small.mp4")), made);
        QVERIFY(!made.error);
        QCOMPARE(made.file, path(QStringLiteral("small.mp4")));
        QVERIFY(made.steps > 0);
        const ClipInfo small = *probeClip(made.file);
        QCOMPARE(small.video.size, QSize(640, 360));
        QCOMPARE(small.video.frameRate, (Rational{10, 1}));
        QVERIFY(!small.audio);
        QCOMPARE(small.video.frames, 20);

        Small piece;
        run(clip, Trim{Microseconds(1000000), Microseconds(1500000)}, 2'000'000,
            path(QStringLiteral("piece.mp4")), piece);
        const QList<int> numbers = numbersIn(path(QStringLiteral("piece.mp4")), QSize(640, 360));
        QCOMPARE(numbers.size(), 5);
        QVERIFY(qAbs(numbers.first() - 30) <= 2);
        QVERIFY(numbers.last() < 45);
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.part")}).isEmpty());
    }

    void smallerUntilItFits()
    {
        const ClipInfo clip = *probeClip(path(QStringLiteral("big.mp4")));
        const qint64 first = QFileInfo(path(QStringLiteral("small.mp4"))).size();
        Small made;
        run(clip, {}, first / 2, path(QStringLiteral("smaller.mp4")), made);
        QVERIFY(!made.error);
        QVERIFY(QFileInfo(made.file).size() <= first / 2);
        QVERIFY(probeClip(made.file)->video.size.width() < 640);
        Small never;
        run(clip, {}, 500, path(QStringLiteral("never.mp4")), never);
        QVERIFY(never.error);
        QCOMPARE(never.error->kind, ErrorKind::ClipUnfit);
        QCOMPARE(never.error->facts.value(0), clip.file);
        QVERIFY(!QFileInfo::exists(path(QStringLiteral("never.mp4"))));
    }

    void neverEnlarged()
    {
        const ClipInfo clip = *probeClip(path(QStringLiteral("turned.mp4")));
        Small made;
        run(clip, {}, 0, path(QStringLiteral("upright.mp4")), made);
        QCOMPARE(probeClip(made.file)->video.size, QSize(240, 480));
        QCOMPARE(probeClip(made.file)->video.rotation, 0);
    }

    void smallVideoFails()
    {
        ClipInfo clip;
        clip.file = path(QStringLiteral("nowhere.mp4"));
        Small made;
        run(clip, {}, 1000, path(QStringLiteral("x.mp4")), made);
        QCOMPARE(made.error->kind, ErrorKind::FileMissing);
        Small place;
        run(*probeClip(path(QStringLiteral("turned.mp4"))), {}, 0, path(QStringLiteral("no/folder/x.mp4")),
            place);
        QCOMPARE(place.error->kind, ErrorKind::NotWritable);
    }

    void mayBeDeleted()
    {
        const ClipInfo clip = *probeClip(path(QStringLiteral("big.mp4")));
        const QString folder = emptyFolder(QStringLiteral("stopped"));
        bool called = false;
        for (int i = 0; i < 8; ++i) {
            auto *stills = new ClipStillsJob(clip, momentsToShow(clip, {}, 20), {}, folder, this);
            auto *video = new SmallVideoJob(clip, {}, 0, path(QStringLiteral("stopped/v.mp4")), this);
            connect(stills, &ClipStillsJob::finished, this, [&called] { called = true; });
            connect(video, &SmallVideoJob::finished, this, [&called] { called = true; });
            QTest::qWait(3 * i);
            delete stills;
            delete video;
            called = false;
        }
        QTest::qWait(200);
        QVERIFY(!called);
        QTRY_COMPARE(QDir(folder).entryList({QStringLiteral("v.mp4*")}), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestClipStills)
#include "tst_clipstills.moc"
