// SPDX-License-Identifier: GPL-3.0-or-later
// Four cells, one frame: read off the painted widget, whatever happens.
#include "playback/pairplayer.h"
#include "support/numberedclip.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/gridcontrol.h"
#include "ui/viewer/viewerpane.h"

#include <QAbstractButton>
#include <QAction>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace retake;
using namespace std::chrono_literals;

namespace {

// The pane as its owners use it, and what is read off its canvas whenever a set of pictures has come.
struct Screen
{
    ViewerPane pane;
    QList<ViewerTake> takes; // by id
    int read = 0;
    int whole = 0; // with all four
    int torn = 0;  // a cell shows another frame than Before does
    int last = -1;

    explicit Screen(const QStringList &files)
    {
        QList<ViewerVersion> versions;
        for (const QString &file : files) {
            versions.append({takes.size(), QFileInfo(file).baseName()});
            takes.append({file, QFileInfo(file).baseName()});
        }
        pane.resize(900, 640);
        pane.setVersions(versions);
        pane.grid().setLookup([this](qint64 id) { return std::optional(takes[id]); });
        QObject::connect(&pane, &ViewerPane::afterChosen, &pane, [this](qint64 id) { showAfter(id); });
        QObject::connect(&player(), &PairPlayer::pairReady, &pane,
                         [this](const PicturePair &pair) { look(pair.frame); });
        pane.setMode(ViewMode::Grid);
        pane.show();
    }

    void showAfter(qint64 id) { pane.showAfter(takes[id].file, takes[id].title, id); }

    CompareCanvas &canvas() { return *pane.findChild<CompareCanvas *>(); }

    PairPlayer &player() { return *pane.player(); }

    template<class T> T *find(const char *name) { return pane.findChild<T *>(QString::fromLatin1(name)); }

    int painted(Side side)
    {
        const QRect place = canvas().pictureRect(side).toRect();
        return place.isEmpty() ? -1 : readNumber(canvas().grab(place).toImage());
    }

    virtual ~Screen() = default;

    virtual bool fits(Side, int number, int frame) { return number == frame; }

    void look(int frame)
    {
        ++read;
        last = frame;
        int cells = 0;
        for (const Side side : allSides) {
            if (canvas().shownMode() != ViewMode::Grid || canvas().pictureRect(side).isEmpty())
                continue;
            ++cells;
            torn += !fits(side, painted(side), frame);
        }
        whole += cells == 4;
    }

