// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/timecode.h"
#include "ui/viewer/trimrange.h"

#include <QRandomGenerator>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

constexpr Microseconds frame(33'333);

Trim trimOf(double in, double out)
{
    return {Microseconds(qint64(in * 1e6)), Microseconds(qint64(out * 1e6))};
}

} // namespace

class TestTrimRange : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void nothingChosen()
    {
        QCOMPARE(TrimRange(8s, frame, 2s, 10s).whole(), trimOf(0, 8));
        QCOMPARE(TrimRange(20s, frame, 2s, 10s).whole(), trimOf(0, 10)); // what the model takes
        QCOMPARE(TrimRange(1s, frame, 2s, 10s).whole(), trimOf(0, 1));   // too short: all there is
        QCOMPARE(TrimRange(20s, frame, 0s, 0s).whole(), trimOf(0, 20));
        QCOMPARE(TrimRange().whole(), trimOf(0, 0));
    }

    void wishesAreHeldInside()
    {
        const TrimRange range(20s, frame, 2s, 10s);
        QCOMPARE(range.held(trimOf(3, 8)), trimOf(3, 8));
        QCOMPARE(range.held(trimOf(3, 4)), trimOf(3, 5));
        QCOMPARE(range.held(trimOf(3, 19)), trimOf(3, 13));
        QCOMPARE(range.held(trimOf(19.5, 25)), trimOf(14.5, 20));
        QCOMPARE(range.held(trimOf(-4, 1)), trimOf(0, 5));
    }

    void handlesStopAtTheShortest()
    {
        const TrimRange range(20s, frame, 2s, 10s);
        QCOMPARE(range.dragIn(trimOf(3, 8), 7500ms), trimOf(6, 8));
        QCOMPARE(range.dragOut(trimOf(3, 8), 100ms), trimOf(3, 5));
        QCOMPARE(range.dragIn(trimOf(3, 8), -5s), trimOf(0, 8));
        QCOMPARE(range.dragOut(trimOf(13, 18), 50s), trimOf(13, 20));
    }

    void handlesPullTheLongestAlong()
    {
        const TrimRange range(20s, frame, 2s, 10s);
        QCOMPARE(range.dragOut(trimOf(0, 10), 15s), trimOf(5, 15));
        QCOMPARE(range.dragIn(trimOf(10, 20), 4s), trimOf(4, 14));
    }

    void handlesStandOnFrames()
    {
        const TrimRange range(8s, frame, 2s, 10s);
        QCOMPARE(range.dragIn(trimOf(0, 8), 1010ms).in, Microseconds(1s));
        QCOMPARE(range.dragOut(trimOf(0, 8), 4040ms).out, Microseconds(4'033'333));
    }

    void keysSetAnEndAndTheOtherGivesWay()
    {
        const TrimRange range(20s, frame, 2s, 10s);
        QCOMPARE(range.setIn(trimOf(0, 10), 4s), trimOf(4, 10));
        QCOMPARE(range.setIn(trimOf(0, 5), 9s), trimOf(9, 14)); // beyond its end: the piece moves there
        QCOMPARE(range.setIn(trimOf(0, 5), 19500ms), trimOf(18, 20));
        QCOMPARE(range.setOut(trimOf(4, 10), 5s), trimOf(3, 5));
        QCOMPARE(range.setOut(trimOf(9, 14), 4s), trimOf(0, 4));
        QCOMPARE(range.setOut(trimOf(2, 12), 19s), trimOf(9, 19));
    }

    void nothingLeavesTheClipOrTheLimits()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 2000; ++round) {
            const Microseconds duration(random.bounded(1, 30'000'000));
            const Microseconds shortest(random.bounded(0, 4'000'000));
            const Microseconds longest(random.bounded(0, 15'000'000));
            const TrimRange range(duration, frame, shortest, longest);
            Trim piece = range.whole();
            for (int move = 0; move < 8; ++move) {
                const Microseconds to(random.bounded(-2'000'000, 32'000'000));
                switch (random.bounded(4)) {
                case 0:
                    piece = range.dragIn(piece, to);
                    break;
                case 1:
                    piece = range.dragOut(piece, to);
                    break;
                case 2:
                    piece = range.setIn(piece, to);
                    break;
                default:
                    piece = range.setOut(piece, to);
                    break;
                }
                QVERIFY(piece.in >= 0s && piece.out <= duration && piece.in < piece.out);
                QVERIFY(piece.length() >= std::min(shortest, duration));
                if (longest > shortest && longest > frame)
                    QVERIFY(piece.length() <= longest);
            }
        }
    }

    void timecodes()
    {
        QCOMPARE(formatTimecode(0s), QStringLiteral("00:00.00"));
        QCOMPARE(formatTimecode(Microseconds(2'159'999)), QStringLiteral("00:02.15"));
        QCOMPARE(formatTimecode(83s), QStringLiteral("01:23.00"));
        QCOMPARE(formatTimecode(3661s), QStringLiteral("1:01:01.00"));
        QCOMPARE(formatTimecode(-1s), QStringLiteral("00:00.00"));
    }
};

QTEST_GUILESS_MAIN(TestTrimRange)
#include "tst_trimrange.moc"
