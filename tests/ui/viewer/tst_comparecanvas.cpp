// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/difference.h"

#include <QSignalSpy>
#include <QTest>

using namespace retake;

namespace {

QImage filled(QSize size, const QColor &color)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

// A canvas with a red Before and a blue After of the sizes that it asks for.
struct Stage
{
    CompareCanvas canvas;

    explicit Stage(ViewMode mode, QSize shape = {16, 9})
    {
        canvas.resize(640, 400);
        for (const Side side : bothSides)
            canvas.setPresent(side, true);
        canvas.setTitle(Side::Before, QStringLiteral("Source"));
        canvas.setTitle(Side::After, QStringLiteral("Rainy forest"));
        canvas.setMode(mode);
        show(shape, Qt::red, shape, Qt::blue);
    }

    void show(QSize before, const QColor &red, QSize after, const QColor &blue)
    {
        const auto fit = [this](QSize shape, Side side) {
            return shape.scaled(canvas.displaySize(side), Qt::KeepAspectRatio);
        };
        canvas.showPair({filled(fit(before, Side::Before), red), filled(fit(after, Side::After), blue), 7, 7,
                         Microseconds(0), 7},
                        90);
    }

    QColor at(double x, double y)
    {
        const QImage seen = canvas.grab().toImage();
        return seen.pixelColor(int(x), int(y));
    }

    QColor at(QPointF point) { return at(point.x(), point.y()); }
};

} // namespace