    // The first is Before, the second After, the rest in the grid.
    bool opens()
    {
        pane.showBefore(takes[0].file, takes[0].title, 0);
        showAfter(1);
        for (qint64 id = 2; id < takes.size(); ++id)
            pane.grid().add(id);
        const bool there = QTest::qWaitFor([&] { return whole > 0; }, 10'000);
        torn = 0;
        whole = 0;
        return there;
    }

    bool nextPair()
    {
        QEventLoop loop;
        QObject::connect(&player(), &PairPlayer::pairReady, &loop, &QEventLoop::quit);
        QTimer late;
        QObject::connect(&late, &QTimer::timeout, &loop, [&loop] { loop.exit(1); });
        late.start(10'000);
        return loop.exec() == 0;
    }

    bool goesTo(int frame)
    {
        player().seekToFrame(frame);
        while (last != frame) {
            if (!nextPair())
                return false;
        }
        return true;
    }

    bool plays(int sets)
    {
        const int until = whole + sets;
        return QTest::qWaitFor([&] { return whole >= until; }, 20'000);
    }
};

} // namespace

class TestGrid : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_source;
    QString m_take;
    QString m_third;
    QString m_fourth;
    QString m_shifted; // one frame late
    QString m_broken;

    QString make(const char *name, const char *output, int frames = 160, const char *rate = "30",
                 int first = 0)
    {
        NumberedClip clip;
        clip.file = m_dir.filePath(QString::fromLatin1(name));
        clip.frames = frames;
        clip.first = first;
        clip.rate = QString::fromLatin1(rate);
        clip.output = QString::fromLatin1(output).split(u' ', Qt::SkipEmptyParts);
        clip.ground = QColor(60, 60, 60 + int(qHash(clip.file) % 40));
        QString complaint;
        if (!makeClip(clip, &complaint))
            qWarning().noquote() << complaint;
        return clip.file;
    }

    QStringList four() const { return {m_source, m_take, m_third, m_fourth}; }

private Q_SLOTS:

    void initTestCase()
    {
        m_source = make("source.mp4", "-c:v libx264 -bf 2 -g 60");
        m_take = make("take.mkv", "-c:v libx264 -bf 0 -crf 28");
        m_third = make("third.mov", "-c:v libx264 -g 30");
        m_fourth = make("fourth.mkv", "-c:v libx264 -bf 3 -g 250");
        m_shifted = make("shifted.mp4", "-c:v libx264", 160, "30", 1);
        m_broken = m_dir.filePath(QStringLiteral("broken.mp4"));
        QFile broken(m_broken);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("this is no video");
    }

    void playsToTheEnd()
    {
        Screen screen(four());
        QVERIFY(screen.opens());
        QVERIFY(screen.goesTo(70));
        const int before = screen.read - screen.whole;
        screen.player().play();
        QTRY_COMPARE_WITH_TIMEOUT(screen.player().state(), PairPlayer::State::Paused, 25'000);
        QTRY_COMPARE(screen.last, 159);
        QVERIFY(screen.whole > 30);
        QCOMPARE(screen.whole, screen.read - before); // none without all four
        QCOMPARE(screen.torn, 0);
    }

    // The proof that all of the above and below can fail.
    void aShiftedCellIsSeen_data()
    {
        QTest::addColumn<int>("cell");
        QTest::newRow("after") << 1;
        QTest::newRow("third") << 2;
        QTest::newRow("fourth") << 3;
    }

    void aShiftedCellIsSeen()
    {
        QFETCH(int, cell);
        QStringList files = four();
        files[cell] = m_shifted;
        Screen screen(files);
        QVERIFY(screen.opens());
        for (const int frame : {20, 63, 127})
            QVERIFY(screen.goesTo(frame));
        QVERIFY(screen.torn >= 3);
    }

    void seeksAndSteps()
    {
        Screen screen(four());
        QVERIFY(screen.opens());
        QRandomGenerator random(7);
        for (int i = 0; i < 60; ++i)
            QVERIFY(screen.goesTo(random.bounded(160)));
        QVERIFY(screen.goesTo(80));
        for (const int way : {1, -1}) {
            for (int i = 0; i < 40; ++i) {
                const int from = screen.player().frame();
                screen.player().stepBy(way);
                QVERIFY(screen.nextPair());
                QCOMPARE(screen.player().frame(), from + way);
            }
        }
        QVERIFY(screen.whole >= 140);
        QCOMPARE(screen.torn, 0);
    }

    void loopsAndSpeeds()
    {
        Screen screen(four());
        QVERIFY(screen.opens());
        screen.player().setPiece(Trim{2s, 2s + 300ms});
        screen.player().setLooping(true);
        screen.player().play();
        for (const double speed : {1.0, 4.0, 0.5, -1.0, -4.0, 2.0}) {
            screen.player().setSpeed(speed);
            QVERIFY(screen.plays(8));
            QVERIFY(screen.last >= 60 && screen.last < 69);
        }
        QCOMPARE(screen.torn, 0);
    }

    // Further takes are open only while the grid is shown; it comes back as it was left.
    void viewsChangeOnTheWay()
    {
        Screen screen(four());
        QVERIFY(screen.opens());
        screen.player().setLooping(true);
        screen.player().play();
        for (const ViewMode mode : {ViewMode::Wipe, ViewMode::Single, ViewMode::Difference,
                                    ViewMode::SideBySide, ViewMode::Blink}) {
            screen.pane.setMode(mode);
            for (const Side side : furtherSides) {
                QCOMPARE(screen.player().sideState(side), PairPlayer::SideState::Closed);
                QVERIFY(screen.canvas().cell(side).isNull());
            }
            QVERIFY(screen.nextPair());
            QCOMPARE(screen.player().state(), PairPlayer::State::Playing);
            screen.pane.setMode(ViewMode::Grid);
            QVERIFY(screen.plays(6));
            screen.pane.resize(800 + 20 * int(mode), 600);
        }
        QCOMPARE(screen.torn, 0);
    }

    void takesComeAndGoOnTheWay()
    {
        Screen screen(four());
        QVERIFY(screen.opens());
        screen.player().setLooping(true);
        screen.player().play();
        for (int i = 0; i < 3; ++i) {
            GridControl &grid = screen.pane.grid();
            qint64 third = 0;
            while (grid.placeOf(third) != Side::Third)
                ++third;
            grid.takeOut(Side::Third);
            QVERIFY(screen.nextPair());
            QVERIFY(!grid.placeOf(third) && grid.freePlace() == Side::Third);
            grid.add(third);
            QVERIFY(grid.placeOf(third) == Side::Third && !grid.freePlace());
            QVERIFY(screen.plays(4));
            QTest::keyClick(&screen.canvas(), i % 2 ? Qt::Key_T : Qt::Key_F);
            QVERIFY(screen.plays(4));
        }
        QCOMPARE(screen.torn, 0);
    }

    // Twice and half the rate, shorter and longer: each cell shows its frame of that moment.
    void otherRatesAndLengths()
    {
        struct Mixed : Screen
        {
            using Screen::Screen;

            bool fits(Side side, int number, int frame) override
            {
                switch (side) {
                case Side::Before:
                    return number == std::min(frame, 59);
                case Side::After: // twice as many
                    return number / 2 == frame || (frame >= 59 && number == 119);
                case Side::Third: // half as many, and no more after a second
                    return number == std::min(frame / 2, 14);
                case Side::Fourth: // longer
                    return number == frame;
                }
                return false;
            }
        };

        Mixed screen({make("short.mp4", "-c:v libx264", 60), make("twice.mkv", "-c:v libx264", 120, "60"),
                      make("half.mp4", "-c:v libx264", 15, "15"), m_third});
        QVERIFY(screen.opens());
        QCOMPARE(screen.player().frameCount(), 160);
        QRandomGenerator random(3);
        for (int i = 0; i < 30; ++i)
            QVERIFY(screen.goesTo(random.bounded(160)));
        QVERIFY(screen.goesTo(40));
        screen.player().play();
        QVERIFY(screen.plays(40));
        QCOMPARE(screen.torn, 0);
    }

    void aTakeByItsFrameMapAndOffset()
    {
        struct Piece : Screen
        {
            using Screen::Screen;

            bool fits(Side side, int number, int frame) override
            {
                return side == Side::Third    ? number == std::clamp(frame - 30, 0, 29)
                       : side == Side::Fourth ? number == std::clamp((frame - 60) / 2, 0, 14)
                                              : number == frame;
            }
        };

        Piece screen({m_source, m_take, make("piece.mp4", "-c:v libx264", 30),
                      make("mapped.mp4", "-c:v libx264", 15, "15")});
        screen.takes[2].pairing.offset = 1s;
        std::vector<int> sources;
        for (int i = 0; i < 15; ++i)
            sources.push_back(60 + 2 * i);
        screen.takes[3].pairing.sent = {FrameMap(sources), {15, 1}};
        QVERIFY(screen.opens());
        for (const int frame : {0, 29, 30, 31, 59, 60, 61, 70, 89, 90, 120})
            QVERIFY(screen.goesTo(frame));
        QCOMPARE(screen.torn, 0);
    }

    void aBrokenFileHasItsSentence_data()
    {
        QTest::addColumn<int>("cell");
        QTest::newRow("before") << 0;
        QTest::newRow("after") << 1;
        QTest::newRow("third") << 2;
    }

    void aBrokenFileHasItsSentence()
    {
        QFETCH(int, cell);
        QStringList files = four();
        files[cell] = m_broken;
        Screen screen(files);
        QSignalSpy failed(&screen.pane, &ViewerPane::failed);
        screen.pane.showBefore(files[0], QStringLiteral("Source"), 0);
        screen.showAfter(1);
        for (const qint64 id : {2, 3})
            screen.pane.grid().add(id);
        QTRY_COMPARE(screen.player().sideState(Side(cell)), PairPlayer::SideState::Failed);
        QTRY_COMPARE(screen.painted(Side::Fourth), 0);
        QCOMPARE(failed.size(), isFurther(Side(cell)) ? 0 : 1);
        QCOMPARE(screen.canvas().shownMode(), ViewMode::Grid);
        QVERIFY(screen.canvas().accessibleName().contains(QStringLiteral("broken.mp4")));
        QVERIFY(screen.canvas().pictureRect(Side(cell)).isEmpty());
        screen.torn = 0;
        for (const int frame : {77, 12, 100})
            QVERIFY(screen.goesTo(frame));
        QCOMPARE(screen.torn, 0);
        for (const Side side : allSides)
            QCOMPARE(screen.painted(side), side == Side(cell) ? -1 : 100);
    }

    void aCutOffTakeHoldsItsLastFrame()
    {
        const QString cut = m_dir.filePath(QStringLiteral("cut.mkv"));
        QVERIFY(QFile::copy(m_take, cut));
        QVERIFY(QFile::resize(cut, QFileInfo(cut).size() / 2));
        Screen screen({m_source, m_take, cut});
        screen.pane.showBefore(m_source, QStringLiteral("Source"), 0);
        screen.showAfter(1);
        screen.pane.grid().add(2);
        QTRY_COMPARE(screen.painted(Side::Third), 0);
        const int left = screen.player().frameIndex(Side::Third)->count();
        QVERIFY(left > 20 && left < 150);
        QVERIFY(screen.goesTo(155));
        QCOMPARE(screen.painted(Side::Before), 155);
        const int held = screen.painted(Side::Third);
        QVERIFY(held == left - 1 || held == left - 2);
    }

    void theMenuFillsTheGrid()
    {
        Screen screen(four() + QStringList{m_shifted});
        screen.pane.setVersions({{0, QStringLiteral("Source")},
                                 {1, QStringLiteral("Rain")},
                                 {2, QStringLiteral("Snow")},
                                 {3, QStringLiteral("Night")},
                                 {4, QStringLiteral("Late")},
                                 {ViewerVersion::askForFile, QStringLiteral("Compare with file…")}});
        screen.pane.showBefore(m_source, QStringLiteral("Source"), 0);
        screen.showAfter(1);
        QTRY_COMPARE(screen.painted(Side::After), 0);
        auto *button = screen.find<QPushButton>("addToGrid");
        QVERIFY(button->isVisible());
        auto *menu = button->menu();
        const auto entry = [&](const char *name) {
            menu->popup(screen.pane.mapToGlobal(QPoint(20, 20)));
            menu->hide();
            return menu->findChild<QAction *>(QString::fromLatin1(name));
        };
        QVERIFY(!entry("gridVersion_0")->isEnabled());
        QVERIFY(entry("gridVersion_1")->isChecked());
        QVERIFY(entry("gridFile")->isEnabled());
        entry("gridVersion_2")->trigger();
        QTRY_COMPARE(screen.painted(Side::Third), 0);
        QVERIFY(entry("gridVersion_4")->isEnabled());
        entry("gridVersion_3")->trigger();
        QTRY_COMPARE(screen.painted(Side::Fourth), 0);
        QVERIFY(!entry("gridVersion_4")->isEnabled());
        QVERIFY(!entry("gridVersion_4")->toolTip().isEmpty());
        QVERIFY(!entry("gridFile")->isEnabled());
        screen.pane.grid().add(4);
        QVERIFY(!screen.pane.grid().placeOf(4));

        // Out by the menu, and by the cross; the empty cell's menu fills that cell.
        entry("gridVersion_2")->trigger();
        QCOMPARE(screen.player().sideState(Side::Third), PairPlayer::SideState::Closed);
        auto *cross = screen.find<QAbstractButton>("takeOutFourth");
        QVERIFY(cross->isVisible() && cross->accessibleName().contains(QStringLiteral("fourth")));
        QTest::mouseClick(cross, Qt::LeftButton);
        QVERIFY(!cross->isVisible());
        QCOMPARE(screen.player().sideState(Side::Fourth), PairPlayer::SideState::Closed);
        QTest::mouseClick(&screen.canvas(), Qt::LeftButton, {},
                          screen.canvas().cell(Side::Fourth).center().toPoint());
        QTRY_VERIFY(menu->isVisible());
        menu->findChild<QAction *>(QStringLiteral("gridVersion_4"))->trigger();
        menu->hide();
        QTRY_VERIFY(screen.pane.grid().placeOf(4) == Side::Fourth);
        QVERIFY(!screen.pane.grid().placeOf(2));
        QSignalSpy asked(&screen.pane, &ViewerPane::fileWanted);
        entry("gridFile")->trigger();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).value<Side>(), Side::Third);

        screen.pane.setMode(ViewMode::SideBySide);
        QVERIFY(!button->isVisible());
    }

