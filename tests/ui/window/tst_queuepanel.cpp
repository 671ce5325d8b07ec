// SPDX-License-Identifier: GPL-3.0-or-later
// The queue under the hand of a person, in the real window.
#include "windowbench.h"

#include "ui/queue/queuemodel.h"
#include "ui/queue/queuepanel.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace retake;

class TestQueuePanel : public QObject
{
    Q_OBJECT

    static Task task(WindowBench &bench, TaskState state, const char *prompt = "Make it snow")
    {
        Task task;
        task.state = state;
        task.order.prompt = QString::fromLatin1(prompt);
        task.order.clip = bench.clip();
        task.order.model = bench.draft->model().id;
        task.order.account = QStringLiteral("practice");
        task.createdAt = task.changedAt = QDateTime::currentDateTimeUtc();
        return task;
    }

    static TaskId put(WindowBench &bench, const Task &task)
    {
        const auto stored = bench.core->store->insertTask(task);
        return stored ? stored->id : TaskId();
    }

    template<class T> static T *part(const WindowBench &bench, const char *name, TaskId id)
    {
        return bench.find<T>(qPrintable(QString(QString::fromLatin1(name) + QString::number(id.value))));
    }

    // The actions of the menu behind "…"; the menu is gone afterwards.
    static QStringList commands(const WindowBench &bench, TaskId id)
    {
        part<QAbstractButton>(bench, "queueMore", id)->click();
        auto *menu = bench.find<QMenu>("queueRowMenu");
        QStringList names;
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                names.append(action->objectName().mid(12));
        }
        delete menu;
        return names;
    }

    static void choose(const WindowBench &bench, TaskId id, const char *command)
    {
        part<QAbstractButton>(bench, "queueMore", id)->click();
        bench.find<QAction>(command)->trigger();
        delete bench.find<QMenu>("queueRowMenu");
    }

    static TaskState state(const WindowBench &bench, TaskId id) { return bench.core->queue.task(id)->state; }

