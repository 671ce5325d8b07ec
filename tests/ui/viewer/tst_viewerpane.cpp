// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewerpane.h"

#include "playback/pairplayer.h"
#include "support/numberedclip.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/filmstrip.h"

#include <QAction>
#include <QComboBox>
#include <QEventLoop>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace retake;
using namespace std::chrono_literals;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

// The pane as it stands in the window, and what can be read off its canvas.
struct Screen
{
    ViewerPane pane;
    int torn = 0;   // painted pairs whose sides disagree
    int unread = 0; // painted pairs in which a number could not be read
    int read = 0;

    Screen()
    {
        pane.resize(900, 640);
        pane.show();
        canvas().setFocus();
        QObject::connect(pane.player(), &PairPlayer::pairReady, &pane, [this](const PicturePair &pair) {
            if (pair.before.isNull() || pair.after.isNull())
                return;
            const int before = painted(Side::Before);
            const int after = painted(Side::After);
            ++read;
            unread += before < 0 || after < 0;
            torn += before != after;
        });
    }

    CompareCanvas &canvas() { return *pane.findChild<CompareCanvas *>(); }

    Filmstrip &strip() { return *pane.findChild<Filmstrip *>(); }

    PairPlayer &player() { return *pane.player(); }

    QAction *action(const char *name) { return pane.findChild<QAction *>(QString::fromLatin1(name)); }

    template<class Widget> Widget *find(const char *name)
    {
        return pane.findChild<Widget *>(QString::fromLatin1(name));
    }

    // The number that a person sees on a side.
    int painted(Side side)
    {
        const QRect place = canvas().pictureRect(side).toRect();
        return place.isEmpty() ? -1 : readNumber(canvas().grab(place).toImage());
    }

    bool shows(int frame)
    {
        return QTest::qWaitFor([&] { return painted(Side::Before) == frame; }, 10'000);
    }

    // Waits without polling for the pair of the position that was just asked for.
    bool nextPair()
    {
        QEventLoop loop;
        QObject::connect(pane.player(), &PairPlayer::pairReady, &loop, &QEventLoop::quit);
        QTimer late;
        QObject::connect(&late, &QTimer::timeout, &loop, [&loop] { loop.exit(1); });
        late.start(10'000);
        return loop.exec() == 0;
    }

    bool opens(const QString &before, const QString &after)
    {
        pane.showBefore(before, QStringLiteral("Source"), 1);
        if (!after.isEmpty())
            pane.showAfter(after, QStringLiteral("Rainy forest"), 2);
        return QTest::qWaitFor(
            [&] { return painted(Side::Before) >= 0 && (after.isEmpty() || painted(Side::After) >= 0); },
            10'000);
    }
};

} // namespace

class TestViewerPane : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_source;
    QString m_take;
    QString m_shifted;
    QString m_long;
    QString m_broken;

    QString make(const char *name, int frames, int first, const char *output, const QColor &ground)
    {
        NumberedClip clip;
        clip.file = m_dir.filePath(QString::fromLatin1(name));
        clip.frames = frames;
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
        m_source = make("source.mp4", 60, 0, "-c:v libx264 -bf 2 -g 30", QColor(160, 40, 60));
        m_take = make("take.mkv", 60, 0, "-c:v libx264 -bf 0", QColor(40, 60, 160));
        m_shifted = make("shifted.mp4", 60, 1, "-c:v libx264", QColor(40, 60, 160));
        m_long = make("long.mp4", 450, 0, "-c:v libx264 -preset ultrafast", QColor(60, 90, 60));
        m_broken = m_dir.filePath(QStringLiteral("broken.mp4"));
        QFile broken(m_broken);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("ftyp nothing");
    }

    void paintedPairsAreWholeWhilePlaying()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        screen.read = 0;
        QTest::keyClick(&screen.canvas(), Qt::Key_Space);
        QCOMPARE(screen.player().state(), PairPlayer::State::Playing);
        QTRY_COMPARE_WITH_TIMEOUT(screen.player().state(), PairPlayer::State::Paused, 20'000);
        QVERIFY(screen.shows(59));
        QVERIFY(screen.read > 10);
        QCOMPARE(screen.torn, 0);
        QCOMPARE(screen.unread, 0);
    }

    void paintedPairsAreWholeAfterSeeksAndSteps()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        QRandomGenerator random(11);
        for (int i = 0; i < 40; ++i) {
            const int frame = random.bounded(60);
            screen.player().seekToFrame(frame);
            QVERIFY(screen.nextPair());
            QCOMPARE(screen.painted(Side::Before), frame);
        }
        screen.player().seekToFrame(10);
        QVERIFY(screen.nextPair());
        for (const auto &[key, by] : {std::pair(Qt::Key_Right, 1), std::pair(Qt::Key_Left, -1)}) {
            for (int i = 0; i < 25; ++i) {
                const int from = screen.painted(Side::Before);
                QTest::keyClick(&screen.canvas(), key);
                QVERIFY(screen.nextPair());
                QCOMPARE(screen.painted(Side::Before), from + by);
            }
        }
        QCOMPARE(screen.torn, 0);
        QCOMPARE(screen.unread, 0);
    }