    void aClickMakesItAfter()
    {
        Screen screen(four());
        QVERIFY(screen.opens());
        QTest::mouseClick(&screen.canvas(), Qt::LeftButton, {},
                          screen.canvas().cell(Side::Fourth).center().toPoint());
        QVERIFY(screen.pane.grid().placeOf(3) == Side::After);
        QVERIFY(screen.pane.grid().placeOf(1) == Side::Fourth); // they changed places
        QTest::keyClick(&screen.canvas(), Qt::Key_T);
        QVERIFY(screen.pane.grid().placeOf(2) == Side::After);
        QVERIFY(screen.pane.grid().placeOf(3) == Side::Third);
        // Taken out, After is followed by the next one.
        screen.find<QAction>("actionGridOutAfter")->trigger();
        QVERIFY(screen.pane.grid().placeOf(3) == Side::After);
        QVERIFY(!screen.pane.grid().placeOf(2));
        QTest::keyClick(&screen.canvas(), Qt::Key_F, Qt::ShiftModifier);
        QVERIFY(!screen.pane.grid().placeOf(1));
        QVERIFY(screen.pane.grid().placeOf(3) == Side::After); // nothing is left to follow it
        QTRY_COMPARE(screen.painted(Side::After), 0);
        // A version that goes from the list goes from the grid.
        screen.pane.grid().add(2);
        QVERIFY(screen.pane.grid().placeOf(2));
        screen.pane.setVersions({{0, QStringLiteral("Source")}, {3, QStringLiteral("Night")}});
        QVERIFY(!screen.pane.grid().placeOf(2));
        QCOMPARE(screen.player().sideState(Side::Third), PairPlayer::SideState::Closed);
    }

