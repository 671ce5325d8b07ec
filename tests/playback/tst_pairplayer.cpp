// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/pairplayer.h"

#include "support/numberedclip.h"

#include <QEventLoop>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace retake;
using namespace std::chrono_literals;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

// Reads the numbers off every pair that goes out.
class Watcher : public QObject
{
public:
    explicit Watcher(PairPlayer &player)
        : m_player(player)
    {
        connect(&player, &PairPlayer::pairReady, this, [this](const PicturePair &pair) {
            ++pairs;
            last = pair;
            before = pair.before.isNull() ? -1 : readNumber(pair.before);
            after = pair.after.isNull() ? -1 : readNumber(pair.after);
            if (!pair.before.isNull() && !pair.after.isNull() && before != after)
                ++torn;
            if (before >= 0 && before != pair.beforeFrame)
                ++mislabelled;
            seen.append(before);
        });
    }

    bool waitFor(int frame)
    {
        while (last.frame != frame || before != frame) {
            QEventLoop loop; // QTest's waits poll in steps of 10 ms
            connect(&m_player, &PairPlayer::pairReady, &loop, &QEventLoop::quit);
            QTimer late;
            connect(&late, &QTimer::timeout, &loop, [&] { loop.exit(1); });
            late.start(10'000);
            if (loop.exec() != 0)
                return false;
        }
        return true;
    }

    PicturePair last;
    QList<int> seen;
    int before = -1;
    int after = -1;
    int pairs = 0;
    int torn = 0;
    int mislabelled = 0;

private:
    PairPlayer &m_player;
};

} // namespace

