// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/pairsound.h"

#include "playback/pairplayer.h"
#include "support/beepclip.h"
#include "support/testsound.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

using Choice = PairSound::Choice;

constexpr Microseconds inStep = 15ms;

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

// A sound that plays by itself, and how far it is from what the device makes heard.
struct Stand
{
    TestDevice device;
    PairSound sound;
    Microseconds began{0};

    Stand()
    {
        sound.setOutput([this] { return std::make_unique<TestOutput>(device); });
    }

    bool opens(const QString &before, const QString &after = {})
    {
        sound.setClip(Side::Before, {before});
        sound.setClip(Side::After, {after});
        sound.begin(0ms); // looks for the sound at once
        const bool there = QTest::qWaitFor([&] { return device.runs; }, 5000);
        sound.end();
        return there;
    }

    void begin(Microseconds at)
    {
        began = at;
        sound.begin(at);
    }

    Microseconds ahead() { return began + sound.passed() - device.stands(); }

    Microseconds worst(std::chrono::milliseconds during)
    {
        Microseconds found{0};
        QElapsedTimer time;
        time.start();
        while (time.elapsed() < during.count()) {
            QTest::qWait(7);
            found = std::max(found, std::chrono::abs(ahead()));
        }
        return found;
    }
};

#define VERIFY_IN_STEP(microseconds)                                                                         \
    QVERIFY2((microseconds) < inStep, qPrintable(QString::number((microseconds).count()) + u" us"))

} // namespace

class TestPairSound : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_beeps;
    QString m_other;
    QString m_mute;

