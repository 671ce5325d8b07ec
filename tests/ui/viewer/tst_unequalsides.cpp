// SPDX-License-Identifier: GPL-3.0-or-later
// Sides that are stored in different ways, and screens of different scale: the same frame on both all the
// same.
#include "playback/pairplayer.h"
#include "support/clipmaker.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/viewerpane.h"

#include <QApplication>
#include <QFile>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

#include <algorithm>

using namespace retake;

namespace {

// The pane, and what stands on its canvas.
struct Screen
{
    ViewerPane pane;
    int read = 0;
    int torn = 0;
    int last = -1;

    Screen()
    {
        pane.resize(900, 640);
        pane.setSurroundings(Surroundings::Hidden); // no label lies on the numbers
        pane.show();
        QObject::connect(pane.player(), &PairPlayer::pairReady, &pane, [this](const PicturePair &pair) {
            if (pair.before.isNull() || pair.after.isNull())
                return;
            ++read;
            last = pair.beforeFrame;
            torn += painted(Side::Before) != last || painted(Side::After) != last;
        });
    }

    CompareCanvas &canvas() { return *pane.findChild<CompareCanvas *>(); }

    QImage seen(Side side)
    {
        const QRect place = canvas().pictureRect(side).toRect();
        return place.isEmpty() ? QImage() : canvas().grab(place).toImage();
    }

    int painted(Side side)
    {
        const QImage picture = seen(side);
        return picture.isNull() ? -1 : numberIn(picture).value_or(-1);
    }

    bool opens(const QString &before, const QString &after)
    {
        pane.showBefore(before, QStringLiteral("Source"), 1);
        pane.showAfter(after, QStringLiteral("Take"), 2);
        return QTest::qWaitFor([&] { return read > 0; }, 10'000);
    }

    bool goesTo(int frame)
    {
        pane.player()->seekToFrame(frame);
        return QTest::qWaitFor([&] { return last == frame; }, 10'000);
    }

    bool plays(int pairs)
    {
        const int until = read + pairs;
        return QTest::qWaitFor([&] { return read >= until; }, 20'000);
    }
};

} // namespace

class TestUnequalSides : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    QString make(const QString &name, ClipWish wish)
    {
        const QString file = m_dir.filePath(name);
        wish.audioCodec.clear();
        return makeClip(file, wish) ? file : QString();
    }

private Q_SLOTS:

    void storedTurnedAndStretched_data()
    {
        QTest::addColumn<int>("rotation");
        QTest::addColumn<QSize>("before");
        QTest::addColumn<QString>("aspect");
        QTest::addColumn<QSize>("after");
        QTest::newRow("upright phone beside wide pixels")
            << 90 << QSize(240, 426) << "4/3" << QSize(426, 240);
        QTest::newRow("head down beside narrow pixels") << 180 << QSize(426, 240) << "8/9" << QSize(320, 240);
        QTest::newRow("the other way beside very wide pixels")
            << 270 << QSize(270, 480) << "2/1" << QSize(480, 270);
        QTest::newRow("wide pixels on a side of the same shape")
            << 0 << QSize(426, 240) << "4/3" << QSize(426, 240);
    }

    void storedTurnedAndStretched()
    {
        QFETCH(int, rotation);
        QFETCH(QSize, before);
        QFETCH(QString, aspect);
        QFETCH(QSize, after);
        ClipWish turned;
        turned.size = before;
        turned.rotation = rotation;
        ClipWish stretched;
        stretched.size = after;
        stretched.sampleAspect = aspect;
        const QString left = make(QStringLiteral("turned%1.mp4").arg(rotation), turned);
        const QString right = make(QStringLiteral("stretched%1.mp4").arg(rotation), stretched);
        QVERIFY(!left.isEmpty() && !right.isEmpty());
        Screen screen;
        QVERIFY(screen.opens(left, right));
        for (const int frame : {0, 31, 17, 59})
            QVERIFY(screen.goesTo(frame));
        QCOMPARE(screen.torn, 0);
        const auto shape = [](QSizeF size) { return size.width() / size.height(); };
        const QRectF first = screen.canvas().pictureRect(Side::Before);
        const QRectF second = screen.canvas().pictureRect(Side::After);
        QVERIFY2(qAbs(shape(first.size()) / shape(before) - 1) < 0.015,
                 qPrintable(QString::number(shape(first.size()))));
        QVERIFY2(qAbs(shape(second.size()) / shape(after) - 1) < 0.015,
                 qPrintable(QString::number(shape(second.size()))));
        screen.pane.player()->setLooping(true);
        screen.pane.player()->play();
        QVERIFY(screen.plays(10));
        QCOMPARE(screen.torn, 0);
    }

    void theWindowMovesBetweenScreensOfDifferentScale()
    {
        QList<QScreen *> screens = QGuiApplication::screens();
        QCOMPARE(screens.size(), 2);
        std::sort(screens.begin(), screens.end(), [](const QScreen *a, const QScreen *b) {
            return a->devicePixelRatio() < b->devicePixelRatio();
        });
        QCOMPARE(screens[0]->devicePixelRatio(), 1.0);
        QCOMPARE(screens[1]->devicePixelRatio(), 2.0);
        ClipWish wish;
        wish.size = {854, 480};
        const QString left = make(QStringLiteral("left.mp4"), wish);
        wish.keyInterval = 40;
        const QString right = make(QStringLiteral("right.mkv"), wish);
        Screen screen;
        screen.pane.windowHandle()->setScreen(screens[0]);
        screen.pane.move(screens[0]->geometry().topLeft());
        QTRY_COMPARE(screen.canvas().devicePixelRatioF(), 1.0);
        QVERIFY(screen.opens(left, right));
        const QSize plain = screen.canvas().displaySize(Side::Before);
        screen.pane.player()->setLooping(true);
        screen.pane.player()->play();
        for (int i = 1; i <= 6; ++i) {
            screen.pane.windowHandle()->setScreen(screens[i % 2]);
            screen.pane.move(screens[i % 2]->geometry().topLeft() + QPoint(10 * i, 10));
            QTRY_COMPARE(screen.canvas().devicePixelRatioF(), i % 2 ? 2.0 : 1.0);
            QTRY_COMPARE(screen.canvas().displaySize(Side::Before), i % 2 ? plain * 2 : plain);
            QVERIFY(screen.plays(6));
        }
        QCOMPARE(screen.torn, 0);
        screen.pane.player()->pause();
        screen.pane.windowHandle()->setScreen(screens[1]);
        QVERIFY(screen.goesTo(33));
        // As sharp as the screen is: what stands comes in as many pixels as are painted.
        QTRY_COMPARE(screen.seen(Side::After).size(),
                     (screen.canvas().pictureRect(Side::After).toRect().size() * 2));
        QCOMPARE(screen.painted(Side::Before), 33);
        QCOMPARE(screen.painted(Side::After), 33);
    }
};

// The offscreen platform has as many screens as its file says.
int main(int argc, char *argv[])
{
    const QTemporaryDir dir;
    QFile screens(dir.filePath(QStringLiteral("screens.json")));
    if (!screens.open(QIODevice::WriteOnly))
        return 1;
    screens.write(R"({"screens": [
        {"name": "plain", "x": 0, "y": 0, "width": 1400, "height": 900, "logicalDpi": 96,
         "logicalBaseDpi": 96, "dpr": 1},
        {"name": "fine", "x": 1400, "y": 0, "width": 2800, "height": 1800, "logicalDpi": 192,
         "logicalBaseDpi": 96, "dpr": 1}]})");
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toUtf8());
    QApplication application(argc, argv);
    TestUnequalSides test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_unequalsides.moc"
