// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison as a video: the right pair in every picture, read from the file that was made.
#include "playback/comparisonexport.h"

#include "media/probe.h"
#include "playback/clipreader.h"
#include "playback/comparisonpainter.h"
#include "support/numberedclip.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace retake;

namespace {

const QColor beforeGround(40, 70, 110);
const QColor afterGround(150, 60, 20);
constexpr int afterFirst = 200; // After's numbers, so that no side is taken for the other

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

// One bit of the number that is burned in; numbers are read bit by bit where a line crosses the picture.
bool bitOf(const QImage &image, int bit)
{
    return qGray(image.pixel(numberCell(image.size(), bit, false).center().toPoint())) >
           qGray(image.pixel(numberCell(image.size(), bit, true).center().toPoint()));
}

bool isNear(QRgb pixel, const QColor &color)
{
    return qAbs(qRed(pixel) - color.red()) < 25 && qAbs(qGreen(pixel) - color.green()) < 25 &&
           qAbs(qBlue(pixel) - color.blue()) < 25;
}

// No file may grow beyond: a disk that is full.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }

    ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    rlimit m_before{};
};

} // namespace

class TestComparisonExport : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_before;
    QString m_after;

    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }

    QString make(const char *name, int frames, int first, const QColor &ground, const char *output = "",
                 const char *rate = "30", QSize size = {320, 180})
    {
        NumberedClip clip;
        clip.file = path(name);
        clip.frames = frames;
        clip.first = first;
        clip.ground = ground;
        clip.output = words(output);
        clip.rate = QString::fromLatin1(rate);
        clip.size = size;
        QString complaint;
        if (!makeClip(clip, &complaint))
            qWarning("%s", qPrintable(complaint));
        return clip.file;
    }

    ComparisonWish wish() const { return {.before = m_before, .after = m_after, .pairing = {}}; }

    static Result<QString> run(const ComparisonWish &wish, const QString &target)
    {
        ComparisonExport job(wish, target);
        std::optional<Result<QString>> ended;
        int finishes = 0;
        connect(&job, &ComparisonExport::finished, &job, [&](const Result<QString> &result) {
            ended = result;
            ++finishes;
        });
        if (!QTest::qWaitFor([&] { return ended.has_value(); }, 60'000))
            return failure(ErrorKind::TimedOut);
        QTest::qWait(20);
        return finishes == 1 ? *ended : failure(ErrorKind::WrongState);
    }

    // All pictures of a file, decoded on their own.
    static QList<QImage> picturesOf(const QString &file)
    {
        const std::atomic<bool> closing = false;
        ClipReader reader(closing);
        QList<QImage> pictures;
        if (!reader.open(file))
            return pictures;
        for (int frame = 0; frame < reader.index().count(); ++frame) {
            if (const auto picture = reader.picture(frame, {}, [] { return false; }))
                pictures.append(*picture);
        }
        return pictures;
    }

    static QImage halfOf(const QImage &image, Side side)
    {
        const int half = image.width() / 2;
        return image.copy(side == Side::Before ? 0 : half, 0, half, image.height());
    }

    QStringList partsLeft() const { return QDir(m_dir.path()).entryList({QStringLiteral("*.part")}); }

private Q_SLOTS:

    void initTestCase()
    {
        m_before = make("before 前.mp4", 60, 0, beforeGround);
        m_after = make("after.mp4", 48, afterFirst, afterGround);
    }

    void sideBySideHasTheRightPairInEveryPicture()
    {
        const QString target = path("side 并排.mp4");
        const auto made = run(wish(), target);
        QVERIFY2(made, made ? "" : qPrintable(errorKindName(made.error().kind)));
        QCOMPARE(*made, target);
        const auto pictures = picturesOf(target);
        QCOMPARE(pictures.size(), 48); // the shorter one's
        for (int i = 0; i < pictures.size(); ++i) {
            QCOMPARE(pictures[i].size(), QSize(640, 180));
            QCOMPARE(readNumber(halfOf(pictures[i], Side::Before)), i);
            QCOMPARE(readNumber(halfOf(pictures[i], Side::After)), afterFirst + i);
        }
        // The colours are those of the clips.
        QVERIFY(isNear(pictures[10].pixel(310, 170), beforeGround));
        QVERIFY(isNear(pictures[10].pixel(330, 170), afterGround));
        const auto info = probeClip(target);
        QVERIFY(info);
        QCOMPARE(info->video.codec, QStringLiteral("h264"));
        QVERIFY(!info->audio);
        QVERIFY(partsLeft().isEmpty());
    }

    void offsetAndFrameMapPairAsInTheViewer()
    {
        ComparisonWish late = wish();
        late.pairing.offset = Microseconds(500'000); // 15 frames
        const auto made = run(late, path("offset.mp4"));
        QVERIFY(made);
        const auto pictures = picturesOf(*made);
        QCOMPARE(pictures.size(), 45);
        for (int i = 0; i < pictures.size(); ++i) {
            QCOMPARE(readNumber(halfOf(pictures[i], Side::Before)), 15 + i);
            QCOMPARE(readNumber(halfOf(pictures[i], Side::After)), afterFirst + i);
        }

        ComparisonWish shifted = wish();
        shifted.pairing.afterShift = 3;
        const auto later = run(shifted, path("shifted.mp4"));
        QVERIFY(later);
        const auto moved = picturesOf(*later);
        QCOMPARE(moved.size(), 48);
        for (int i = 0; i < moved.size(); ++i) {
            QCOMPARE(readNumber(halfOf(moved[i], Side::Before)), i);
            QCOMPARE(readNumber(halfOf(moved[i], Side::After)), afterFirst + std::min(i + 3, 47));
        }

        // After was made of every other frame from 4 on, at 30 frames a second.
        std::vector<int> sources;
        for (int i = 0; i < 24; ++i)
            sources.push_back(4 + 2 * i);
        ComparisonWish mapped = wish();
        mapped.pairing.sent = {FrameMap(sources), {30, 1}};
        const auto half = run(mapped, path("mapped.mp4"));
        QVERIFY(half);
        for (const QImage &picture : picturesOf(*half)) {
            const int before = readNumber(halfOf(picture, Side::Before));
            const int after = readNumber(halfOf(picture, Side::After)) - afterFirst;
            QVERIFY(before >= 4 && after >= 0);
            if (after < 24)
                QCOMPARE(after, (before - 4) / 2);
        }
    }

    void swappedSidesComeTheOtherWayRound()
    {
        ComparisonWish swapped = wish();
        swapped.order = ComparisonOrder::AfterFirst;
        const auto beside = run(swapped, path("swapped.mp4"));
        QVERIFY(beside);
        const auto pictures = picturesOf(*beside);
        QCOMPARE(pictures.size(), 48);
        for (int i = 0; i < pictures.size(); ++i) {
            QCOMPARE(readNumber(halfOf(pictures[i], Side::Before)), afterFirst + i); // the left half
            QCOMPARE(readNumber(halfOf(pictures[i], Side::After)), i);
        }
        swapped.form = ComparisonForm::WipeSweep;
        const auto sweep = run(swapped, path("swept.mp4"));
        QVERIFY(sweep);
        QCOMPARE(readNumber(picturesOf(*sweep).constFirst()), afterFirst);
        QCOMPARE(readNumber(picturesOf(*sweep).constLast()), 47);
        swapped.form = ComparisonForm::Blink;
        swapped.blink = Microseconds(400'000);
        const auto blink = run(swapped, path("turned.mp4"));
        QVERIFY(blink);
        QCOMPARE(readNumber(picturesOf(*blink).at(11)), afterFirst + 11);
        QCOMPARE(readNumber(picturesOf(*blink).at(12)), 12);
    }

    void aPieceIsAllThatIsMade()
    {
        ComparisonWish piece = wish();
        piece.piece = Trim{Microseconds(400'000), Microseconds(1'000'000)}; // frames 12 to 29
        piece.pairing.afterShift = -2;
        const auto made = run(piece, path("piece.mp4"));
        QVERIFY(made);
        const auto pictures = picturesOf(*made);
        QCOMPARE(pictures.size(), 18);
        for (int i = 0; i < pictures.size(); ++i) {
            QCOMPARE(readNumber(halfOf(pictures[i], Side::Before)), 12 + i);
            QCOMPARE(readNumber(halfOf(pictures[i], Side::After)), afterFirst + 10 + i);
        }
        piece.piece = Trim{Microseconds(30'000'000), Microseconds(31'000'000)};
        const auto nothing = run(piece, path("nothing.mp4"));
        QVERIFY(!nothing && nothing.error().kind == ErrorKind::ClipTooShort);
    }

    void otherRatesAndSizesArePairedByTime()
    {
        ComparisonWish other = wish();
        other.after = make("slow.mp4", 24, afterFirst, afterGround, "", "15", {240, 240});
        const auto made = run(other, path("rates.mp4"));
        QVERIFY(made);
        const auto pictures = picturesOf(*made);
        QCOMPARE(pictures.size(), 48);
        QCOMPARE(pictures[0].size(), QSize(426 + 240, 240)); // at the larger one's height
        for (int i = 0; i < pictures.size(); ++i) {
            QCOMPARE(readNumber(pictures[i].copy(0, 0, 426, 240)), i);
            QCOMPARE(readNumber(pictures[i].copy(426, 0, 240, 240)), afterFirst + i / 2);
        }
    }

    void theSweepGoesFromBeforeToAfter()
    {
        ComparisonWish sweep = wish();
        sweep.form = ComparisonForm::WipeSweep;
        const auto made = run(sweep, path("wipe.mp4"));
        QVERIFY(made);
        const auto pictures = picturesOf(*made);
        QCOMPARE(pictures.size(), 48);
        QCOMPARE(pictures[0].size(), QSize(320, 180));
        QCOMPARE(readNumber(pictures.constFirst()), 0);
        QCOMPARE(readNumber(pictures.constLast()), afterFirst + 47);
        for (const int percent : {25, 50, 75}) {
            const int i = 47 * percent / 100;
            const double line = 320 * (1 - i / 47.0);
            for (int bit = 0; bit < numberBits; ++bit) {
                const QRectF cell = numberCell(pictures[i].size(), bit, false);
                if (cell.left() - 3 < line && line < cell.right() + 3)
                    continue; // the line stands in it
                const int number = cell.right() < line ? i : afterFirst + i;
                QCOMPARE(bitOf(pictures[i], bit), bool(number >> bit & 1));
            }
            QVERIFY(isNear(pictures[i].pixel(int(line) - 8, 170), beforeGround));
            QVERIFY(isNear(pictures[i].pixel(int(line) + 8, 170), afterGround));
        }
    }

    void blinkShowsThemInTurn()
    {
        ComparisonWish blink = wish();
        blink.form = ComparisonForm::Blink;
        blink.blink = Microseconds(400'000); // 12 frames
        const auto made = run(blink, path("blink.mp4"));
        QVERIFY(made);
        const auto pictures = picturesOf(*made);
        QCOMPARE(pictures.size(), 48);
        for (int i = 0; i < pictures.size(); ++i)
            QCOMPARE(readNumber(pictures[i]), i / 12 % 2 ? afterFirst + i : i);
    }

    void labelsAreOnlyWhereTheyAreWanted()
    {
        ComparisonWish labelled = wish();
        labelled.labels = {QStringLiteral("Before · 原片"), QStringLiteral("After")};
        const auto with = run(labelled, path("labels.mp4"));
        const auto without = run(wish(), path("bare.mp4"));
        QVERIFY(with && without);
        const QImage marked = picturesOf(*with).value(20);
        const QImage bare = picturesOf(*without).value(20);
        for (const int left : {0, 320}) {
            QVERIFY(isNear(bare.pixel(left + 8, 12), left ? afterGround : beforeGround));
            QVERIFY(qGray(marked.pixel(left + 8, 12)) < 50); // the chip's ground
            bool hasText = false;
            for (int x = left + 4; x < left + 60; ++x)
                hasText |= qGray(marked.pixel(x, 12)) > 150;
            QVERIFY(hasText);
            QVERIFY(isNear(marked.pixel(left + 300, 170), left ? afterGround : beforeGround));
        }
    }

    void theSoundIsTheChosenSides()
    {
        ComparisonWish loud = wish();
        loud.after = path("loud.mp4");
        QProcess ffmpeg;
        ffmpeg.start(QStringLiteral("ffmpeg"),
                     words("-v error -y -i") + QStringList{m_after} +
                         words("-f lavfi -i sine=frequency=440:duration=1.6 -c:v copy -c:a aac") +
                         QStringList{loud.after});
        QVERIFY(ffmpeg.waitForFinished(20'000));
        loud.sound = ComparisonSound::After;
        const auto made = run(loud, path("sound.mp4"));
        QVERIFY(made);
        const auto info = probeClip(*made);
        QVERIFY(info && info->audio);
        QCOMPARE(info->audio->codec, QStringLiteral("aac"));
        QVERIFY(qAbs((info->audio->duration - info->duration).count()) < 60'000);

        loud.sound = ComparisonSound::Before; // has none
        const auto silent = run(loud, path("silent.mp4"));
        QVERIFY(silent);
        QVERIFY(!probeClip(*silent)->audio);
    }

    void cancellingLeavesNothing()
    {
        const QString target = path("cancelled.mp4");
        for (const int pictures : {0, 1, 20}) {
            auto job = std::make_unique<ComparisonExport>(wish(), target);
            int done = 0;
            int finished = 0;
            connect(job.get(), &ComparisonExport::progress, this, [&](int now) { done = now; });
            connect(job.get(), &ComparisonExport::finished, this, [&] { ++finished; });
            QTRY_VERIFY(done >= pictures);
            job.reset();
            QTest::qWait(50);
            QCOMPARE(finished, 0);
            QVERIFY(!QFile::exists(target));
            QVERIFY2(partsLeft().isEmpty(), qPrintable(partsLeft().join(u' ')));
        }
    }

    void whatGoesWrongIsSaid()
    {
        ComparisonWish broken = wish();
        broken.after = path("words.mp4");
        QFile file(broken.after);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("words");
        file.close();
        const auto unread = run(broken, path("x.mp4"));
        QVERIFY(!unread);
        QCOMPARE(unread.error().facts.value(0), broken.after);

        const auto nowhere = run(wish(), path("no folder/x.mp4"));
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().kind, ErrorKind::NotWritable);

        ComparisonWish apart = wish();
        apart.pairing.offset = Microseconds(5'000'000);
        const auto none = run(apart, path("x.mp4"));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::ClipTooShort);

        const SmallDisk disk(8000);
        const auto full = run(wish(), path("x.mp4"));
        QVERIFY(!full);
        QVERIFY2(full.error().kind == ErrorKind::DiskFull, qPrintable(full.error().serviceMessage));
        QCOMPARE(full.error().facts.value(0), path("x.mp4"));
        QVERIFY(!QFile::exists(path("x.mp4")));
        QVERIFY(partsLeft().isEmpty());
    }

    void bothPicturesStandAgainstTheMiddle()
    {
        QImage before(40, 20, QImage::Format_RGB32);
        before.fill(Qt::red);
        QImage after(20, 30, QImage::Format_RGB32);
        after.fill(Qt::green);
        const QImage both = besideEachOther(before, after);
        QCOMPARE(both.size(), QSize(60, 30));
        QCOMPARE(both.pixel(39, 15), before.pixel(0, 0));
        QCOMPARE(both.pixel(40, 0), after.pixel(0, 0));
        QCOMPARE(both.pixel(0, 0), qRgb(0, 0, 0));
    }
};

QTEST_MAIN(TestComparisonExport)
#include "tst_comparisonexport.moc"
