// SPDX-License-Identifier: GPL-3.0-or-later
// The geometry of a plan, and which source frame each made frame shows: tables, no files.
#include "plannedclip.h"

#include <QTest>

using namespace retake;

namespace {

FrameTimes evenTimes(double rate, int count, double jitter = 0)
{
    FrameTimes times;
    for (int i = 0; i < count; ++i) {
        const double off = i == 0 ? 0 : (i % 2 ? jitter : -jitter);
        times.push_back(Microseconds(qRound64((i / rate + off) * 1e6)));
    }
    return times;
}

} // namespace

class TestConformShape : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void framings_data()
    {
        QTest::addColumn<QSize>("seen");
        QTest::addColumn<QString>("framing");
        QTest::addColumn<QString>("shape");
        QTest::addColumn<QSize>("made");
        QTest::addColumn<QRect>("crop");
        QTest::addColumn<QRect>("placed");
        const auto row = [](const char *name, QSize seen, const char *framing, const char *shape, QSize made,
                            QRect crop = {}, QRect placed = {}) {
            QTest::newRow(name) << seen << QString::fromLatin1(framing) << QString::fromLatin1(shape) << made
                                << crop << placed;
        };
        row("keep ignores the shape", {1280, 720}, "keep", "9:16", {1280, 720});
        row("fit, nothing asked", {1280, 720}, "fit", "", {1280, 720});
        row("fill, nothing asked", {1280, 720}, "fill", "", {1280, 720});
        row("fit, has it already", {1280, 720}, "fit", "16:9", {1280, 720});
        row("fit, nearly has it", {854, 480}, "fit", "16:9", {854, 480});
        row("fill, nearly has it", {641, 359}, "fill", "16:9", {640, 358});
        row("fit upright", {1280, 720}, "fit", "9:16", {1280, 2274}, {}, {0, 776, 1280, 720});
        row("fit square", {1280, 720}, "fit", "1:1", {1280, 1280}, {}, {0, 280, 1280, 720});
        row("fit, bars at the sides", {720, 1280}, "fit", "16:9", {2274, 1280}, {}, {776, 0, 720, 1280});
        row("fill upright", {1280, 720}, "fill", "9:16", {404, 720}, {438, 0, 404, 720});
        row("fill square", {1280, 720}, "fill", "1:1", {720, 720}, {280, 0, 720, 720});
        row("fill wide", {720, 1280}, "fill", "16:9", {720, 404}, {0, 438, 720, 404});
        row("fit 4K upright", {3840, 2160}, "fit", "9:16", {2304, 4096}, {}, {0, 1400, 2304, 1296});
        row("fill small", {320, 180}, "fill", "1:1", {240, 240}, {70, 0, 180, 180});
        row("fit, nine to one", {1800, 200}, "fit", "", {1920, 240}, {}, {0, 14, 1920, 212});
        row("fill, nine to one", {1800, 200}, "fill", "", {1920, 240}, {100, 0, 1600, 200});
        row("fit, one to nine", {200, 1800}, "fit", "", {240, 1920}, {}, {14, 0, 212, 1920});
        row("fill, one to nine, to a square", {200, 1800}, "fill", "1:1", {240, 240}, {0, 800, 200, 200});
        row("fit, odd", {641, 359}, "fit", "1:1", {640, 640}, {}, {0, 140, 640, 358});
    }

    void framings()
    {
        QFETCH(QSize, seen);
        QFETCH(QString, framing);
        QFETCH(QString, shape);
        const ConformWish wish{std::nullopt, *framingFromName(framing), shapeFromText(shape)};
        const ClipInfo clip = clipOf(seen);
        const auto plan = planConform(clip, wish, wan());
        QVERIFY(plan);
        QTEST(plan->size, "made");
        QTEST(plan->crop, "crop");
        QTEST(plan->placed, "placed");
        QCOMPARE(plan->changes.contains(ConformChange::Cropped), !plan->crop.isNull());
        QCOMPARE(plan->changes.contains(ConformChange::Padded), !plan->placed.isNull());
    }

    void everyFramingObeysTheLimits()
    {
        for (const Framing framing : {Framing::Fit, Framing::Fill}) {
            for (const char *text : {"", "16:9", "9:16", "1:1", "20:1", "1:20"}) {
                const auto shape = shapeFromText(QString::fromLatin1(text));
                for (int width = 10; width < 9000; width += 411) {
                    for (int height = 10; height < 9000; height += 519) {
                        const QSize seen(width, height);
                        const auto plan = planConform(clipOf(seen), {std::nullopt, framing, shape}, wan());
                        QVERIFY(plan);
                        const QSize size = plan->size;
                        const int longSide = qMax(size.width(), size.height());
                        const int shortSide = qMin(size.width(), size.height());
                        QVERIFY(size.width() % 2 == 0 && size.height() % 2 == 0);
                        QVERIFY(shortSide >= 240 && longSide <= 4096 && longSide <= 8 * shortSide);
                        QVERIFY(plan->crop.isNull() || QRect(QPoint(), seen).contains(plan->crop));
                        QVERIFY(plan->placed.isNull() || QRect(QPoint(), size).contains(plan->placed));
                    }
                }
            }
        }
    }

    void sentences()
    {
        const ClipInfo clip = clipOf({200, 1800});
        const auto said = [&clip](Framing framing) {
            return describeChanges(clip, *planConform(clip, {std::nullopt, framing, std::nullopt}, wan()));
        };
        QVERIFY(said(Framing::Fit).contains(QStringLiteral("Scaled from 200 × 1800 to 212 × 1920")));
        QVERIFY(said(Framing::Fit).contains(QStringLiteral("Bars added: 212 × 1920 in 240 × 1920")));
        QVERIFY(
            said(Framing::Fill).contains(QStringLiteral("Cropped to the middle: 200 × 1600 of 200 × 1800")));
        QVERIFY(said(Framing::Fill).contains(QStringLiteral("Scaled from 200 × 1600 to 240 × 1920")));
    }

    void shapesInWords()
    {
        QVERIFY((shapeFromText(QStringLiteral("16:9")) == Rational{16, 9}));
        for (const QString &text : {QStringLiteral(""), QStringLiteral("0:1"), QStringLiteral("16/9"),
                                    QStringLiteral("1:0"), QStringLiteral("99999:1")})
            QVERIFY(!shapeFromText(text));
        Order order;
        order.framing = Framing::Fill;
        order.trim = seconds(1, 4);
        order.parameters.insert(QStringLiteral("ratio"), QStringLiteral("3:4"));
        QVERIFY((conformWish(order) == ConformWish{seconds(1, 4), Framing::Fill, Rational{3, 4}}));
    }

    void frameMaps_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("jitter");
        QTest::addColumn<double>("in");
        QTest::addColumn<double>("out");
        QTest::addColumn<QString>("map");
        const auto row = [](const char *name, double rate, double jitter, double in, double out,
                            const char *map) {
            QTest::newRow(name) << rate << jitter << in << out << QString::fromLatin1(map);
        };
        row("whole", 30, 0, -1, 0, "0+1x240");
        row("piece", 30, 0, 1, 4, "30+1x90");
        row("milliseconds", 30, 0.0005, 1, 4, "30+1x90");
        row("halved", 120, 0, 1, 3.5, "120+2x150");
        row("halved, clock of 1 ms", 120, 0.0005, 1, 3.5, "120+2x150");
        row("quartered", 240, 0, 0.5, 2.5, "121+4x120");
        row("doubled", 10, 0, 1, 3,
            "10+0x2,11+0x2,12+0x2,13+0x2,14+0x2,15+0x2,16+0x2,17+0x2,18+0x2,19+0x2,"
            "20+0x2,21+0x2,22+0x2,23+0x2,24+0x2,25+0x2,26+0x2,27+0x2,28+0x2,29+0x2");
    }

    void frameMaps()
    {
        QFETCH(double, rate);
        QFETCH(double, jitter);
        QFETCH(double, in);
        QFETCH(double, out);
        const ClipInfo clip = clipOf({1280, 720}, {int(rate), 1}, qint64(8 * rate));
        ConformWish wish;
        if (in >= 0)
            wish.trim = seconds(in, out);
        ClipInfo other = clip; // never a copy
        other.video.codec = QStringLiteral("hevc");
        const auto plan = planConform(other, wish, wan());
        QVERIFY(plan);
        const FrameMap map = planFrameMap(*plan, evenTimes(rate, int(8 * rate), jitter));
        QTEST(map.toText(), "map");
    }

    void unevenFrames()
    {
        // 0 for half a second, then 20 a second, and one that stands to the end
        FrameTimes times{Microseconds(0)};
        for (int i = 0; i < 20; ++i)
            times.push_back(Microseconds(500000 + i * 50000));
        ClipInfo clip = clipOf({1280, 720}, {10, 1}, 21);
        clip.video.constantRate = false;
        clip.video.duration = clip.duration = Microseconds(2500000);
        const auto plan = planConform(clip, std::nullopt, wan());
        QVERIFY(plan);
        QCOMPARE(plan->frameRate.toDouble(), 15.0);
        QCOMPARE(plan->frames, 38);
        const FrameMap map = planFrameMap(*plan, times);
        QCOMPARE(map.size(), 38);
        for (int made = 0; made < map.size(); ++made) {
            const double at = made / 15.0;
            const double begins = double(times.at(std::size_t(map.source(made))).count()) / 1e6;
            QVERIFY(begins <= at + 0.5 / 15);
            if (map.source(made) < 20)
                QVERIFY(double(times.at(std::size_t(map.source(made)) + 1).count()) / 1e6 > at + 0.4 / 15);
        }
        QCOMPARE(map.source(0), 0);
        QCOMPARE(map.source(37), 20);
        // what is on screen when the piece begins is its first frame, however long ago it came
        const auto late = planConform(clip, seconds(0.3, 2.4), wan());
        QCOMPARE(planFrameMap(*late, times).source(0), 0);
    }

    void copiesAndNothing()
    {
        const auto plan = planConform(clipOf(), std::nullopt, wan());
        QVERIFY(plan->copy);
        QCOMPARE(planFrameMap(*plan, evenTimes(30, 240)).toText(), QStringLiteral("0+1x240"));
        QVERIFY(planFrameMap(*plan, {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestConformShape)
#include "tst_conformshape.moc"
