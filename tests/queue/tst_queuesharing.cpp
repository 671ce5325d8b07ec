// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs on the same data: a window and a terminal.
#include "queuehouse.h"

#include <QSignalSpy>

using namespace retake;
using namespace std::chrono_literals;
using Phase = RemoteStatus::Phase;

class TestQueueSharing : public QObject
{
    Q_OBJECT

    std::unique_ptr<QueueHouse> h;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<TaskQueue> m_other; // the second program

    void openOther()
    {
        m_store = std::move(*Store::open(h->paths.database()));
        m_other = std::make_unique<TaskQueue>(*m_store, h->catalogue, h->accounts, h->paths, h->clock,
                                              std::make_unique<FakeMedia>());
        QVERIFY(m_other->recover());
    }

private Q_SLOTS:

    void init() { h = std::make_unique<QueueHouse>(); }

    void cleanup()
    {
        m_other.reset();
        m_store.reset();
        QCOMPARE(h->faults, QStringList());
        h.reset();
    }

    void aTaskIsDrivenOnce()
    {
        h->engine.polls.always = [] { return FakeEngine::status(Phase::Rendering); };
        const TaskId running = h->add();
        QVERIFY(h->reaches(running, TaskState::Rendering));
        h->media->held = true;
        const TaskId preparing = h->add();
        QVERIFY(h->reaches(preparing, TaskState::Conforming));
        openOther();
        QCOMPARE(m_other->activeCount(), 0);
        for (const TaskId id : {running, preparing}) {
            QVERIFY(m_other->isElsewhere(id));
            QVERIFY(!m_other->waitsForClick(id));
            QCOMPARE(m_other->start(id).error().kind, ErrorKind::DrivenElsewhere);
            QCOMPARE(m_other->retry(id).error().kind, ErrorKind::DrivenElsewhere);
        }
        m_other->startAll();
        h->engine.polls.always = [] { return FakeEngine::succeeded(); };
        h->media->release();
        QVERIFY(h->reaches(running, TaskState::Done));
        QVERIFY(h->reaches(preparing, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 2);
        QCOMPARE(h->store->takes()->size(), 2);
    }

    void theOtherHearsOfIt()
    {
        QVERIFY(h->queue->recover());
        openOther();
        QSignalSpy added(m_other.get(), &TaskQueue::taskAdded);
        QSignalSpy changed(m_other.get(), &TaskQueue::taskChanged);
        QSignalSpy takes(m_other.get(), &TaskQueue::takeAdded);
        QSignalSpy removed(m_other.get(), &TaskQueue::taskRemoved);
        h->engine.held = {Stage::Submitting};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Submitting));
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(added.first().first().value<TaskId>(), id);
        h->engine.release(Stage::Submitting);
        QVERIFY(h->reaches(id, TaskState::Done));
        h->settle();
        QTRY_COMPARE(takes.size(), 1);
        QVERIFY(!changed.isEmpty());
        QVERIFY(h->queue->remove(id));
        h->add(); // a row that goes has no line of the log: it is noticed with the next one
        QTRY_COMPARE(removed.size(), 1);
        QVERIFY(h->drive([&] { return h->takes.size() == 2; }));
        QCOMPARE(h->takes.size(), 2); // told of its own once
    }

    void whatTheDeadLeaveIsTakenOver()
    {
        h->engine.polls.always = [] { return FakeEngine::status(Phase::Rendering); };
        const TaskId running = h->add();
        QVERIFY(h->reaches(running, TaskState::Rendering));
        h->engine.held = {Stage::Submitting};
        const TaskId flying = h->add();
        QVERIFY(h->reaches(flying, TaskState::Submitting));
        h->media->held = true;
        const TaskId preparing = h->add();
        QVERIFY(h->reaches(preparing, TaskState::Conforming));
        openOther();
        QCOMPARE(h->state(flying), TaskState::Submitting); // its request may still be answered
        h->close();                                        // a program that dies gives its locks up
        h->engine.held.clear();
        h->engine.polls.always = [] { return FakeEngine::succeeded(); };
        QTRY_VERIFY(!m_other->isElsewhere(running) && !m_other->isElsewhere(flying) &&
                    !m_other->isElsewhere(preparing));
        QVERIFY(h->reaches(running, TaskState::Done));
        QCOMPARE(h->state(flying), TaskState::Unclear);
        QCOMPARE(h->state(preparing), TaskState::Waiting);
        QVERIFY(m_other->waitsForClick(preparing)); // a crash never starts to spend
        QCOMPARE(h->engine.submitCount, 2);
        QVERIFY(m_other->start(preparing));
        QVERIFY(h->reaches(preparing, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 3);
    }

    void aCancelReachesWhoDrivesIt()
    {
        QVERIFY(h->queue->recover());
        h->engine.polls.always = [] { return FakeEngine::status(Phase::Queued); };
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Queued));
        openOther();
        QVERIFY(m_other->cancel(id));
        QTRY_COMPARE(h->engine.cancelCount, 1);
        QVERIFY(h->reaches(id, TaskState::Cancelled));
    }

    void whatWaitsIsMovedForBoth()
    {
        QVERIFY(h->queue->recover());
        h->queue->setPaused(true);
        const TaskId first = *h->queue->enqueue(h->order(QStringLiteral("first")));
        const TaskId second = *h->queue->enqueue(h->order(QStringLiteral("second")));
        openOther();
        QSignalSpy ordered(h->queue.get(), &TaskQueue::orderChanged);
        QVERIFY(m_other->runNext(second));
        QTRY_VERIFY(!ordered.isEmpty());
        h->queue->setPaused(false);
        QVERIFY(h->reaches(first, TaskState::Done));
        QVERIFY(h->reaches(second, TaskState::Done));
        QVERIFY(h->task(second).submittedAt < h->task(first).submittedAt);
    }
};

QTEST_GUILESS_MAIN(TestQueueSharing)
#include "tst_queuesharing.moc"
