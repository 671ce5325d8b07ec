// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvasstage.h"
#include "ui/viewer/difference.h"

#include <QTest>
#include <QtMath>

using namespace retake;
using namespace std::chrono_literals;

namespace {

constexpr QSize clip(320, 180); // fitted into 612 x 344 at 14, 28
constexpr QPointF middle(320, 200);
constexpr QRgb red = 0xffff0000;
constexpr QRgb blue = 0xff0000ff;
constexpr QRgb black = 0xff000000;

CanvasStage redAndBlue(ViewMode mode)
{
    return {mode, plainPicture(clip, Qt::red), plainPicture(clip, Qt::blue)};
}

QPointF away(double degrees, double length)
{
    const double angle = qDegreesToRadians(degrees);
    return {length * std::cos(angle), length * std::sin(angle)};
}

// Where the dark chips of the labels lie over red and over blue.
std::pair<int, int> labels(const QImage &seen)
{
    std::pair<int, int> found;
    for (int y = 28; y < 372; ++y) {
        for (int x = 14; x < 626; ++x) {
            const QRgb color = seen.pixel(x, y);
            found.first += qRed(color) > 55 && qRed(color) < 90 && qBlue(color) < 20 && qGreen(color) < 20;
            found.second += qBlue(color) > 55 && qBlue(color) < 90 && qRed(color) < 20 && qGreen(color) < 20;
        }
    }
    return found;
}

} // namespace

