// SPDX-License-Identifier: GPL-3.0-or-later
// Further takes in the table of pairs: each is matched to Before as After is, and nothing that was there
// changes.
#include "playback/lookahead.h"
#include "playback/pairtimeline.h"

#include <QTest>

#include <algorithm>

using namespace retake;

namespace {

FrameIndex constant(int frames, int base, int ticks = 1)
{
    std::vector<FrameIndex::Packet> packets;
    for (int frame = 0; frame < frames; ++frame)
        packets.push_back({qint64(frame) * ticks, qint64(frame) * ticks, ticks, frame == 0, true});
    return FrameIndex(packets, {1, base});
}

// Time stamps rounded to whole milliseconds.
FrameIndex rounded(int frames, double rate)
{
    std::vector<FrameIndex::Packet> packets;
    for (int frame = 0; frame < frames; ++frame) {
        const qint64 at = qRound64(frame * 1000.0 / rate);
        packets.push_back({at, at, 0, frame == 0, true});
    }
    return FrameIndex(packets, {1, 1000});
}

// Each frame of `side` that the table shows, once, in the order of showing.
std::vector<int> shown(const PairTimeline &timeline, Side side)
{
    std::vector<int> frames;
    for (int i = 0; i < timeline.size(); ++i)
        frames.push_back(timeline.entry(i).frame(side));
    frames.erase(std::unique(frames.begin(), frames.end()), frames.end());
    return frames;
}

std::vector<int> upTo(int count)
{
    std::vector<int> frames;
    for (int i = 0; i < count; ++i)
        frames.push_back(i);
    return frames;
}

bool isInOrder(const PairTimeline &timeline)
{
    for (int i = 1; i < timeline.size(); ++i) {
        if (timeline.entry(i).time < timeline.entry(i - 1).time)
            return false;
    }
    return true;
}

} // namespace

class TestGridTimeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void sameRatesStayInStep_data()
    {
        QTest::addColumn<double>("rate");
        for (const double rate : {23.976, 25.0, 29.97, 30.0, 59.94, 60.0})
            QTest::addRow("%g", rate) << rate;
    }

    void sameRatesStayInStep()
    {
        QFETCH(double, rate);
        const FrameIndex exact = constant(1800, 1'000'000, qRound(1'000'000 / rate));
        const FrameIndex other = rounded(1800, rate);
        const PairTimeline pair(&exact, &other, {});
        const PairTimeline all = pair.joinedBy(Side::Third, PairTimeline(&exact, &other, {}))
                                     .joinedBy(Side::Fourth, PairTimeline(&exact, &exact, {}));
        QCOMPARE(all.size(), 1800);
        QCOMPARE(all.steps(), 1800);
        QCOMPARE(all.duration(), pair.duration());
        for (int i = 0; i < all.size(); ++i) {
            for (const Side side : allSides)
                QCOMPARE(all.entry(i).frame(side), i);
        }
    }

    // Twice the rate, rounded in two ways: still the same frame in all cells at every moment.
    void extraFramesOfTwoTakesMeet()
    {
        const FrameIndex before = constant(90, 30);
        const FrameIndex after = constant(180, 60);
        const FrameIndex third = rounded(180, 60);
        const PairTimeline all =
            PairTimeline(&before, &after, {}).joinedBy(Side::Third, PairTimeline(&before, &third, {}));
        QCOMPARE(all.size(), 180);
        QCOMPARE(all.steps(), 90);
        for (int i = 0; i < all.size(); ++i) {
            QCOMPARE(all.entry(i).before, i / 2);
            QCOMPARE(all.entry(i).after, i);
            QCOMPARE(all.entry(i).further[0], i);
        }
    }

    // A take with more frames than all others gets entries of its own, which are no steps.
    void aFasterTakeShowsAllOfItsFrames()
    {
        const FrameIndex before = constant(60, 30);
        const FrameIndex third = constant(100, 50);
        const PairTimeline pair(&before, &before, {});
        const PairTimeline all = pair.joinedBy(Side::Third, PairTimeline(&before, &third, {}));
        QVERIFY(isInOrder(all));
        QCOMPARE(all.steps(), 60);
        QCOMPARE(shown(all, Side::Third), upTo(100));
        QCOMPARE(shown(all, Side::Before), upTo(60));
        for (int i = 0; i < all.size(); ++i) // no further off than half of a frame of its own
            QVERIFY(std::chrono::abs(third.timeOf(all.entry(i).further[0]) - all.entry(i).time) <=
                    Microseconds(20'000));
    }

    void longerAndShorterOnes()
    {
        const FrameIndex before = constant(60, 30);
        const FrameIndex longer = constant(90, 30);
        const FrameIndex shorter = constant(20, 30);
        const PairTimeline all = PairTimeline(&before, &before, {})
                                     .joinedBy(Side::Third, PairTimeline(&before, &longer, {}))
                                     .joinedBy(Side::Fourth, PairTimeline(&before, &shorter, {}));
        QCOMPARE(all.steps(), 90);
        QCOMPARE(all.duration(), Microseconds(3'000'000));
        QCOMPARE(all.entry(75).before, 59); // they hold their last frames
        QCOMPARE(all.entry(75).after, 59);
        QCOMPARE(all.entry(75).further[0], 75);
        QCOMPARE(all.entry(75).further[1], 19);
    }

    // Each by its own offset, and by its own frame map.
    void everyTakeByItsOwnPairing()
    {
        const FrameIndex before = constant(120, 30);
        const FrameIndex piece = constant(30, 30);
        const Microseconds begin = before.timeOf(40);
        const FrameIndex half = constant(15, 15);
        SentFrames sent;
        sent.rate = {15, 1};
        sent.map = FrameMap({60, 62, 64, 66, 68, 70, 72, 74, 76, 78, 80, 82, 84, 86, 88});
        const PairTimeline all =
            PairTimeline(&before, &before, {})
                .joinedBy(Side::Third, PairTimeline(&before, &piece, begin))
                .joinedBy(Side::Fourth, PairTimeline(&before, &half, before.timeOf(60), sent));
        QCOMPARE(all.steps(), 120);
        for (int frame = 0; frame < 120; ++frame) {
            const PairTimeline::Entry &entry = all.entry(all.entryOfStep(frame));
            QCOMPARE(entry.before, frame);
            QCOMPARE(entry.after, frame);
            QCOMPARE(entry.further[0], std::clamp(frame - 40, 0, 29));
            QCOMPARE(entry.further[1], std::clamp((frame - 60) / 2, 0, 14));
        }
    }

    void withoutBeforeTheyGoWithAfter()
    {
        const FrameIndex after = constant(60, 30);
        const PairTimeline all = PairTimeline(nullptr, &after, {})
                                     .joinedBy(Side::Third, PairTimeline(&after, &after, after.timeOf(10)));
        QCOMPARE(all.entry(0).before, -1);
        QCOMPARE(all.entry(25).after, 25);
        QCOMPARE(all.entry(25).further[0], 15);
        const PairTimeline alone = PairTimeline().joinedBy(Side::Fourth, PairTimeline(nullptr, &after, {}));
        QCOMPARE(alone.size(), 60);
        QCOMPARE(alone.steps(), 60);
        QCOMPARE(alone.entry(7).frame(Side::Fourth), 7);
        QCOMPARE(alone.entry(7).frame(Side::After), -1);
    }

    void framesToComeAreKnownForAll()
    {
        const FrameIndex before = constant(60, 30);
        const PairTimeline all =
            PairTimeline(&before, &before, {}).joinedBy(Side::Third, PairTimeline(&before, &before, {}));
        const Lookahead ahead = lookAhead(all, 10, {1, 0, 59, false});
        QCOMPARE(ahead.of(Side::Third), ahead.of(Side::Before));
        QCOMPARE(ahead.of(Side::Third).front(), 11);
        QVERIFY(ahead.of(Side::Fourth).empty());
    }
};

QTEST_GUILESS_MAIN(TestGridTimeline)
#include "tst_gridtimeline.moc"
