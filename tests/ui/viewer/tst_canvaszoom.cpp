// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvasstage.h"

#include <QSignalSpy>
#include <QTest>

using namespace retake;

namespace {

constexpr QSize clip(320, 180); // fitted into 612 x 344 at 14, 28

CanvasStage mapped(ViewMode mode)
{
    return {mode, mapPicture(clip), mapPicture(clip)};
}

void drag(CompareCanvas &canvas, Qt::MouseButton button, QPoint from, QPoint to)
{
    QTest::mousePress(&canvas, button, {}, from);
    QTest::mouseMove(&canvas, to);
    QTest::mouseRelease(&canvas, button, {}, to);
}

} // namespace

class TestCanvasZoom : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void whatIsUnderThePointerStays()
    {
        auto stage = mapped(ViewMode::Single);
        const QPointF point(200.5, 150.5);
        const QPoint under(int((point.x() - 14) / 612 * 320), int((point.y() - 28) / 344 * 180));
        stage.canvas.zoomTo(16, point);
        QCOMPARE(stage.canvas.scale(), 16.0);
        QCOMPARE(stage.mapAt(point), under);
        stage.canvas.zoomTo(3, point);
        QCOMPARE(stage.mapAt(point), under);
        stage.canvas.zoomTo(100, point); // held
        QCOMPARE(stage.canvas.scale(), 16.0);
        QCOMPARE(stage.mapAt(point), under);
    }

    void theWheelZooms()
    {
        auto stage = mapped(ViewMode::Wipe);
        const QPointF point(100.5, 250.5);
        const QPoint under(int((point.x() - 14) / 612 * 320), int((point.y() - 28) / 344 * 180));
        stage.wheel(point, 6);
        QVERIFY(stage.canvas.scale() > 6);
        QCOMPARE(stage.mapAt(point), under);
        stage.wheel(point, -3);
        QCOMPARE(stage.mapAt(point), under);
        stage.wheel(point, -40);
        QVERIFY(stage.canvas.scale() == 1.0); // smaller than fitted, where the clip is small
        stage.canvas.fitPictures();
        QVERIFY(stage.canvas.isFitted());
        QCOMPARE(stage.canvas.pictureRect(Side::Before), QRectF(14, 28, 612, 344));
    }

    void oneToOneIsPixelForPixel()
    {
        auto stage = mapped(ViewMode::Single);
        stage.canvas.zoomTo(1);
        const QRectF place = stage.canvas.pictureRect(Side::After);
        QCOMPARE(place.size(), QSizeF(clip));
        const QImage seen = stage.seen();
        for (const QPoint pixel : {QPoint(0, 100), QPoint(319, 179), QPoint(160, 90), QPoint(257, 41)})
            QCOMPARE(seen.pixel(place.topLeft().toPoint() + pixel) | 0xff000000,
                     mapColor(pixel.x(), pixel.y()));
    }

    void everyPixelIsABlockAbove200()
    {
        QImage board(clip, QImage::Format_RGB32);
        for (int y = 0; y < clip.height(); ++y) {
            for (int x = 0; x < clip.width(); ++x)
                board.setPixel(x, y, (x + y) % 2 ? qRgb(255, 255, 255) : qRgb(0, 0, 0));
        }
        CanvasStage stage(ViewMode::Single, board, board);
        const auto between = [&] {
            const QImage seen = stage.seen();
            int count = 0;
            for (int x = 250; x < 400; ++x) {
                const int grey = qGray(seen.pixel(x, 200));
                count += grey > 10 && grey < 245;
            }
            return count;
        };
        stage.canvas.zoomTo(4);
        QCOMPARE(between(), 0);
        stage.canvas.zoomTo(1.5);
        QVERIFY(between() > 20);
    }

    void draggingPans()
    {
        auto stage = mapped(ViewMode::SideBySide);
        stage.canvas.zoomTo(8);
        const QPoint left(150, 200);
        const QPoint right(480, 210);
        const QPoint before = stage.mapAt(left);
        drag(stage.canvas, Qt::LeftButton, left, left - QPoint(80, 40));
        QCOMPARE(stage.mapAt(left), before + QPoint(10, 5));
        drag(stage.canvas, Qt::MiddleButton, right, right + QPoint(160, 80));
        QCOMPARE(stage.mapAt(left), before - QPoint(10, 5));
        const QRectF places[] = {stage.canvas.pictureRect(Side::Before),
                                 stage.canvas.pictureRect(Side::After)};
        const double apart = places[1].left() - places[0].left();
        QCOMPARE(stage.mapAt(left), stage.mapAt(QPointF(left) + QPointF(apart, 0)));
        QCOMPARE(places[0].top(), places[1].top());
        QTest::mouseMove(&stage.canvas, left); // let go
        QCOMPARE(stage.mapAt(left), before - QPoint(10, 5));
    }

    void edgesAreHeld()
    {
        auto stage = mapped(ViewMode::Single);
        stage.canvas.zoomTo(8);
        stage.canvas.panBy({100000, 100000});
        QCOMPARE(stage.canvas.visibleRect(Side::After).topLeft(),
                 stage.canvas.pictureRect(Side::After).topLeft());
        QCOMPARE(stage.mapAt({100, 300}), QPoint((100 - 14) / 8, (300 - 14) / 8));
        stage.canvas.panBy({-80, 0}); // the way back begins at once
        QCOMPARE(stage.mapAt({100, 300}), QPoint((100 - 14 + 80) / 8, (300 - 14) / 8));
        auto fitted = mapped(ViewMode::Single);
        drag(fitted.canvas, Qt::LeftButton, {300, 200}, {200, 100});
        QCOMPARE(fitted.canvas.pictureRect(Side::After), QRectF(14, 28, 612, 344));
    }

    void modesAndPicturesKeepTheZoom()
    {
        auto stage = mapped(ViewMode::Single);
        stage.canvas.zoomTo(10, {120, 120});
        const QPoint middle = stage.mapAt({319.5, 199.5});
        for (const ViewMode mode :
             {ViewMode::Wipe, ViewMode::Blink, ViewMode::SideBySide, ViewMode::Single}) {
            stage.canvas.setMode(mode);
            stage.show(mapPicture(clip), mapPicture(clip));
            QCOMPARE(stage.canvas.scale(), 10.0);
        }
        QCOMPARE(stage.mapAt({319.5, 199.5}), middle);
        stage.canvas.setPresent(Side::After, false);
        QCOMPARE(stage.mapAt({319.5, 199.5}), middle);
        stage.canvas.resize(700, 500);
        QCOMPARE(stage.canvas.scale(), 10.0);
    }

    void stepsGoByRoundFiguresAndThroughFit()
    {
        auto stage = mapped(ViewMode::Single); // fitted at 191 %
        stage.canvas.zoomStep(1);
        QCOMPARE(stage.canvas.scale(), 2.0);
        stage.canvas.zoomStep(1);
        QCOMPARE(stage.canvas.scale(), 3.0);
        for (int i = 0; i < 20; ++i)
            stage.canvas.zoomStep(1);
        QCOMPARE(stage.canvas.scale(), 16.0);
        stage.canvas.zoomTo(2);
        stage.canvas.zoomStep(-1);
        QVERIFY(stage.canvas.isFitted());
        stage.canvas.zoomStep(-1);
        QCOMPARE(stage.canvas.scale(), 1.5);
    }

    void picturesAreAskedForAsLargeAsTheyAreShown()
    {
        const QSize large(1920, 1080);
        CanvasStage stage(ViewMode::Wipe, plainPicture(large, Qt::red), plainPicture(large, Qt::blue));
        QCOMPARE(stage.canvas.displaySize(Side::Before), QSize(612, 372));
        QSignalSpy changed(&stage.canvas, &CompareCanvas::displaySizeChanged);
        stage.canvas.zoomTo(0.5);
        QCOMPARE(large.scaled(stage.canvas.displaySize(Side::Before), Qt::KeepAspectRatio), QSize(960, 540));
        QVERIFY(!changed.isEmpty());
        stage.canvas.zoomTo(8);
        QCOMPARE(stage.canvas.displaySize(Side::After), large); // no more than there is
        stage.canvas.fitPictures();
        QCOMPARE(stage.canvas.displaySize(Side::After), QSize(612, 372));
    }

    void aTakeOfAnotherSizeLiesInStep()
    {
        CanvasStage stage(ViewMode::SideBySide, mapPicture(clip), mapPicture(clip / 2));
        stage.canvas.zoomTo(8);
        const QRectF before = stage.canvas.pictureRect(Side::Before);
        const QRectF after = stage.canvas.pictureRect(Side::After);
        QCOMPARE(before.size(), after.size());
        const QPointF left(150.5, 200.5);
        const QPoint pixel = stage.mapAt(left);
        QCOMPARE(stage.mapAt(left + QPointF(after.left() - before.left(), 0)),
                 QPoint(pixel.x() / 2, pixel.y() / 2));
    }
};

QTEST_MAIN(TestCanvasZoom)
#include "tst_canvaszoom.moc"
