// SPDX-License-Identifier: GPL-3.0-or-later
// The strip of what changed: what it paints, where a click leads, and that it stands under the filmstrip in
// the same scale.
#include "playback/pairplayer.h"
#include "session/comparison.h"
#include "support/numberedclip.h"
#include "ui/viewer/changestrip.h"
#include "ui/viewer/filmstrip.h"
#include "ui/viewer/sentencelabel.h"
#include "ui/viewer/viewerpane.h"

#include <QAction>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

#include <limits>

using namespace retake;
using namespace std::chrono_literals;

namespace {

constexpr int left = 10; // of the track
constexpr int wide = 300;
constexpr double inf = std::numeric_limits<double>::infinity();

FrameChange same(int number)
{
    return {{number, number, number * 100ms}, {1, 1, 1, 1}, {inf, inf, inf, inf}};
}

// Ten frames in a second; the third one has other light, the eighth another colour.
Measure tenFrames()
{
    Measure measure;
    for (int number = 0; number < 10; ++number)
        measure.frames.push_back(same(number));
    measure.frames[2].ssim.y = 0.3;
    measure.frames[2].psnr.y = 12;
    measure.frames[7].ssim.u = measure.frames[7].ssim.v = 0.2;
    measure.frames[7].psnr.u = measure.frames[7].psnr.v = 14;
    return measure;
}

struct Strip
{
    ChangeStrip strip;
    StripView view;

    Strip()
    {
        QPalette plain;
        plain.setColor(QPalette::Button, Qt::black);
        plain.setColor(QPalette::WindowText, Qt::white);
        plain.setColor(QPalette::Highlight, Qt::green);
        strip.setPalette(plain);
        strip.resize(left + wide + 10, 22);
        view.setTrack(left, wide);
        view.setDuration(1s);
        strip.setView(view);
        strip.setMeasure(tenFrames());
        strip.setPosition(-1s); // out of sight
    }

    QColor at(Microseconds time, int y) { return strip.grab().toImage().pixelColor(int(view.xOf(time)), y); }
};

} // namespace

class TestChangeStrip : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    Comparison *compare(QObject *parent) const
    {
        return new Comparison(Shelf(path("shelf"), 1 << 30), HashBook(path("hashes.json")), parent);
    }

