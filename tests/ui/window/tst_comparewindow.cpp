// SPDX-License-Identifier: GPL-3.0-or-later
// retake --compare: its command line, its window, and what it says of files that are none.
#include "ui/mainwindow/comparewindow.h"

#include "base/settings.h"
#include "playback/pairplayer.h"
#include "playback/pairsound.h"
#include "session/comparison.h"
#include "session/proxies.h"
#include "support/clipmaker.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/sentencelabel.h"
#include "ui/viewer/viewerpane.h"
#include "windowoptions.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QProcess>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

namespace {

QStringList line(const char *text)
{
    return QStringList{QStringLiteral("retake")} + QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

struct Ended
{
    int status = -1;
    QString said;
};

Ended runRetake(const QStringList &arguments, const QString &dataDir)
{
    QProcess program;
    program.start(
        QStringLiteral(RETAKE_BIN_DIR "/retake"),
        QStringList{QStringLiteral("--lang"), QStringLiteral("en"), QStringLiteral("--data-dir"), dataDir} +
            arguments);
    if (!program.waitForFinished(20'000)) {
        program.kill();
        program.waitForFinished();
        return {};
    }
    return {program.exitCode(), QString::fromUtf8(program.readAllStandardError())};
}

} // namespace

class TestCompareWindow : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_before;
    QString m_after;
    QString m_broken;

    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }

    // The number in a half of what is painted; the clips have the halves' own shape.
    static std::optional<int> numberOf(QWidget &window, Side side)
    {
        const QImage all = window.grab().toImage();
        const int half = all.width() / 2;
        return numberIn(all.copy(side == Side::Before ? 0 : half, 0, half, all.height()));
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_before = path("before.mp4");
        m_after = path("之后 & after.mp4");
        m_broken = path("broken.mp4");
        ClipWish wish;
        wish.audioCodec.clear();
        wish.size = QSize(240, 480); // the shape of half of the offscreen platform's screen
        QVERIFY(makeClip(m_before, wish));
        // Every picture of After has another number, so that a swap of the sides is seen.
        wish.more = {QStringLiteral("-vf"), QStringLiteral("trim=start_frame=7,setpts=PTS-STARTPTS")};
        QVERIFY(makeClip(m_after, wish));
        QFile broken(m_broken);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("this is no video");
    }

