// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuehouse.h"

#include <QSignalSpy>

using namespace retake;
using namespace std::chrono_literals;
using Phase = RemoteStatus::Phase;

class TestQueue : public QObject
{
    Q_OBJECT

    std::unique_ptr<QueueHouse> h;

private Q_SLOTS:

    void init() { h = std::make_unique<QueueHouse>(); }

    void cleanup()
    {
        QCOMPARE(h->faults, QStringList());
        h.reset();
    }

    void theWholeWay()
    {
        h->engine.polls.line = {FakeEngine::status(Phase::Queued), FakeEngine::status(Phase::Rendering),
                                FakeEngine::status(Phase::Rendering)};
        QSignalSpy added(h->queue.get(), &TaskQueue::taskAdded);
        const TaskId id = h->add();
        QCOMPARE(added.size(), 1);
        QCOMPARE(h->state(id), TaskState::Waiting); // nothing happens inside the call
        QCOMPARE(h->queue->activeCount(), 1);
        QVERIFY(h->reaches(id, TaskState::Done));
        h->settle();
        QCOMPARE(
            h->states,
            QStringLiteral("conforming uploading submitting queued rendering downloading done").split(u' '));
        QCOMPARE(h->engine.submitCount, 1);
        QCOMPARE(h->engine.pollCount, 4);
        QCOMPARE(h->takes.size(), 1);
        QCOMPARE(h->queue->activeCount(), 0);
        QCOMPARE(h->engine.jobsAlive, 0);

        const Task task = h->task(id);
        QCOMPARE(task.remoteId, QStringLiteral("remote-1"));
        QCOMPARE(task.createRequestId, QStringLiteral("req-1"));
        QCOMPARE(task.changes, QStringList{QStringLiteral("cut to 10 s")});
        QCOMPARE(task.mediaUrl, QStringLiteral("oss://store/clip.mp4"));
        QCOMPARE(task.take, h->takes.first());
        QVERIFY(!task.error);
        QVERIFY(task.submittedAt.isValid() && task.finishedAt > task.submittedAt);
        const Take take = *h->store->take(task.take);
        QCOMPARE(take.title, QStringLiteral("Make it snow"));
        QCOMPARE(take.size, QSize(1280, 720));
        QCOMPARE(take.duration, Microseconds(5000000));
        const auto clip = h->store->clipForFile(QStringLiteral("/films/clip.mp4"), h->clock.now());
        QCOMPARE(h->store->takes(clip->id)->size(), 1);
        QFile file(take.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("a take"));
        QVERIFY(QFile::exists(take.recipe));
        QFile recipe(take.recipe);
        QVERIFY(recipe.open(QIODevice::ReadOnly));
        QVERIFY(recipe.readAll().contains("a longer instruction"));
        QVERIFY(QDir(h->paths.workDir()).isEmpty());
        QVERIFY(!QFile::exists(h->engine.lastPart));
        // Waiting, and one line of the log an arrow.
        QCOMPARE(h->store->events(id)->size(), 8);
    }