private Q_SLOTS:

    void whatCanBeDoneIsInTheMenu()
    {
        WindowBench bench;
        const TaskId waiting = put(bench, task(bench, TaskState::Waiting));
        const TaskId done = put(bench, task(bench, TaskState::Done));
        const TaskId failed = put(bench, task(bench, TaskState::Failed));
        bench.show();
        QCOMPARE(commands(bench, waiting),
                 QStringLiteral("Start RunNext MoveUp MoveDown Edit Cancel").split(u' '));
        QCOMPARE(commands(bench, done), QStringLiteral("ShowTake OpenFolder Remove").split(u' '));
        QCOMPARE(commands(bench, failed), QStringLiteral("Retry Remove").split(u' '));
        choose(bench, failed, "queueCommandRemove");
        QCOMPARE(bench.core->queue.tasks()->size(), 2);
    }

    void cancelTellsWhatItCosts()
    {
        Task task;
        const QString stop = commandText(QueueCommand::Cancel, task);
        QVERIFY(commandHint(QueueCommand::Cancel, task).contains(QStringLiteral("nothing has been charged")));
        task.state = TaskState::Queued;
        QVERIFY(commandText(QueueCommand::Cancel, task) != stop);
        QVERIFY(commandHint(QueueCommand::Cancel, task).contains(QStringLiteral("may be charged")));

        WindowBench bench;
        const TaskId id = put(bench, TestQueuePanel::task(bench, TaskState::Waiting));
        bench.show();
        auto *cancel = part<QPushButton>(bench, "queueCancel", id);
        QCOMPARE(cancel->text(), stop);
        QVERIFY(cancel->accessibleDescription().contains(QStringLiteral("nothing has been charged")));
        cancel->click();
        QCOMPARE(state(bench, id), TaskState::Cancelled);
        QVERIFY(part<QLabel>(bench, "queueNote", id)->text().contains(QStringLiteral("nothing was charged")));
    }

    void thePauseOutlivesTheWindow()
    {
        WindowBench bench;
        const TaskId id = put(bench, task(bench, TaskState::Waiting));
        bench.show();
        auto *mark = bench.find<QLabel>("queuePausedMark");
        QVERIFY(!mark->isVisible());
        bench.find<QAction>("pauseAllAction")->trigger();
        QVERIFY(mark->isVisible());
        QVERIFY(bench.core->queue.isPaused());
        bench.stop();
        bench.start();
        bench.show();
        QVERIFY(bench.core->queue.isPaused());
        QVERIFY(bench.find<QLabel>("queuePausedMark")->isVisible());
        part<QPushButton>(bench, "queueAct", id)->click(); // starts it; it stays here while all is paused
        QTRY_VERIFY(!bench.core->queue.waitsForClick(id));
        QTest::qWait(50);
        QVERIFY(state(bench, id) < TaskState::Submitting);
        bench.find<QPushButton>("pauseAllButton")->click();
        QVERIFY(!bench.core->queue.isPaused());
        QVERIFY(!bench.find<QLabel>("queuePausedMark")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(state(bench, id) == TaskState::Done, 60000);
    }

    void oneIsPausedAndGoesOn()
    {
        WindowBench bench;
        bench.core->queue.setPaused(true);
        bench.core->settings.setQueuePaused(true);
        const TaskId first = *bench.core->queue.shelve(task(bench, TaskState::Waiting).order);
        const TaskId second = *bench.core->queue.enqueue(task(bench, TaskState::Waiting, "rain").order);
        bench.show();
        choose(bench, second, "queueCommandRunNext");
        QCOMPARE(bench.core->store->unendedTasks()->first().id, second);
        choose(bench, second, "queueCommandHold");
        QVERIFY(bench.core->queue.task(second)->held);
        QCOMPARE(part<QPushButton>(bench, "queueAct", second)->text(), QStringLiteral("Go on"));
        choose(bench, second, "queueCommandMoveDown");
        QCOMPARE(bench.core->store->unendedTasks()->first().id, first);
        bench.find<QPushButton>("startAllButton")->click();
        QVERIFY(bench.core->queue.waitsForClick(second)); // all but what the person has paused
        QVERIFY(!bench.core->queue.waitsForClick(first));
    }

    void anUnclearOneIsAskedAbout()
    {
        WindowBench bench;
        Task lost = task(bench, TaskState::Unclear);
        lost.error = Error{
            ErrorKind::Unclear, {QStringLiteral("2026-11-19T13:05:00Z"), QStringLiteral("3")}, {}, {}, {}, 0,
            std::nullopt};
        const TaskId id = put(bench, lost);
        bench.show();
        QVERIFY(part<QLabel>(bench, "queueSentence", id)
                    ->text()
                    .contains(QStringLiteral("Looked for it 3 time")));
        QCOMPARE(commands(bench, id), QStringLiteral("LookAgain MarkLost SendAgain").split(u' '));
        choose(bench, id, "queueCommandMarkLost");
        auto *box = bench.find<QMessageBox>("markLostDialog");
        QVERIFY(box->text().contains(QStringLiteral("may have been charged")));
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        box->button(QMessageBox::Cancel)->click();
        QCOMPARE(state(bench, id), TaskState::Unclear);
        delete box;
        choose(bench, id, "queueCommandMarkLost");
        bench.find<QPushButton>("markLostButton")->click();
        QCOMPARE(state(bench, id), TaskState::Failed);
        delete bench.find<QMessageBox>("markLostDialog");
        // What was given up is not tried again without the question.
        QVERIFY(!bench.find<QPushButton>("retryFailedButton")->isVisible());
        part<QPushButton>(bench, "queueAct", id)->click();
        QCOMPARE(state(bench, id), TaskState::Failed);
        QVERIFY(bench.find<QMessageBox>("sendAgainDialog")->text().contains(QStringLiteral("charged twice")));
    }

    void aPaidResultIsNotRemovedWithoutAQuestion()
    {
        WindowBench bench;
        Task kept = task(bench, TaskState::Failed);
        kept.remoteId = QStringLiteral("0385dc79-5ff8-4d82-bcb6-000000000001");
        kept.resultUrl = QStringLiteral("https://127.0.0.1:1/result.mp4");
        kept.submittedAt = QDateTime::currentDateTimeUtc();
        kept.error = Error{ErrorKind::NotWritable, {QStringLiteral("/films")}, {}, {}, {}, 0, std::nullopt};
        const TaskId id = put(bench, kept);
        bench.show();
        QVERIFY(part<QLabel>(bench, "queueSentence", id)->text().contains(QStringLiteral("keeps it until")));
        part<QAbstractButton>(bench, "queueRemove", id)->click();
        QCOMPARE(bench.core->queue.tasks()->size(), 1);
        bench.find<QPushButton>("removeButton")->click();
        QCOMPARE(bench.core->queue.tasks()->size(), 0);
    }

    void aWaitingOneIsEdited()
    {
        WindowBench bench;
        bench.show();
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        bench.core->queue.setPaused(true);
        bench.draft->setPrompt(QStringLiteral("rain"));
        bench.draft->setParameter(QStringLiteral("seed"), 5);
        bench.find<QAction>("runAction")->trigger();
        const TaskId id = bench.core->queue.tasks()->constFirst().id;
        const Order before = bench.core->queue.task(id)->order;
        bench.draft->setPrompt(QStringLiteral("what I was writing"));
        bench.draft->setParameter(QStringLiteral("seed"), {});

        choose(bench, id, "queueCommandEdit");
        QVERIFY(bench.find<QWidget>("editBar")->isVisible());
        QVERIFY(bench.find<QLabel>("editBarWords")->text().contains(QString::number(id.value)));
        QVERIFY(bench.core->queue.task(id)->held);
        auto *edit = bench.find<QPlainTextEdit>("instructionEdit");
        QCOMPARE(edit->toPlainText(), QStringLiteral("rain"));
        QCOMPARE(bench.draft->parameter(QStringLiteral("seed")), QJsonValue(5));
        QCOMPARE(bench.find<QPushButton>("runButton")->text(), QStringLiteral("Save task"));
        edit->setPlainText(QString());
        bench.find<QPushButton>("editSaveButton")->click(); // what is wrong is told, nothing is saved
        QVERIFY(bench.find<QLabel>("faultLabel")->isVisible());
        QCOMPARE(bench.core->queue.task(id)->order, before);
        edit->setPlainText(QStringLiteral("hail"));
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!bench.find<QWidget>("editBar")->isVisible());
        const Task saved = *bench.core->queue.task(id);
        QCOMPARE(saved.order.prompt, QStringLiteral("hail"));
        Order same = saved.order;
        same.prompt = before.prompt;
        QCOMPARE(same, before);                                       // and nothing else
        QVERIFY(!saved.held && !bench.core->queue.waitsForClick(id)); // in line again
        QCOMPARE(bench.core->queue.tasks()->size(), 1);
        QCOMPARE(edit->toPlainText(), QStringLiteral("what I was writing"));
        QCOMPARE(bench.find<QPushButton>("runButton")->text(), QStringLiteral("Run edit"));

        choose(bench, id, "queueCommandEdit");
        edit->setPlainText(QStringLiteral("thunder"));
        bench.find<QPushButton>("editDiscardButton")->click();
        QCOMPARE(bench.core->queue.task(id)->order.prompt, QStringLiteral("hail"));
        QVERIFY(!bench.core->queue.waitsForClick(id));
        QCOMPARE(edit->toPlainText(), QStringLiteral("what I was writing"));

        // One that is cancelled meanwhile takes its bar with it.
        choose(bench, id, "queueCommandEdit");
        QVERIFY(bench.core->queue.cancel(id));
        QVERIFY(!bench.find<QWidget>("editBar")->isVisible());
        QCOMPARE(edit->toPlainText(), QStringLiteral("what I was writing"));
    }

    void anEditOpensItsClip()
    {
        WindowBench bench;
        Task other = task(bench, TaskState::Waiting, "rain");
        other.order.clip = bench.path("other.mp4");
        other.order.trim = Trim{Microseconds(100'000), Microseconds(1'500'000)};
        QVERIFY(makeClip(other.order.clip));
        const TaskId id = put(bench, other);
        bench.show();
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        bench.draft->setPrompt(QStringLiteral("mine"));
        const Trim mine{Microseconds(0), Microseconds(1'000'000)};
        bench.draft->setTrim(mine);
        choose(bench, id, "queueCommandEdit");
        QTRY_VERIFY(bench.find<QWidget>("editBar")->isVisible());
        QCOMPARE(bench.workspace->clip()->file, other.order.clip);
        QCOMPARE(bench.draft->trim(), other.order.trim);
        QCOMPARE(bench.draft->prompt(), QStringLiteral("rain"));
        bench.find<QPushButton>("editDiscardButton")->click();
        QTRY_COMPARE(bench.workspace->clip()->file, bench.clip());
        QCOMPARE(bench.draft->prompt(), QStringLiteral("mine"));
        QCOMPARE(bench.draft->trim(), std::optional(mine));
        QVERIFY(bench.core->queue.waitsForClick(id)); // it stood still before, too
    }

    void anEditOfAnAddressGivesTheClipBack()
    {
        WindowBench bench;
        Task remote = task(bench, TaskState::Waiting, "rain");
        remote.order.clip = QStringLiteral("https://example.org/clip.mp4");
        const TaskId id = put(bench, remote);
        bench.show();
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        choose(bench, id, "queueCommandEdit");
        QCOMPARE(bench.draft->remoteClip(), remote.order.clip);
        bench.find<QPlainTextEdit>("instructionEdit")->setPlainText(QStringLiteral("hail"));
        bench.find<QPushButton>("editSaveButton")->click();
        Order hail = remote.order;
        hail.prompt = QStringLiteral("hail");
        QCOMPARE(bench.core->queue.task(id)->order.clip, hail.clip);
        QCOMPARE(bench.core->queue.task(id)->order.prompt, hail.prompt);
        QVERIFY(bench.draft->remoteClip().isEmpty());
        QVERIFY(bench.draft->clip());
        QCOMPARE(bench.draft->clip()->file, bench.clip());
    }

    void theQueueGoesIntoAFileAndComesBack()
    {
        WindowBench bench;
        put(bench, task(bench, TaskState::Waiting, "rain"));
        put(bench, task(bench, TaskState::Done, "done"));
        bench.show();
        const QString file = bench.path("queue.json");
        bench.find<QAction>("exportQueueAction")->trigger();
        auto *save = bench.find<QFileDialog>("exportQueueDialog");
        Q_EMIT save->fileSelected(file);
        delete save;
        QVERIFY(bench.find<QLabel>("messageTitle")->text().contains(QStringLiteral("queue.json")));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QJsonObject whole = QJsonDocument::fromJson(written.readAll()).object();
        written.close();
        QJsonArray orders = whole[u"orders"].toArray();
        QCOMPARE(orders.size(), 1);
        QJsonObject bad = orders[0].toObject();
        bad[u"clip"] = QStringLiteral("/nowhere/gone.mp4");
        orders.append(bad);
        whole[u"orders"] = orders;
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(QJsonDocument(whole).toJson());
        written.close();
        bench.find<QAction>("importQueueAction")->trigger();
        auto *open = bench.find<QFileDialog>("importQueueDialog");
        Q_EMIT open->fileSelected(file);
        delete open;
        QCOMPARE(bench.core->queue.tasks()->size(), 3);
        const TaskId added = bench.core->queue.tasks()->constFirst().id;
        QVERIFY(bench.core->queue.waitsForClick(added));
        QVERIFY(part<QPushButton>(bench, "queueAct", added)->isVisible());
        QVERIFY(bench.find<QLabel>("messageAdvice")->text().contains(QStringLiteral("gone.mp4")));
    }

    void theReceiptIsCopied()
    {
        WindowBench bench;
        Task done = task(bench, TaskState::Done);
        done.remoteId = QStringLiteral("0385dc79-5ff8-4d82-bcb6-000000000001");
        done.submittedAt = done.finishedAt = done.createdAt;
        done.usage = {{QStringLiteral("duration"), 10.04}};
        const TaskId id = put(bench, done);
        bench.show();
        choose(bench, id, "queueCommandCopyReceipt");
        const QString receipt = QApplication::clipboard()->text();
        QVERIFY2(receipt.contains(done.remoteId) && receipt.contains(QStringLiteral("10.04")),
                 qPrintable(receipt));
        QVERIFY(bench.find<QLabel>("messageTitle")->text().contains(QString::number(id.value)));
    }

    void clocksOnTheRow()
    {
        WindowBench bench;
        Task running = task(bench, TaskState::Rendering);
        running.remoteId = QStringLiteral("id");
        running.submittedAt = QDateTime::currentDateTimeUtc().addSecs(-20 * 3600);
        TaskCircumstances around;
        around.now = QDateTime::currentDateTimeUtc();
        around.model = bench.draft->model();
        const TaskView late = viewOf(running, around);
        QVERIFY(late.note && late.note->warns);
        QVERIFY(late.note->text.contains(QStringLiteral("keeps it until")));
        running.submittedAt = around.now.addSecs(-60);
        QVERIFY(!viewOf(running, around).note); // it does not matter yet
        running.error = Error{ErrorKind::Offline, {}, {}, {}, {}, 0, std::nullopt};
        const TaskView trying = viewOf(running, around);
        QVERIFY(trying.note && trying.note->warns);
        QCOMPARE(trying.when, QStringLiteral("trying again"));
        around.elsewhere = true;
        QVERIFY(viewOf(running, around).note->text.contains(QStringLiteral("Another Retake")));
    }
};

QTEST_MAIN(TestQueuePanel)
#include "tst_queuepanel.moc"