    // The proof that the two tests above can fail.
    void aSideShiftedByAFrameIsSeen()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_shifted));
        screen.player().seekToFrame(30);
        QVERIFY(screen.shows(30));
        QCOMPARE(screen.painted(Side::After), 31);
        QVERIFY(screen.torn > 0);
    }

    void viewAndSizeMayChangeOnTheWay()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        screen.player().play();
        for (const auto mode :
             {ViewMode::Wipe, ViewMode::SideBySide, ViewMode::Blink, ViewMode::SideBySide}) {
            screen.pane.setMode(mode);
            screen.pane.resize(QSize(700 + 60 * int(mode), 520));
            QTest::qWait(60);
        }
        QTRY_COMPARE_WITH_TIMEOUT(screen.player().state(), PairPlayer::State::Paused, 20'000);
        QVERIFY(screen.shows(59));
        QCOMPARE(screen.painted(Side::After), 59);
    }

    void keys()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        const auto press = [&](int key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(&screen.canvas(), Qt::Key(key), modifiers);
            return screen.player().frame();
        };
        QCOMPARE(press(Qt::Key_Right), 1);
        QCOMPARE(press(Qt::Key_Right, Qt::ShiftModifier), 11);
        QCOMPARE(press(Qt::Key_Right, Qt::ControlModifier), 41);
        QCOMPARE(press(Qt::Key_Left, Qt::ControlModifier), 11);
        QCOMPARE(press(Qt::Key_Left, Qt::ShiftModifier), 1);
        QCOMPARE(press(Qt::Key_Left), 0);
        QCOMPARE(press(Qt::Key_Left), 0);
        QCOMPARE(press(Qt::Key_End), 59);
        QCOMPARE(press(Qt::Key_Home), 0);

        press(Qt::Key_L);
        QCOMPARE(screen.player().state(), PairPlayer::State::Playing);
        press(Qt::Key_L);
        QCOMPARE(screen.player().speed(), 2.0);
        press(Qt::Key_K);
        QCOMPARE(screen.player().state(), PairPlayer::State::Paused);
        QCOMPARE(screen.player().speed(), 1.0);
        press(Qt::Key_End);
        press(Qt::Key_J);
        QCOMPARE(screen.player().speed(), -1.0);
        QTRY_VERIFY(screen.player().frame() < 55);
        press(Qt::Key_K);

        const std::array modes{ViewMode::Single, ViewMode::SideBySide, ViewMode::Wipe, ViewMode::Difference,
                               ViewMode::Blink};
        for (int i = 0; i < 5; ++i) {
            press(Qt::Key_1 + i);
            QCOMPARE(screen.pane.mode(), modes[std::size_t(i)]);
            QVERIFY(screen.find<QPushButton>(qPrintable(QStringLiteral("mode%1").arg(i + 1)))->isChecked());
        }
        press(Qt::Key_1);
        QCOMPARE(screen.canvas().singleSide(), Side::After);
        press(Qt::Key_1);
        QCOMPARE(screen.canvas().singleSide(), Side::Before);
    }

    void aButtonWithTheFocusKeepsItsSpace()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        auto *wipe = screen.find<QPushButton>("mode3");
        wipe->setFocus(Qt::TabFocusReason);
        QTest::keyClick(wipe, Qt::Key_Space);
        QCOMPARE(screen.pane.mode(), ViewMode::Wipe);
        QCOMPARE(screen.player().state(), PairPlayer::State::Paused);
    }

    void aSingleClip()
    {
        Screen screen;
        screen.pane.showBefore(m_source, QStringLiteral("Source"), 1);
        QTRY_COMPARE(screen.painted(Side::Before), 0);
        QCOMPARE(screen.canvas().shownMode(), ViewMode::Single);
        QCOMPARE(screen.pane.mode(), ViewMode::SideBySide); // the wish stays
        QVERIFY(!screen.find<QPushButton>("mode2")->isEnabled());
        QVERIFY(!screen.find<QPushButton>("saveTake")->isEnabled());
        QCOMPARE(screen.find<QLabel>("frameNumber")->text(), QStringLiteral("/ 00:02.00 · frame 1 of 60"));

        screen.pane.showAfter(m_take, QStringLiteral("Take"), 2);
        QTRY_COMPARE(screen.painted(Side::After), 0);
        QCOMPARE(screen.canvas().shownMode(), ViewMode::SideBySide);
        QVERIFY(screen.find<QPushButton>("mode2")->isChecked());
        QSignalSpy save(&screen.pane, &ViewerPane::saveRequested);
        QTest::mouseClick(screen.find<QPushButton>("saveTake"), Qt::LeftButton);
        QCOMPARE(save.size(), 1);

        screen.pane.clearAfter();
        QCOMPARE(screen.canvas().shownMode(), ViewMode::Single);
        screen.pane.clear();
        QCOMPARE(screen.player().state(), PairPlayer::State::Empty);
        QVERIFY(!screen.find<QToolButton>("play")->isEnabled());
    }

    void pickersTellOnlyWhatThePersonChose()
    {
        Screen screen;
        QSignalSpy before(&screen.pane, &ViewerPane::beforeChosen);
        QSignalSpy after(&screen.pane, &ViewerPane::afterChosen);
        screen.pane.setVersions({{1, QStringLiteral("Source")}, {2, QStringLiteral("Rainy")}});
        QVERIFY(screen.opens(m_source, m_take));
        auto *picker = screen.find<QComboBox>("afterPicker");
        QCOMPARE(picker->currentText(), QStringLiteral("Rainy"));
        screen.pane.setVersions({{1, QStringLiteral("Source")},
                                 {9, QStringLiteral("White")},
                                 {2, QStringLiteral("Rainy forest")}});
        QCOMPARE(picker->currentText(), QStringLiteral("Rainy forest"));
        QVERIFY(before.isEmpty() && after.isEmpty());
        picker->setFocus(Qt::TabFocusReason);
        QTest::keyClick(picker, Qt::Key_Up);
        QCOMPARE(after.size(), 1);
        QCOMPARE(after.first().first().toLongLong(), 9);
        QCOMPARE(screen.player().frame(), 0);
    }

    void aBrokenSideHasItsSentence()
    {
        Screen screen;
        QSignalSpy failed(&screen.pane, &ViewerPane::failed);
        screen.pane.showBefore(m_source, QStringLiteral("Source"), 1);
        screen.pane.showAfter(m_broken, QStringLiteral("Broken"), 2);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(screen.canvas().accessibleName().contains(QStringLiteral("broken.mp4")));
        QTRY_COMPARE(screen.painted(Side::Before), 0);
        screen.player().play();
        QTRY_VERIFY(screen.painted(Side::Before) > 5); // the other half goes on
        QVERIFY(screen.canvas().pictureRect(Side::After).isEmpty());

        screen.pane.showAfter(m_take, QStringLiteral("Cured"), 3);
        QTRY_VERIFY(screen.painted(Side::After) >= 0);
        QVERIFY(!screen.canvas().accessibleName().contains(QStringLiteral("broken.mp4")));
    }

    void aTakeOfAPieceStandsAtItsMoment()
    {
        Screen screen;
        screen.pane.showBefore(m_long, QStringLiteral("Source"), 1);
        screen.pane.showAfter(m_take, QStringLiteral("Take"), 2, 5s);
        QTRY_COMPARE(screen.painted(Side::After), 0);
        screen.player().seekToFrame(170);
        QTRY_COMPARE(screen.painted(Side::Before), 170);
        QCOMPARE(screen.painted(Side::After), 20);
    }

    void trimByKeys()
    {
        Screen screen;
        QSignalSpy changed(&screen.pane, &ViewerPane::trimChanged);
        screen.pane.setTrimLimits(2, 10);
        QVERIFY(screen.opens(m_long, {})); // 15 s
        auto *text = screen.find<QLabel>("trimText");
        QCOMPARE(text->text(), QStringLiteral("10.0 s of 10 s at most"));
        QCOMPARE(screen.pane.trim(), std::nullopt);

        screen.player().seekToFrame(120);
        QTest::keyClick(&screen.canvas(), Qt::Key_I);
        QCOMPARE(screen.pane.trim(), std::optional(Trim{4s, 10s}));
        screen.player().seekToFrame(239);
        QTest::keyClick(&screen.canvas(), Qt::Key_O);
        QCOMPARE(screen.pane.trim(), std::optional(Trim{4s, 8s}));
        QCOMPARE(text->text(), QStringLiteral("4.0 s of 10 s at most"));
        QCOMPARE(changed.size(), 2);
        QTest::keyClick(&screen.canvas(), Qt::Key_I, Qt::ShiftModifier);
        QCOMPARE(screen.player().frame(), 120);
        QTest::keyClick(&screen.canvas(), Qt::Key_O, Qt::ShiftModifier);
        QCOMPARE(screen.player().frame(), 239);

        changed.clear();
        screen.pane.setTrim(std::nullopt);
        QVERIFY(changed.isEmpty());
        QCOMPARE(screen.strip().piece(), (Trim{0s, 10s}));
        screen.pane.setTrimLimits(0, 0);
        QCOMPARE(text->text(), QStringLiteral("15.0 s"));
    }

    void theStripSeeks()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, m_take));
        Filmstrip &strip = screen.strip();
        const int y = strip.height() / 2;
        QTest::mousePress(&strip, Qt::LeftButton, {}, QPoint(strip.xOf(1s) + 1, y));
        QVERIFY(screen.shows(30));
        QTest::mouseMove(&strip, QPoint(strip.xOf(1500ms) + 1, y));
        QVERIFY(screen.shows(45));
        QTest::mouseRelease(&strip, Qt::LeftButton, {}, QPoint(strip.xOf(1500ms) + 1, y));
        QTest::mouseMove(&strip, QPoint(strip.xOf(100ms), y));
        QCOMPARE(screen.player().frame(), 45);
    }

    void theStripFillsWithPictures()
    {
        Screen screen;
        QVERIFY(screen.opens(m_source, {}));
        // Before's ground is red; the strip's own ground is grey.
        QTRY_VERIFY(([&] {
            const QImage strip = screen.strip().grab(screen.strip().track()).toImage();
            int red = 0;
            for (int x = 30; x < strip.width() - 30; ++x) {
                const QColor color = strip.pixelColor(x, 4);
                red += color.red() > color.green() + 60;
            }
            return red > strip.width() * 7 / 10;
        }()));
    }

    void everyControlHasAName()
    {
        Screen screen;
        for (const auto *widget : screen.pane.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->window() != &screen.pane)
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
        QSet<QString> names;
        for (const QAction *action : screen.pane.actions()) {
            QVERIFY(!action->text().isEmpty());
            QVERIFY(!action->objectName().isEmpty() && !names.contains(action->objectName()));
            names.insert(action->objectName());
        }
        QVERIFY(names.size() >= 20);
    }

    void narrowBarsFoldIntoTwoRows()
    {
        Screen screen;
        auto *modes = screen.find<QPushButton>("mode1");
        auto *save = screen.find<QPushButton>("saveTake");
        const auto top = [&](QWidget *widget) { return widget->mapTo(&screen.pane, QPoint()).y(); };
        screen.pane.resize(1100, 600);
        QTRY_COMPARE(top(modes), top(save));
        screen.pane.resize(screen.pane.minimumSizeHint().width(), 600);
        QTRY_VERIFY(top(modes) < top(save));
    }

    void deletedWhileDecoding()
    {
        for (int i = 0; i < 15; ++i) {
            auto screen = std::make_unique<Screen>();
            screen->pane.showBefore(m_source, QStringLiteral("Source"), 1);
            screen->pane.showAfter(i % 3 ? m_take : m_broken, QStringLiteral("Take"), 2);
            QTest::qWait(i * 4);
            screen->player().play();
            screen->player().seekToFrame(50);
            QTest::qWait(i % 4);
        }
    }
};

QTEST_MAIN(TestViewerPane)
#include "tst_viewerpane.moc"
