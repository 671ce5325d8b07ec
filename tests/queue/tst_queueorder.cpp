// SPDX-License-Identifier: GPL-3.0-or-later
// Pause, edit, put in order, all at once.
#include "queuehouse.h"

#include <QSignalSpy>

using namespace retake;
using namespace std::chrono_literals;
using Phase = RemoteStatus::Phase;

class TestQueueOrder : public QObject
{
    Q_OBJECT

    std::unique_ptr<QueueHouse> h;

    // So many that stand still: nothing runs until the queue goes on.
    QList<TaskId> standing(int count)
    {
        h->queue->setPaused(true);
        QList<TaskId> ids;
        for (int i = 0; i < count; ++i)
            ids.append(*h->queue->enqueue(h->order(QString(u"order " + QString::number(i + 1)))));
        h->settle();
        return ids;
    }

    QString line() const
    {
        QStringList prompts;
        for (const Task &task : h->witness->unendedTasks().value_or(QList<Task>()))
            prompts.append(task.order.prompt.section(u' ', 1));
        return prompts.join(u' ');
    }

    QStringList sent() const
    {
        QList<std::pair<QDateTime, QString>> all;
        for (const Task &task : h->rows()) {
            if (task.submittedAt.isValid())
                all.append({task.submittedAt, task.order.prompt.section(u' ', 1)});
        }
        std::sort(all.begin(), all.end());
        QStringList names;
        for (const auto &[at, name] : all)
            names.append(name);
        return names;
    }

private Q_SLOTS:

    void init() { h = std::make_unique<QueueHouse>(); }

    void cleanup()
    {
        QCOMPARE(h->faults, QStringList());
        h.reset();
    }

    void theyGoByTheirPlaces()
    {
        const QList<TaskId> ids = standing(8);
        QSignalSpy ordered(h->queue.get(), &TaskQueue::orderChanged);
        QVERIFY(h->queue->runNext(ids[6]));
        QCOMPARE(line(), QStringLiteral("7 1 2 3 4 5 6 8"));
        QVERIFY(h->queue->moveBefore(ids[0], ids[3]));
        QCOMPARE(line(), QStringLiteral("7 2 3 1 4 5 6 8"));
        QVERIFY(h->queue->moveBefore(ids[1], {}));
        QCOMPARE(line(), QStringLiteral("7 3 1 4 5 6 8 2"));
        QCOMPARE(ordered.size(), 3);
        QVERIFY(h->queue->runNext(ids[6])); // it is the next already
        QVERIFY(h->queue->moveBefore(ids[2], ids[2]));
        QCOMPARE(ordered.size(), 3);
        QCOMPARE(h->queue->moveBefore(ids[2], TaskId{99}).error().kind, ErrorKind::NoSuchTask);
        h->queue->setPaused(false);
        QVERIFY(h->drive([&] { return h->takes.size() == 8; }));
        QCOMPARE(sent().join(u' '), QStringLiteral("7 3 1 4 5 6 8 2"));
        QCOMPARE(h->queue->runNext(ids[0]).error().kind, ErrorKind::WrongState);
    }

    void theOrderOutlivesTheProgram()
    {
        const QList<TaskId> ids = standing(3);
        QVERIFY(h->queue->runNext(ids[2]));
        h->close();
        h->open();
        QVERIFY(h->queue->recover());
        h->queue->startAll();
        QVERIFY(h->drive([&] { return h->takes.size() == 3; }));
        QCOMPARE(sent().join(u' '), QStringLiteral("3 1 2"));
    }