    void theCommandLineIsRead_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<bool>("isWell");
        QTest::addColumn<bool>("compares");
        const auto row = [](const char *arguments, bool isWell, bool compares) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments) << isWell << compares;
        };
        row("", true, false);
        row("a.mp4", true, false);
        row("a.mp4 b.mp4", false, false);
        row("--compare a.mp4 b.mp4", true, true);
        row("a.mp4 b.mp4 --compare --present", true, true);
        row("--compare a.mp4", false, true);
        row("--compare a.mp4 b.mp4 c.mp4", false, true);
        row("--compare", false, true);
        row("--compare --view wipe a.mp4 b.mp4", true, true);
        row("--compare --view sideways a.mp4 b.mp4", false, true);
        row("--view blink a.mp4", true, false);
        row("--compare a b --view", false, true);
        row("--compair a b", false, false);
    }

    void theCommandLineIsRead()
    {
        QFETCH(QString, arguments);
        QFETCH(bool, isWell);
        QFETCH(bool, compares);
        const WindowOptions options = readWindowOptions(line(arguments.toLatin1().constData()));
        QCOMPARE(options.complaint.isEmpty(), isWell);
        QCOMPARE(options.wish == WindowOptions::Wish::Compare, compares);
    }

    void everyViewHasItsWord()
    {
        const WindowOptions options = readWindowOptions(line("--compare b.mp4 a.mp4 --view difference"));
        QCOMPARE(options.files, (QStringList{QStringLiteral("b.mp4"), QStringLiteral("a.mp4")}));
        QVERIFY(!options.present);
        QVERIFY(options.view == ViewMode::Difference);
        QVERIFY(viewModeFromWord(QStringLiteral("single")) == ViewMode::Single);
        QVERIFY(viewModeFromWord(QStringLiteral("side")) == ViewMode::SideBySide);
        QVERIFY(viewModeFromWord(QStringLiteral("wipe")) == ViewMode::Wipe);
        QVERIFY(viewModeFromWord(QStringLiteral("blink")) == ViewMode::Blink);
        QVERIFY(viewModeFromWord(QStringLiteral("grid")) == ViewMode::Grid);
        QVERIFY(!viewModeFromWord(QString()));
    }

    void thePicturesAloneFillTheHalves()
    {
        CompareWindow window(m_before, m_after);
        QVERIFY(window.windowTitle().contains(u"before.mp4"));
        QVERIFY(window.windowTitle().contains(QStringLiteral("之后 & after.mp4")));
        window.present();
        window.show();
        auto *player = window.findChild<ViewerPane *>()->player();
        QTRY_VERIFY(player->frameCount() > 0);
        const QSize screen = window.screen()->size();
        QTRY_COMPARE(window.findChild<CompareCanvas *>()->size(), screen);
        for (const int frame : {0, 31, 12, 52}) {
            player->seekToFrame(frame);
            QTRY_VERIFY(numberOf(window, Side::Before) == frame);
            QTRY_VERIFY(numberOf(window, Side::After) == frame + 7);
        }
        // Edge to edge: they meet in the middle, and no margin or label is around.
        player->seekToFrame(0);
        QTRY_VERIFY(numberOf(window, Side::Before) == 0);
        const auto *canvas = window.findChild<CompareCanvas *>();
        const QSizeF half(screen.width() / 2.0, screen.height());
        QCOMPARE(canvas->pictureRect(Side::Before), QRectF(QPointF(0, 0), half));
        QCOMPARE(canvas->pictureRect(Side::After), QRectF(QPointF(half.width(), 0), half));

        window.findChild<QAction *>(QStringLiteral("leavePicturesAction"))->trigger();
        QVERIFY(!window.isFullScreen());
        QVERIFY(window.findChild<QWidget *>(QStringLiteral("modeBar"))->isVisible());
        QTRY_VERIFY(canvas->pictureRect(Side::Before).left() > 0);
        window.findChild<QAction *>(QStringLiteral("picturesAction"))->trigger();
        QVERIFY(!window.findChild<QWidget *>(QStringLiteral("modeBar"))->isVisible());
        QVERIFY(!window.findChild<QWidget *>(QStringLiteral("viewerBelow"))->isVisible());
    }

    void aBrokenFileTellsInItsHalf()
    {
        CompareWindow window(m_before, m_broken);
        QSignalSpy shown(&window, &CompareWindow::shown);
        QSignalSpy nothing(&window, &CompareWindow::nothingToSee);
        window.show();
        QTRY_COMPARE(shown.size(), 1);
        auto *canvas = window.findChild<CompareCanvas *>();
        QTRY_VERIFY(window.findChild<ViewerPane *>()->player()->sideState(Side::After) ==
                    PairPlayer::SideState::Failed);
        QTRY_VERIFY(!canvas->pictureRect(Side::Before).isEmpty());
        QVERIFY(canvas->accessibleName().contains(u"broken.mp4"));
        QCOMPARE(nothing.size(), 0);
        // Another file takes its place, and the pickers offer all three.
        window.showFile(Side::After, m_after);
        QTRY_VERIFY(!canvas->pictureRect(Side::After).isEmpty());
        auto *picker = window.findChild<QComboBox *>(QStringLiteral("afterPicker"));
        QCOMPARE(picker->currentText(), QStringLiteral("之后 & after.mp4"));
        QVERIFY(picker->findText(QStringLiteral("broken.mp4")) >= 0);
    }

    void aPickerPutsAFileOnItsSide()
    {
        CompareWindow window(m_before, m_after);
        window.show();
        auto *picker = window.findChild<QComboBox *>(QStringLiteral("beforePicker"));
        const int index = picker->findText(QStringLiteral("之后 & after.mp4"));
        QVERIFY(index >= 0);
        picker->setCurrentIndex(index);
        Q_EMIT picker->activated(index);
        QCOMPARE(window.file(Side::Before), m_after);
        QCOMPARE(window.file(Side::After), m_after);
    }

    void whatIsHardToSeekIsPlayedByProxiesAndTheChangeIsMeasured()
    {
        const QString hard = path("hard.mp4");
        ClipWish wish;
        wish.keyInterval = 250;
        wish.seconds = 1;
        QVERIFY(makeClip(hard, wish));
        Settings settings(path("settings.ini"));
        settings.setSoundChoice(QStringLiteral("after"));
        const Shelf shelf(path("shelf"), 1 << 30);
        const HashBook hashes(path("hashes.json"));
        Proxies proxies(shelf, hashes);
        Comparison comparison(shelf, hashes);
        QSignalSpy ready(&proxies, &Proxies::proxyReady);
        CompareWindow window(hard, m_broken, {&settings, &proxies, &comparison, {}});
        window.show();
        auto *player = window.findChild<ViewerPane *>()->player();
        QVERIFY(player->sound().choice() == PairSound::Choice::After);
        player->sound().choose(PairSound::Choice::Off);
        QCOMPARE(settings.soundChoice(), QStringLiteral("off"));
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 20'000);
        QCOMPARE(ready.first().first().toString(), hard);
        QVERIFY(!comparison.measure());

        window.showFile(Side::After, m_before);
        QTRY_VERIFY(player->sideState(Side::After) == PairPlayer::SideState::Open);
        QTRY_VERIFY_WITH_TIMEOUT(comparison.state() == Comparison::State::Done, 20'000);
        auto *sentence = window.findChild<SentenceLabel *>(QStringLiteral("changeText"));
        QVERIFY(sentence->isVisible());
        QVERIFY2(sentence->text().startsWith(u"Changed most at"), qPrintable(sentence->text()));
        QSignalSpy pairs(player, &PairPlayer::pairReady);
        player->seekToFrame(21);
        QTRY_VERIFY(!pairs.isEmpty());
        const auto pair = pairs.last().first().value<PicturePair>();
        QCOMPARE(numberIn(pair.before), std::optional(21));
        QCOMPARE(numberIn(pair.after), std::optional(21));
    }

    void theProgramSaysWhyItCannotStart()
    {
        const QString data = path("data");
        const QString compare = QStringLiteral("--compare");
        const Ended one = runRetake({compare, m_before}, data);
        QCOMPARE(one.status, 2);
        QVERIFY(one.said.contains(u"BEFORE and AFTER"));
        QCOMPARE(runRetake({compare, m_before, m_after, QStringLiteral("--view"), QStringLiteral("x")}, data)
                     .status,
                 2);
        const Ended missing = runRetake({compare, m_before, path("none.mp4")}, data);
        QCOMPARE(missing.status, 3);
        QVERIFY2(missing.said.contains(u"none.mp4"), qPrintable(missing.said));
        QCOMPARE(missing.said.count(QStringLiteral("none.mp4")), 1);
        const Ended broken = runRetake({compare, m_broken, m_broken}, data);
        QCOMPARE(broken.status, 3);
        QVERIFY2(broken.said.contains(u"broken.mp4"), qPrintable(broken.said));
        QVERIFY(!QFile::exists(data)); // nothing of the library was touched
    }
};

QTEST_MAIN(TestCompareWindow)
#include "tst_comparewindow.moc"
