// SPDX-License-Identifier: GPL-3.0-or-later
// The way of one edit through the real window and the real practice service.
#include "windowbench.h"

#include "media/probe.h"

#include <QAbstractItemView>
#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace retake;

class TestWindowJourney : public QObject
{
    Q_OBJECT

    static constexpr int patience = 60000; // a render on a busy machine

    static QString summary(const WindowBench &bench) { return bench.find<QLabel>("queueSummary")->text(); }

private Q_SLOTS:

    void fromDropToSavedTake()
    {
        WindowBench bench;
        bench.show();
        bench.find<QAction>("themeDark")->trigger();
        QVERIFY(bench.find<QWidget>("dropZone")->isVisible());
        QVERIFY(WindowBench::drop(bench.window.get(),
                                  {QStringLiteral(RETAKE_SOURCE_DIR "/resources/samples/parrot.mp4")}));
        QTRY_VERIFY(bench.workspace->clip());
        QVERIFY(!bench.find<QWidget>("dropZone")->isVisible());
        QCOMPARE(bench.find<QLabel>("clipName")->text(), QStringLiteral("parrot.mp4"));
        bench.draft->setTrim(Trim{Microseconds(0), Microseconds(2'000'000)});

        auto *edit = bench.find<QPlainTextEdit>("instructionEdit");
        QTest::keyClicks(edit, QStringLiteral("Turn it into a black and white film."));
        QVERIFY(WindowBench::drop(bench.find<QWidget>("referenceSlot1"),
                                  {QStringLiteral(RETAKE_SOURCE_DIR "/resources/samples/scarf.png")}));
        QVERIFY(bench.find<QLabel>("secondsLabel")->text().startsWith(u"2 s in"));
        QTest::qWait(200); // the pictures, for the screenshot alone
        bench.screenshot("compose-dark");

        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.core->queue.tasks()->size(), 1);
        QVERIFY(summary(bench).startsWith(u"1 "));
        const TaskId id = bench.core->queue.tasks()->constFirst().id;
        QTRY_VERIFY_WITH_TIMEOUT(bench.core->queue.task(id)->state >= TaskState::Queued, patience);
        bench.screenshot("running-dark");
        QTRY_VERIFY_WITH_TIMEOUT(isFinal(bench.core->queue.task(id)->state), patience);
        QCOMPARE(taskStateName(bench.core->queue.task(id)->state), QStringLiteral("done"));

        // Shown beside the source at once, and in the tree.
        QTRY_COMPARE(bench.find<QAbstractItemView>("versionsList")->model()->rowCount(), 2);
        QVERIFY(bench.workspace->after());
        const TakeId take = *bench.workspace->after();
        QVERIFY(take);
        QTRY_VERIFY(summary(bench).contains(QStringLiteral("1 finished")));
        QTest::qWait(800); // both decoders, for the screenshot alone
        bench.screenshot("compare-dark");
        bench.find<QAction>("themeLight")->trigger();
        bench.screenshot("compare-light");

        bench.find<QAction>("saveAction")->trigger();
        auto *dialog = bench.find<QFileDialog>("saveDialog");
        const QString target = bench.path("saved.mp4");
        Q_EMIT dialog->fileSelected(target);
        dialog->reject();
        QVERIFY(QFileInfo::exists(target));
        QVERIFY(bench.find<QLabel>("messageTitle")->text().contains(QStringLiteral("saved.mp4")));
        const auto saved = probeClip(target);
        QVERIFY(saved);
        QVERIFY(qAbs(double(saved->duration.count()) / 1e6 - 2.0) < 0.2);

        // The sent instruction is in the history.
        auto *history = bench.find<QMenu>("historyMenu");
        Q_EMIT history->aboutToShow();
        QCOMPARE(history->actions().size(), 1);
        edit->clear();
        history->actions().constFirst()->trigger();
        QCOMPARE(edit->toPlainText(), QStringLiteral("Turn it into a black and white film."));

        // Cleared from the list, the take stays.
        bench.find<QPushButton>("clearFinishedButton")->click();
        QCOMPARE(bench.core->queue.tasks()->size(), 0);
        QVERIFY(bench.workspace->version(take).take);
    }

    void aRefusalIsToldInTheRow()
    {
        WindowBench bench({QStringLiteral("--fault"), QStringLiteral("arrears-400")});
        bench.show();
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        bench.find<QPlainTextEdit>("instructionEdit")->setPlainText(QStringLiteral("Make it snow."));
        QTest::mouseClick(bench.find<QPushButton>("runButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(isFinal(bench.core->queue.tasks()->constFirst().state), patience);
        const QString number = QString::number(bench.core->queue.tasks()->constFirst().id.value);
        auto *sentence = bench.window->findChild<QLabel *>(QString(u"queueSentence" + number));
        QVERIFY(sentence);
        QTRY_VERIFY(sentence->isVisible());
        QVERIFY(!sentence->text().contains(QStringLiteral("Arrearage"))); // the service's word is a detail
        QVERIFY(summary(bench).contains(QStringLiteral("1 need")));
        QTRY_VERIFY(!bench.find<QWidget>("queueScroll")->visibleRegion().isEmpty());
        bench.screenshot("failed");
    }

    void whatWasNotSentWaitsForAClickAfterARestart()
    {
        WindowBench bench;
        Task task;
        task.order.prompt = QStringLiteral("Turn it into a black and white film.");
        task.order.clip = bench.clip();
        task.order.model = bench.draft->model().id;
        task.order.account = QStringLiteral("practice");
        task.order.parameters = {{QStringLiteral("resolution"), QStringLiteral("720P")}};
        task.createdAt = task.changedAt = QDateTime::currentDateTimeUtc();
        const auto stored = bench.core->store->insertTask(task);
        QVERIFY(stored);
        QVERIFY(bench.core->queue.recover());
        bench.show();
        auto *act =
            bench.window->findChild<QPushButton *>(QString(u"queueAct" + QString::number(stored->id.value)));
        QVERIFY(act && act->isVisible());
        QTest::qWait(100);
        QCOMPARE(bench.core->queue.task(stored->id)->state, TaskState::Waiting);
        act->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.core->queue.task(stored->id)->state == TaskState::Done, patience);
    }

    void cancelledBeforeItIsSent()
    {
        WindowBench bench({QStringLiteral("--fault"), QStringLiteral("slow")});
        bench.show();
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        bench.draft->setPrompt(QStringLiteral("Make it snow."));
        bench.find<QAction>("runAction")->trigger();
        const TaskId id = bench.core->queue.tasks()->constFirst().id;
        bench.window->findChild<QPushButton *>(QString(u"queueCancel" + QString::number(id.value)))->click();
        QTRY_COMPARE(bench.core->queue.task(id)->state, TaskState::Cancelled);
        QVERIFY(bench.window->close()); // nothing is lost, nothing is asked
    }
};

QTEST_MAIN(TestWindowJourney)
#include "tst_windowjourney.moc"
