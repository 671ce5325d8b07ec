// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewerpane.h"

#include "playback/pairplayer.h"
#include "support/numberedclip.h"
#include "ui/viewer/comparecanvas.h"

#include <QAction>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <array>

using namespace retake;

namespace {

// What of a burned-in number can be seen on a side, however it is zoomed, panned and wiped.
struct Reading
{
    int seen = 0; // a bit each
    int bits = 0;
    int dull = 0; // cells that are neither black nor white

    friend bool operator==(const Reading &, const Reading &) = default;
};

struct Screen
{
    ViewerPane pane;
    int torn = 0;
    int read = 0;
    int cells = 0;

    Screen()
    {
        pane.resize(900, 640);
        pane.show();
        canvas().setFocus();
    }

    CompareCanvas &canvas() { return *pane.findChild<CompareCanvas *>(); }

    PairPlayer &player() { return *pane.player(); }

    void trigger(const char *name) { pane.findChild<QAction *>(QString::fromLatin1(name))->trigger(); }

    // In a wipe a cell counts where the side is not covered by the other one.
    Reading painted(const QImage &picture, Side side)
    {
        const QRectF place = canvas().pictureRect(side);
        const QRectF visible = canvas().visibleRect(side).adjusted(2, 2, -2, -2);
        const bool wipes = canvas().shownMode() == ViewMode::Wipe;
        Reading reading;
        if (visible.isEmpty())
            return reading;
        for (int bit = 0; bit < numberBits; ++bit) {
            for (const bool inverse : {false, true}) {
                const QPointF centre =
                    place.topLeft() + numberCell(place.size().toSize(), bit, inverse).center();
                const double beyond = canvas().wipeLine().distance(place, centre);
                const bool mine = !wipes || (side == Side::Before ? beyond < -20 : beyond > 20);
                if (!visible.contains(centre) || !mine)
                    continue;
                const int light = qGray(picture.pixel(centre.toPoint()));
                reading.dull += light > 70 && light < 185;
                reading.seen |= 1 << bit;
                if ((light > 127) != inverse)
                    reading.bits |= 1 << bit;
            }
        }
        return reading;
    }

    int wholeNumber(Side side)
    {
        const Reading reading = painted(canvas().grab().toImage(), side);
        return reading.seen == (1 << numberBits) - 1 && reading.dull == 0 ? reading.bits : -1;
    }

    // Every pair that is painted from now on is read from the screen.
    void watch()
    {
        QObject::connect(pane.player(), &PairPlayer::pairReady, &pane, [this](const PicturePair &pair) {
            if (!pair.before.isNull() && !pair.after.isNull())
                look();
        });
    }

    void look()
    {
        const QImage picture = canvas().grab().toImage();
        const Reading before = painted(picture, Side::Before);
        const Reading after = painted(picture, Side::After);
        const int both = before.seen & after.seen;
        ++read;
        for (int bit = 0; bit < numberBits; ++bit)
            cells += both >> bit & 1;
        torn += (before.bits & both) != (after.bits & both) || before.dull || after.dull;
    }

    bool opens(const QString &before, const QString &after)
    {
        pane.showBefore(before, QStringLiteral("Source"), 1);
        pane.showAfter(after, QStringLiteral("Rainy forest"), 2);
        return QTest::qWaitFor(
            [&] { return wholeNumber(Side::Before) >= 0 && wholeNumber(Side::After) >= 0; }, 10'000);
    }
};

} // namespace

class TestViewerViews : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_source;
    QString m_take;
    QString m_shifted;

    QString make(const char *name, int first, const QColor &ground)
    {
        NumberedClip clip;
        clip.file = m_dir.filePath(QString::fromLatin1(name));
        clip.frames = 60;
        clip.first = first;
        clip.ground = ground;
        clip.output = {QStringLiteral("-c:v"), QStringLiteral("libx264")};
        QString complaint;
        if (!makeClip(clip, &complaint))
            qWarning().noquote() << complaint;
        return clip.file;
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_source = make("source.mp4", 0, QColor(160, 40, 60));
        m_take = make("take.mp4", 0, QColor(40, 60, 160));
        m_shifted = make("shifted.mp4", 1, QColor(40, 60, 160));
    }

