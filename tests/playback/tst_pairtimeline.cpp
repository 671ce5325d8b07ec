// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/lookahead.h"
#include "playback/pairtimeline.h"

#include <QTest>

Q_DECLARE_METATYPE(retake::FrameIndex)
Q_DECLARE_METATYPE(retake::Rational)

using namespace retake;

namespace {

// A clip of constant rate: `ticks` of 1/base a frame, one key frame in `keyEvery`.
FrameIndex constantRate(int frames, int base, int ticks, int keyEvery = 12)
{
    std::vector<FrameIndex::Packet> packets;
    for (int frame = 0; frame < frames; ++frame)
        packets.push_back({qint64(frame) * ticks, qint64(frame) * ticks, ticks, frame % keyEvery == 0, true});
    return FrameIndex(packets, {1, base});
}

// Time stamps rounded to whole milliseconds, as Matroska has them.
FrameIndex inMilliseconds(int frames, double rate)
{
    std::vector<FrameIndex::Packet> packets;
    for (int frame = 0; frame < frames; ++frame) {
        const qint64 at = qRound64(frame * 1000.0 / rate);
        packets.push_back({at, at, 0, frame == 0, true});
    }
    return FrameIndex(packets, {1, 1000});
}

} // namespace

class TestPairTimeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void timesAndFramesGoBothWays()
    {
        const FrameIndex index = constantRate(240, 30000, 1001);
        QCOMPARE(index.count(), 240);
        for (int frame = 0; frame < index.count(); ++frame) {
            QCOMPARE(index.frameAt(index.timeOf(frame)), frame);
            QCOMPARE(index.frameAt(index.timeOf(frame + 1) - Microseconds(1)), frame);
            QCOMPARE(index.frameOfPts(index.ptsOf(frame)), frame);
        }
        QCOMPARE(index.frameAt(Microseconds(-5)), 0);
        QCOMPARE(index.frameAt(std::chrono::hours(1)), 239);
        QCOMPARE(index.duration(), Microseconds(8'008'000));
    }

    void framesCutAwayAreNotCounted()
    {
        // Decode order with B-frames, two frames before the edit list's start.
        const std::vector<FrameIndex::Packet> packets{
            {0, -2, 1, true, false}, {2, -1, 1, false, true}, {1, 0, 1, false, false},
            {4, 1, 1, true, true},   {3, 2, 1, false, true},  {5, 3, 1, false, true},
        };
        const FrameIndex index(packets, {1, 25});
        QCOMPARE(index.count(), 4);
        QCOMPARE(index.ptsOf(0), 2);
        QCOMPARE(index.timeOf(1), Microseconds(40'000));
        QCOMPARE(index.entryPointFor(0).pts, 0); // the key frame that is itself not shown
        QCOMPARE(index.entryPointFor(2).pts, 4);
        QCOMPARE(index.entryPointFor(2).dts, 1);
        QCOMPARE(index.entryPointFor(2, 1).pts, 0);
        QVERIFY(index.isFirstEntryPoint(index.entryPointFor(3, 9)));
        QCOMPARE(index.duration(), Microseconds(160'000));
    }

    void variableRate()
    {
        const std::vector<FrameIndex::Packet> packets{
            {0, 0, 0, true, true}, {10, 10, 0, false, true}, {500, 500, 0, false, true}};
        const FrameIndex index(packets, {1, 1000});
        QCOMPARE(index.frameAt(std::chrono::milliseconds(499)), 1);
        QCOMPARE(index.frameAt(std::chrono::milliseconds(500)), 2);
        QCOMPARE(index.duration(), Microseconds(750'000)); // the mean stands in for the last
    }

    void emptyHoldsStill()
    {
        const FrameIndex none;
        QCOMPARE(none.frameAt(std::chrono::seconds(1)), 0);
        QCOMPARE(none.ptsOf(3), 0);
        QVERIFY(PairTimeline(&none, nullptr, {}).isEmpty());
        QVERIFY(PairTimeline(nullptr, nullptr, {}).isEmpty());
    }

    void sameRateIsPairedFrameByFrame_data()
    {
        QTest::addColumn<double>("rate");
        for (const double rate : {23.976, 24.0, 25.0, 29.97, 30.0, 50.0, 59.94, 60.0})
            QTest::addRow("%g", rate) << rate;
    }

    void sameRateIsPairedFrameByFrame()
    {
        QFETCH(double, rate);
        const int frames = 1800;
        const FrameIndex exact = constantRate(frames, 1'000'000, qRound(1'000'000 / rate));
        const FrameIndex rounded = inMilliseconds(frames, rate);
        for (const auto &[before, after] : {std::pair(&exact, &rounded), std::pair(&rounded, &exact)}) {
            const PairTimeline timeline(before, after, {});
            QCOMPARE(timeline.size(), frames);
            QCOMPARE(timeline.steps(), frames);
            for (int i = 0; i < frames; ++i) {
                QCOMPARE(timeline.entry(i).before, i);
                QCOMPARE(timeline.entry(i).after, i);
                QCOMPARE(timeline.entryAt(timeline.entry(i).time), i);
            }
        }
    }

    void otherRatesAreMatchedByTime()
    {
        const FrameIndex before = constantRate(24, 24, 1);
        const FrameIndex after = constantRate(30, 30, 1);
        const PairTimeline timeline(&before, &after, {});
        QCOMPARE(timeline.steps(), 24);
        QCOMPARE(timeline.duration(), Microseconds(1'000'000));
        QSet<int> seen;
        for (int i = 0; i < timeline.size(); ++i) {
            const auto &entry = timeline.entry(i);
            seen.insert(entry.after);
            QVERIFY(i == 0 || entry.time >= timeline.entry(i - 1).time);
            const auto apart = before.timeOf(entry.before) - after.timeOf(entry.after);
            QVERIFY(std::chrono::abs(apart) < Microseconds(45'000));
        }
        QCOMPARE(seen.size(), 30); // none is left out
    }

    void aTakeOfAPieceBeginsAtItsOffset()
    {
        const FrameIndex before = constantRate(240, 30, 1);
        const FrameIndex after = constantRate(60, 30, 1);
        const PairTimeline timeline(&before, &after, std::chrono::seconds(2));
        QCOMPARE(timeline.steps(), 240);
        QCOMPARE(timeline.entry(30).after, 0); // held before it begins
        QCOMPARE(timeline.entry(60).after, 0);
        QCOMPARE(timeline.entry(61).after, 1);
        QCOMPARE(timeline.entry(119).after, 59);
        QCOMPARE(timeline.entry(200).after, 59); // and after it ends
    }

    // Every frame of After stands beside the frame that it was made from; the other way round every frame of
    // Before that was sent stands beside one made from it.
    void sentFramesBelongTogether_data()
    {
        QTest::addColumn<FrameIndex>("before");
        QTest::addColumn<FrameIndex>("after");
        QTest::addColumn<QString>("map");
        QTest::addColumn<Rational>("rate");
        const FrameIndex at60 = constantRate(120, 60, 1);
        const FrameIndex at30 = constantRate(60, 30, 1);
        QTest::newRow("plain") << at60 << at60 << QStringLiteral("0+1x120") << Rational{60, 1};
        QTest::newRow("60 to 30, the even ones")
            << at60 << at30 << QStringLiteral("0+2x60") << Rational{30, 1};
        QTest::newRow("60 to 30, the odd ones")
            << at60 << at30 << QStringLiteral("1+2x60") << Rational{30, 1};
        QTest::newRow("30 to 60") << at30 << constantRate(12, 60, 1)
                                  << QStringLiteral("0+0x2,1+0x2,2+0x2,3+0x2,4+0x2,5+0x2") << Rational{60, 1};
        QTest::newRow("a piece of the middle")
            << at60 << constantRate(20, 60, 1) << QStringLiteral("45+1x20") << Rational{60, 1};
        QTest::newRow("a piece at 29.97, rounded times")
            << constantRate(120, 30000, 1001) << inMilliseconds(60, 29.97) << QStringLiteral("31+1x60")
            << Rational{30000, 1001};
        QTest::newRow("the service answers at half the rate")
            << at60 << constantRate(10, 30, 1) << QStringLiteral("45+1x20") << Rational{60, 1};
        // 0, 10, 500, 750 ms: a picture that stood for half a second was sent fifteen times.
        const FrameIndex uneven({{0, 0, 0, true, true},
                                 {10, 10, 0, false, true},
                                 {500, 500, 0, false, true},
                                 {750, 750, 250, false, true}},
                                {1, 1000});
        QTest::newRow("uneven times") << uneven << constantRate(30, 30, 1)
                                      << QStringLiteral("0+1x2,1+0x13,2+0x8,3+0x7") << Rational{30, 1};
    }

    void sentFramesBelongTogether()
    {
        QFETCH(FrameIndex, before);
        QFETCH(FrameIndex, after);
        QFETCH(QString, map);
        QFETCH(Rational, rate);
        const SentFrames sent{*FrameMap::fromText(map), rate};
        const PairTimeline timeline(&before, &after, std::chrono::hours(1),
                                    sent); // the offset says nothing here
        QCOMPARE(timeline.steps(), before.count());
        QCOMPARE(timeline.duration(), before.duration());
        QSet<int> shown;
        int step = -1;
        for (int i = 0; i < timeline.size(); ++i) {
            const auto &entry = timeline.entry(i);
            QVERIFY(i == 0 || entry.time >= timeline.entry(i - 1).time);
            QVERIFY(entry.step == step || entry.step == step + 1);
            step = entry.step;
            QCOMPARE(entry.before, step);
            QVERIFY(entry.time >= before.timeOf(entry.before) &&
                    entry.time < before.timeOf(entry.before + 1));
            const int made =
                int((after.timeOf(entry.after) + Microseconds(2000)).count() * rate.toDouble() / 1e6);
            const int source = sent.map.source(made);
            const int first = sent.map.source(0);
            const int last = sent.map.source(sent.map.size() - 1);
            if (entry.before < first)
                QCOMPARE(entry.after, 0); // held before it begins
            else if (entry.before > last)
                QCOMPARE(entry.after, after.count() - 1); // and after it ends
            else
                QVERIFY(source == entry.before ||
                        (source < entry.before && !shown.contains(entry.after + 1)));
            shown.insert(entry.after);
        }
        QCOMPARE(shown.size(), after.count()); // none is left out
    }

    // The same as by time, where time is right.
    void aPlainMapChangesNothing()
    {
        const FrameIndex before = constantRate(240, 30, 1);
        const FrameIndex after = constantRate(60, 30, 1);
        const PairTimeline byTime(&before, &after, std::chrono::seconds(2));
        const PairTimeline byMap(&before, &after, {},
                                 {*FrameMap::fromText(QStringLiteral("60+1x60")), {30, 1}});
        QCOMPARE(byMap.size(), byTime.size());
        for (int i = 0; i < byTime.size(); ++i) {
            QCOMPARE(byMap.entry(i).time, byTime.entry(i).time);
            QCOMPARE(byMap.entry(i).before, byTime.entry(i).before);
            QCOMPARE(byMap.entry(i).after, byTime.entry(i).after);
        }
    }

    // A service may give more frames than it got: they go on in the source's time, then beyond its end.
    void surplusFramesGoOn()
    {
        const FrameIndex before = constantRate(60, 30, 1);
        const FrameIndex after = constantRate(30, 30, 1);
        const PairTimeline timeline(&before, &after, {},
                                    {*FrameMap::fromText(QStringLiteral("20+1x25")), {30, 1}});
        QCOMPARE(timeline.steps(), 60);
        QCOMPARE(timeline.entry(44).after, 24); // the last that was sent
        QCOMPARE(timeline.entry(47).after, 27);
        QCOMPARE(timeline.entry(55).after, 29);
        const PairTimeline atTheEnd(&before, &after, {},
                                    {*FrameMap::fromText(QStringLiteral("35+1x25")), {30, 1}});
        QCOMPARE(atTheEnd.steps(), 65);
        QCOMPARE(atTheEnd.entry(59).after, 24);
        QCOMPARE(atTheEnd.entry(60).after, 25);
        QCOMPARE(atTheEnd.entry(60).before, 59);
        QCOMPARE(atTheEnd.entry(60).time, Microseconds(2'000'000));
        QCOMPARE(atTheEnd.duration(), Microseconds(2'166'667));
    }

    void aMapOfAnotherClipIsNotBelieved()
    {
        const FrameIndex before = constantRate(30, 30, 1);
        const FrameIndex after = constantRate(30, 30, 1);
        for (const SentFrames &sent :
             {SentFrames{*FrameMap::fromText(QStringLiteral("10+1x30")), {30, 1}},
              SentFrames{*FrameMap::fromText(QStringLiteral("1+1x20")), {0, 1}}, SentFrames{}}) {
            const PairTimeline timeline(&before, &after, {}, sent);
            QCOMPARE(timeline.entry(7).after, 7);
        }
        QVERIFY(PairTimeline(nullptr, nullptr, {}, {*FrameMap::fromText(QStringLiteral("1+1x20")), {30, 1}})
                    .isEmpty());
    }

    void aLongerAfterGoesOn()
    {
        const FrameIndex before = constantRate(30, 30, 1);
        const FrameIndex after = constantRate(45, 30, 1);
        const PairTimeline timeline(&before, &after, {});
        QCOMPARE(timeline.steps(), 45);
        QCOMPARE(timeline.duration(), Microseconds(1'500'000));
        QCOMPARE(timeline.entry(44).before, 29);
        QCOMPARE(timeline.entry(44).after, 44);
        QCOMPARE(timeline.endOf(44), Microseconds(1'500'000));
        QCOMPARE(timeline.entryOfStep(99), 44);
        QCOMPARE(timeline.entryOfStep(-1), 0);
    }

    void whatComesNext()
    {
        const FrameIndex index = constantRate(100, 30, 1);
        const PairTimeline timeline(&index, &index, {});
        using Frames = std::vector<int>;
        QCOMPARE(lookAhead(timeline, 40, {1, 0, 99, false}).before, (Frames{41, 42, 43, 44}));
        QCOMPARE(lookAhead(timeline, 40, {4, 0, 99, false}).after, (Frames{44, 48, 52, 56}));
        QCOMPARE(lookAhead(timeline, 98, {1, 0, 99, false}).before, (Frames{99}));
        QVERIFY(lookAhead(timeline, 40, {0, 0, 99, true}).before.empty());
        const Frames back = lookAhead(timeline, 40, {-1, 0, 99, false}).before;
        QCOMPARE(back.size(), std::size_t(24));
        QCOMPARE(back.front(), 39);
        QCOMPARE(back.back(), 16);
    }

    // The begin is on the list before the end is reached, in either direction.
    void whatComesNextInALoop()
    {
        const FrameIndex index = constantRate(100, 30, 1);
        const PairTimeline timeline(&index, &index, {});
        using Frames = std::vector<int>;
        QCOMPARE(lookAhead(timeline, 57, {1, 30, 59, true}).before, (Frames{58, 59, 30, 31, 32, 33, 34, 35}));
        QCOMPARE(lookAhead(timeline, 31, {-1, 30, 59, true}).after, (Frames{30, 59, 58, 57, 56, 55, 54}));
        QCOMPARE(lookAhead(timeline, 60, {1, 0, 99, true}).before, (Frames{61, 62, 63, 64}));
        QCOMPARE(lookAhead(timeline, 80, {1, 0, 99, true}).before.size(), std::size_t(25));
    }
};

QTEST_GUILESS_MAIN(TestPairTimeline)
#include "tst_pairtimeline.moc"
