// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/pairplayer.h"
#include "support/numberedclip.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/filmstrip.h"
#include "ui/viewer/momentedit.h"
#include "ui/viewer/sentencelabel.h"
#include "ui/viewer/viewerpane.h"

#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace retake;
using namespace std::chrono_literals;

namespace {

// The pane with a clip in it; a model that takes 2 to 10 s.
struct Desk
{
    ViewerPane pane;
    QSignalSpy changed{&pane, &ViewerPane::trimChanged};

    explicit Desk(const QString &file)
    {
        pane.resize(900, 640);
        pane.show();
        pane.setTrimLimits(2, 10);
        pane.showBefore(file, QStringLiteral("Source"), 1);
        opened = QTest::qWaitFor(
            [&] { return pane.player()->frameCount() > 0 && painted() == 0 && !strip().view().isEmpty(); },
            10'000);
        find<CompareCanvas>()->setFocus();
    }

    template<class Widget> Widget *find(const char *name = nullptr)
    {
        return name ? pane.findChild<Widget *>(QString::fromLatin1(name)) : pane.findChild<Widget *>();
    }

    Filmstrip &strip() { return *find<Filmstrip>(); }

    PairPlayer &player() { return *pane.player(); }

    Trim piece() { return strip().piece(); }

    QString sentence() { return find<SentenceLabel>()->text(); }

    int painted() // the number that a person sees on the canvas
    {
        const QRect place = find<CompareCanvas>()->pictureRect(Side::Before).toRect();
        return place.isEmpty() ? -1 : readNumber(find<CompareCanvas>()->grab(place).toImage());
    }

    bool shows(int frame)
    {
        return QTest::qWaitFor([&] { return painted() == frame; }, 10'000);
    }

    void choose(Microseconds in, Microseconds out)
    {
        pane.setTrim(Trim{in, out});
        changed.clear();
    }

    void trigger(const char *action) { find<QAction>(action)->trigger(); }

    void type(const char *field, const char *text)
    {
        auto *edit = find<MomentEdit>(field);
        edit->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(edit, QString::fromLatin1(text));
        QTest::keyClick(edit, Qt::Key_Return);
    }

    // The handle's own widget, at the pixel of the strip; the strip's middle where there is none.
    QPoint on(QWidget *widget, int x)
    {
        return {widget->mapFrom(&strip(), QPoint(x, 0)).x(), widget->height() / 2};
    }

    void press(QWidget *widget, Microseconds at)
    {
        QTest::mousePress(widget, Qt::LeftButton, {}, on(widget, strip().xOf(at)));
    }

    void move(QWidget *widget, Microseconds to) { QTest::mouseMove(widget, on(widget, strip().xOf(to))); }

    void release(QWidget *widget, Microseconds at)
    {
        QTest::mouseRelease(widget, Qt::LeftButton, {}, on(widget, strip().xOf(at)));
    }

    void wheel(int notches, Qt::KeyboardModifiers modifiers, int x)
    {
        const QPointF place(x, strip().height() / 2);
        QWheelEvent event(place, strip().mapToGlobal(place), {}, {0, notches * 120}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&strip(), &event);
    }

    bool opened = false;
};

double seconds(Microseconds time)
{
    return double(time.count()) / 1e6;
}

} // namespace

class TestFilmstrip : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_clip;
    QString m_uneven;

private Q_SLOTS:

    void initTestCase()
    {
        NumberedClip clip;
        clip.file = m_dir.filePath(QStringLiteral("long.mp4"));
        clip.frames = 900; // 30 s
        clip.size = {256, 144};
        clip.output = {QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-preset"),
                       QStringLiteral("ultrafast")};
        QVERIFY(makeClip(clip));
        m_clip = clip.file;
        // Four of five frames are missing from 2 s on.
        clip.file = m_dir.filePath(QStringLiteral("uneven.mp4"));
        clip.frames = 180;
        clip.output += {QStringLiteral("-vf"), QStringLiteral("select='lt(n,60)+not(mod(n,5))'"),
                        QStringLiteral("-vsync"), QStringLiteral("vfr")};
        QVERIFY(makeClip(clip));
        m_uneven = clip.file;
    }