    void pairsStayWholeWhileTheViewMoves_data()
    {
        QTest::addColumn<bool>("shifted");
        QTest::addRow("in step") << false;
        QTest::addRow("a frame apart, which must be seen") << true;
    }

    void pairsStayWholeWhileTheViewMoves()
    {
        QFETCH(bool, shifted);
        Screen screen;
        screen.pane.setMode(ViewMode::SideBySide);
        QVERIFY(screen.opens(m_source, shifted ? m_shifted : m_take));
        screen.watch();
        screen.player().play();
        CompareCanvas &canvas = screen.canvas();
        for (int i = 0; i < 48; ++i) {
            const std::array modes{ViewMode::SideBySide, ViewMode::Wipe};
            if (i % 12 == 0)
                screen.pane.setMode(modes[std::size_t(i / 12 % 2)]);
            // Upper row above the line, inverse row below it.
            canvas.setWipeLine({0.5, 85.0 + i % 12});
            canvas.zoomTo(canvas.scale() * (i % 8 < 5 ? 1.12 : 0.8), {300.0 + i, 180});
            canvas.panBy({(i % 5 - 2) * 6.0, (i % 3 - 1) * 3.0});
            screen.look();
            QTest::qWait(30);
        }
        screen.player().pause();
        QVERIFY(screen.read > 60);
        QVERIFY2(screen.cells > 3 * screen.read, qPrintable(QString::number(screen.cells)));
        QCOMPARE(screen.torn > 0, shifted);
    }

    void theDifferenceOfAClipWithItselfIsBlack_data() { pairsStayWholeWhileTheViewMoves_data(); }

    void theDifferenceOfAClipWithItselfIsBlack()
    {
        QFETCH(bool, shifted);
        Screen screen;
        QVERIFY(screen.opens(m_take, shifted ? m_shifted : m_take));
        screen.pane.setMode(ViewMode::Difference);
        CompareCanvas &canvas = screen.canvas();
        canvas.setDifferenceLook({16, DifferenceLook::Tint::Heat});
        QTest::qWait(200);
        int lit = 0;
        int pairs = 0;
        QObject::connect(&screen.player(), &PairPlayer::pairReady, &canvas, [&](const PicturePair &) {
            // Between the labels and the legend.
            const QRect middle = canvas.visibleRect(Side::Before).toRect().adjusted(2, 50, -2, -50);
            const QImage seen = canvas.grab(middle).toImage();
            for (int y = 0; y < seen.height(); y += 3) {
                for (int x = 0; x < seen.width(); x += 3)
                    lit += qGray(seen.pixel(x, y)) > 0;
            }
            ++pairs;
        });
        screen.player().play();
        for (int i = 0; i < 20; ++i) {
            canvas.zoomTo(i % 2 ? 2.0 + i * 0.3 : 1.5, {200.0 + 10 * i, 150});
            QTest::qWait(30);
        }
        screen.player().pause();
        QVERIFY(pairs > 5);
        QCOMPARE(lit > 0, shifted);
    }