private Q_SLOTS:

    void initTestCase()
    {
        m_beeps = m_dir.filePath(QStringLiteral("beeps.mp4"));
        m_other = m_dir.filePath(QStringLiteral("other.mov"));
        m_mute = m_dir.filePath(QStringLiteral("mute.mp4"));
        QVERIFY(makeBeepClip(m_beeps, words("-c:v libx264 -preset ultrafast -c:a aac")));
        QVERIFY(makeBeepClip(m_other, words("-c:v libx264 -preset ultrafast -c:a pcm_s16le")));
        ClipWish wish;
        wish.seconds = 4;
        wish.audioCodec.clear();
        QVERIFY(makeClip(m_mute, wish));
    }

    // A minute by numbers alone: steps of 10 ms, words late by up to 6 ms, and a device that is off by 1 %.
    void theClockFollows_data()
    {
        QTest::addColumn<double>("pace");
        QTest::newRow("true") << 1.0;
        QTest::newRow("fast") << 1.01;
        QTest::newRow("slow") << 0.99;
    }

    void theClockFollows()
    {
        QFETCH(double, pace);
        SoundClock clock;
        const SoundClock::Wall start{};
        clock.await(2s, start);
        Microseconds last{0};
        for (int i = 0; i < 6000; ++i) {
            const Microseconds since = 10ms * i + 1ms * (i * 7 % 7);
            const Microseconds sound(qint64(double((since - 60ms).count()) * pace));
            if (sound > 0us)
                QVERIFY(!clock.hear(2s + sound / 10ms * Microseconds(10ms), start + since));
            const Microseconds now = clock.at(start + since);
            QVERIFY(now >= last);
            last = now;
            if (sound > 0us)
                VERIFY_IN_STEP(std::chrono::abs(now - 2s - sound));
            else
                QCOMPARE(now, Microseconds(2s));
        }
    }

    void theClockWaitsNoLongerThanItsPatience()
    {
        SoundClock clock;
        const SoundClock::Wall start{};
        clock.await(1s, start);
        QCOMPARE(clock.at(start + 199ms), Microseconds(1s));
        QCOMPARE(clock.at(start + 260ms), Microseconds(1060ms));
        // What comes too late is told, not followed.
        QCOMPARE(clock.hear(1010ms, start + 400ms), std::optional<Microseconds>(-190ms));
        QCOMPARE(clock.at(start + 400ms), Microseconds(1200ms));
    }

    void inStepWithTheDevice_data()
    {
        QTest::addColumn<double>("pace");
        QTest::newRow("fast") << 1.03;
        QTest::newRow("slow") << 0.97;
    }

    void inStepWithTheDevice()
    {
        QFETCH(double, pace);
        Stand stand;
        QVERIFY(stand.opens(m_beeps));
        stand.device.pace = pace;
        stand.begin(500ms);
        QCOMPARE(stand.sound.passed(), 0us); // the picture waits
        QTRY_VERIFY(stand.sound.passed() > 0us);
        VERIFY_IN_STEP(stand.worst(600ms));
        QCOMPARE(stand.device.starts, 2);
    }

    void aSinkThatNeverStarts()
    {
        Stand stand;
        QVERIFY(stand.opens(m_beeps));
        stand.device.startsAfter = 1h;
        QElapsedTimer since;
        since.start();
        stand.begin(0ms);
        QTRY_VERIFY(stand.sound.passed() > 50ms);
        const Microseconds waited = Microseconds(since.nsecsElapsed() / 1000) - stand.sound.passed();
        QVERIFY(waited <= 250ms);
        QVERIFY(waited >= 195ms);
    }

    void aSinkThatStartsLateJoins()
    {
        Stand stand;
        QVERIFY(stand.opens(m_beeps));
        stand.device.startsAfter = 350ms;
        stand.begin(0ms);
        QTRY_VERIFY(stand.sound.passed() > 200ms);
        QTest::qWait(400); // it was heard 150 ms too late and has leapt
        VERIFY_IN_STEP(stand.worst(300ms));
        QCOMPARE(stand.device.starts, 2);
    }

    void aDeviceThatGoesAndComes()
    {
        Stand stand;
        QVERIFY(stand.opens(m_beeps));
        stand.begin(0ms);
        QTRY_VERIFY(stand.sound.passed() > 200ms);
        QElapsedTimer since;
        const Microseconds before = stand.sound.passed();
        since.start();
        stand.device.there = false;
        stand.device.changed();
        QVERIFY(!stand.device.runs);
        QCOMPARE(stand.sound.state(), PairSound::State::NoDevice);
        QTest::qWait(300);
        const Microseconds wall(since.nsecsElapsed() / 1000);
        VERIFY_IN_STEP(std::chrono::abs(stand.sound.passed() - before - wall)); // the picture goes on
        stand.device.there = true;
        stand.device.changed();
        QVERIFY(stand.device.runs);
        QCOMPARE(stand.sound.state(), PairSound::State::Ready);
        QTest::qWait(400);
        VERIFY_IN_STEP(stand.worst(300ms));
    }

    void noDeviceCostsNoTime()
    {
        Stand stand;
        QVERIFY(stand.opens(m_beeps)); // it has been looked at
        stand.sound.setOutput([&stand] { return std::make_unique<TestOutput>(stand.device); });
        stand.device.there = false;
        const int starts = stand.device.starts;
        QSignalSpy changed(&stand.sound, &PairSound::changed);
        stand.sound.begin(0ms);
        QCOMPARE(stand.sound.state(), PairSound::State::NoDevice);
        QVERIFY(!changed.isEmpty()); // said
        QElapsedTimer since;
        since.start();
        stand.sound.begin(0ms);
        QTest::qWait(20);
        QVERIFY(Microseconds(since.nsecsElapsed() / 1000) - stand.sound.passed() < inStep);
        QCOMPARE(stand.device.starts, starts);
    }

    void whatIsHeard()
    {
        Stand stand;
        PairSound &sound = stand.sound;
        QVERIFY(stand.opens(m_beeps));
        QCOMPARE(sound.heard(), Choice::Before);
        QVERIFY(stand.opens(m_beeps, m_mute));
        stand.begin(0ms);
        QTest::qWait(50);
        QCOMPARE(sound.heard(), Choice::Before); // After has none
        sound.setClip(Side::After, {m_other, 0, 200ms});
        stand.begin(0ms);
        QTRY_COMPARE(sound.heard(), Choice::After);
        QTRY_VERIFY(stand.device.runs);
        const int starts = stand.device.starts;

        sound.choose(Choice::Before); // while it plays: the device is not disturbed
        QCOMPARE(sound.heard(), Choice::Before);
        QVERIFY(stand.device.runs);
        QCOMPARE(stand.device.starts, starts);
        sound.choose(Choice::Off);
        QCOMPARE(sound.heard(), Choice::Off);
        QVERIFY(!stand.device.runs);
        const Microseconds then = sound.passed();
        QTRY_VERIFY(sound.passed() > then); // the picture goes on
        sound.choose(Choice::After);
        QVERIFY(stand.device.runs);
        sound.setClip(Side::After, {});
        QCOMPARE(sound.heard(), Choice::Before); // its place is not left silent
        QVERIFY(stand.device.runs);

        sound.setClip(Side::After, {m_mute});
        sound.end();
        stand.begin(0ms);
        QTRY_COMPARE(sound.state(), PairSound::State::NoSound); // as chosen, and said
        sound.choose(Choice::Before);
        sound.toggleMuted();
        QCOMPARE(sound.heard(), Choice::Off);
        sound.toggleMuted();
        QCOMPARE(sound.heard(), Choice::Before);
        sound.changeSide();
        QCOMPARE(sound.heard(), Choice::After);
        sound.setVolume(0.25);
        QCOMPARE(stand.device.volume, 0.25);
    }

    // The whole player, with a device whose second is far too short: the picture keeps up with it.
    void thePictureFollowsTheSound()
    {
        TestDevice device;
        device.pace = 1.2;
        PairPlayer player;
        player.sound().setOutput([&device] { return std::make_unique<TestOutput>(device); });
        player.open(Side::Before, m_beeps);
        QTRY_COMPARE(player.sideState(Side::Before), PairPlayer::SideState::Open);
        QSignalSpy looked(&player.sound(), &PairSound::changed);
        QTest::qWait(500); // it has been looked for
        Microseconds heardAtEnd{0};
        connect(&player, &PairPlayer::stateChanged, this, [&](PairPlayer::State state) {
            if (state == PairPlayer::State::Paused)
                heardAtEnd = device.stands();
        });
        player.seek(2s);
        player.play();
        QTRY_VERIFY(device.runs);
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), PairPlayer::State::Paused, 10'000);
        QVERIFY2(std::chrono::abs(heardAtEnd - 4s) < 120ms, qPrintable(QString::number(heardAtEnd.count())));
        QVERIFY(!device.runs);
        const auto sound = leftOf(device.taken); // from 2 s on: a beep at once, and every second
        QVERIFY(onset(sound) >= 0 && onset(sound) < 96);
        QVERIFY(std::abs(onset(sound, 9600) - 48'000) < 96);
    }

    void seeksRestartAndSpeedsMute()
    {
        TestDevice device;
        PairPlayer player;
        player.sound().setOutput([&device] { return std::make_unique<TestOutput>(device); });
        player.open(Side::Before, m_beeps);
        player.open(Side::After, m_other, 500ms);
        QTRY_COMPARE(player.sideState(Side::After), PairPlayer::SideState::Open);
        player.play();
        QTRY_VERIFY(device.runs);
        QTRY_COMPARE(player.sound().heard(), Choice::After);
        const int starts = device.starts;
        player.seek(2400ms);
        QVERIFY(!device.runs);
        QTRY_COMPARE(device.starts, starts + 1);
        QTRY_VERIFY(device.taken.size() > 4 * 9600);
        // 2.4 s of the timeline is 1.9 s of After.
        QVERIFY(std::abs(onset(leftOf(device.taken)) - 4800) < 96);
        for (const double speed : {2.0, 0.5, -1.0}) {
            player.setSpeed(speed);
            QVERIFY(!device.runs);
            QTest::qWait(30);
            QVERIFY(!device.runs);
        }
        player.setSpeed(1.0);
        QTRY_VERIFY(device.runs);
        player.pause();
        QVERIFY(!device.runs);
    }

    // Without a stop of the device: the rounds follow each other to the sample.
    void aLoopRepeatsTheSound()
    {
        TestDevice device;
        PairPlayer player;
        player.sound().setOutput([&device] { return std::make_unique<TestOutput>(device); });
        player.open(Side::Before, m_beeps);
        QTRY_COMPARE(player.sideState(Side::Before), PairPlayer::SideState::Open);
        QTest::qWait(500);
        player.setPiece(Trim{900ms, 1300ms});
        player.setLooping(true);
        player.play();
        QTRY_VERIFY(device.taken.size() > 4 * 48 * 1400);
        QCOMPARE(player.state(), PairPlayer::State::Playing);
        player.pause();
        QCOMPARE(device.starts, 1);
        const auto sound = leftOf(device.taken);
        qint64 from = 0;
        for (int round = 0; round < 3; ++round) {
            const qint64 due = 4800 + round * 19'200;
            from = onset(sound, from);
            QVERIFY2(std::abs(from - due) <= 96, qPrintable(QString::number(from)));
            from += 9600;
        }
    }
};

QTEST_MAIN(TestPairSound)
#include "tst_pairsound.moc"