class TestCompareCanvas : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void sideBySide()
    {
        Stage stage(ViewMode::SideBySide);
        const QRectF before = stage.canvas.pictureRect(Side::Before);
        const QRectF after = stage.canvas.pictureRect(Side::After);
        QCOMPARE(before.size(), after.size());
        QVERIFY(before.right() <= 320 && after.left() >= 320);
        QCOMPARE(stage.at(before.center()), QColor(Qt::red));
        QCOMPARE(stage.at(after.center()), QColor(Qt::blue));
        QVERIFY(stage.at(320, before.center().y()).lightness() < 60); // the gap
        QVERIFY(stage.at(320, 4).lightness() < 60);                   // the dark ground
    }

    void whatIsCroppedAwayIsDimmed()
    {
        Stage stage(ViewMode::SideBySide);
        const QRectF before = stage.canvas.pictureRect(Side::Before);
        const auto inBefore = [&before](double x, double y) {
            return QPointF(before.left() + x * before.width(), before.top() + y * before.height());
        };
        stage.canvas.setCrop(Side::Before, QRectF(0.25, 0, 0.5, 1));
        QCOMPARE(stage.at(inBefore(0.5, 0.5)), QColor(Qt::red));
        QVERIFY(stage.at(inBefore(0.1, 0.5)).red() < 128);
        QVERIFY(stage.at(inBefore(0.9, 0.5)).red() < 128);
        QCOMPARE(stage.at(stage.canvas.pictureRect(Side::After).center()), QColor(Qt::blue));
        stage.canvas.setCrop(Side::Before, {});
        QCOMPARE(stage.at(inBefore(0.1, 0.5)), QColor(Qt::red));
    }

    void otherShapesStandAgainstTheMiddle()
    {
        Stage stage(ViewMode::SideBySide);
        stage.show({9, 16}, Qt::red, {1, 1}, Qt::blue);
        const QRectF before = stage.canvas.pictureRect(Side::Before);
        const QRectF after = stage.canvas.pictureRect(Side::After);
        QVERIFY(before.height() > before.width());
        QVERIFY(after.left() - before.right() < 10);
        QVERIFY(QRectF(stage.canvas.rect()).contains(before) && QRectF(stage.canvas.rect()).contains(after));
    }

    void singleShowsTheChosenSide()
    {
        Stage stage(ViewMode::Single);
        const QPointF middle = stage.canvas.pictureRect(Side::After).center();
        QCOMPARE(stage.at(middle), QColor(Qt::blue));
        stage.canvas.setSingleSide(Side::Before);
        QCOMPARE(stage.at(middle), QColor(Qt::red));
        stage.canvas.setPresent(Side::Before, false); // the only one there is
        QCOMPARE(stage.at(middle), QColor(Qt::blue));
    }

    void wipe()
    {
        Stage stage(ViewMode::Wipe);
        const QRectF place = stage.canvas.pictureRect(Side::Before);
        stage.canvas.setWipe(0.3);
        const double y = place.top() + place.height() * 0.8;
        const double line = place.left() + place.width() * 0.3;
        QCOMPARE(stage.at(place.left() + 3, y), QColor(Qt::red));
        QCOMPARE(stage.at(line - 4, y), QColor(Qt::red));
        QCOMPARE(stage.at(line + 4, y), QColor(Qt::blue));
        QCOMPARE(stage.at(place.right() - 3, y), QColor(Qt::blue));
    }

    void wipeIsDraggedAndHeldInside()
    {
        Stage stage(ViewMode::Wipe);
        const QRectF place = stage.canvas.pictureRect(Side::Before);
        const auto point = [&](double part) {
            return QPointF(place.left() + place.width() * part, place.center().y()).toPoint();
        };
        QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, point(0.5));
        QTest::mouseMove(&stage.canvas, point(0.75));
        QVERIFY(qAbs(stage.canvas.wipe() - 0.75) < 0.01);
        QTest::mouseMove(&stage.canvas, point(3));
        QCOMPARE(stage.canvas.wipe(), 1.0);
        QTest::mouseRelease(&stage.canvas, Qt::LeftButton, {}, point(0.2));
        const double rested = stage.canvas.wipe();
        QTest::mouseMove(&stage.canvas, point(0.6));
        QCOMPARE(stage.canvas.wipe(), rested);
        stage.canvas.moveWipe(-1);
        QVERIFY(stage.canvas.wipe() < rested);
    }

    void differenceOfTheSameIsBlack()
    {
        Stage stage(ViewMode::Difference);
        const QRectF place = stage.canvas.pictureRect(Side::Before);
        const QPointF low(place.center().x(), place.bottom() - 20);
        QCOMPARE(stage.at(low), QColor(255, 0, 255));
        stage.show({16, 9}, Qt::red, {16, 9}, Qt::red);
        QCOMPARE(stage.at(low), QColor(Qt::black));
        const QImage faint =
            differenceOf(filled({4, 4}, QColor(100, 100, 100)), filled({8, 8}, QColor(110, 98, 100)));
        QCOMPARE(faint.size(), QSize(4, 4));
        QCOMPARE(faint.pixelColor(2, 2), QColor(40, 8, 0));
    }

    void blinkTakesTurns()
    {
        Stage stage(ViewMode::Blink);
        const QPointF middle = stage.canvas.pictureRect(Side::Before).center();
        QCOMPARE(stage.at(middle), QColor(Qt::red));
        QTRY_COMPARE(stage.at(middle), QColor(Qt::blue));
        QTRY_COMPARE(stage.at(middle), QColor(Qt::red));
    }

    void aSentenceStandsInItsHalf()
    {
        Stage stage(ViewMode::Wipe);
        stage.canvas.setSentence(Side::After, ErrorSentence{QStringLiteral("“x.mp4” is damaged or cut off."),
                                                            QStringLiteral("Export it again."),
                                                            Cure::None,
                                                            {}});
        QCOMPARE(stage.canvas.shownMode(), ViewMode::SideBySide); // so that both can be seen
        QVERIFY(stage.canvas.accessibleName().contains(QStringLiteral("damaged")));
        stage.show({16, 9}, Qt::red, {}, {});
        QCOMPARE(stage.at(stage.canvas.pictureRect(Side::Before).center()), QColor(Qt::red));
        const QImage seen = stage.canvas.grab().toImage();
        int light = 0;
        for (int x = 330; x < 620; ++x) {
            for (int y = 170; y < 230; ++y)
                light += seen.pixelColor(x, y).lightness() > 140;
        }
        QVERIFY(light > 50); // words are there
        stage.canvas.setSentence(Side::After, std::nullopt);
        QCOMPARE(stage.canvas.shownMode(), ViewMode::Wipe);
    }

    void picturesAreAskedForInTheSizeShown()
    {
        Stage stage(ViewMode::SideBySide);
        QSignalSpy changed(&stage.canvas, &CompareCanvas::displaySizeChanged);
        const QSize half = stage.canvas.displaySize(Side::After);
        QVERIFY(half.width() < 320);
        stage.canvas.setMode(ViewMode::Wipe);
        QVERIFY(stage.canvas.displaySize(Side::After).width() > 600);
        QVERIFY(!changed.isEmpty());
        // Painted in that size, not one pixel is interpolated.
        QCOMPARE(stage.canvas.pictureRect(Side::Before).size().toSize().width(), 612);
    }

    void saysWhereItIs()
    {
        Stage stage(ViewMode::Wipe);
        QCOMPARE(stage.canvas.accessibleName(), QStringLiteral("Wipe, frame 8 of 90"));
        QCOMPARE(stage.canvas.focusPolicy(), Qt::StrongFocus);
    }
};

QTEST_MAIN(TestCompareCanvas)
#include "tst_comparecanvas.moc"
