// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a frame that is moved, stretched or given a shape: it never leaves the picture.
#include "ui/order/cropgeometry.h"

#include <QTest>

using namespace retake;

class TestCropGeometry : public QObject
{
    Q_OBJECT

    static constexpr double none = 0;

private Q_SLOTS:

    void moved_data()
    {
        QTest::addColumn<QPointF>("by");
        QTest::addColumn<QRectF>("to");
        QTest::newRow("a little") << QPointF(10, -20) << QRectF(110, 80, 200, 150);
        QTest::newRow("to the corner") << QPointF(-500, -500) << QRectF(0, 0, 200, 150);
        QTest::newRow("past the other") << QPointF(900, 900) << QRectF(200, 150, 200, 150);
    }

    void moved()
    {
        QFETCH(QPointF, by);
        QFETCH(QRectF, to);
        QCOMPARE(movedCrop({100, 100, 200, 150}, by, {{400, 300}, 64, none}), to);
    }

    void stretched_data()
    {
        QTest::addColumn<int>("grip");
        QTest::addColumn<QPointF>("to");
        QTest::addColumn<double>("shape");
        QTest::addColumn<QRectF>("frame");
        const auto row = [](const char *name, Grip grip, QPointF to, double shape, QRectF frame) {
            QTest::newRow(name) << int(grip) << to << shape << frame;
        };
        row("left", Grip::Left, {50, 0}, none, {50, 100, 250, 150});
        row("right", Grip::Right, {380, 0}, none, {100, 100, 280, 150});
        row("top", Grip::Top, {0, 20}, none, {100, 20, 200, 230});
        row("bottom", Grip::Bottom, {0, 200}, none, {100, 100, 200, 100});
        row("top left", Grip::TopLeft, {20, 30}, none, {20, 30, 280, 220});
        row("bottom right", Grip::BottomRight, {310, 260}, none, {100, 100, 210, 160});
        row("out of the picture", Grip::BottomRight, {900, 900}, none, {100, 100, 300, 200});
        row("out above", Grip::TopLeft, {-900, -900}, none, {0, 0, 300, 250});
        row("held to the least", Grip::Left, {299, 0}, none, {236, 100, 64, 150});
        row("turned over", Grip::BottomRight, {0, 0}, none, {100, 100, 64, 64});
        row("square by a corner", Grip::BottomRight, {280, 120}, 1, {100, 100, 180, 180});
        row("square by the other", Grip::TopLeft, {200, 200}, 1, {200, 150, 100, 100});
        row("square, held by the edge", Grip::BottomRight, {390, 290}, 1, {100, 100, 200, 200});
        row("square by a side", Grip::Right, {200, 0}, 1, {100, 125, 100, 100});
        row("square by a side, moved in", Grip::Right, {400, 0}, 1, {100, 0, 300, 300});
        row("upright, the least", Grip::BottomRight, {0, 0}, 0.5, {100, 100, 64, 128});
        row("lying, the least", Grip::BottomRight, {0, 0}, 2, {100, 100, 128, 64});
        row("nowhere", Grip::Inside, {0, 0}, none, {100, 100, 200, 150});
    }

    void stretched()
    {
        QFETCH(int, grip);
        QFETCH(QPointF, to);
        QFETCH(double, shape);
        QFETCH(QRectF, frame);
        QCOMPARE(stretchedCrop({100, 100, 200, 150}, Grip(grip), to, {{400, 300}, 64, shape}), frame);
    }

    void shaped_data()
    {
        QTest::addColumn<double>("shape");
        for (const double shape : {1.0, 16.0 / 9, 9.0 / 16, 7.0, 1.0 / 7, 4.0 / 3})
            QTest::addRow("%g", shape) << shape;
    }

    void shaped()
    {
        QFETCH(double, shape);
        for (const QRectF &frame :
             {QRectF(0, 0, 400, 300), QRectF(300, 200, 100, 100), QRectF(0, 0, 64, 300)}) {
            const QRectF got = shapedCrop(frame, {{400, 300}, 64, shape});
            QVERIFY(QRectF(-1e-9, -1e-9, 400 + 1e-6, 300 + 1e-6).contains(got));
            QVERIFY(qAbs(got.width() / got.height() - shape) < 1e-9);
        }
        QCOMPARE(shapedCrop({100, 100, 50, 90}, {{400, 300}, 64, none}), QRectF(100, 100, 50, 90));
    }

    void aPictureSmallerThanTheLeast()
    {
        const CropBounds bounds{{50, 40}, 64, none};
        QCOMPARE(stretchedCrop({0, 0, 50, 40}, Grip::BottomRight, {10, 10}, bounds), QRectF(0, 0, 50, 40));
    }

    void grips()
    {
        const QRectF frame(100, 100, 200, 150);
        QCOMPARE(gripAt(frame, {103, 98}, 8), Grip::TopLeft);
        QCOMPARE(gripAt(frame, {200, 252}, 8), Grip::Bottom);
        QCOMPARE(gripAt(frame, {298, 175}, 8), Grip::Right);
        QCOMPARE(gripAt(frame, {150, 150}, 8), Grip::Inside);
        QCOMPARE(gripAt(frame, {20, 20}, 8), Grip::None);
    }
};

QTEST_GUILESS_MAIN(TestCropGeometry)
#include "tst_cropgeometry.moc"