    void pollsKeepTheInterval()
    {
        h->engine.polls.always = [] { return FakeEngine::status(Phase::Rendering); };
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Queued));
        h->settle();
        QCOMPARE(h->engine.pollCount, 0);
        h->clock.advance(14900ms);
        h->settle();
        QCOMPARE(h->engine.pollCount, 0);
        h->clock.advance(100ms);
        h->settle();
        QCOMPARE(h->engine.pollCount, 1);
        for (int i = 0; i < 4; ++i) {
            h->clock.advance(15s);
            h->settle();
        }
        QCOMPARE(h->engine.pollCount, 5);
        QCOMPARE(h->state(id), TaskState::Rendering);
        QCOMPARE(h->accounts.calls, 3); // one for uploading, submitting and polling each
    }

    void practiceRunsFasterButNotWild()
    {
        h->accounts.timeScale = 1000;
        h->engine.polls.always = [] { return FakeEngine::status(Phase::Queued); };
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Queued));
        h->settle();
        h->clock.advance(199ms);
        h->settle();
        QCOMPARE(h->engine.pollCount, 0);
        h->clock.advance(1ms);
        h->settle();
        QCOMPARE(h->engine.pollCount, 1);
    }

    void atMostFiveRunOnAnAccount()
    {
        h->engine.polls.always = [] { return FakeEngine::status(Phase::Rendering); };
        QList<TaskId> ids;
        for (int i = 0; i < 8; ++i)
            ids.append(h->add());
        const auto in = [&](TaskState state) {
            return std::count_if(ids.begin(), ids.end(), [&](TaskId id) { return h->state(id) == state; });
        };
        QVERIFY(h->drive([&] { return in(TaskState::Rendering) == 5; }));
        h->clock.advance(60s);
        h->settle();
        QCOMPARE(in(TaskState::Rendering), 5);
        QCOMPARE(in(TaskState::Waiting), 3);
        QCOMPARE(h->state(ids[4]), TaskState::Rendering); // first come, first served
        QCOMPARE(h->engine.submitCount, 5);
        QCOMPARE(h->queue->activeCount(), 8);
        QVERIFY(h->media->mostRunning <= 2);

        // Another account is not held up by it.
        Order other = h->order();
        other.account = QStringLiteral("dashscope");
        const TaskId id = *h->queue->enqueue(other);
        QVERIFY(h->reaches(id, TaskState::Rendering));
        QCOMPARE(in(TaskState::Waiting), 3);

        h->engine.polls.always = [] { return FakeEngine::succeeded(); };
        QVERIFY(h->drive([&] { return in(TaskState::Done) == 8; }));
        QCOMPARE(h->engine.submitCount, 9);
        QVERIFY(h->drive([&] { return h->takes.size() == 9; }));
    }

    void conformingIsTwoAtATime()
    {
        h->media->held = true;
        for (int i = 0; i < 4; ++i)
            h->add();
        h->settle();
        QCOMPARE(h->media->running, 2);
        h->media->release();
        QVERIFY(h->drive([&] { return h->takes.size() == 4; }));
        QVERIFY(h->media->mostRunning <= 2);
    }

    void anAddressNeedsNoFile()
    {
        Order order = h->order();
        order.clip = QStringLiteral("https://host/clip.mp4");
        h->media->readies.always = [&] { return ReadyMedia{{order.clip, {}}, {}}; };
        const TaskId id = *h->queue->enqueue(order);
        QVERIFY(h->reaches(id, TaskState::Done));
        QVERIFY(h->task(id).conformedFile.isEmpty());
        QVERIFY(!h->store->take(h->task(id).take)->clip);
    }

    void theFamilyOfATakeIsKept()
    {
        const TaskId first = h->add();
        QVERIFY(h->reaches(first, TaskState::Done));
        Order onTop = h->order();
        onTop.parent = h->task(first).take;
        onTop.clipId = h->store->take(onTop.parent)->clip;
        onTop.clip = h->store->take(onTop.parent)->file;
        const TaskId second = *h->queue->enqueue(onTop);
        QVERIFY(h->reaches(second, TaskState::Done));
        QCOMPARE(h->store->take(h->task(second).take)->parent, onTop.parent);
        QCOMPARE(h->store->take(h->task(second).take)->clip, onTop.clipId);

        // The parent may be thrown away while the service works.
        const TaskId third = *h->queue->enqueue(onTop);
        QVERIFY(h->reaches(third, TaskState::Queued));
        QVERIFY(h->store->removeTake(onTop.parent));
        QVERIFY(h->reaches(third, TaskState::Done));
        QVERIFY(!h->store->take(h->task(third).take)->parent);
    }

    void anOutputThatCannotBeWrittenKeepsTheTake()
    {
        Order order = h->order();
        order.output = h->dir.filePath(QStringLiteral("nowhere/out.mp4"));
        const TaskId id = *h->queue->enqueue(order);
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->kind(id), ErrorKind::NotWritable);
        QCOMPARE(h->task(id).error->facts, QStringList{order.output});
        QVERIFY(QFile::exists(h->store->take(h->task(id).take)->file));
        h->settle();
        QCOMPARE(h->takes.size(), 1);
    }

    void anOutputIsThereWhenDoneIsTold()
    {
        Order order = h->order();
        order.output = h->dir.filePath(QStringLiteral("out.mp4"));
        bool there = false;
        connect(h->queue.get(), &TaskQueue::taskChanged, this, [&](TaskId id) {
            if (h->state(id) == TaskState::Done)
                there = QFile::exists(order.output);
        });
        const TaskId id = *h->queue->enqueue(order);
        QVERIFY(h->reaches(id, TaskState::Done));
        QVERIFY(there);
    }

    void progressIsTold()
    {
        QSignalSpy progress(h->queue.get(), &TaskQueue::taskProgress);
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Done));
        QVERIFY(progress.size() >= 3);
        QCOMPARE(progress.first().at(0).value<TaskId>(), id);
        QCOMPARE(progress.first().at(1).value<TaskProgress>().total, 2);
    }

    void endedTasksAreCleared()
    {
        const TaskId id = h->add();
        QCOMPARE(h->queue->remove(id).error().kind, ErrorKind::WrongState);
        QVERIFY(h->reaches(id, TaskState::Done));
        const QString file = h->store->take(h->task(id).take)->file;
        QSignalSpy removed(h->queue.get(), &TaskQueue::taskRemoved);
        QVERIFY(h->queue->remove(id));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(h->queue->task(id).error().kind, ErrorKind::NoSuchTask);
        QVERIFY(QFile::exists(file));
        QCOMPARE(h->store->takes()->size(), 1);
    }

    void wrongCallsAreRefused()
    {
        Order order = h->order();
        order.model = QStringLiteral("wan-0");
        QCOMPARE(h->queue->enqueue(order).error().kind, ErrorKind::UnknownModel);
        QCOMPARE(h->queue->tasks()->size(), 0);
        QCOMPARE(h->queue->cancel(TaskId{77}).error().kind, ErrorKind::NoSuchTask);
        const TaskId id = h->add();
        QCOMPARE(h->queue->retry(id).error().kind, ErrorKind::WrongState);
        QCOMPARE(h->queue->sendAgain(id).error().kind, ErrorKind::WrongState);
        QVERIFY(h->reaches(id, TaskState::Done));
        const auto late = h->queue->cancel(id);
        QCOMPARE(late.error().kind, ErrorKind::WrongState);
        QCOMPARE(late.error().facts.value(1), QStringLiteral("done"));
        QCOMPARE(h->queue->start(id).error().kind, ErrorKind::WrongState);
        QCOMPARE(h->queue->retry(id).error().kind, ErrorKind::WrongState);
    }

    void theQueueMayGoAnyTime_data()
    {
        QTest::addColumn<int>("stage");
        for (const Stage stage : {Stage::Uploading, Stage::Submitting, Stage::Polling, Stage::Downloading})
            QTest::newRow(qPrintable(QString::number(int(stage)))) << int(stage);
    }

    void theQueueMayGoAnyTime()
    {
        QFETCH(int, stage);
        h->engine.held = {Stage(stage)};
        const TaskId id = h->add();
        QVERIFY(!h->reaches(id, TaskState::Done, 60s));
        QCOMPARE(h->engine.jobsAlive, 1);
        h->close();
        QCOMPARE(h->engine.jobsAlive, 0);
        h->engine.release(Stage(stage));
        h->settle();
        h->open();
    }
};

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
