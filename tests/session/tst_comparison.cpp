// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/comparison.h"

#include "session/comparisonwords.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace retake;
using namespace std::chrono_literals;

using State = Comparison::State;

class TestComparison : public QObject
{
    Q_OBJECT
    QTemporaryDir m_media;
    QString m_clip;
    QString m_one;
    std::unique_ptr<QTemporaryDir> m_data;

    Shelf shelf() const { return Shelf(m_data->filePath(QStringLiteral("shelf")), 1 << 30); }

    HashBook hashes() const { return HashBook(m_data->filePath(QStringLiteral("hashes.json"))); }

    QStringList onShelf() const
    {
        return QDir(m_data->filePath(QStringLiteral("shelf"))).entryList(QDir::Files);
    }

    ComparedPair pair() const { return {m_clip, m_one, {}, ComparedPair::Frames::Correspond}; }

private Q_SLOTS:

    void initTestCase()
    {
        m_clip = m_media.filePath(QStringLiteral("clip.mp4"));
        m_one = m_media.filePath(QStringLiteral("one.mp4"));
        ClipWish wish;
        wish.size = QSize(320, 180);
        wish.seconds = 1;
        wish.audioCodec.clear();
        QVERIFY(makeClip(m_clip, wish));
        QVERIFY(runFfmpeg({QStringLiteral("-y"), QStringLiteral("-i"), m_clip, QStringLiteral("-vf"),
                           QStringLiteral("negate=enable=eq(n\\,12)"), m_one}));
    }

    void init() { m_data = std::make_unique<QTemporaryDir>(); }

    void measuresOnceAndKeepsIt()
    {
        {
            Comparison comparison(shelf(), hashes());
            QSignalSpy progress(&comparison, &Comparison::progress);
            QCOMPARE(comparison.state(), State::Nothing);
            comparison.show(pair());
            QCOMPARE(comparison.state(), State::Waiting);
            QTRY_COMPARE_WITH_TIMEOUT(comparison.state(), State::Measuring, 5'000);
            QTRY_COMPARE_WITH_TIMEOUT(comparison.state(), State::Done, 10'000);
            QVERIFY(progress.count() > 0);
            QCOMPARE(summaryOf(*comparison.measure())->most, 12);
            QTRY_COMPARE_WITH_TIMEOUT(onShelf().size(), 1, 5'000);
            QVERIFY(onShelf().constFirst().startsWith(u"measure-"));
        }
        Comparison again(shelf(), hashes());
        QList<State> states;
        connect(&again, &Comparison::changed, &again, [&] { states.append(again.state()); });
        again.show(pair());
        QTRY_COMPARE_WITH_TIMEOUT(again.state(), State::Done, 5'000);
        QCOMPARE(states, (QList<State>{State::Waiting, State::Done})); // not measured
        QCOMPARE(summaryOf(*again.measure())->most, 12);

        // By other frames it is another measure.
        ComparedPair later = pair();
        later.pairing.offset = 100ms;
        again.show(later);
        QVERIFY(!again.measure());
        QTRY_COMPARE_WITH_TIMEOUT(again.state(), State::Done, 10'000);
        QVERIFY(states.contains(State::Measuring));
        QCOMPARE(again.measure()->frames.front().pair.before, 3);
    }

    void aDamagedEntryIsMeasuredAnew()
    {
        QString name;
        {
            Comparison comparison(shelf(), hashes());
            comparison.show(pair());
            QTRY_COMPARE_WITH_TIMEOUT(onShelf().size(), 1, 10'000);
            name = onShelf().constFirst();
        }
        QFile entry(m_data->filePath(QString(u"shelf/" + name)));
        QVERIFY(entry.open(QIODevice::WriteOnly | QIODevice::Truncate) && entry.write("{\"frames") > 0);
        entry.close();
        Comparison comparison(shelf(), hashes());
        comparison.show(pair());
        QTRY_COMPARE_WITH_TIMEOUT(comparison.state(), State::Done, 10'000);
        QCOMPARE(int(comparison.measure()->frames.size()), 30);
    }

    void whatIsNoLongerShownFallsAway()
    {
        Comparison comparison(shelf(), hashes());
        comparison.show(pair());
        QTRY_COMPARE_WITH_TIMEOUT(comparison.state(), State::Measuring, 5'000);
        ComparedPair same = pair();
        same.after = m_clip;
        comparison.show(same);
        QCOMPARE(comparison.state(), State::Waiting);
        QTRY_COMPARE_WITH_TIMEOUT(comparison.state(), State::Done, 10'000);
        QVERIFY(summaryOf(*comparison.measure())->noticeable == 0); // of the clip and itself
        comparison.show(std::nullopt);
        QCOMPARE(comparison.state(), State::Nothing);
        QVERIFY(!comparison.measure());
    }

    void aNewClipIsNotMeasured()
    {
        Comparison comparison(shelf(), hashes());
        ComparedPair remade = pair();
        remade.frames = ComparedPair::Frames::DoNotCorrespond;
        comparison.show(remade);
        QCOMPARE(comparison.state(), State::NewClip);
        QTest::qWait(500);
        QCOMPARE(comparison.state(), State::NewClip);
        QVERIFY(onShelf().isEmpty());
    }

    void whatCannotBeMeasuredFails()
    {
        Comparison comparison(shelf(), hashes());
        ComparedPair gone = pair();
        gone.after = m_media.filePath(QStringLiteral("gone.mp4"));
        comparison.show(gone);
        QTRY_COMPARE_WITH_TIMEOUT(comparison.state(), State::Failed, 5'000);
        QCOMPARE(comparison.error()->kind, ErrorKind::FileMissing);
    }

    void speaksOfWhatChanged()
    {
        const double inf = std::numeric_limits<double>::infinity();
        Measure measure;
        measure.before = measure.after = {4, QSize(320, 180), 133ms};
        QVERIFY(changeSentence(measure).startsWith(u"Nothing to compare"));
        for (int i = 0; i < 4; ++i)
            measure.frames.push_back({{i, i, i * 1100ms}, {1, 1, 1, 1}, {inf, inf, inf, inf}});
        QCOMPARE(changeSentence(measure), QStringLiteral("No frame has changed; sound not compared"));
        measure.frames[3].ssim = {0.98, 0.4, 0.5, 0.8};
        measure.frames[3].psnr = {40, 18, 19, 22};
        QCOMPARE(changeSentence(measure),
                 QStringLiteral("Changed most at 00:03.3; mostly colour in 25 % of the frames; "
                                "sound not compared"));
        QVERIFY(comparisonNotes(measure).isEmpty());
        measure.after.size = QSize(180, 320);
        measure.unread = 2;
        QCOMPARE(comparisonNotes(measure).size(), 2);
        QCOMPARE(momentText(61'250ms), QStringLiteral("01:01.2"));
        QVERIFY(frameChangeText(measure.frames[0]).contains(u"PSNR: light ∞ dB"));
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
