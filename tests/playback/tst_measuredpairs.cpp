// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured is what the viewer shows: every pair of model/framepairs is one of PairTimeline's, at the
// same moment, and none that the viewer shows while both sides move is left out.
#include "model/framepairs.h"
#include "playback/pairtimeline.h"

#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

struct Rate
{
    int numerator;
    int denominator;
};

FrameIndex indexOf(int frames, Rate rate)
{
    std::vector<FrameIndex::Packet> packets;
    for (int frame = 0; frame < frames; ++frame) {
        const qint64 at = qint64(frame) * rate.denominator;
        packets.push_back({at, at, rate.denominator, frame % 12 == 0, true});
    }
    return FrameIndex(packets, {1, rate.numerator});
}

FrameTimes timesOf(const FrameIndex &index)
{
    FrameTimes times;
    for (int frame = 0; frame < index.count(); ++frame)
        times.push_back(index.timeOf(frame));
    return times;
}

} // namespace

class TestMeasuredPairs : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void areThoseOfTheViewer_data()
    {
        QTest::addColumn<int>("beforeFrames");
        QTest::addColumn<int>("beforeRate"); // thousandths of frames a second
        QTest::addColumn<int>("afterFrames");
        QTest::addColumn<int>("afterRate");
        QTest::addColumn<int>("offset"); // milliseconds
        QTest::addColumn<QString>("map");
        QTest::addColumn<int>("least"); // pairs that there must be
        QTest::newRow("alike") << 60 << 30000 << 60 << 30000 << 0 << "" << 60;
        QTest::newRow("a later begin") << 60 << 30000 << 30 << 30000 << 500 << "" << 30;
        QTest::newRow("an earlier begin") << 60 << 30000 << 60 << 30000 << -500 << "" << 45;
        QTest::newRow("not on a frame") << 60 << 30000 << 30 << 30000 << 517 << "" << 30;
        QTest::newRow("24 and 30") << 48 << 24000 << 60 << 30000 << 0 << "" << 60;
        QTest::newRow("60 and 25") << 120 << 60000 << 50 << 25000 << 0 << "" << 120;
        QTest::newRow("29.97 and 30") << 60 << 29970 << 60 << 30000 << 0 << "" << 60;
        QTest::newRow("a cut") << 90 << 30000 << 30 << 30000 << 1000 << "30+1x30" << 30;
        QTest::newRow("every second") << 90 << 60000 << 30 << 30000 << 0 << "10+2x30" << 30;
        QTest::newRow("each twice") << 90 << 15000 << 60 << 30000 << 0
                                    << "0+0x2,1+0x2,2+0x2,3+0x2,4+0x2,5+0x2,6+0x2,7+0x2" << 60;
        QTest::newRow("longer than sent") << 90 << 30000 << 40 << 30000 << 0 << "30+1x30" << 40;
        QTest::newRow("a map of another clip") << 60 << 30000 << 30 << 30000 << 0 << "50+1x30" << 30;
    }

    void areThoseOfTheViewer()
    {
        QFETCH(int, beforeFrames);
        QFETCH(int, beforeRate);
        QFETCH(int, afterFrames);
        QFETCH(int, afterRate);
        QFETCH(int, offset);
        QFETCH(QString, map);
        QFETCH(int, least);
        const FrameIndex before = indexOf(beforeFrames, {beforeRate, 1000});
        const FrameIndex after = indexOf(afterFrames, {afterRate, 1000});
        const SentFrames sent =
            map.isEmpty() ? SentFrames() : SentFrames{*FrameMap::fromText(map), {afterRate, 1000}};
        const Microseconds begin = std::chrono::milliseconds(offset);
        const PairTimeline shown(&before, &after, begin, sent);
        const FramePairs measured = framePairs(timesOf(before), timesOf(after), {begin, sent});

        QVERIFY2(int(measured.list.size()) >= least, qPrintable(QString::number(measured.list.size())));
        int entry = 0;
        for (const FramePair &pair : measured.list) {
            while (entry < shown.size() &&
                   (shown.entry(entry).before != pair.before || shown.entry(entry).after != pair.after))
                ++entry;
            QVERIFY2(entry < shown.size(),
                     qPrintable(QStringLiteral("%1 | %2 is not shown").arg(pair.before).arg(pair.after)));
            QCOMPARE(shown.entry(entry).time.count(), pair.time.count());
        }
    }

    // The viewer lets the last frame stand where After has no more; that is nothing to measure.
    void areMovedAsTheViewerMovesThem()
    {
        const FrameIndex before = indexOf(60, {30, 1});
        const FrameIndex after = indexOf(50, {30, 1});
        for (const int shift : {3, -4}) {
            const FramePairs pairs = framePairs(timesOf(before), timesOf(after), {{}, {}, shift});
            QCOMPARE(int(pairs.list.size()), 50 - std::abs(shift));
            for (const FramePair &pair : pairs.list)
                QCOMPARE(pair.after, pair.before + shift);
        }
    }

    void nothingWithoutFrames()
    {
        QVERIFY(framePairs({}, {0us, 40ms}, {}).list.empty());
        QVERIFY(framePairs({0us, 40ms}, {}, {}).list.empty());
        QCOMPARE(int(framePairs({0us}, {0us}, {}).list.size()), 1);
    }
};

QTEST_APPLESS_MAIN(TestMeasuredPairs)
#include "tst_measuredpairs.moc"
