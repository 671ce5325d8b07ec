// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuehouse.h"

using namespace retake;
using namespace std::chrono_literals;
using Phase = RemoteStatus::Phase;

class TestQueueCancel : public QObject
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

    void beforeAnythingIsSent_data()
    {
        QTest::addColumn<int>("state");
        for (const TaskState state : {TaskState::Waiting, TaskState::Conforming, TaskState::Uploading})
            QTest::newRow(qPrintable(taskStateName(state))) << int(state);
    }

    void beforeAnythingIsSent()
    {
        QFETCH(int, state);
        h->media->held = state == int(TaskState::Conforming);
        h->engine.held = {Stage::Uploading};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState(state)));
        QVERIFY(h->queue->cancel(id));
        QCOMPARE(h->state(id), TaskState::Cancelled);
        QCOMPARE(h->kind(id), ErrorKind::CancelledByPerson);
        h->settle();
        QCOMPARE(h->media->running, 0); // what ran was stopped
        QCOMPARE(h->engine.jobsAlive, 0);
        h->media->release();
        h->engine.release(Stage::Uploading);
        h->settle();
        QCOMPARE(h->state(id), TaskState::Cancelled);
        QCOMPARE(h->engine.submitCount, 0);
        QCOMPARE(h->queue->activeCount(), 0);
        QCOMPARE(h->queue->cancel(id).error().kind, ErrorKind::WrongState);

        // And it may be walked again.
        QVERIFY(h->queue->retry(id));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 1);
    }

    void whileSubmittingTheIdIsWaitedFor()
    {
        h->engine.held = {Stage::Submitting};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Submitting));
        h->settle();
        QVERIFY(h->queue->cancel(id));
        h->settle();
        QCOMPARE(h->state(id), TaskState::Submitting);
        QCOMPARE(h->engine.cancelCount, 0);
        h->engine.release(Stage::Submitting);
        QVERIFY(h->reaches(id, TaskState::Cancelled));
        QCOMPARE(h->engine.cancelCount, 1);
        QCOMPARE(h->task(id).remoteId, QStringLiteral("remote-1"));
        QCOMPARE(h->kind(id), ErrorKind::CancelledByPerson);
    }

    void whileSubmittingARefusalIsTheEnd()
    {
        h->engine.held = {Stage::Submitting};
        h->engine.submits.line = {failure(errorOf(ErrorKind::RateLimited))};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Submitting));
        h->settle();
        QVERIFY(h->queue->cancel(id));
        h->engine.release(Stage::Submitting);
        QVERIFY(h->reaches(id, TaskState::Cancelled));
        QCOMPARE(h->engine.submitCount, 1);
        QCOMPARE(h->engine.cancelCount, 0);
    }

    void betweenTwoSubmitsItIsAtOnce()
    {
        h->engine.submits.line = {failure(errorOf(ErrorKind::RateLimited))};
        const TaskId id = h->add();
        QVERIFY(h->drive([&] { return h->kind(id) == ErrorKind::RateLimited; }));
        QCOMPARE(h->state(id), TaskState::Submitting);
        QVERIFY(h->queue->cancel(id));
        QCOMPARE(h->state(id), TaskState::Cancelled);
        h->clock.advance(1h);
        h->settle();
        QCOMPARE(h->engine.submitCount, 1);
    }

    void whileSubmittingALostReplyStaysUnclear()
    {
        h->engine.held = {Stage::Submitting};
        h->engine.submits.line = {failure(errorOf(ErrorKind::Unclear))};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Submitting));
        h->settle();
        QVERIFY(h->queue->cancel(id));
        h->engine.release(Stage::Submitting);
        QVERIFY(h->reaches(id, TaskState::Unclear));
    }

    void whileQueuedTheServiceIsAsked()
    {
        h->engine.polls.always = [] { return FakeEngine::status(Phase::Queued); };
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Queued));
        QVERIFY(h->queue->cancel(id));
        QVERIFY(h->queue->cancel(id)); // a second click changes nothing
        QVERIFY(h->reaches(id, TaskState::Cancelled));
        QCOMPARE(h->engine.cancelCount, 1);
        QCOMPARE(h->refusals.size(), 0);
        h->clock.advance(1h);
        h->settle();
        QCOMPARE(h->state(id), TaskState::Cancelled);
    }

    void tooLateIsToldAndItGoesOn()
    {
        h->engine.polls.line = {FakeEngine::status(Phase::Queued), FakeEngine::status(Phase::Rendering)};
        h->engine.cancels.always = [] { return failure(errorOf(ErrorKind::TooLateToCancel)); };
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Queued));
        QVERIFY(h->queue->cancel(id));
        h->settle();
        QCOMPARE(h->refusals.size(), 1);
        QCOMPARE(h->refusals.first().kind, ErrorKind::TooLateToCancel);
        QCOMPARE(h->state(id), TaskState::Queued);
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 1);
    }

    void aCancelThatDoesNotArriveIsTold()
    {
        h->engine.cancels.line = {failure(errorOf(ErrorKind::Offline))};
        h->engine.polls.always = [] { return FakeEngine::status(Phase::Queued); };
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Queued));
        QVERIFY(h->queue->cancel(id));
        h->settle();
        QCOMPARE(h->refusals.value(0).kind, ErrorKind::Offline);
        QVERIFY(h->queue->cancel(id)); // once more, and now it arrives
        QVERIFY(h->reaches(id, TaskState::Cancelled));
    }

    void aCancelThatArrivedUnheardCounts()
    {
        h->engine.cancels.line = {failure(errorOf(ErrorKind::ConnectionLost))};
        h->engine.polls.always = [] { return FakeEngine::status(Phase::Cancelled); };
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Queued));
        QVERIFY(h->queue->cancel(id));
        QVERIFY(h->reaches(id, TaskState::Cancelled));
        QCOMPARE(h->kind(id), ErrorKind::CancelledByPerson);
    }

    void aSlowAnswerDoesNotHoldTheTask()
    {
        h->engine.holdCancels = true;
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Queued));
        QVERIFY(h->queue->cancel(id));
        QVERIFY(h->reaches(id, TaskState::Done));
        h->settle();
        QCOMPARE(h->refusals.value(0).kind, ErrorKind::TooLateToCancel);
    }

    void whileRenderingOrDownloadingItIsTooLate_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("rendering") << int(TaskState::Rendering);
        QTest::newRow("downloading") << int(TaskState::Downloading);
    }

    void whileRenderingOrDownloadingItIsTooLate()
    {
        QFETCH(int, state);
        h->engine.polls.line = {FakeEngine::status(Phase::Rendering)};
        h->engine.held = {Stage::Downloading};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState(state)));
        QVERIFY(h->queue->cancel(id));
        h->settle();
        QCOMPARE(h->refusals.size(), 1);
        QCOMPARE(h->refusals.first().kind, ErrorKind::TooLateToCancel);
        QCOMPARE(h->engine.cancelCount, 0);
        h->engine.held.clear();
        h->engine.release(Stage::Downloading);
        QVERIFY(h->reaches(id, TaskState::Done));
    }

    void aCancelInsideTheNewsOfAChange()
    {
        // A listener that cancels as soon as it hears of the upload: nothing may be sent after that.
        connect(h->queue.get(), &TaskQueue::taskChanged, h->queue.get(), [this](TaskId id) {
            if (h->state(id) == TaskState::Uploading)
                QVERIFY(h->queue->cancel(id));
        });
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Cancelled));
        h->clock.advance(1h);
        h->settle();
        QCOMPARE(h->engine.prepareCount, 0);
        QCOMPARE(h->engine.submitCount, 0);
    }
};

QTEST_GUILESS_MAIN(TestQueueCancel)
#include "tst_queuecancel.moc"