    void zoomAndPixelsInStep()
    {
        Screen screen(four());
        QVERIFY(screen.opens());
        CompareCanvas &canvas = screen.canvas();
        canvas.zoomTo(canvas.scale() * 3);
        canvas.panBy({-40, 25});
        const auto part = [&](Side side) {
            const QRectF whole = canvas.pictureRect(side);
            const QRectF seen = canvas.visibleRect(side);
            return QRectF((seen.left() - whole.left()) / whole.width(),
                          (seen.top() - whole.top()) / whole.height(), seen.width() / whole.width(),
                          seen.height() / whole.height());
        };
        for (const Side side : allSides) {
            QVERIFY(canvas.visibleRect(side).width() < canvas.pictureRect(side).width());
            QVERIFY(std::abs(part(side).left() - part(Side::Before).left()) < 0.01);
            QVERIFY(std::abs(part(side).top() - part(Side::Before).top()) < 0.01);
        }
        canvas.fitPictures();
        canvas.setReadout(true);
        QVERIFY(screen.goesTo(30));
        QTest::mouseMove(&canvas, canvas.cell(Side::Third).center().toPoint());
        QTRY_COMPARE(canvas.readoutText().count(u'\n'), 3);
    }

    // Swapped the pair changes places and the others stay; the pictures alone have no crosses and no menu.
    void swappedAndAlone()
    {
        Screen screen(four());
        QVERIFY(screen.opens());
        CompareCanvas &canvas = screen.canvas();
        const QRectF left = canvas.cell(Side::Before);
        const QRectF third = canvas.cell(Side::Third);
        QTest::keyClick(&canvas, Qt::Key_S);
        QCOMPARE(canvas.cell(Side::After), left);
        QCOMPARE(canvas.cell(Side::Third), third);
        QVERIFY(screen.goesTo(44));
        screen.pane.grid().takeOut(Side::Third);
        screen.pane.setSurroundings(Surroundings::Hidden);
        QTRY_COMPARE(canvas.cell(Side::After).topLeft(), QPointF());
        QVERIFY(!screen.find<QAbstractButton>("takeOutFourth")->isVisible());
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, canvas.cell(Side::Third).center().toPoint());
        QVERIFY(!screen.find<QMenu>("gridMenu")->isVisible());
        QVERIFY(screen.goesTo(45));
        QCOMPARE(screen.torn, 0);
    }