    void aHandleShowsItsFrameWhileItMoves()
    {
        Desk desk(m_clip);
        QVERIFY(desk.opened);
        desk.choose(4s, 9s);
        desk.player().seekToFrame(600);
        QVERIFY(desk.shows(600));
        QSignalSpy seen(&desk.player(), &PairPlayer::pairReady);

        auto *in = desk.find<TrimGrip>("trimInHandle");
        desk.press(in, 4s);
        QVERIFY(desk.shows(120));
        desk.move(in, 5s);
        desk.move(in, 6s);
        const int frame = int(std::lround(seconds(desk.piece().in) * 30));
        QVERIFY(qAbs(frame - 180) < 4); // a pixel is a frame or so
        QVERIFY(desk.shows(frame));
        // The playhead has not moved, and comes back.
        const QImage held = desk.strip().grab().toImage();
        QVERIFY(held.pixelColor(desk.strip().xOf(20s), 4).lightness() > 240);
        desk.release(in, 6s);
        QVERIFY(desk.shows(600));
        QCOMPARE(desk.piece().out, Microseconds(9s));
        QCOMPARE(desk.pane.trim(), std::optional(desk.piece()));

        auto *out = desk.find<TrimGrip>("trimOutHandle");
        desk.press(out, 9s);
        QVERIFY(desk.shows(269)); // the last frame that is taken
        desk.release(out, 9s);
        QVERIFY(desk.shows(600));
    }

    void aHandleSaysWhereItIs()
    {
        Desk desk(m_clip);
        desk.choose(12s, 17s);
        const auto bubble = [&] { // dark ground beside the in handle
            const QImage strip = desk.strip().grab().toImage();
            return strip.pixelColor(desk.strip().xOf(12s) - 26, desk.strip().track().center().y() - 8);
        };
        auto *in = desk.find<TrimGrip>("trimInHandle");
        QTRY_VERIFY(bubble().lightness() > 30);
        desk.press(in, 12s);
        QVERIFY(bubble().lightness() < 30);
        desk.release(in, 12s);
        QVERIFY(bubble().lightness() > 30);
    }

    void gripsAreWideEnough()
    {
        Desk desk(m_clip);
        desk.choose(12s, 14s);
        for (const char *name : {"trimInHandle", "trimOutHandle", "trimPieceBar"}) {
            auto *grip = desk.find<TrimGrip>(name);
            QVERIFY(grip->isVisible());
            QVERIFY(grip->width() >= 12 && grip->height() >= 12);
        }
        QCOMPARE(desk.find<TrimGrip>("trimInHandle")->cursor().shape(), Qt::SizeHorCursor);
        QCOMPARE(desk.find<TrimGrip>("trimPieceBar")->cursor().shape(), Qt::OpenHandCursor);
    }

    void wishesAreHeldAndExplained()
    {
        Desk desk(m_clip);
        desk.choose(4s, 9s);
        auto *out = desk.find<TrimGrip>("trimOutHandle");
        desk.press(out, 9s);
        desk.move(out, 25s);
        QCOMPARE(desk.piece(), (Trim{4s, 14s}));
        QCOMPARE(desk.sentence(), QStringLiteral("No more than 10 s"));
        desk.move(out, 1s);
        QCOMPARE(desk.piece(), (Trim{4s, 6s}));
        QCOMPARE(desk.sentence(), QStringLiteral("No less than 2 s"));
        desk.move(out, 8s); // a wish that can be met
        QVERIFY(desk.sentence().endsWith(QStringLiteral("s of 10 s at most")));
        desk.release(out, 8s);
    }