class TestPairPlayer : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_source;
    QString m_take;    // other codec settings and time base, same frames
    QString m_shifted; // one frame late
    QString m_short;

    QString make(const char *name, int frames, int first, const QStringList &output)
    {
        NumberedClip clip;
        clip.file = m_dir.filePath(QString::fromLatin1(name));
        clip.frames = frames;
        clip.first = first;
        clip.output = output;
        QString complaint;
        if (!makeClip(clip, &complaint))
            qWarning().noquote() << complaint;
        return clip.file;
    }

    static void openBoth(PairPlayer &player, const QString &before, const QString &after)
    {
        player.setDisplaySize(Side::Before, {240, 240});
        player.setDisplaySize(Side::After, {200, 200});
        player.open(Side::Before, before);
        player.open(Side::After, after);
        QTRY_COMPARE(player.sideState(Side::Before), PairPlayer::SideState::Open);
        QTRY_COMPARE(player.sideState(Side::After), PairPlayer::SideState::Open);
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_source = make("source.mp4", 90, 0, words("-c:v libx264 -bf 2 -g 30"));
        m_take = make("take.mkv", 90, 0, words("-c:v libx264 -bf 0 -g 12 -crf 30"));
        m_shifted = make("shifted.mp4", 90, 1, words("-c:v libx264"));
        m_short = make("short.mp4", 20, 0, words("-c:v libx264"));
    }

    void firstPairHasBothPictures()
    {
        PairPlayer player;
        Watcher watcher(player);
        QSignalSpy opened(&player, &PairPlayer::opened);
        openBoth(player, m_source, m_take);
        QTRY_VERIFY(watcher.pairs > 0);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(player.state(), PairPlayer::State::Paused);
        QCOMPARE(player.frameCount(), 90);
        QCOMPARE(player.duration(), Microseconds(3'000'000));
        QCOMPARE(watcher.before, 0);
        QCOMPARE(watcher.after, 0);
        QCOMPARE(watcher.last.before.size(), QSize(240, 135));
        QCOMPARE(watcher.last.after.size(), QSize(200, 112));
        QVERIFY(std::none_of(watcher.seen.begin(), watcher.seen.end(), [](int n) { return n < 0; }));
    }

    void neverTornWhilePlaying()
    {
        PairPlayer player;
        Watcher watcher(player);
        openBoth(player, m_source, m_take);
        player.play();
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), PairPlayer::State::Paused, 20'000); // stops at the end
        QTRY_COMPARE(watcher.before, 89);
        QVERIFY(watcher.pairs > 20);
        QCOMPARE(watcher.torn, 0);
        QCOMPARE(watcher.mislabelled, 0);
        QVERIFY(std::is_sorted(watcher.seen.begin(), watcher.seen.end()));
    }

    // The proof that the comparison above can fail.
    void aShiftedSideIsFound()
    {
        PairPlayer player;
        Watcher watcher(player);
        openBoth(player, m_source, m_shifted);
        QTRY_VERIFY(watcher.pairs > 0);
        player.seekToFrame(40);
        QVERIFY(watcher.waitFor(40));
        QCOMPARE(watcher.after, 41);
        QVERIFY(watcher.torn > 0);
    }

    void seeksAndStepsAreExact()
    {
        PairPlayer player;
        Watcher watcher(player);
        openBoth(player, m_source, m_take);
        QRandomGenerator random(7);
        for (int i = 0; i < 60; ++i) {
            const int frame = random.bounded(90);
            player.seekToFrame(frame);
            QVERIFY(watcher.waitFor(frame));
        }
        player.seek(1s);
        QVERIFY(watcher.waitFor(30));
        player.seek(1s + 20ms);
        QVERIFY(watcher.waitFor(30));
        for (int i = 1; i <= 30; ++i) {
            player.stepBy(1);
            QVERIFY(watcher.waitFor(30 + i));
        }
        for (int i = 1; i <= 50; ++i) {
            player.stepBy(-1);
            QVERIFY(watcher.waitFor(60 - i));
        }
        player.seekToFrame(-4);
        QVERIFY(watcher.waitFor(0));
        player.seek(1h);
        QVERIFY(watcher.waitFor(89));
        QCOMPARE(watcher.torn, 0);
        QCOMPARE(watcher.mislabelled, 0);
    }

    void aScrubEndsWhereItStops()
    {
        PairPlayer player;
        Watcher watcher(player);
        openBoth(player, m_source, m_take);
        for (int i = 0; i < 200; ++i)
            player.seekToFrame(i * 31 % 90);
        QVERIFY(watcher.waitFor(199 * 31 % 90));
        QCOMPARE(watcher.torn, 0);
    }

    void loopsThePiece()
    {
        PairPlayer player;
        Watcher watcher(player);
        openBoth(player, m_source, m_take);
        QTRY_VERIFY(watcher.pairs > 0);
        player.setPiece(Trim{1s, 1s + 300ms});
        player.setLooping(true);
        watcher.seen.clear();
        player.play(); // from outside: goes to the piece
        QTRY_VERIFY(watcher.seen.size() > 25);
        player.pause();
        QVERIFY(*std::min_element(watcher.seen.begin(), watcher.seen.end()) >= 30);
        QVERIFY(*std::max_element(watcher.seen.begin(), watcher.seen.end()) < 39);
        QVERIFY(!std::is_sorted(watcher.seen.begin(), watcher.seen.end()));
        QCOMPARE(watcher.torn, 0);
    }

    void backwards()
    {
        PairPlayer player;
        Watcher watcher(player);
        openBoth(player, m_source, m_take);
        player.seekToFrame(40);
        QVERIFY(watcher.waitFor(40));
        watcher.seen.clear();
        player.setSpeed(-2.0);
        player.play();
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), PairPlayer::State::Paused, 10'000);
        QTRY_COMPARE(watcher.before, 0);
        QVERIFY(std::is_sorted(watcher.seen.rbegin(), watcher.seen.rend()));
        QCOMPARE(watcher.torn, 0);
    }

    void speedIsHeldInside()
    {
        PairPlayer player;
        QSignalSpy changed(&player, &PairPlayer::speedChanged);
        player.setSpeed(99);
        QCOMPARE(player.speed(), 4.0);
        player.setSpeed(-0.001);
        QCOMPARE(player.speed(), -0.1);
        QCOMPARE(changed.size(), 2);
    }

    void playsAgainFromTheStart()
    {
        PairPlayer player;
        Watcher watcher(player);
        openBoth(player, m_short, m_short);
        player.seekToFrame(19);
        QVERIFY(watcher.waitFor(19));
        watcher.seen.clear();
        player.play();
        QTRY_VERIFY(watcher.seen.size() > 3);
        QVERIFY(watcher.seen.first() == 0);
    }

    void lengthsMayDiffer()
    {
        PairPlayer player;
        Watcher watcher(player);
        openBoth(player, m_short, m_source);
        QCOMPARE(player.frameCount(), 90);
        player.seekToFrame(70);
        QTRY_COMPARE(watcher.after, 70);
        QCOMPARE(watcher.before, 19);
        player.close(Side::After);
        QTRY_COMPARE(player.frameCount(), 20);
        QTRY_VERIFY(watcher.last.after.isNull());
        QCOMPARE(player.frame(), 19);
    }

    // 60 frames a second, sent as 30 from 0.5 s on: the odd ones were picked. By time every pair is wrong by
    // a frame.
    void framesThatWereSentBelongTogether()
    {
        NumberedClip clip;
        clip.rate = QStringLiteral("60");
        clip.frames = 120;
        clip.file = m_dir.filePath(QStringLiteral("fast.mp4"));
        clip.output = words("-c:v libx264");
        QVERIFY(makeClip(clip));
        const QString before = clip.file;
        clip.file = m_dir.filePath(QStringLiteral("odd.mp4"));
        clip.output = words("-vf select='mod(n,2)*gt(n,30)',setpts=N/30/TB -r 30 -c:v libx264");
        QVERIFY(makeClip(clip)); // 31, 33, ... 119
        const SentFrames sent{*FrameMap::fromText(QStringLiteral("31+2x45")), {30, 1}};

        for (const bool told : {false, true}) {
            PairPlayer player;
            Watcher watcher(player);
            player.open(Side::Before, before);
            player.open(Side::After, clip.file, 500ms, told ? sent : SentFrames());
            QTRY_COMPARE(player.sideState(Side::Before), PairPlayer::SideState::Open);
            QTRY_COMPARE(player.sideState(Side::After), PairPlayer::SideState::Open);
            int right = 0;
            for (int frame = 31; frame < 120; frame += 2) {
                player.seekToFrame(frame);
                QVERIFY(watcher.waitFor(frame));
                right += watcher.after == frame;
                player.stepBy(1);
                if (frame < 119)
                    QVERIFY(watcher.waitFor(frame + 1));
                right += told && watcher.after == frame; // it was not sent: the one before stands beside it
            }
            if (told)
                QCOMPARE(right, 90);
            else
                QVERIFY(right < 60); // the proof that the map is needed
        }
    }

    void oneSideFailsAndTheOtherGoesOn()
    {
        PairPlayer player;
        Watcher watcher(player);
        QSignalSpy failed(&player, &PairPlayer::failed);
        player.open(Side::Before, m_source);
        player.open(Side::After, m_dir.filePath(QStringLiteral("none.mp4")));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(0).value<Side>(), Side::After);
        QCOMPARE(player.sideState(Side::After), PairPlayer::SideState::Failed);
        QTRY_COMPARE(watcher.before, 0);
        player.play();
        QTRY_VERIFY(watcher.before > 5);
        QVERIFY(watcher.last.after.isNull());
        player.pause();
        player.open(Side::After, m_take); // and is cured
        QTRY_COMPARE(watcher.after, watcher.before);
        player.close(Side::Before);
        player.close(Side::After);
        QCOMPARE(player.state(), PairPlayer::State::Empty);
        QCOMPARE(player.frameCount(), 0);
    }

    void aSourceThatChangesOnTheWay()
    {
        PairPlayer player;
        Watcher watcher(player);
        openBoth(player, m_source, m_take);
        player.play();
        for (int i = 0; i < 6; ++i) {
            QTest::qWait(60);
            player.open(i % 2 ? Side::Before : Side::After, i % 3 ? m_take : m_source);
        }
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), PairPlayer::State::Paused, 20'000);
        QTRY_COMPARE(watcher.before, 89);
        QCOMPARE(watcher.torn, 0);
    }

    void deletedWhileDecoding()
    {
        for (int i = 0; i < 25; ++i) {
            auto player = std::make_unique<PairPlayer>();
            player->open(Side::Before, m_source);
            player->open(Side::After, m_take);
            QTest::qWait(i);
            player->play();
            player->seekToFrame(80);
            if (i % 2)
                player->open(Side::After, m_shifted);
            QTest::qWait(i % 5);
        }
    }
};

QTEST_GUILESS_MAIN(TestPairPlayer)
#include "tst_pairplayer.moc"
