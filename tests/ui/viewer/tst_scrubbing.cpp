// SPDX-License-Identifier: GPL-3.0-or-later
// A pointer dragged over clips whose frames are far from their key frames, before there is a proxy.
#include "playback/quickentry.h"
#include "support/numberedclip.h"
#include "ui/viewer/scrubber.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

using namespace retake;
using namespace std::chrono_literals;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

// The pairs that come, as a person would read them.
struct Watcher
{
    int pairs = 0;
    int torn = 0;
    int last = -1;
    QList<int> shown;

    explicit Watcher(PairPlayer &player)
    {
        QObject::connect(&player, &PairPlayer::pairReady, &player, [this](const PicturePair &pair) {
            if (pair.before.isNull() || pair.after.isNull())
                return;
            ++pairs;
            last = readNumber(pair.before);
            torn += last != readNumber(pair.after) || last != pair.beforeFrame;
            shown.append(last);
        });
    }
};

} // namespace

class TestScrubbing : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_before; // key frames at 0 and 100
    QString m_after;  // at 0, 80 and 160
    QString m_easy;   // everywhere

    QString make(const char *name, const char *output)
    {
        NumberedClip clip;
        clip.file = m_dir.filePath(QString::fromLatin1(name));
        clip.frames = 200;
        clip.size = {1280, 720};
        clip.output = words("-c:v libx264 -preset ultrafast -sc_threshold 0") + words(output);
        return makeClip(clip) ? clip.file : QString();
    }

    static void open(PairPlayer &player, const QString &before, const QString &after)
    {
        for (const Side side : bothSides)
            player.setDisplaySize(side, {320, 180});
        player.open(Side::Before, before);
        player.open(Side::After, after);
        QTRY_VERIFY(player.frameIndex(Side::Before) && player.frameIndex(Side::After));
    }

    static Microseconds timeOf(int frame) { return Microseconds(frame * 1'000'000LL / 30 + 5'000); }

private Q_SLOTS:

    void initTestCase()
    {
        m_before = make("before.mp4", "-g 100 -keyint_min 100");
        m_after = make("after.mp4", "-g 80 -keyint_min 80");
        m_easy = make("easy.mp4", "-g 6 -keyint_min 6");
        QVERIFY(!m_before.isEmpty() && !m_after.isEmpty() && !m_easy.isEmpty());
    }

    void theNearestThatIsQuick()
    {
        const auto cost = [](int entry) { return double(entry % 100); };
        QCOMPARE(quickEntryNear(7, 1000, cost), 7);
        QCOMPARE(quickEntryNear(40, 1000, cost), 12);
        QCOMPARE(quickEntryNear(80, 1000, cost), 100);
        QCOMPARE(quickEntryNear(999, 1000, cost), 912);
        // Too far away it would tell nothing of the place.
        const auto rising = [](int entry) { return double(entry); };
        QCOMPARE(quickEntryNear(150, 1000, rising), 12);
        QCOMPARE(quickEntryNear(500, 1000, rising), 500);
        QCOMPARE(quickEntryNear(5, 6, [](int) { return 1000.0; }), 5);
    }

    void bothSidesLandOnTheSameFrameNearBy()
    {
        PairPlayer player;
        open(player, m_before, m_after);
        Watcher watcher(player);
        QVERIFY(player.seekNear(timeOf(90)) == PairPlayer::Landing::Near);
        QTRY_COMPARE(watcher.last, 100); // quick on both sides, and nearest to 90
        QVERIFY(player.seekNear(timeOf(103)) == PairPlayer::Landing::Exact);
        QTRY_COMPARE(watcher.last, 103);
        QCOMPARE(watcher.torn, 0);
        PairPlayer easy;
        open(easy, m_easy, m_easy);
        for (const int frame : {17, 90, 199})
            QVERIFY(easy.seekNear(timeOf(frame)) == PairPlayer::Landing::Exact);
    }

    void thePointerIsFollowedAndTheFrameItRestsOnComes()
    {
        PairPlayer player;
        open(player, m_before, m_after);
        Scrubber scrubber(player);
        Watcher watcher(player);
        QSignalSpy line(&scrubber, &Scrubber::playheadMoved);
        player.seek(Microseconds(0));
        QTRY_COMPARE(watcher.last, 0);
        for (int frame = 2; frame <= 90; frame += 4) {
            scrubber.seek(timeOf(frame));
            QTest::qWait(12);
        }
        QVERIFY(watcher.pairs >= 4); // while it moves
        QTRY_COMPARE_WITH_TIMEOUT(watcher.last, 90, 10'000);
        QCOMPARE(player.frame(), 90);
        QCOMPARE(watcher.torn, 0);
        for (qsizetype i = 1; i < line.size();
             ++i) // the line stays under the pointer, wherever pictures are from
            QVERIFY(line[i][0].value<Microseconds>() >= line[i - 1][0].value<Microseconds>() - 40ms);

        scrubber.seek(timeOf(60));
        scrubber.settle(); // let go of: at once
        QTRY_COMPARE_WITH_TIMEOUT(watcher.last, 60, 10'000);
        QCOMPARE(player.frame(), 60);
        QCOMPARE(watcher.torn, 0);
    }
};

QTEST_MAIN(TestScrubbing)
#include "tst_scrubbing.moc"