    void aPauseOfAllSendsNothing()
    {
        h->media->held = true;
        const TaskId begun = h->add();
        QVERIFY(h->reaches(begun, TaskState::Conforming));
        QSignalSpy told(h->queue.get(), &TaskQueue::pausedChanged);
        h->queue->setPaused(true);
        h->queue->setPaused(true);
        QCOMPARE(told.size(), 1);
        h->media->release();
        const TaskId waits = h->add();
        h->clock.advance(1h);
        h->settle();
        QVERIFY(h->queue->isPaused());
        QCOMPARE(h->engine.submitCount, 0);
        QCOMPARE(h->state(waits), TaskState::Waiting);
        QCOMPARE(h->state(begun), TaskState::Uploading); // as far as it costs nothing
        h->queue->setPaused(false);
        QVERIFY(h->reaches(begun, TaskState::Done));
        QVERIFY(h->reaches(waits, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 2);
    }

    void whatTheServiceHasIsFetchedInAPause()
    {
        h->engine.polls.line = {FakeEngine::status(Phase::Rendering)};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Rendering));
        h->queue->setPaused(true);
        QVERIFY(h->reaches(id, TaskState::Done));
    }

    void aRefusedOrderWaitsOutThePauseToo()
    {
        h->engine.submits.line = {failure(errorOf(ErrorKind::RateLimited))};
        const TaskId id = h->add();
        QVERIFY(h->drive([&] { return h->kind(id) == ErrorKind::RateLimited; }));
        h->queue->setPaused(true);
        h->clock.advance(1h);
        h->settle();
        QCOMPARE(h->engine.submitCount, 1);
        h->queue->setPaused(false);
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 2);
    }

    void uploadsThatGrewOldInAPauseAreMadeAnew()
    {
        h->engine.prepares.always = [this] {
            return PreparedMedia{QStringLiteral("oss://store/clip.mp4"), {}, h->clock.now().addDays(2)};
        };
        h->queue->setPaused(true);
        h->queue->setPaused(false);
        h->engine.held = {Stage::Uploading};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Uploading));
        h->queue->setPaused(true);
        h->engine.release(Stage::Uploading);
        h->settle();
        h->clock.advance(72h);
        h->queue->setPaused(false);
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.prepareCount, 2);
        QCOMPARE(h->engine.submitCount, 1);
    }

    void oneIsPaused_data()
    {
        QTest::addColumn<int>("state");
        for (const TaskState state : {TaskState::Waiting, TaskState::Conforming, TaskState::Uploading})
            QTest::newRow(qPrintable(taskStateName(state))) << int(state);
    }

    void oneIsPaused()
    {
        QFETCH(int, state);
        if (TaskState(state) == TaskState::Conforming)
            h->media->held = true;
        if (TaskState(state) == TaskState::Uploading)
            h->engine.held = {Stage::Uploading};
        if (TaskState(state) == TaskState::Waiting)
            h->queue->setPaused(true);
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState(state)));
        QVERIFY(h->queue->hold(id));
        QVERIFY(h->queue->hold(id)); // a second click changes nothing
        h->queue->setPaused(false);
        h->engine.release(Stage::Uploading);
        h->media->release();
        h->clock.advance(1h);
        h->settle();
        QCOMPARE(h->engine.jobsAlive, 0);
        QCOMPARE(h->state(id), TaskState::Waiting);
        QVERIFY(h->task(id).held);
        QVERIFY(h->queue->waitsForClick(id));
        h->close();
        h->open();
        QVERIFY(h->queue->recover());
        h->queue->startAll(); // all but those that the person has paused
        h->clock.advance(1h);
        h->settle();
        QCOMPARE(h->engine.submitCount, 0);
        QVERIFY(h->queue->start(id));
        QVERIFY(h->reaches(id, TaskState::Done));
        QVERIFY(!h->task(id).held);
        QCOMPARE(h->engine.submitCount, 1);
        QCOMPARE(h->queue->hold(id).error().kind, ErrorKind::WrongState);
    }

    void whatMayBeChargedIsNotPaused()
    {
        h->engine.held = {Stage::Submitting};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Submitting));
        QCOMPARE(h->queue->hold(id).error().kind, ErrorKind::WrongState);
        h->engine.release(Stage::Submitting);
        QVERIFY(h->reaches(id, TaskState::Done));
    }

    void aWaitingOneIsEdited()
    {
        const TaskId id = standing(1).first();
        QCOMPARE(h->queue->edit(id, h->order()).error().kind, ErrorKind::WrongState); // it may start any time
        QVERIFY(h->queue->hold(id));
        Order other = h->order(QStringLiteral("Make it rain"));
        other.model = QStringLiteral("wan-0");
        QCOMPARE(h->queue->edit(id, other).error().kind, ErrorKind::UnknownModel);
        other.model = h->order().model;
        QSignalSpy changed(h->queue.get(), &TaskQueue::taskChanged);
        QVERIFY(h->queue->edit(id, other));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(h->task(id).order, other);
        h->queue->setPaused(false);
        QVERIFY(h->queue->start(id));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->store->take(h->task(id).take)->title, QStringLiteral("Make it rain"));
        QCOMPARE(h->queue->edit(id, other).error().kind, ErrorKind::WrongState);
    }

    void whatIsShelvedWaitsForAClick()
    {
        QSignalSpy added(h->queue.get(), &TaskQueue::taskAdded);
        Order unknown = h->order();
        unknown.model = QStringLiteral("wan-0");
        QCOMPARE(h->queue->shelve(unknown).error().kind, ErrorKind::UnknownModel);
        const TaskId id = *h->queue->shelve(h->order(QStringLiteral("100 % snow_fall")));
        QCOMPARE(added.size(), 1);
        h->clock.advance(1h);
        h->settle();
        QVERIFY(h->queue->waitsForClick(id));
        QCOMPARE(h->engine.submitCount, 0);
        const TaskId other = h->add();
        QVERIFY(h->reaches(other, TaskState::Done));

        const QList<TaskStanding> standings = h->queue->standings().value();
        QCOMPARE(standings.size(), 2);
        QCOMPARE(standings[0].id, other);
        QCOMPARE(standings[0].state, TaskState::Done);
        QVERIFY(!standings[0].waitsForClick);
        QCOMPARE(standings[1], (TaskStanding{id, TaskState::Waiting, h->task(id).position, false, true}));
        QCOMPARE(h->queue->tasksSaying(QStringLiteral("SNOW")).value(), (QList<TaskId>{other, id}));
        QCOMPARE(h->queue->tasksSaying(QStringLiteral("0 % s")).value(), QList<TaskId>{id});
        QCOMPARE(h->queue->tasksSaying(QStringLiteral("w_f")).value(), QList<TaskId>{id});
        QCOMPARE(h->queue->tasksSaying(QStringLiteral("\\")).value(), QList<TaskId>());

        h->queue->startAll(); // it was not the person who stopped it
        QVERIFY(h->reaches(id, TaskState::Done));
    }

    void allThatFailedAreTriedAgain()
    {
        h->engine.submits.line = {failure(errorOf(ErrorKind::Arrears)), failure(errorOf(ErrorKind::Arrears))};
        const TaskId first = h->add();
        const TaskId second = h->add();
        QVERIFY(h->reaches(first, TaskState::Failed));
        QVERIFY(h->reaches(second, TaskState::Failed));
        const TaskId cancelled = h->add();
        QVERIFY(h->queue->cancel(cancelled));
        QCOMPARE(h->queue->retryFailed().value(), 2);
        QVERIFY(h->reaches(first, TaskState::Done));
        QVERIFY(h->reaches(second, TaskState::Done));
        QCOMPARE(h->state(cancelled), TaskState::Cancelled);
        QCOMPARE(h->queue->retryFailed().value(), 0);

        QSignalSpy removed(h->queue.get(), &TaskQueue::taskRemoved);
        QCOMPARE(h->queue->clearFinished().value(), 3);
        QCOMPARE(removed.size(), 3);
        QVERIFY(h->rows().isEmpty());
        QCOMPARE(h->store->takes()->size(), 2);
    }

    void downloadsAreFourAtATimeOldestFirst()
    {
        h->engine.held = {Stage::Downloading};
        Order other = h->order();
        QList<TaskId> ids;
        for (int i = 0; i < 5; ++i)
            ids.append(h->add());
        other.account = QStringLiteral("dashscope");
        ids.append(*h->queue->enqueue(other));
        QVERIFY(h->drive([&] { return h->engine.fetchCount == 4; }));
        h->clock.advance(1h);
        h->settle();
        QCOMPARE(h->engine.fetchCount, 4);
        h->engine.release(Stage::Downloading);
        QVERIFY(h->drive([&] { return h->takes.size() == 6; }));
    }
};

QTEST_GUILESS_MAIN(TestQueueOrder)
#include "tst_queueorder.moc"
