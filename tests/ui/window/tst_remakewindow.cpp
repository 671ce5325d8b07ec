// SPDX-License-Identifier: GPL-3.0-or-later
// The two ways of the window: the switch, what follows the clip, and what the compare view says of a take
// that was made from words.
#include "../../session/dialoguetable.h"
#include "windowbench.h"

#include "session/comparison.h"
#include "session/remakedraft.h"
#include "session/versiontree.h"
#include "ui/mainwindow/sidepanel.h"
#include "ui/remake/remakepanel.h"

#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QImageReader>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace retake;

namespace {

// The window with a describer whose answers the test gives.
struct RemakeBench : WindowBench
{
    RemakeBench() { begin(); }

    ~RemakeBench() { end(); }

    void begin()
    {
        core->queue.setPaused(true);
        dialogue = std::make_unique<Dialogue>(*core->store, core->catalogue, accounts, chat, core->paths,
                                              core->clock);
        remake = std::make_unique<RemakeDraft>(core->catalogue, *dialogue);
        window = std::make_unique<MainWindow>(
            MainWindow::Rooms{core->settings, core->paths, core->catalogue, core->accounts, core->queue,
                              *draft, *workspace, *preparation, theme, QString(), nullptr, &comparison,
                              nullptr, FrameBook(), dialogue.get(), remake.get()});
        window->resize(1440, 900);
        window->show();
        dialogue->setAccount(practiceOfBigmodel());
        remake->setAccount(practiceOfBigmodel());
    }

    void end()
    {
        window.reset();
        remake.reset();
        dialogue.reset();
    }

    bool openClip()
    {
        QSignalSpy opened(workspace.get(), &Workspace::clipOpened);
        workspace->openClip(clip());
        return opened.wait(10000);
    }

    void describe()
    {
        QVERIFY(dialogue->setShowing(Showing::Address, parrotAddress));
        dialogue->describe();
        QCOMPARE(chat.asked.size(), 1);
        chat.answer(parrotAnswer);
    }

    QPushButton *way(const char *name) const { return find<QPushButton>(name); }

    // A take of that turn, as the queue files it.
    bool addTake(TurnId turn, const QString &file)
    {
        Task task;
        task.order.clip = workspace->clip()->file;
        task.order.clipId = workspace->clipId();
        task.order.turn = turn;
        task.createdAt = core->clock.now();
        auto stored = core->store->insertTask(task);
        for (const TaskState state : {TaskState::Conforming, TaskState::Uploading, TaskState::Submitting,
                                      TaskState::Queued, TaskState::Downloading}) {
            if (!stored)
                return false;
            stored->state = state;
            if (!core->store->updateTask(*stored))
                return false;
        }
        stored->state = TaskState::Done;
        Take take;
        take.task = stored->id;
        take.clip = task.order.clipId;
        take.turn = turn;
        take.file = file;
        take.title = QStringLiteral("made");
        take.createdAt = core->clock.now();
        const auto id = core->store->finishTask(*stored, take);
        if (id)
            Q_EMIT core->queue.takeAdded(*id);
        return id.has_value();
    }

    Comparison comparison{core->shelf, core->hashes};
    KnownAccounts accounts;
    ScriptedChat chat;
    std::unique_ptr<Dialogue> dialogue;
    std::unique_ptr<RemakeDraft> remake;
};

Workspace::Version version(int id, int depth, int turn)
{
    Workspace::Version made;
    made.take = TakeId{id};
    made.depth = depth;
    made.turn = TurnId{turn};
    return made;
}

} // namespace

class TestRemakeWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theSwitchChoosesThePanelAndIsRemembered()
    {
        RemakeBench bench;
        auto *stack = bench.find<QStackedWidget>("sideStack");
        QVERIFY(bench.way("editWayButton")->isChecked());
        QCOMPARE(stack->currentWidget()->objectName(), QStringLiteral("orderPanel"));
        QTest::mouseClick(bench.way("remakeWayButton"), Qt::LeftButton);
        QCOMPARE(stack->currentWidget()->objectName(), QStringLiteral("remakePanel"));
        QVERIFY(bench.way("remakeWayButton")->isChecked());
        QVERIFY(!bench.way("editWayButton")->isChecked());
        bench.end();
        bench.begin();
        QCOMPARE(bench.find<QStackedWidget>("sideStack")->currentWidget()->objectName(),
                 QStringLiteral("remakePanel"));
        bench.way("editWayButton")->setFocus();
        QTest::keyClick(bench.way("editWayButton"), Qt::Key_Space);
        QCOMPARE(bench.find<QStackedWidget>("sideStack")->currentWidget()->objectName(),
                 QStringLiteral("orderPanel"));
    }

    void theConversationFollowsTheClipAndItsPiece()
    {
        RemakeBench bench;
        QVERIFY(!bench.dialogue->clip());
        QVERIFY(bench.openClip());
        QVERIFY(bench.dialogue->clip());
        QCOMPARE(bench.dialogue->clip()->file, bench.workspace->clip()->file);
        const Trim piece{Microseconds(500'000), Microseconds(2'500'000)};
        bench.draft->setTrim(piece);
        QCOMPARE(bench.dialogue->trim(), std::optional(piece));
        bench.describe();
        bench.workspace->closeClip();
        QVERIFY(!bench.dialogue->clip());
        QVERIFY(bench.openClip());
        QCOMPARE(bench.dialogue->line().size(), 1);
    }

    void runGoesToThePanelThatIsSeen()
    {
        RemakeBench bench;
        QVERIFY(bench.openClip());
        bench.describe();
        bench.way("remakeWayButton")->click();
        bench.window->activateWindow();
        QTest::keyClick(bench.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(bench.core->queue.tasks()->size(), 1);
        const Order order = bench.core->queue.tasks()->constFirst().order;
        QCOMPARE(order.turn, bench.dialogue->tip()->id);
        QCOMPARE(order.clip, bench.workspace->clip()->file);
        QCOMPARE(order.clipId, bench.workspace->clipId());
        bench.screenshot("remake-window");
    }

    void thePersonSeesWhatIsSent()
    {
        RemakeBench bench;
        QVERIFY(bench.openClip());
        bench.way("remakeWayButton")->click();
        auto *menu = bench.find<QMenu>("describerMenu");
        Q_EMIT menu->aboutToShow();
        bench.find<QAction>("seeSentAction")->trigger();
        auto *dialog = bench.find<QDialog>("shownDialog");
        QVERIFY(dialog->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!bench.dialogue->shown().isEmpty(), 20000);
        const qsizetype count = bench.dialogue->shown().size();
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("shownPicture%1").arg(count)));
        auto *first = bench.find<QLabel>("shownPicture1");
        QTRY_VERIFY(!first->pixmap(Qt::ReturnByValue).isNull());
        QVERIFY(bench.find<QLabel>("shownWords")->text().contains(QString::number(count)));
        QVERIFY(bench.chat.asked.isEmpty()); // looking sends nothing
        dialog->grab().save(QStringLiteral(RETAKE_SCREENSHOT_DIR "/remake-shown.png"));
    }

    void theFirstFrameIsSavedAndComesBackEdited()
    {
        RemakeBench bench;
        QVERIFY(bench.openClip());
        bench.describe();
        bench.way("remakeWayButton")->click();
        bench.find<QToolButton>("makeSettingsButton")->click();
        bench.find<QPushButton>("saveFrameButton")->click();
        const QString file = bench.path("frame.jpg");
        Q_EMIT bench.find<QFileDialog>("saveFrameDialog")->fileSelected(file);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(file), 20000);
        QCOMPARE(QImageReader(file).size(), bench.workspace->clip()->video.size);
        auto *keep = bench.find<QComboBox>("keepChoice");
        const int edited = keep->findData(int(RemakeDraft::Choice::EditedFrame));
        QVERIFY(edited >= 0);
        keep->setCurrentIndex(edited);
        Q_EMIT keep->activated(edited);
        QVERIFY(keep->currentIndex() != edited); // until a picture is chosen
        Q_EMIT bench.find<QFileDialog>("frameDialog")->fileSelected(file);
        QCOMPARE(bench.remake->keeping().first.from, KeptFrame::From::File);
        QCOMPARE(bench.remake->keeping().first.file, file);
        QCOMPARE(keep->currentText(), QStringLiteral("frame.jpg"));
    }

    void takesMadeFromWordsHaveFramesOfTheirOwn()
    {
        // the clip, an edit, a remake of it, an edit of that, and another edit of the clip
        const QList<Workspace::Version> versions{version(0, 0, 0), version(1, 1, 0), version(2, 2, 7),
                                                 version(3, 3, 0), version(4, 1, 0)};
        QVERIFY(framesCorrespond(versions, TakeId{0}, TakeId{1}));
        QVERIFY(framesCorrespond(versions, TakeId{1}, TakeId{4}));
        QVERIFY(!framesCorrespond(versions, TakeId{0}, TakeId{2}));
        QVERIFY(!framesCorrespond(versions, TakeId{1}, TakeId{3}));
        QVERIFY(framesCorrespond(versions, TakeId{2}, TakeId{3}));
        QVERIFY(!framesCorrespond(versions, TakeId{4}, TakeId{3}));
    }

    void theCompareViewSaysThatFramesDoNotCorrespond()
    {
        RemakeBench bench;
        QVERIFY(bench.openClip());
        bench.describe();
        const auto words = [&bench] {
            auto *label = bench.window->findChild<QLabel *>(QStringLiteral("changeText"));
            return label ? label->text() : QString();
        };
        const QString shorter = bench.path("take.mp4");
        QVERIFY(QFile::copy(bench.clip(), shorter));
        QVERIFY(bench.addTake({}, shorter)); // an edit
        QTRY_VERIFY(bench.workspace->after().has_value());
        QVERIFY(!words().contains(QStringLiteral("do not correspond")));
        const QString other = bench.path("other.mp4");
        QVERIFY(QFile::copy(bench.clip(), other));
        QVERIFY(bench.addTake(bench.dialogue->tip()->id, other));
        QTRY_VERIFY2(words().contains(QStringLiteral("do not correspond")), qPrintable(words()));
    }

    void looks_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("dark") << int(Settings::Theme::Dark) << QSize(1440, 900);
        QTest::newRow("light-small") << int(Settings::Theme::Light) << QSize(1024, 640);
    }

    // For eyes: the pictures are looked at, not compared.
    void looks()
    {
        QFETCH(int, theme);
        QFETCH(QSize, size);
        RemakeBench bench;
        bench.theme.choose(Settings::Theme(theme));
        bench.window->resize(size);
        bench.way("remakeWayButton")->click();
        QVERIFY(bench.openClip());
        bench.screenshot(qPrintable(
            QString(QStringLiteral("remake-begin-") + QString::fromLatin1(QTest::currentDataTag()))));
        bench.describe();
        bench.dialogue->say(QStringLiteral("Change the purple parrot to a white parrot"));
        bench.chat.answer(
            QStringLiteral("Appearance: white feathers, a black beak\nLight: soft night light"));
        QTest::qWait(50); // the layouts of what came
        bench.screenshot(qPrintable(
            QString(QStringLiteral("remake-whole-") + QString::fromLatin1(QTest::currentDataTag()))));
        QCOMPARE(bench.window->size(), size);
    }
};

QTEST_MAIN(TestRemakeWindow)
#include "tst_remakewindow.moc"