    void marksShowHowFarTheEndMayGo()
    {
        Desk desk(m_clip);
        desk.choose(4s, 9s);
        const auto marked = [&](Microseconds at) {
            const QRect track = desk.strip().track();
            const QImage strip = desk.strip().grab().toImage();
            int warm = 0;
            for (int y = track.top(); y < track.bottom(); ++y) {
                const QColor color = strip.pixelColor(desk.strip().xOf(at), y);
                warm += color.red() > color.blue() + 70;
            }
            return warm > track.height() / 4;
        };
        QVERIFY(marked(14s));
        QVERIFY(marked(6s));
        QVERIFY(!marked(20s));
        desk.pane.setTrimLimits(0, 0);
        QVERIFY(!marked(14s));
    }

    void thePieceIsDraggedByItsMiddleAndByItsBar()
    {
        Desk desk(m_clip);
        desk.choose(4s, 9s);
        Filmstrip *strip = &desk.strip();
        for (QWidget *handle :
             {static_cast<QWidget *>(strip), static_cast<QWidget *>(desk.find<TrimGrip>("trimPieceBar"))}) {
            desk.choose(4s, 9s);
            desk.press(handle, 6s);
            desk.move(handle, 7s);
            desk.move(handle, 16s);
            QVERIFY(qAbs(seconds(desk.piece().in) - 14) < 0.1);
            QCOMPARE(desk.piece().length(), Microseconds(5s));
            QTRY_COMPARE(desk.painted(), int(std::lround(seconds(desk.piece().in) * 30)));
            desk.move(handle, 30s);
            QCOMPARE(desk.piece(), (Trim{25s, 30s}));
            QCOMPARE(desk.sentence(), QStringLiteral("The clip ends here"));
            desk.move(handle, 0s);
            QCOMPARE(desk.piece(), (Trim{0s, 5s}));
            desk.release(handle, 0s);
            QVERIFY(desk.shows(0));
        }
    }

    void aClickIntoThePieceSeeks()
    {
        Desk desk(m_clip);
        desk.choose(4s, 9s);
        desk.press(&desk.strip(), 6s);
        desk.release(&desk.strip(), 6s);
        QTRY_VERIFY(qAbs(desk.player().frame() - 180) < 4);
        QCOMPARE(desk.piece(), (Trim{4s, 9s}));
        QVERIFY(desk.changed.isEmpty());
    }

    void escapeGivesADragUp()
    {
        Desk desk(m_clip);
        desk.choose(4s, 9s);
        auto *in = desk.find<TrimGrip>("trimInHandle");
        desk.press(in, 4s);
        desk.move(in, 6s);
        QVERIFY(desk.piece().in > 5s);
        QTest::keyClick(in, Qt::Key_Escape);
        QCOMPARE(desk.piece(), (Trim{4s, 9s}));
        QCOMPARE(desk.pane.trim(), std::optional(Trim{4s, 9s}));
        desk.release(in, 6s);
        QCOMPARE(desk.piece(), (Trim{4s, 9s}));
    }

    void handlesByKeys()
    {
        Desk desk(m_clip);
        desk.choose(4s, 9s);
        // Tab goes from the strip to begin, piece and end.
        desk.strip().setFocus(Qt::TabFocusReason);
        const std::array names{"trimInHandle", "trimPieceBar", "trimOutHandle"};
        for (const char *name : names) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget()->objectName(), QString::fromLatin1(name));
        }
        auto *in = desk.find<TrimGrip>("trimInHandle");
        const QImage plain = in->grab().toImage();
        in->setFocus(Qt::TabFocusReason);
        QVERIFY(in->grab().toImage() != plain); // the focus can be seen

