// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees on the two sides is the same frame, whatever happens: read off the painted widget.
#include "playback/pairplayer.h"
#include "support/numberedclip.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/cutoffwords.h"
#include "ui/viewer/viewerpane.h"

#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace retake;
using namespace std::chrono_literals;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

// The pane, and what is read off its canvas whenever a pair has come.
struct Screen
{
    ViewerPane pane;
    int read = 0;
    int torn = 0; // the sides show different frames, or another one than the player says
    int last = -1;

    Screen()
    {
        pane.resize(900, 640);
        pane.show();
        QObject::connect(&player(), &PairPlayer::pairReady, &pane, [this](const PicturePair &pair) {
            if (!pair.before.isNull() && !pair.after.isNull())
                look(pair.beforeFrame);
        });
    }

    CompareCanvas &canvas() { return *pane.findChild<CompareCanvas *>(); }

    PairPlayer &player() { return *pane.player(); }

    int painted(Side side)
    {
        const QRect place = canvas().pictureRect(side).toRect();
        return place.isEmpty() ? -1 : readNumber(canvas().grab(place).toImage());
    }

    // All cells black: both sides had the same.
    bool differs()
    {
        const QImage seen = canvas().grab(canvas().pictureRect(Side::Before).toRect()).toImage();
        for (int bit = 0; bit < numberBits; ++bit) {
            for (const bool inverse : {false, true}) {
                if (qGray(seen.pixel(numberCell(seen.size(), bit, inverse).center().toPoint())) > 100)
                    return true;
            }
        }
        return false;
    }

    void look(int frame)
    {
        ++read;
        last = frame;
        switch (canvas().shownMode()) {
        case ViewMode::SideBySide:
        case ViewMode::Grid:
            torn += painted(Side::Before) != frame || painted(Side::After) != frame;
            break;
        case ViewMode::Wipe: // the left bits are Before's, the right ones After's
            torn += painted(Side::Before) != frame;
            break;
        case ViewMode::Difference:
            torn += differs();
            break;
        case ViewMode::Single:
        case ViewMode::Blink:
            torn += painted(canvas().singleSide()) != frame;
            break;
        }
    }

    bool opens(const QString &before, const QString &after)
    {
        pane.showBefore(before, QStringLiteral("Source"), 1);
        pane.showAfter(after, QStringLiteral("Take"), 2);
        return QTest::qWaitFor([&] { return painted(Side::After) >= 0 && read > 0; }, 10'000);
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

    // Plays for so many pairs.
    bool plays(int pairs)
    {
        const int until = read + pairs;
        return QTest::qWaitFor([&] { return read >= until; }, 20'000);
    }
};

} // namespace

class TestOneClock : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_source;
    QString m_take;    // other codec settings, container and time base; the same frames
    QString m_shifted; // one frame late

    QString make(const char *name, int first, const char *output, const QColor &ground)
    {
        NumberedClip clip;
        clip.file = m_dir.filePath(QString::fromLatin1(name));
        clip.frames = 320;
        clip.first = first;
        clip.output = words(output);
        clip.ground = ground;
        QString complaint;
        if (!makeClip(clip, &complaint))
            qWarning().noquote() << complaint;
        return clip.file;
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_source = make("source.mp4", 0, "-c:v libx264 -bf 2 -g 60", QColor(60, 60, 60));
        m_take = make("take.mkv", 0, "-c:v libx264 -bf 0 -crf 28", QColor(60, 60, 66));
        m_shifted = make("shifted.mp4", 1, "-c:v libx264", QColor(60, 60, 60));
    }

    void tenSecondsOfPlaying()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        screen.player().play();
        QTRY_COMPARE_WITH_TIMEOUT(screen.player().state(), PairPlayer::State::Paused, 25'000);
        QTRY_COMPARE(screen.last, 319);
        QVERIFY(screen.read > 60);
        QCOMPARE(screen.torn, 0);
    }

    // The proof that the reading above and below can fail, in each mode in which both are seen.
    void aShiftedSideIsSeen_data()
    {
        QTest::addColumn<ViewMode>("mode");
        QTest::newRow("side by side") << ViewMode::SideBySide;
        QTest::newRow("wipe") << ViewMode::Wipe;
        QTest::newRow("difference") << ViewMode::Difference;
    }

    void aShiftedSideIsSeen()
    {
        QFETCH(ViewMode, mode);
        Screen screen;
        screen.pane.setMode(mode);
        screen.pane.showBefore(m_source, QStringLiteral("Source"), 1);
        screen.pane.showAfter(m_shifted, QStringLiteral("Take"), 2);
        QTRY_VERIFY(screen.player().frameIndex(Side::Before) && screen.player().frameIndex(Side::After));
        screen.torn = 0;
        for (const int frame : {63, 127, 191}) // the next one differs in all bits up to the seventh
            QVERIFY(screen.goesTo(frame));
        QVERIFY(screen.torn >= 3);
    }

    void aHundredSeeksAndSteps()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        QRandomGenerator random(4);
        for (int i = 0; i < 100; ++i)
            QVERIFY(screen.goesTo(random.bounded(320)));
        QVERIFY(screen.goesTo(150));
        for (int i = 1; i <= 100; ++i) {
            screen.player().stepBy(1);
            QVERIFY(screen.nextPair());
            QCOMPARE(screen.player().frame(), 150 + i);
        }
        for (int i = 1; i <= 100; ++i) {
            screen.player().stepBy(-1);
            QVERIFY(screen.nextPair());
            QCOMPARE(screen.player().frame(), 250 - i);
        }
        QVERIFY(screen.read >= 300);
        QCOMPARE(screen.torn, 0);
    }