    void theViewSurvives()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        screen.pane.setMode(ViewMode::Wipe);
        CompareCanvas &canvas = screen.canvas();
        canvas.zoomTo(4, {300, 200});
        canvas.setWipeLine({0.4, 30});
        canvas.setDifferenceLook({16, DifferenceLook::Tint::Heat});
        canvas.setBlinkInterval(std::chrono::milliseconds(300));
        const QRectF place = canvas.pictureRect(Side::Before);
        screen.trigger("actionStepForward");
        screen.player().play();
        QTest::qWait(100);
        screen.player().pause();
        for (const char *mode : {"actionMode1", "actionMode2", "actionMode4", "actionMode5", "actionMode3"})
            screen.trigger(mode);
        screen.pane.showAfter(m_shifted, QStringLiteral("Another"), 3);
        screen.pane.showBefore(m_take, QStringLiteral("White"), 4);
        QTRY_COMPARE(screen.player().sideState(Side::Before), PairPlayer::SideState::Open);
        QTRY_COMPARE(canvas.pictureRect(Side::Before), place);
        QCOMPARE(canvas.scale(), 4.0);
        QCOMPARE(canvas.wipeLine(), (WipeLine{0.4, 30}));
        QCOMPARE(canvas.differenceLook(), (DifferenceLook{16, DifferenceLook::Tint::Heat}));
        QCOMPARE(canvas.blinkInterval().count(), 300);
    }

    void zoomByKeysAndButton()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        auto *button = screen.pane.findChild<QToolButton *>(QStringLiteral("zoomButton"));
        QCOMPARE(button->text(), QStringLiteral("Fit"));
        QTest::keyClick(&screen.canvas(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(button->text(), QStringLiteral("100 %"));
        QCOMPARE(screen.canvas().pictureRect(Side::Before).size(), QSizeF(320, 180));
        QTRY_COMPARE(screen.wholeNumber(Side::Before), 0);
        QTest::keyClick(&screen.canvas(), Qt::Key_Equal, Qt::ControlModifier);
        QVERIFY(screen.canvas().scale() > 1);
        button->menu()->findChild<QAction *>(QStringLiteral("zoom800"))->trigger();
        QCOMPARE(button->text(), QStringLiteral("800 %"));
        QVERIFY(button->accessibleName().contains(QStringLiteral("800")));
        QTest::keyClick(&screen.canvas(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(button->text(), QStringLiteral("Fit"));
        QVERIFY(screen.canvas().isFitted());
        button->menu()->findChild<QAction *>(QStringLiteral("zoomActual"))->trigger();
        QCOMPARE(screen.canvas().scale(), 1.0);
        button->menu()->findChild<QAction *>(QStringLiteral("zoomFit"))->trigger();
        QVERIFY(screen.canvas().isFitted());
    }

    void afterIsMovedByFrames()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        screen.player().seekToFrame(30);
        QTRY_COMPARE(screen.wholeNumber(Side::Before), 30);
        QTest::keyClick(&screen.canvas(), Qt::Key_Period);
        QTest::keyClick(&screen.canvas(), Qt::Key_Period);
        QTRY_COMPARE(screen.wholeNumber(Side::After), 32);
        QCOMPARE(screen.wholeNumber(Side::Before), 30);
        QVERIFY(screen.canvas().accessibleName().contains(QStringLiteral("After +2 f")));
        screen.player().stepBy(1);
        QTRY_COMPARE(screen.wholeNumber(Side::After), 33);
        screen.player().seekToFrame(59); // the last frame stands
        QTRY_COMPARE(screen.wholeNumber(Side::Before), 59);
        QCOMPARE(screen.wholeNumber(Side::After), 59);
        screen.player().seekToFrame(30);

        // Another comparison has its own; back at this one it is as it was.
        screen.pane.showAfter(m_shifted, QStringLiteral("Another"), 3);
        QTRY_COMPARE(screen.wholeNumber(Side::After), 31);
        QTest::keyClick(&screen.canvas(), Qt::Key_Comma);
        QTRY_COMPARE(screen.wholeNumber(Side::After), 30);
        screen.pane.showAfter(m_take, QStringLiteral("Take"), 2);
        QTRY_COMPARE(screen.wholeNumber(Side::After), 32);
        QTest::keyClick(&screen.canvas(), Qt::Key_Slash);
        QTRY_COMPARE(screen.wholeNumber(Side::After), 30);
        QVERIFY(!screen.canvas().accessibleName().contains(u'+'));
    }

    void sidesAreSwappedByKey()
    {
        Screen screen;
        screen.pane.setMode(ViewMode::SideBySide);
        QVERIFY(screen.opens(m_source, m_shifted));
        const double left = screen.canvas().pictureRect(Side::Before).left();
        QTest::keyClick(&screen.canvas(), Qt::Key_S);
        QVERIFY(screen.canvas().pictureRect(Side::Before).left() > left + 300);
        QVERIFY(screen.canvas().pictureRect(Side::After).right() < 450);
        QCOMPARE(screen.wholeNumber(Side::Before), 0);
        QCOMPARE(screen.wholeNumber(Side::After), 1);
        QTest::keyClick(&screen.canvas(), Qt::Key_S);
        QCOMPARE(screen.canvas().pictureRect(Side::Before).left(), left);
    }

    void afterIsHeldByKey()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_shifted));
        screen.pane.setMode(ViewMode::Blink);
        screen.canvas().setBlinkInterval({});
        const auto ground = [&] {
            return QColor(screen.canvas().grab().toImage().pixel(screen.canvas().width() / 2,
                                                                 screen.canvas().height() - 40));
        };
        QTRY_VERIFY(ground().red() > ground().blue());
        QTest::keyPress(&screen.canvas(), Qt::Key_B);
        QVERIFY(ground().blue() > ground().red());
        QTest::keyRelease(screen.pane.findChild<QToolButton *>(QStringLiteral("zoomButton")), Qt::Key_B);
        QVERIFY(ground().red() > ground().blue());
    }

    void theMenuSetsWhatItSays()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        auto *menu = screen.pane.findChild<QMenu *>(QStringLiteral("canvasMenu"));
        const auto choose = [menu](const char *list, int value) {
            auto *sub = menu->findChild<QMenu *>(QString::fromLatin1(list));
            sub->findChild<QAction *>(QStringLiteral("%1_%2").arg(QLatin1String(list)).arg(value))->trigger();
        };
        choose("gainMenu", 16);
        QCOMPARE(screen.canvas().differenceLook().gain, 16);
        choose("tintMenu", 2);
        QCOMPARE(screen.canvas().differenceLook().tint, DifferenceLook::Tint::Heat);
        choose("blinkMenu", 2000);
        QCOMPARE(screen.canvas().blinkInterval().count(), 2000);
        screen.trigger("actionAmplifyLess");
        QCOMPARE(screen.canvas().differenceLook().gain, 8);
        QTest::keyClick(&screen.canvas(), Qt::Key_D);
        QCOMPARE(screen.pane.mode(), ViewMode::Difference);
        QTest::keyClick(&screen.canvas(), Qt::Key_P);
        QVERIFY(screen.canvas().hasReadout());
        for (const char *name : {"actionWipeTurnRight", "actionWipeOn"}) {
            screen.trigger(name);
            QCOMPARE(screen.canvas().wipeLine(), WipeLine()); // not in another mode
        }
        QTest::keyClick(&screen.canvas(), Qt::Key_3);
        QTest::keyClick(&screen.canvas(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(screen.canvas().wipeLine().degrees, 5.0);
        QTest::keyClick(&screen.canvas(), Qt::Key_Right, Qt::AltModifier);
        QVERIFY(screen.canvas().wipe() > 0.5);
        QTest::keyClick(&screen.canvas(), Qt::Key_Home, Qt::AltModifier);
        QCOMPARE(screen.canvas().wipeLine(), WipeLine());
    }

    void keysCollideNowhere()
    {
        Screen screen;
        QHash<QString, QString> taken;
        for (const QAction *action : screen.pane.actions()) {
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!taken.contains(key.toString()), qPrintable(key.toString() + action->text()));
                taken.insert(key.toString(), action->text());
            }
        }
    }

    void nothingOverlapsInANarrowPane()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        screen.trigger("actionZoomActual");
        screen.pane.resize(420, 560);
        QCOMPARE(screen.pane.width(), 420);
        QTest::qWait(50); // what gave way makes the row anew
        for (const char *bar : {"transportBar", "modeBar"}) {
            auto *row = screen.pane.findChild<QWidget *>(QString::fromLatin1(bar));
            QList<QRect> places;
            for (const auto *control : row->findChildren<QWidget *>()) {
                if (!control->isVisible() || control->focusPolicy() == Qt::NoFocus)
                    continue;
                const QRect place(control->mapTo(&screen.pane, QPoint()), control->size());
                QVERIFY2(screen.pane.rect().contains(place), qPrintable(control->objectName()));
                QVERIFY2(place.width() >= control->minimumSizeHint().width(),
                         qPrintable(control->objectName()));
                for (const QRect &other : places)
                    QVERIFY2(!other.intersects(place), qPrintable(control->objectName()));
                places.append(place);
            }
            QVERIFY(places.size() >= 5);
        }
    }
};

QTEST_MAIN(TestViewerViews)
#include "tst_viewerviews.moc"
