// SPDX-License-Identifier: GPL-3.0-or-later
// Any file beside the version shown: dropped on the viewer, or chosen from a picker.
#include "windowbench.h"

#include "playback/pairplayer.h"
#include "ui/mainwindow/comparewindow.h"
#include "ui/viewer/comparecanvas.h"
#include "ui/viewer/viewerpane.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace retake;

namespace {

enum class Dropped { Yes, No };

// A drag into the window, on to a half of the zones that come up, and dropped there or taken away again.
void dragOver(QWidget &window, const QString &file, Side half, Dropped dropped)
{
    QMimeData carried;
    carried.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent near(QPoint(5, 5), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &near);
    auto *zones = window.findChild<QWidget *>(QStringLiteral("dropZones"));
    QVERIFY(zones->isVisible());
    const QPoint place(zones->width() * (half == Side::Before ? 1 : 3) / 4, zones->height() / 2);
    // As the platform does it: the window hears that the drag left before the zones hear that it came.
    QDragLeaveEvent left;
    QApplication::sendEvent(&window, &left);
    QDragEnterEvent enter(place, Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(zones, &enter);
    QVERIFY(enter.isAccepted());
    QTest::qWait(10);
    QVERIFY(zones->isVisible());
    if (dropped == Dropped::Yes) {
        QDropEvent drop(QPointF(place), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(zones, &drop);
    } else {
        QApplication::sendEvent(zones, &left);
    }
    QVERIFY(!zones->isVisible());
}

} // namespace

class TestCompareFile : public QObject
{
    Q_OBJECT

    // "beforePicker": the entry with that text, chosen as a person does.
    static void choose(const WindowBench &bench, const char *picker, const QString &text)
    {
        auto *list = bench.find<QComboBox>(picker);
        const int index = list->findText(text);
        QVERIFY2(index >= 0, qPrintable(text));
        list->setCurrentIndex(index);
        Q_EMIT list->activated(index);
    }

private Q_SLOTS:

    void aDroppedFileStandsBesideTheClip()
    {
        WindowBench bench;
        bench.show();
        const QString other = bench.path("other take.mp4");
        QVERIFY(makeClip(other));
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        const QString clip = bench.workspace->clip()->file;

        dragOver(*bench.window, other, Side::After, Dropped::No);
        auto *player = bench.find<ViewerPane>("viewerPane")->player();
        QVERIFY(player->sideState(Side::After) == PairPlayer::SideState::Closed);

        dragOver(*bench.window, other, Side::After, Dropped::Yes);
        QTRY_VERIFY(player->sideState(Side::After) == PairPlayer::SideState::Open);
        QCOMPARE(player->clip(Side::After).file, other);
        QTRY_VERIFY(player->sideState(Side::Before) == PairPlayer::SideState::Open);
        QCOMPARE(player->clip(Side::Before).file, clip);
        QCOMPARE(bench.workspace->clip()->file, clip); // no library entry
        QCOMPARE(bench.workspace->versions().size(), 1);
        QCOMPARE(bench.find<QComboBox>("afterPicker")->currentText(), QStringLiteral("other take.mp4"));
        bench.screenshot("compare-file");

        // Save… means takes.
        bench.find<QPushButton>("saveTake")->click();
        QVERIFY(!bench.window->findChild<QFileDialog *>(QStringLiteral("saveDialog")));

        // The same on the other side, and back.
        choose(bench, "beforePicker", QStringLiteral("other take.mp4"));
        QTRY_VERIFY(player->sideState(Side::Before) == PairPlayer::SideState::Open);
        QCOMPARE(player->clip(Side::Before).file, other);
        const auto trim = bench.draft->trim();
        choose(bench, "beforePicker", QStringLiteral("Source"));
        QTRY_VERIFY(player->sideState(Side::Before) == PairPlayer::SideState::Open);
        QCOMPARE(player->clip(Side::Before).file, clip);
        QVERIFY(bench.draft->trim() == trim);
        choose(bench, "afterPicker", QStringLiteral("Source"));
        QTRY_VERIFY(player->sideState(Side::After) == PairPlayer::SideState::Open);
        QCOMPARE(player->clip(Side::After).file, clip);
    }

    void theOtherZoneOpensAClip()
    {
        WindowBench bench;
        bench.show();
        const QString other = bench.path("other.mp4");
        QVERIFY(makeClip(other));
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        dragOver(*bench.window, other, Side::After, Dropped::Yes);
        dragOver(*bench.window, other, Side::Before, Dropped::Yes);
        QTRY_COMPARE(bench.find<QLabel>("clipName")->text(), QStringLiteral("other.mp4"));
        // What another clip was compared with is not in its pickers.
        QCOMPARE(bench.find<QComboBox>("afterPicker")->findText(QStringLiteral("other.mp4")), -1);
    }

    void thePickersAskForAFile()
    {
        WindowBench bench;
        bench.show();
        const QString other = bench.path("other.mp4");
        QVERIFY(makeClip(other));
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        choose(bench, "afterPicker", QStringLiteral("Compare with file…"));
        QCOMPARE(bench.find<QComboBox>("afterPicker")->currentText(), QString()); // still none
        auto *dialog = bench.find<QFileDialog>("openDialog");
        Q_EMIT dialog->fileSelected(other);
        dialog->reject();
        QTRY_COMPARE(bench.find<QComboBox>("afterPicker")->currentText(), QStringLiteral("other.mp4"));
    }

    void aBrokenFileTellsInItsHalf()
    {
        WindowBench bench;
        bench.show();
        const QString words = bench.path("notes.mkv");
        QFile file(words);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("words");
        file.close();
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        dragOver(*bench.window, words, Side::After, Dropped::Yes);
        auto *player = bench.find<ViewerPane>("viewerPane")->player();
        QTRY_VERIFY(player->sideState(Side::After) == PairPlayer::SideState::Failed);
        QVERIFY(player->sideState(Side::Before) != PairPlayer::SideState::Failed);
        QVERIFY(bench.find<CompareCanvas>("compareCanvas")->accessibleName().contains(u"notes.mkv"));
    }

    void thePicturesAloneInTheWindowHaveNothingAround()
    {
        WindowBench bench;
        bench.show();
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        dragOver(*bench.window, bench.clip(), Side::After, Dropped::Yes);
        auto *canvas = bench.find<CompareCanvas>("compareCanvas");
        QTRY_VERIFY(!canvas->pictureRect(Side::After).isEmpty());
        bench.find<QAction>("picturesAction")->trigger();
        QTRY_COMPARE(canvas->size(), bench.window->size());
        QTRY_COMPARE(canvas->pictureRect(Side::Before).left(), 0.0);
        QTRY_COMPARE(canvas->pictureRect(Side::Before).right(), canvas->width() / 2.0);
        QTRY_COMPARE(canvas->pictureRect(Side::After).left(), canvas->width() / 2.0);
        QTRY_COMPARE(canvas->pictureRect(Side::After).right(), double(canvas->width()));
        bench.find<QAction>("leavePicturesAction")->trigger();
        QTRY_VERIFY(canvas->pictureRect(Side::Before).left() > 0);
        QVERIFY(bench.find<QWidget>("modeBar")->isVisible());
    }

    void theCompareWindowTakesFilesOnItsHalves()
    {
        WindowBench bench;
        const QString one = bench.clip();
        const QString other = bench.path("other.mp4");
        QVERIFY(makeClip(other));
        CompareWindow window(one, one);
        window.show();
        dragOver(window, other, Side::After, Dropped::Yes);
        QCOMPARE(window.file(Side::Before), one);
        QCOMPARE(window.file(Side::After), other);
        dragOver(window, other, Side::Before, Dropped::Yes);
        QCOMPARE(window.file(Side::Before), other);
    }
};

QTEST_MAIN(TestCompareFile)
#include "tst_comparefile.moc"