    // What does not change is not opened anew: only the cells that do.
    void onlyWhatChangesIsOpened()
    {
        Screen screen(four());
        QVERIFY(screen.opens());
        QSignalSpy opened(&screen.player(), &PairPlayer::opened);
        screen.pane.grid().takeOut(Side::Fourth);
        screen.pane.setVersions({{0, QStringLiteral("Source")},
                                 {1, QStringLiteral("Rain")},
                                 {2, QStringLiteral("Snow")},
                                 {3, QStringLiteral("Night")}});
        screen.pane.grid().add(3);
        QVERIFY(screen.pane.grid().placeOf(3));
        QTRY_COMPARE(screen.painted(Side::Fourth), 0);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(0).value<Side>(), Side::Fourth);
    }

    void uprightPicturesStandInARow()
    {
        NumberedClip clip;
        clip.file = m_dir.filePath(QStringLiteral("upright.mp4"));
        clip.size = {180, 320};
        clip.frames = 30;
        clip.output = QStringList{QStringLiteral("-c:v"), QStringLiteral("libx264")};
        QVERIFY(makeClip(clip));
        Screen screen({clip.file, clip.file, clip.file, clip.file});
        QVERIFY(screen.opens());
        for (const Side side : allSides)
            QCOMPARE(screen.canvas().cell(side).top(), screen.canvas().cell(Side::Before).top());
        QVERIFY(screen.goesTo(17));
        QCOMPARE(screen.torn, 0);
    }
};

QTEST_MAIN(TestGrid)
#include "tst_grid.moc"
