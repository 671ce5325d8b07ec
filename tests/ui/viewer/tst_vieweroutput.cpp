// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and comparisons taken out of the viewer.
#include "playback/clipreader.h"
#include "playback/pairplayer.h"
#include "support/numberedclip.h"
#include "ui/viewer/exportdialog.h"
#include "ui/viewer/viewerpane.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

namespace {

QImage frameOf(const QString &file, int frame)
{
    const std::atomic<bool> closing = false;
    ClipReader reader(closing);
    if (!reader.open(file))
        return {};
    const auto picture = reader.picture(frame, {}, [] { return false; });
    return picture ? *picture : QImage();
}

bool isSame(const QImage &one, const QImage &other)
{
    return !one.isNull() &&
           one.convertToFormat(QImage::Format_RGB32) == other.convertToFormat(QImage::Format_RGB32);
}

QImage half(const QImage &both, Side side)
{
    const int width = both.width() / 2;
    return both.copy(side == Side::Before ? 0 : width, 0, width, both.height());
}

} // namespace

class TestViewerOutput : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_before;
    QString m_after;

    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }

    QString make(const char *name, int first, const QColor &ground)
    {
        NumberedClip clip;
        clip.file = path(name);
        clip.frames = 30;
        clip.first = first;
        clip.ground = ground;
        clip.size = {640, 360}; // larger than it is painted
        return makeClip(clip) ? clip.file : QString();
    }

    // Both clips at that frame, in a pane that is smaller than they are.
    static void show(ViewerPane &pane, const QString &before, const QString &after, int frame)
    {
        pane.resize(500, 500);
        pane.show();
        pane.showBefore(before, QStringLiteral("Source"), 1);
        if (!after.isEmpty())
            pane.showAfter(after, QStringLiteral("窗 Rain"), 2);
        QTRY_VERIFY(pane.player()->sideState(Side::Before) == PairPlayer::SideState::Open);
        QTRY_VERIFY(after.isEmpty() || pane.player()->sideState(Side::After) == PairPlayer::SideState::Open);
        pane.player()->seekToFrame(frame);
        QTRY_COMPARE(pane.shownPair().half(Side::Before).frame, frame);
        QTRY_COMPARE(pane.shownPair().half(Side::After).frame, after.isEmpty() ? -1 : frame);
    }

    static QAction *action(const ViewerPane &pane, const char *name)
    {
        return pane.findChild<QAction *>(QString::fromLatin1(name));
    }

    static void saveTo(ViewerPane &pane, const char *name, const QString &file)
    {
        QSignalSpy saved(&pane, &ViewerPane::pictureSaved);
        action(pane, name)->trigger();
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = pane.findChild<QFileDialog *>(QStringLiteral("savePictureDialog"))) &&
                    dialog->isVisible());
        Q_EMIT dialog->fileSelected(file);
        delete dialog;
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(saved.constFirst().constFirst().toString(), file);
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_before = make("before.mp4", 0, QColor(40, 70, 110));
        m_after = make("after 后.mp4", 100, QColor(150, 60, 20));
        QVERIFY(!m_before.isEmpty() && !m_after.isEmpty());
    }

    void savedPicturesAreTheDecodedFrames()
    {
        ViewerPane pane;
        show(pane, m_before, m_after, 17);
        saveTo(pane, "actionSaveBefore", path("one.png"));
        QVERIFY(isSame(QImage(path("one.png")), frameOf(m_before, 17)));
        saveTo(pane, "actionSaveAfter", path("two 二.png"));
        QVERIFY(isSame(QImage(path("two 二.png")), frameOf(m_after, 17)));
        saveTo(pane, "actionSaveBoth", path("both.png"));
        const QImage both(path("both.png"));
        QCOMPARE(both.size(), QSize(1280, 360));
        QVERIFY(isSame(half(both, Side::Before), frameOf(m_before, 17)));
        QVERIFY(isSame(half(both, Side::After), frameOf(m_after, 17)));
        QVERIFY(QDir(m_dir.path()).entryList({QStringLiteral("*.part")}).isEmpty());
    }

    void copiedPicturesAreInTheClipboard()
    {
        ViewerPane pane;
        show(pane, m_before, m_after, 5);
        const auto copies = [&](const char *name) {
            QSignalSpy copied(&pane, &ViewerPane::pictureCopied);
            action(pane, name)->trigger();
            return QTest::qWaitFor([&] { return copied.size() == 1; }) ? QGuiApplication::clipboard()->image()
                                                                       : QImage();
        };
        QVERIFY(isSame(copies("actionCopyBefore"), frameOf(m_before, 5)));
        QVERIFY(isSame(copies("actionCopyAfter"), frameOf(m_after, 5)));
        QCOMPARE(readNumber(half(copies("actionCopyBoth"), Side::After)), 105);
        QCOMPARE(action(pane, "actionCopyBoth")->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    }

    void oneClipAloneIsBothOfThem()
    {
        ViewerPane pane;
        QVERIFY(!action(pane, "actionCopyBoth")->isEnabled());
        show(pane, m_before, {}, 3);
        QVERIFY(action(pane, "actionCopyBoth")->isEnabled());
        QVERIFY(!action(pane, "actionCopyAfter")->isEnabled());
        QVERIFY(!action(pane, "actionExport")->isEnabled());
        saveTo(pane, "actionSaveBoth", path("alone.png"));
        QVERIFY(isSame(QImage(path("alone.png")), frameOf(m_before, 3)));
    }

    void aPictureThatCannotBeSavedIsTold()
    {
        ViewerPane pane;
        show(pane, m_before, m_after, 0);
        QSignalSpy failed(&pane, &ViewerPane::outputFailed);
        action(pane, "actionSaveBoth")->trigger();
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = pane.findChild<QFileDialog *>(QStringLiteral("savePictureDialog"))) &&
                    dialog->isVisible());
        Q_EMIT dialog->fileSelected(path("no folder/x.png"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.constFirst().constFirst().value<Error>().kind == ErrorKind::NotWritable);
    }

    void theDialogMakesTheVideo()
    {
        ViewerPane pane;
        show(pane, m_before, m_after, 0);
        pane.setMode(ViewMode::Blink);
        QTRY_VERIFY(action(pane, "actionExport")->isEnabled());
        action(pane, "actionExport")->trigger();
        auto *dialog = pane.findChild<ExportDialog *>();
        QVERIFY(dialog);
        const auto *folder = dialog->findChild<QPushButton *>(QStringLiteral("exportFolder"));
        auto *form = dialog->findChild<QComboBox *>(QStringLiteral("exportForm"));
        QCOMPARE(form->currentData().toInt(), int(ComparisonForm::Blink)); // as it is viewed
        QVERIFY(dialog->findChild<QDoubleSpinBox *>(QStringLiteral("exportBlink"))->isVisible());
        form->setCurrentIndex(form->findData(int(ComparisonForm::SideBySide)));
        QVERIFY(!dialog->findChild<QDoubleSpinBox *>(QStringLiteral("exportBlink"))->isVisible());
        dialog->findChild<QCheckBox *>(QStringLiteral("exportLabels"))->setChecked(false);
        QVERIFY(!folder->isVisible());

        dialog->exportTo(m_before); // never over what is compared
        QVERIFY(!dialog->findChild<QProgressBar *>()->isVisible());
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("exportSentence"))->isVisible());

        const QString target = path("made 成.mp4");
        dialog->exportTo(target);
        QVERIFY(dialog->findChild<QProgressBar *>()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(folder->isVisible(), 30'000);
        const QImage last = frameOf(target, 29);
        QCOMPARE(readNumber(half(last, Side::Before)), 29);
        QCOMPARE(readNumber(half(last, Side::After)), 129);
    }

    void theVideoIsAsItIsViewed()
    {
        ViewerPane pane;
        show(pane, m_before, m_after, 0);
        action(pane, "actionSwap")->trigger();
        pane.player()->setLooping(true);
        pane.player()->setPiece(Trim{Microseconds(300'000), Microseconds(600'000)}); // frames 9 to 17
        QTRY_VERIFY(action(pane, "actionExport")->isEnabled());
        action(pane, "actionExport")->trigger();
        QPointer<ExportDialog> dialog = pane.findChild<ExportDialog *>();
        auto *form = dialog->findChild<QComboBox *>(QStringLiteral("exportForm"));
        form->setCurrentIndex(form->findData(int(ComparisonForm::SideBySide)));
        QVERIFY(form->findText(QStringLiteral("Sweep from After to Before")) >= 0);
        auto *piece = dialog->findChild<QCheckBox *>(QStringLiteral("exportPiece"));
        QVERIFY(piece->isVisible() && piece->isChecked());
        dialog->findChild<QCheckBox *>(QStringLiteral("exportLabels"))->setChecked(false);
        const QString target = path("piece.mp4");
        dialog->exportTo(target);
        QTRY_VERIFY_WITH_TIMEOUT(
            dialog->findChild<QPushButton *>(QStringLiteral("exportFolder"))->isVisible(), 30'000);
        QCOMPARE(readNumber(half(frameOf(target, 0), Side::Before)), 109);
        QCOMPARE(readNumber(half(frameOf(target, 8), Side::After)), 17);
        delete dialog;

        pane.player()->setLooping(false);
        action(pane, "actionExport")->trigger();
        dialog = pane.findChild<ExportDialog *>();
        QVERIFY(!dialog->findChild<QCheckBox *>(QStringLiteral("exportPiece"))->isVisible());
        delete dialog;
    }

    void closingTheDialogLeavesNothing()
    {
        ViewerPane pane;
        show(pane, m_before, m_after, 0);
        QTRY_VERIFY(action(pane, "actionExport")->isEnabled());
        action(pane, "actionExport")->trigger();
        QPointer<ExportDialog> dialog = pane.findChild<ExportDialog *>();
        dialog->exportTo(path("given up.mp4"));
        auto *progress = dialog->findChild<QProgressBar *>();
        QTRY_VERIFY(progress->value() > 0);
        dialog->findChild<QPushButton *>(QStringLiteral("exportClose"))->click();
        QTRY_VERIFY(!dialog);
        QVERIFY(!QFile::exists(path("given up.mp4")));
        QVERIFY(QDir(m_dir.path()).entryList({QStringLiteral("*.part")}).isEmpty());
    }
};

QTEST_MAIN(TestViewerOutput)
#include "tst_vieweroutput.moc"