        QTest::keyClick(in, Qt::Key_Right);
        QCOMPARE(desk.piece(), (Trim{Microseconds(4'033'333), 9s}));
        QVERIFY(desk.shows(121)); // and its frame, for a while
        QTest::keyClick(in, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(in, Qt::Key_Left);
        QCOMPARE(desk.piece().in, Microseconds(4'333'333));
        QTest::keyClick(in, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(desk.piece().in, Microseconds(3'333'333));
        auto *out = desk.find<TrimGrip>("trimOutHandle");
        out->setFocus(Qt::TabFocusReason);
        QVERIFY(desk.shows(0)); // the playhead has stayed where it was
        QTest::keyClick(out, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(desk.piece().out, Microseconds(8'666'667));
        auto *bar = desk.find<TrimGrip>("trimPieceBar");
        bar->setFocus(Qt::TabFocusReason);
        QTest::keyClick(bar, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(desk.piece(), (Trim{3s, Microseconds(8'333'333)}));
        QCOMPARE(in->value(), 90); // what assistive tools read
        in->setValue(99);          // and what they set
        QCOMPARE(desk.piece().in, Microseconds(3'300'000));
    }

    void unevenFrames()
    {
        Desk desk(m_uneven);
        QVERIFY(desk.opened);
        QCOMPARE(desk.player().frameCount(), 84);
        desk.choose(1s, 4s);
        auto *out = desk.find<TrimGrip>("trimOutHandle");
        out->setFocus(Qt::TabFocusReason);
        QTest::keyClick(out, Qt::Key_Left);
        QVERIFY(qAbs(seconds(desk.piece().out) - 3.8333) < 0.001); // a long frame
        QVERIFY(desk.shows(110));                                  // the last of the piece
        auto *in = desk.find<TrimGrip>("trimInHandle");
        in->setFocus(Qt::TabFocusReason);
        QTest::keyClick(in, Qt::Key_Right);
        QVERIFY(qAbs(seconds(desk.piece().in) - 1.0333) < 0.001); // a short one
        QVERIFY(desk.shows(31));
        desk.player().seekToFrame(70);
        QVERIFY(desk.shows(110));
        desk.trigger("actionTrimOut");
        QVERIFY(qAbs(seconds(desk.piece().out) - 3.8333) < 0.001);
    }

    void aroundThePlayheadAndOn()
    {
        Desk desk(m_clip);
        desk.choose(4s, 9s);
        desk.player().seekToFrame(450);
        QTest::keyClick(desk.find<CompareCanvas>(), Qt::Key_A);
        QCOMPARE(desk.piece(), (Trim{12500ms, 17500ms}));
        QTest::mouseClick(desk.find<QToolButton>("trimNext"), Qt::LeftButton);
        QCOMPARE(desk.piece(), (Trim{17500ms, 22500ms}));
        QCOMPARE(desk.player().frame(), 525); // it is looked at from its begin
        QTest::keyClick(desk.find<CompareCanvas>(), Qt::Key_N);
        QTest::keyClick(desk.find<CompareCanvas>(), Qt::Key_N);
        QCOMPARE(desk.piece(), (Trim{25s, 30s}));
        QCOMPARE(desk.sentence(), QStringLiteral("The clip ends here"));
        QTest::keyClick(desk.find<CompareCanvas>(), Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(desk.piece(), (Trim{20s, 25s}));
        QTest::mouseClick(desk.find<QToolButton>("trimPrevious"), Qt::LeftButton);
        QCOMPARE(desk.piece(), (Trim{15s, 20s}));
        QCOMPARE(desk.find<QToolButton>("trimNext")->accessibleName(), QStringLiteral("Next piece of 5.0 s"));
        desk.player().seekToFrame(450);
        QTest::keyClick(desk.find<CompareCanvas>(), Qt::Key_A, Qt::ShiftModifier);
        QCOMPARE(desk.piece(), (Trim{10s, 20s}));
        QTest::mouseClick(desk.find<QToolButton>("trimAround"), Qt::LeftButton);
        QCOMPARE(desk.piece(), (Trim{10s, 20s}));
    }

    void timesAreTyped()
    {
        Desk desk(m_clip);
        desk.choose(4s, 9s);
        auto *in = desk.find<MomentEdit>("trimInField");
        auto *out = desk.find<MomentEdit>("trimOutField");
        auto *length = desk.find<MomentEdit>("trimLengthField");
        QTRY_COMPARE(in->text(), QStringLiteral("00:04.00 f121"));
        QCOMPARE(out->text(), QStringLiteral("00:09.00 f270"));
        QCOMPARE(length->text(), QStringLiteral("00:05.00 f150"));

        desk.type("trimInField", "0:06.5");
        QCOMPARE(desk.piece(), (Trim{6500ms, 9s}));
        desk.type("trimOutField", "f300");
        QCOMPARE(desk.piece(), (Trim{6500ms, 10s}));
        QCOMPARE(desk.player().frame(), 0); // letters are not keys of the viewer here
        desk.type("trimLengthField", "5");
        QCOMPARE(desk.piece(), (Trim{6500ms, 11500ms}));
        desk.type("trimLengthField", "f90");
        QCOMPARE(desk.piece(), (Trim{6500ms, 9500ms}));
        desk.type("trimInField", "f1");
        QCOMPARE(desk.piece(), (Trim{0s, 9500ms}));
        desk.type("trimInField", "20");
        QCOMPARE(desk.piece(), (Trim{20s, 29500ms}));

        desk.type("trimInField", "often");
        QCOMPARE(desk.piece(), (Trim{20s, 29500ms}));
        QVERIFY(desk.sentence().contains(QStringLiteral("f1500")));
        QCOMPARE(in->text(), QStringLiteral("00:20.00")); // in hand: the time alone
        QTest::keyClick(in, Qt::Key_Up);
        QCOMPARE(desk.piece().in, Microseconds(20'033'333));
        QTest::keyClicks(in, QStringLiteral("3"));
        QTest::keyClick(in, Qt::Key_Escape);
        desk.find<CompareCanvas>()->setFocus();
        QCOMPARE(desk.piece().in, Microseconds(20'033'333));
        QCOMPARE(in->text(), QStringLiteral("00:20.03 f602"));
    }

    void narrowPanesFold()
    {
        Desk desk(m_clip);
        auto *in = desk.find<MomentEdit>("trimInField");
        auto *next = desk.find<QToolButton>("trimNext");
        const auto top = [&](QWidget *widget) { return widget->mapTo(&desk.pane, QPoint()).y(); };
        desk.pane.resize(1200, 640);
        QTRY_VERIFY(qAbs(top(in) - top(next)) < 10);
        QCOMPARE(in->text(), QStringLiteral("00:00.00 f1"));
        desk.pane.resize(desk.pane.minimumSizeHint().width(), 640);
        QTRY_VERIFY(top(in) + 20 < top(next));
        // Rather than half a number: the time alone.
        QTRY_COMPARE(in->text(), in->width() < in->sizeHint().width() ? QStringLiteral("00:00.00")
                                                                      : QStringLiteral("00:00.00 f1"));
        for (const char *name : {"trimInField", "trimOutField", "trimLengthField"})
            QVERIFY(desk.find<MomentEdit>(name)->mapTo(&desk.pane, QPoint()).x() > 0);
        QVERIFY(!desk.find<QWidget>("frameNumber")->isVisible());
    }

    void theLoopPlaysThePiece()
    {
        Desk desk(m_clip);
        auto *loop = desk.find<QToolButton>("loop");
        QCOMPARE(loop->text(), QStringLiteral("Loop the piece")); // of the 30 s ten are taken
        desk.choose(4s, 6s);
        QTest::mouseClick(loop, Qt::LeftButton);
        QVERIFY(desk.player().isLooping() && loop->isChecked());
        desk.player().seekToFrame(178);
        QTest::keyClick(desk.find<CompareCanvas>(), Qt::Key_Space);
        QTRY_VERIFY(desk.player().frame() >= 120 && desk.player().frame() < 150);
        QCOMPARE(desk.player().state(), PairPlayer::State::Playing);
        desk.player().pause();
        QTest::keyClick(desk.find<CompareCanvas>(), Qt::Key_L, Qt::ShiftModifier);
        QVERIFY(!desk.player().isLooping() && !loop->isChecked());
        desk.pane.setTrimLimits(0, 0);
        desk.pane.setTrim(std::nullopt);
        QCOMPARE(loop->text(), QStringLiteral("Loop"));
    }

    void comingNearer()
    {
        Desk desk(m_clip);
        desk.choose(4s, 9s);
        Filmstrip &strip = desk.strip();
        QTRY_VERIFY(strip.reel().isComplete());
        const int whole = strip.reel().made();
        const QRect behind(QPoint(strip.xOf(12s), strip.track().top()),
                           QPoint(strip.xOf(28s), strip.track().bottom()));
        const QImage wholeSeen = strip.grab(behind).toImage();
        QSignalSpy sought(&strip, &Filmstrip::seekRequested);

        const int x = strip.xOf(20s);
        desk.wheel(1, Qt::NoModifier, x); // nothing to scroll yet
        QVERIFY(strip.view().isWhole());
        desk.wheel(6, Qt::ControlModifier, x);
        QVERIFY(!strip.view().isWhole());
        QVERIFY(qAbs(strip.xOf(20s) - x) <= 1);
        QTRY_VERIFY(strip.reel().isComplete());
        QVERIFY(strip.reel().made() > whole);
        const Microseconds from = strip.view().from();
        const QImage seen = strip.grab().toImage();
        desk.wheel(2, Qt::NoModifier, x);
        QVERIFY(strip.view().from() < from);
        QVERIFY(strip.grab().toImage() != seen);
        desk.wheel(-2, Qt::NoModifier, x);
        QCOMPARE(strip.view().from(), from);
        QCOMPARE(strip.grab().toImage(), seen); // at once: the pictures were kept
        QVERIFY(sought.isEmpty());

        // Out of sight of the piece a handle can still be reached by the keyboard.
        auto *in = desk.find<TrimGrip>("trimInHandle");
        QVERIFY(!strip.rect().intersects(in->geometry()));
        in->setFocus(Qt::TabFocusReason);
        QVERIFY(strip.rect().contains(in->geometry()));

        QTest::keyClick(desk.find<CompareCanvas>(), Qt::Key_0);
        QVERIFY(strip.view().isWhole());
        QCOMPARE(strip.grab(behind).toImage(), wholeSeen);
        QTest::mouseDClick(&strip, Qt::LeftButton, {}, {strip.xOf(6s), strip.track().center().y()});
        QCOMPARE(strip.view().span(), Microseconds(10s));
        QCOMPARE(strip.view().from(), Microseconds(1500ms));
        QTest::mouseDClick(&strip, Qt::LeftButton, {}, {strip.xOf(6s), strip.track().center().y()});
        QVERIFY(strip.view().isWhole());
        QTest::mouseClick(desk.find<QToolButton>("stripZoomIn"), Qt::LeftButton);
        QVERIFY(!strip.view().isWhole());
        QTest::mouseClick(desk.find<QToolButton>("stripZoomOut"), Qt::LeftButton);
        QVERIFY(strip.view().isWhole());
        QVERIFY(!desk.find<QToolButton>("stripZoomOut")->isEnabled());
    }

    void thePlayheadStaysInSight()
    {
        Desk desk(m_clip);
        desk.choose(4s, 9s);
        desk.trigger("actionStripZoomPiece"); // 1.5 s to 11.5 s
        desk.player().seekToFrame(340);
        desk.player().play();
        QTRY_VERIFY(desk.player().frame() > 350);
        desk.player().pause();
        const StripView &view = desk.strip().view();
        QVERIFY(view.from() > 5s);
        QVERIFY(desk.player().position() >= view.from() && desk.player().position() <= view.to());
        QTest::keyClick(desk.find<CompareCanvas>(), Qt::Key_Home);
        QCOMPARE(view.from(), Microseconds(0));
    }

    void aDragGoesOnBeyondTheEdge()
    {
        Desk desk(m_clip);
        desk.pane.setTrimLimits(0, 0);
        desk.choose(10s, 13s);
        desk.trigger("actionStripZoomPiece");
        auto *out = desk.find<TrimGrip>("trimOutHandle");
        const Microseconds to = desk.strip().view().to();
        desk.press(out, 13s);
        QTest::mouseMove(out, desk.on(out, desk.strip().width() + 40));
        QTRY_VERIFY(desk.piece().out > to + 2s);
        desk.release(out, desk.strip().view().to());
        const Trim piece = desk.piece();
        QTest::qWait(80);
        QCOMPARE(desk.piece(), piece);
    }

    void aKnownClipHasItsStripAtOnce()
    {
        Desk read(m_clip);
        QVERIFY(read.opened);
        const ClipInfo known = read.player().clip(Side::Before);
        ViewerPane pane;
        pane.resize(900, 640);
        pane.show();
        auto *strip = pane.findChild<Filmstrip *>();
        pane.showBefore(m_clip, QStringLiteral("Source"), 1, known);
        QCOMPARE(strip->view().duration(), Microseconds(30s)); // before the player has it
        QCOMPARE(pane.player()->frameCount(), 0);
        QVERIFY(!pane.findChild<TrimGrip *>(QStringLiteral("trimInHandle"))->isVisible());
        strip->zoom(2);
        QTRY_COMPARE(pane.player()->frameCount(), 900);
        QTRY_VERIFY(pane.findChild<TrimGrip *>(QStringLiteral("trimInHandle"))->isVisible());
        QCOMPARE(strip->view().span(), Microseconds(15s)); // what was done meanwhile stays
        pane.clear();
        QVERIFY(strip->view().isEmpty());
    }

    void emptyAndBroken()
    {
        ViewerPane pane;
        pane.resize(900, 640);
        pane.show();
        auto *strip = pane.findChild<Filmstrip *>();
        const QImage empty = strip->grab().toImage();
        QVERIFY(!pane.findChild<TrimGrip *>(QStringLiteral("trimInHandle"))->isVisible());
        QVERIFY(!pane.findChild<MomentEdit *>(QStringLiteral("trimInField"))->isEnabled());
        QVERIFY(!pane.findChild<QToolButton *>(QStringLiteral("trimNext"))->isEnabled());
        QFile broken(m_dir.filePath(QStringLiteral("broken.mp4")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("ftyp nothing");
        broken.close();
        pane.showBefore(broken.fileName(), QStringLiteral("Broken"), 1);
        QVERIFY(strip->grab().toImage() != empty); // it says that it reads
        QSignalSpy failed(&pane, &ViewerPane::failed);
        QTRY_COMPARE(failed.size(), 1);
        const QImage said = strip->grab().toImage();
        QVERIFY(said != empty);
        QTest::keyClick(strip, Qt::Key_N);
        QTest::keyClick(strip, Qt::Key_A);
        QCOMPARE(pane.trim(), std::nullopt);
        pane.clear();
        QTRY_COMPARE(strip->grab().toImage(), empty);
    }

    void picturesStayWhileTheWindowIsResized()
    {
        Desk desk(m_clip);
        QTRY_VERIFY(desk.strip().reel().isComplete());
        const auto coloured = [&] { // the clip's ground is blue
            const QImage strip = desk.strip().grab(desk.strip().track()).toImage();
            int blue = 0;
            for (int x = 0; x < strip.width(); ++x)
                blue += strip.pixelColor(x, 4).blue() > strip.pixelColor(x, 4).red() + 25;
            return double(blue) / strip.width();
        };
        QVERIFY(coloured() > 0.8);
        for (const int width : {760, 1400, 1000, 620}) {
            desk.pane.resize(width, 640);
            QCoreApplication::sendPostedEvents();
            QVERIFY2(coloured() > 0.8, qPrintable(QString::number(width)));
        }
    }
};

QTEST_MAIN(TestFilmstrip)
#include "tst_filmstrip.moc"