private Q_SLOTS:

    void initTestCase()
    {
        NumberedClip clip;
        clip.file = path("before.mp4");
        clip.frames = 45;
        QString complaint;
        QVERIFY2(makeClip(clip, &complaint), qPrintable(complaint));
        clip.file = path("after.mp4");
        clip.output = {QStringLiteral("-vf"), QStringLiteral("hue=h=120:enable=eq(n\\,31)")};
        QVERIFY2(makeClip(clip, &complaint), qPrintable(complaint));
    }

    void lightGoesUpAndColourDown()
    {
        Strip desk;
        const QColor light = desk.at(250ms, 6);
        QVERIFY(light.red() > 150 && light.green() > 150);
        QCOMPARE(desk.at(250ms, 16), QColor(Qt::black));
        QCOMPARE(desk.at(750ms, 16), QColor(Qt::green));
        QCOMPARE(desk.at(750ms, 6), QColor(Qt::black));
        for (const Microseconds still : {50ms, 150ms, 350ms, 650ms, 950ms}) {
            QCOMPARE(desk.at(still, 6), QColor(Qt::black));
            QCOMPARE(desk.at(still, 16), QColor(Qt::black));
        }
    }

    void followsTheView()
    {
        Strip desk;
        desk.view.show(Trim{650ms, 900ms});
        desk.strip.setView(desk.view);
        QCOMPARE(desk.at(705ms, 16), QColor(Qt::green));
        QCOMPARE(desk.at(795ms, 16), QColor(Qt::green));
        QCOMPARE(desk.at(690ms, 16), QColor(Qt::black));
        QCOMPARE(desk.at(810ms, 16), QColor(Qt::black));
    }

    void aPixelShowsTheMostChanged()
    {
        Measure measure;
        for (int number = 0; number < 6000; ++number) {
            measure.frames.push_back(same(number));
            measure.frames.back().pair.time = number * 10ms;
        }
        measure.frames[4321].ssim.y = 0.1;
        measure.frames[4321].psnr.y = 9;
        Strip desk;
        desk.view.setDuration(60s);
        desk.strip.setView(desk.view);
        desk.strip.setMeasure(measure);
        QVERIFY(desk.at(43'210ms, 6).red() > 150);
        QCOMPARE(desk.strip.frameAt(int(desk.view.xOf(43'210ms))), 4321);
        QSignalSpy sought(&desk.strip, &ChangeStrip::seekRequested);
        QTest::mouseClick(&desk.strip, Qt::LeftButton, {}, {int(desk.view.xOf(43'210ms)), 5});
        QCOMPARE(sought.count(), 1);
        const auto time = sought.first().first().value<Microseconds>();
        QVERIFY(time >= 43'210ms && time < 43'220ms);
    }

    void aClickGoesThere()
    {
        Strip desk;
        QSignalSpy sought(&desk.strip, &ChangeStrip::seekRequested);
        QSignalSpy ended(&desk.strip, &ChangeStrip::scrubEnded);
        QTest::mouseClick(&desk.strip, Qt::LeftButton, {}, {int(desk.view.xOf(550ms)), 11});
        QCOMPARE(sought.count(), 1);
        QCOMPARE(ended.count(), 1);
        const auto time = sought.first().first().value<Microseconds>();
        QVERIFY(time >= 500ms && time < 600ms);
        QTest::mouseClick(&desk.strip, Qt::RightButton, {}, {int(desk.view.xOf(550ms)), 11});
        QCOMPARE(sought.count(), 1);
    }

    void thePointerIsToldTheFigures()
    {
        Strip desk;
        desk.strip.show();
        const QPoint place(int(desk.view.xOf(750ms)), 11);
        QHelpEvent help(QEvent::ToolTip, place, desk.strip.mapToGlobal(place));
        QApplication::sendEvent(&desk.strip, &help);
        QVERIFY2(QToolTip::text().contains(u"00:00.7"), qPrintable(QToolTip::text()));
        QVERIFY(QToolTip::text().contains(u"frame 8 of Before"));
        QVERIFY(QToolTip::text().contains(u"SSIM"));
        QToolTip::hideText();
    }

    void whatIsMovedIsMeasuredAsItStands()
    {
        Comparison *comparison = compare(this);
        ViewerPane pane;
        pane.useComparison(*comparison);
        pane.show();
        pane.showBefore(path("before.mp4"), QStringLiteral("Source"), 0);
        pane.showAfter(path("after.mp4"), QStringLiteral("Take"), 1);
        QTRY_COMPARE_WITH_TIMEOUT(comparison->state(), Comparison::State::Done, 10'000);
        const auto all = comparison->measure()->frames.size();
        pane.findChild<QAction *>(QStringLiteral("actionLaterAfter"))->trigger();
        QCOMPARE(comparison->shown()->pairing.afterShift, 1);
        QTRY_COMPARE_WITH_TIMEOUT(comparison->state(), Comparison::State::Done, 10'000);
        QCOMPARE(comparison->measure()->frames.size(), all - 1);
        pane.findChild<QAction *>(QStringLiteral("actionResetShift"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(comparison->state(), Comparison::State::Done, 10'000);
        QCOMPARE(comparison->measure()->frames.size(), all);
    }

    void standsUnderTheFilmstripAndLeadsToTheFrame()
    {
        Comparison *comparison = compare(this);
        ViewerPane pane;
        pane.resize(900, 700);
        pane.useComparison(*comparison);
        pane.show();
        pane.showBefore(path("before.mp4"), QStringLiteral("Source"), 0);
        auto *bar = pane.findChild<QWidget *>(QStringLiteral("changeBar"));
        QVERIFY(bar && bar->isHidden());
        pane.showAfter(path("after.mp4"), QStringLiteral("Take"), 1);
        QVERIFY(bar->isVisible());
        auto *text = pane.findChild<SentenceLabel *>(QStringLiteral("changeText"));
        QVERIFY(text->text().startsWith(u"Measuring"));
        auto *most = pane.findChild<QToolButton *>(QStringLiteral("mostChanged"));
        auto *least = pane.findChild<QToolButton *>(QStringLiteral("leastChanged"));
        QVERIFY(!most->isEnabled() && !least->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(comparison->state(), Comparison::State::Done, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(pane.player()->frameCount(), 45, 5'000);
        QVERIFY2(text->text().startsWith(u"Changed most at 00:01.0; mostly colour in 2 %"),
                 qPrintable(text->text()));
        QVERIFY(text->text().contains(u"sound not compared"));

        QTest::mouseClick(most, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(pane.player()->frame(), 31, 5'000);
        QTest::mouseClick(least, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(pane.player()->frame() != 31, 5'000);
        pane.findChild<QAction *>(QStringLiteral("actionMostChanged"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(pane.player()->frame(), 31, 5'000);

        auto *film = pane.findChild<Filmstrip *>();
        auto *strip = pane.findChild<ChangeStrip *>();
        pane.findChild<QAction *>(QStringLiteral("actionStripZoomIn"))->trigger();
        QTRY_VERIFY(!film->view().isWhole());
        for (const int frame : {29, 31, 33}) {
            const int onFilm = film->xOf(Microseconds(frame * 1'000'000LL / 30 + 16'000));
            const QPoint there(strip->mapFrom(&pane, film->mapTo(&pane, QPoint(onFilm, 0))).x(), 11);
            QVERIFY(strip->rect().contains(there));
            QCOMPARE(strip->frameAt(there.x()), frame);
            QTest::mouseClick(strip, Qt::LeftButton, {}, there);
            QTRY_COMPARE_WITH_TIMEOUT(pane.player()->frame(), frame, 5'000);
        }
        if (qEnvironmentVariableIsSet("RETAKE_LOOK"))
            pane.grab().save(qEnvironmentVariable("RETAKE_LOOK"));

        pane.setFramesCorrespond(ComparedPair::Frames::DoNotCorrespond);
        QCOMPARE(comparison->state(), Comparison::State::NewClip);
        QVERIFY(text->text().contains(u"do not correspond"));
        QVERIFY(strip->isHidden() && bar->isVisible() && !most->isEnabled());
        pane.setFramesCorrespond(ComparedPair::Frames::Correspond);
        QTRY_COMPARE_WITH_TIMEOUT(comparison->state(), Comparison::State::Done, 10'000);
        pane.clearAfter();
        QCOMPARE(comparison->state(), Comparison::State::Nothing);
        QVERIFY(bar->isHidden());
    }
};

QTEST_MAIN(TestChangeStrip)
#include "tst_changestrip.moc"