class TestCanvasViews : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void theWipeTurns_data()
    {
        QTest::addColumn<double>("degrees");
        for (const double degrees : {0.0, 30.0, 77.0, 90.0, 135.0, 180.0, 270.0, 330.0})
            QTest::addRow("%g", degrees) << degrees;
    }

    void theWipeTurns()
    {
        QFETCH(double, degrees);
        auto stage = redAndBlue(ViewMode::Wipe);
        stage.canvas.setWipeLine({0.5, degrees});
        // Beside the grips, on both sides of the line.
        for (const double on : {-150.0, -40.0, 150.0}) {
            const QPointF along = middle + away(degrees + 90, on);
            QCOMPARE(stage.at(along - away(degrees, 5)), red);
            QCOMPARE(stage.at(along + away(degrees, 5)), blue);
        }
        const auto [before, after] = labels(stage.seen());
        QVERIFY2(before > 200 && after > 200, qPrintable(QStringLiteral("%1 %2").arg(before).arg(after)));
    }

    void aSideWithoutRoomHasNoLabel()
    {
        auto stage = redAndBlue(ViewMode::Wipe);
        stage.canvas.setWipe(0.03);
        QCOMPARE(labels(stage.seen()).first, 0);
        QVERIFY(labels(stage.seen()).second > 200);
        stage.canvas.setWipe(0.97);
        QCOMPARE(labels(stage.seen()).second, 0);
        QVERIFY(labels(stage.seen()).first > 200);
    }

    // With the pictures alone nothing lies on them but the line, until the pointer moves.
    void thePicturesAloneHaveNoGrip()
    {
        auto stage = redAndBlue(ViewMode::Wipe);
        QVERIFY(stage.at(stage.canvas.wipeTurnGrip()) != qRgb(255, 0, 0));
        stage.canvas.setSurroundings(Surroundings::Hidden);
        const auto isGripped = [&stage] {
            const QPointF beside = stage.canvas.wipeGrip() + QPointF(9, 0);
            const QRgb there = stage.at(beside);
            return there != qRgb(255, 0, 0) && there != qRgb(0, 0, 255);
        };
        QVERIFY(!isGripped());
        stage.hover({20, 20});
        QVERIFY(isGripped());
        QTRY_VERIFY(!isGripped()); // and goes again
    }

    void theWipeIsTurnedByItsGrip()
    {
        auto stage = redAndBlue(ViewMode::Wipe);
        stage.canvas.setWipe(0.6);
        const QPointF grip = stage.canvas.wipeGrip();
        QVERIFY(qAbs(grip.x() - (14 + 612 * 0.6)) < 0.01);
        QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, stage.canvas.wipeTurnGrip().toPoint());
        QTest::mouseMove(&stage.canvas, (grip + away(90 + 30, 60)).toPoint());
        QTest::mouseRelease(&stage.canvas, Qt::LeftButton, {}, (grip + away(90 + 30, 60)).toPoint());
        QVERIFY(qAbs(stage.canvas.wipeLine().degrees - 30) < 1);
        QCOMPARE(stage.at(grip + away(120, -70) - away(30, 6)), red); // it turned about its grip
        QCOMPARE(stage.at(grip + away(120, -70) + away(30, 6)), blue);

        stage.wheel({100, 100}, 1, Qt::AltModifier);
        QVERIFY(qAbs(stage.canvas.wipeLine().degrees - 35) < 1);
        QVERIFY(stage.canvas.isFitted());
        stage.wheel({100, 100}, -1, Qt::ShiftModifier);
        QVERIFY(qAbs(stage.canvas.wipeLine().degrees - 30) < 1);
        QTest::mouseDClick(&stage.canvas, Qt::LeftButton, {}, {100, 100});
        QCOMPARE(stage.canvas.wipeLine(), WipeLine());
    }

    void aTurnedLineIsDraggedAnywhere()
    {
        auto stage = redAndBlue(ViewMode::Wipe);
        stage.canvas.setWipeLine({0.5, 30});
        const QPoint to(430, 140);
        QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, {200, 300});
        QTest::mouseMove(&stage.canvas, to);
        QTest::mouseRelease(&stage.canvas, Qt::LeftButton, {}, to);
        QCOMPARE(stage.canvas.wipeLine().degrees, 30.0);
        QCOMPARE(stage.at(to - away(30, 5)), red);
        QCOMPARE(stage.at(to + away(30, 5)), blue);
    }

    void zoomedTheLineIsDraggedAndTheRestPans()
    {
        CanvasStage stage(ViewMode::Wipe, mapPicture(clip), plainPicture(clip, Qt::white));
        stage.canvas.zoomTo(8);
        const QPoint under = stage.mapAt({100, 200});
        const double line = stage.canvas.wipe();
        QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, {200, 100});
        QTest::mouseMove(&stage.canvas, {160, 100});
        QTest::mouseRelease(&stage.canvas, Qt::LeftButton, {}, {160, 100});
        QCOMPARE(stage.mapAt({100, 200}), under + QPoint(5, 0));
        QCOMPARE(stage.canvas.wipe(), line);
        // The line went with the picture.
        QVERIFY(qAbs(stage.canvas.wipeGrip().x() - 280) < 1);
        QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, {280, 90});
        QTest::mouseMove(&stage.canvas, {400, 90});
        QTest::mouseRelease(&stage.canvas, Qt::LeftButton, {}, {400, 90});
        QVERIFY(qAbs(stage.canvas.wipeGrip().x() - 400) < 1);
        QCOMPARE(stage.mapAt({100, 200}), under + QPoint(5, 0));
        QCOMPARE(stage.at({410, 300}), QRgb(0xffffffff));
        QVERIFY(stage.at({390, 300}) != 0xffffffff);
    }

    void differenceAmplifiedAndTinted()
    {
        const QImage before = plainPicture({4, 4}, QColor(100, 100, 100));
        const QImage after = plainPicture({4, 4}, QColor(106, 99, 100));
        using Tint = DifferenceLook::Tint;
        for (const int gain : offeredGains) {
            QCOMPARE(differenceOf(before, after, {gain, Tint::Colour}).pixel(1, 1), qRgb(6 * gain, gain, 0));
            QCOMPARE(differenceOf(before, after, {gain, Tint::Grey}).pixel(1, 1),
                     qRgb(6 * gain, 6 * gain, 6 * gain));
        }
        for (const Tint tint : {Tint::Colour, Tint::Grey, Tint::Heat})
            QCOMPARE(differenceOf(before, before, {16, tint}).pixel(2, 2), black);
        // Hotter is lighter, all the way, and one step is seen.
        int last = -1;
        for (int i = 0; i <= 255; ++i) {
            const int light = qGray(differenceColor(Tint::Heat, i / 255.0));
            QVERIFY(light >= last);
            last = light;
        }
        QVERIFY(differenceColor(Tint::Heat, 1 / 255.0) != black);
        QVERIFY(qRed(differenceColor(Tint::Heat, 0.5)) > 2 * qGreen(differenceColor(Tint::Heat, 0.5)));
    }

    void differenceOfAnotherSizeAndAPart()
    {
        const QImage map = mapPicture(clip);
        const QImage part = differenceOf(map, plainPicture(clip, Qt::black), {1, {}}, QRect(30, 40, 5, 6));
        QCOMPARE(part.size(), QSize(5, 6));
        QCOMPARE(part.pixel(2, 3), mapColor(32, 43));
        const QImage twice = differenceOf(plainPicture(clip, Qt::red), plainPicture(clip * 2, Qt::red));
        QCOMPARE(twice.size(), clip);
        QCOMPARE(twice.pixel(300, 170), black);
        CanvasStage stage(ViewMode::Difference, map, mapPicture(clip * 2));
        QCOMPARE(stage.canvas.displaySize(Side::Before), stage.canvas.displaySize(Side::After));
        stage.canvas.zoomTo(8);
        QCOMPARE(stage.canvas.displaySize(Side::After), clip);
    }

    void oneChangedPixelIsFoundZoomedIn()
    {
        QImage changed = mapPicture(clip);
        changed.setPixel(200, 100, changed.pixel(200, 100) ^ 0x000010);
        CanvasStage stage(ViewMode::Difference, mapPicture(clip), changed);
        stage.canvas.setDifferenceLook({8, DifferenceLook::Tint::Grey});
        const QPointF fitted(14 + 200.5 / 320 * 612, 28 + 100.5 / 180 * 344);
        stage.canvas.zoomTo(16, fitted);
        QCOMPARE(stage.at(fitted), qRgb(128, 128, 128));
        for (const QPointF beside : {QPointF(17, 0), QPointF(-17, 0), QPointF(0, 17), QPointF(0, -17)})
            QCOMPARE(stage.at(fitted + beside), black);
        stage.canvas.panBy({48, 16});
        QCOMPARE(stage.at(fitted + QPointF(48, 16)), qRgb(128, 128, 128));
        QCOMPARE(stage.at(fitted), black);
    }

    void blinkByTheClockAndByHand()
    {
        auto stage = redAndBlue(ViewMode::Blink);
        stage.canvas.setBlinkInterval(200ms);
        QCOMPARE(stage.at(middle), red);
        QTRY_COMPARE(stage.at(middle), blue);
        QTRY_COMPARE(stage.at(middle), red);
        stage.canvas.setBlinkInterval(0ms);
        QTest::qWait(450);
        QCOMPARE(stage.at(middle), red);
        stage.canvas.holdAfter(true);
        QCOMPARE(stage.at(middle), blue);
        stage.canvas.holdAfter(false);
        QCOMPARE(stage.at(middle), red);
        stage.canvas.setMode(ViewMode::Wipe);
        stage.canvas.holdAfter(true);
        QCOMPARE(stage.at({100, 200}), blue);
        stage.canvas.holdAfter(false);
        QCOMPARE(stage.at({100, 200}), red);
    }

    void sidesAreSwapped()
    {
        auto stage = redAndBlue(ViewMode::SideBySide);
        stage.canvas.setSwapped(true);
        QCOMPARE(stage.at({160, 200}), blue);
        QCOMPARE(stage.at({480, 200}), red);
        stage.canvas.setMode(ViewMode::Wipe);
        QCOMPARE(stage.at({160, 300}), blue);
        QCOMPARE(stage.at({480, 300}), red);
        const auto [overRed, overBlue] = labels(stage.seen());
        QVERIFY(overRed > 200 && overBlue > 200);
        stage.canvas.setMode(ViewMode::Single);
        QCOMPARE(stage.at(middle), red);
        stage.canvas.setSwapped(false);
        QCOMPARE(stage.at(middle), blue);
    }

    void pixelsAreRead()
    {
        CanvasStage stage(ViewMode::SideBySide, mapPicture(clip), plainPicture(clip * 2, QColor(10, 20, 30)));
        stage.canvas.zoomTo(8);
        const QPointF point(150, 200);
        const QPoint pixel = stage.mapAt(point);
        stage.hover(point);
        QVERIFY(stage.canvas.readoutText().isEmpty()); // off, until it is asked for
        stage.canvas.setReadout(true);
        stage.hover(point);
        const QString text = stage.canvas.readoutText();
        const QRgb value = mapColor(pixel.x(), pixel.y());
        const QRectF place = stage.canvas.pictureRect(Side::Before);
        const QPoint twice(int((point.x() - place.left()) / place.width() * 640),
                           int((point.y() - place.top()) / place.height() * 360));
        QCOMPARE(text, QStringLiteral("Before: %1, %2: %3 %4 %5\nAfter: %6, %7: 10 20 30")
                           .arg(pixel.x())
                           .arg(pixel.y())
                           .arg(qRed(value))
                           .arg(qGreen(value))
                           .arg(qBlue(value))
                           .arg(twice.x())
                           .arg(twice.y()));
        // From the other half the same two pixels are read.
        const double apart = stage.canvas.pictureRect(Side::After).left() - place.left();
        stage.hover(point + QPointF(apart, 0));
        QCOMPARE(stage.canvas.readoutText(), text);
        stage.hover({3, 3});
        QVERIFY(stage.canvas.readoutText().isEmpty());
    }

    void whatIsReadIsTheClipsOwn()
    {
        const QSize large(1920, 1080);
        CanvasStage stage(ViewMode::Wipe, plainPicture(large, Qt::red), plainPicture(large, Qt::red));
        stage.canvas.setReadout(true);
        QCOMPARE(stage.canvas.displaySize(Side::Before), large);
        QCOMPARE(stage.canvas.pictureRect(Side::Before), QRectF(14, 28, 612, 344));
        stage.canvas.setPlaying(true); // sizes for the eye alone
        QCOMPARE(stage.canvas.displaySize(Side::Before), QSize(612, 372));
    }

    void aShiftIsNamed()
    {
        auto stage = redAndBlue(ViewMode::SideBySide);
        const QImage plain = stage.seen();
        stage.canvas.setShift(2);
        QVERIFY(stage.canvas.accessibleName().contains(QStringLiteral("After +2 f")));
        QVERIFY(stage.seen().copy(320, 0, 320, 400) != plain.copy(320, 0, 320, 400));
        QCOMPARE(stage.seen().copy(0, 0, 320, 400), plain.copy(0, 0, 320, 400));
        stage.canvas.setShift(0);
        QCOMPARE(stage.seen(), plain);
    }
};

QTEST_MAIN(TestCanvasViews)
#include "tst_canvasviews.moc"