    void loopsAndSpeeds()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        screen.player().setPiece(Trim{2s, 2s + 300ms});
        screen.player().setLooping(true);
        screen.player().play();
        for (const double speed : {1.0, 4.0, 0.5, -1.0, -4.0, 0.1, 2.0}) {
            screen.player().setSpeed(speed);
            QVERIFY(screen.plays(speed == 0.1 ? 2 : 12));
            QVERIFY(screen.last >= 60 && screen.last < 69);
        }
        QCOMPARE(screen.torn, 0);
    }

    void backwardsThroughTheWholeClip()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        QVERIFY(screen.goesTo(319));
        screen.player().setSpeed(-4.0);
        screen.player().play();
        QTRY_COMPARE_WITH_TIMEOUT(screen.player().state(), PairPlayer::State::Paused, 20'000);
        QTRY_COMPARE(screen.last, 0);
        QVERIFY(screen.read > 20);
        QCOMPARE(screen.torn, 0);
    }

    void viewsChangeOnTheWay()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        screen.player().setLooping(true);
        screen.player().play();
        for (const ViewMode mode : {ViewMode::Wipe, ViewMode::Single, ViewMode::Difference,
                                    ViewMode::SideBySide, ViewMode::Wipe, ViewMode::SideBySide}) {
            screen.pane.setMode(mode);
            QVERIFY(screen.plays(10));
        }
        QCOMPARE(screen.torn, 0);
    }

    void sourcesChangeOnTheWay()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        screen.player().setLooping(true);
        screen.player().play();
        for (int i = 0; i < 4; ++i) {
            screen.pane.showAfter(i % 2 ? m_take : m_source, QStringLiteral("Take"), 2 + i);
            QVERIFY(screen.plays(8));
            screen.pane.showBefore(i % 2 ? m_source : m_take, QStringLiteral("Source"), 1);
            QVERIFY(screen.plays(8));
        }
        QCOMPARE(screen.torn, 0);
    }

    void theWindowIsDraggedAbout()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        screen.player().setLooping(true);
        screen.player().play();
        for (int i = 0; i < 12; ++i) {
            screen.pane.resize(700 + i * 37 % 300, 520 + i * 53 % 200);
            screen.pane.move(i * 9, i * 5);
            QVERIFY(screen.plays(3));
        }
        QCOMPARE(screen.torn, 0);
    }

    void aCutOffSideSaysSo()
    {
        const QString cut = m_dir.filePath(QStringLiteral("cut.mkv"));
        QVERIFY(QFile::copy(m_take, cut));
        QVERIFY(QFile::resize(cut, QFileInfo(cut).size() / 2));
        Screen screen;
        QVERIFY(screen.opens(m_source, cut));
        const auto index = screen.player().frameIndex(Side::After);
        QVERIFY(index && index->count() > 50 && index->count() < 310);
        QVERIFY(screen.goesTo(index->count() - 5));
        QCOMPARE(screen.torn, 0);
        const QString title = titleWithLoss(QStringLiteral("Take"), index.get());
        QVERIFY2(title.contains(u"10.7"), qPrintable(title));
        const QRect half = screen.canvas().pictureRect(Side::After).toRect();
        const QImage told = screen.canvas().grab(half).toImage();
        screen.canvas().setTitle(Side::After, title);
        QCOMPARE(screen.canvas().grab(half).toImage(), told); // it stood there already
        screen.canvas().setTitle(Side::After, QStringLiteral("Take"));
        QVERIFY(screen.canvas().grab(half).toImage() != told);
        QCOMPARE(titleWithLoss(QStringLiteral("Take"), screen.player().frameIndex(Side::Before).get()),
                 QStringLiteral("Take"));
    }

    void aMenuIsOpen()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        screen.player().play();
        QMenu menu(&screen.pane);
        menu.addAction(QStringLiteral("Anything"));
        int during = 0;
        QTimer::singleShot(600ms, &menu, [&] {
            during = screen.read;
            menu.close();
        });
        const int before = screen.read;
        menu.exec(screen.pane.mapToGlobal(QPoint(20, 20))); // a loop of its own, as context menus have
        QVERIFY(during > before + 3);
        QCOMPARE(screen.torn, 0);
    }
};

QTEST_MAIN(TestOneClock)
#include "tst_oneclock.moc"
