// SPDX-License-Identifier: GPL-3.0-or-later
// An order whose answer was lost is looked for, and never sent again.
#include "queuehouse.h"

using namespace retake;
using namespace std::chrono_literals;
using Phase = RemoteStatus::Phase;

class TestQueueLost : public QObject
{
    Q_OBJECT

    std::unique_ptr<QueueHouse> h;

    // Its answer is lost; what the service made of it is up to the test.
    TaskId loseOne(const QString &prompt = QStringLiteral("Make it snow"))
    {
        h->engine.submits.line.append(failure(errorOf(ErrorKind::Unclear)));
        const TaskId id = *h->queue->enqueue(h->order(prompt));
        const bool lost = h->drive([&] { return h->engine.submits.line.isEmpty(); });
        if (!lost)
            qFatal("not sent");
        return id;
    }

    void serviceHas(const QList<RemoteTask> &rows)
    {
        h->engine.lists.always = [rows] { return rows; };
    }

    RemoteTask row(const char *id, std::chrono::seconds later = 1s) const
    {
        return FakeEngine::row(QString::fromLatin1(id), h->clock.now().addSecs(later.count()));
    }

    void says(const char *id, const RemoteStatus &status)
    {
        h->engine.statuses.insert(QString::fromLatin1(id), status);
    }

    int looks(TaskId id) const { return h->task(id).error->facts.value(1).toInt(); }

private Q_SLOTS:

    void init() { h = std::make_unique<QueueHouse>(); }

    void cleanup()
    {
        QCOMPARE(h->faults, QStringList());
        h.reset();
    }

    void aLostAnswerIsFoundAndFetched()
    {
        says("r1", FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        serviceHas({row("r1")});
        const TaskId id = loseOne();
        QVERIFY(h->reaches(id, TaskState::Done, 5min));
        QCOMPARE(h->engine.submitCount, 1);
        QCOMPARE(h->task(id).remoteId, QStringLiteral("r1"));
        QCOMPARE(h->task(id).createRequestId, QStringLiteral("req-of-r1"));
        QVERIFY(!h->task(id).error);
        QCOMPARE(h->takes.size(), 1);
        const QStringList walk{QStringLiteral("unclear"), QStringLiteral("queued"),
                               QStringLiteral("downloading"), QStringLiteral("done")};
        QCOMPARE(h->states.mid(h->states.indexOf(QStringLiteral("unclear"))), walk);
    }

    void theLooksKeepTheirRhythm()
    {
        const TaskId id = loseOne();
        h->settle();
        QCOMPARE(h->engine.listCount, 1);
        QVERIFY(h->queue->isLooking(id));
        h->clock.advance(29s);
        h->settle();
        QCOMPARE(h->engine.listCount, 1);
        h->clock.advance(1s);
        h->settle();
        QCOMPARE(h->engine.listCount, 2);
        QVERIFY(!h->queue->isLooking(id)); // not within the minute
        h->clock.advance(119s);
        h->settle();
        QCOMPARE(h->engine.listCount, 2);
        h->clock.advance(1s);
        h->settle();
        QCOMPARE(h->engine.listCount, 3);
        h->clock.advance(10min);
        h->settle();
        QCOMPARE(h->engine.listCount, 4);
        QCOMPARE(looks(id), 4);
        QCOMPARE(QDateTime::fromString(h->task(id).error->facts.value(0), Qt::ISODate), h->clock.now());
        h->clock.advance(20h);
        h->settle();
        QCOMPARE(h->engine.listCount, 4);
        QCOMPARE(h->state(id), TaskState::Unclear);
        QCOMPARE(h->engine.submitCount, 1);
    }

    void theAccountsTimeScaleDividesThePauses()
    {
        h->accounts.timeScale = 10;
        const TaskId id = loseOne();
        h->settle();
        h->clock.advance(3s);
        h->settle();
        QCOMPARE(looks(id), 2);
    }

    void aLateListIsLookedAtAgain()
    {
        const TaskId id = loseOne();
        h->settle();
        QCOMPARE(looks(id), 1);
        says("r1", FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        serviceHas({row("r1", 0s)});
        QVERIFY(h->reaches(id, TaskState::Done, 5min));
        QCOMPARE(h->engine.submitCount, 1);
    }

    void aRunningTaskThatDoesNotTellItsPromptIsWaitedFor()
    {
        says("r1", FakeEngine::status(Phase::Rendering));
        serviceHas({row("r1")});
        const TaskId id = loseOne();
        for (int i = 0; i < 10; ++i) {
            h->settle();
            QCOMPARE(h->state(id), TaskState::Unclear);
            QVERIFY(h->queue->isLooking(id));
            h->clock.advance(30s);
        }
        QCOMPARE(looks(id), 0); // not one of them was a "no"
        says("r1", FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        QVERIFY(h->reaches(id, TaskState::Done, 5min));
    }

    void errorsOfTheLookAreNoAnswer()
    {
        const TaskId id = loseOne();
        h->settle();
        const Error before = *h->task(id).error;
        h->engine.lists.always = [] { return failure(errorOf(ErrorKind::Offline)); };
        h->clock.advance(30s);
        h->settle();
        h->clock.advance(2min);
        h->settle();
        h->clock.advance(10min);
        h->settle();
        h->clock.advance(10min);
        h->settle();
        QCOMPARE(h->engine.listCount, 5); // and goes on: nobody has looked to the end
        QCOMPARE(h->state(id), TaskState::Unclear);
        QCOMPARE(*h->task(id).error, before);
        says("r1", FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        serviceHas({row("r1", -20min)});
        QVERIFY(h->reaches(id, TaskState::Done, 15min));
    }

    void aFailingQueryIsNoAnswerEither()
    {
        serviceHas({row("r1")});
        h->engine.polls.always = [] { return failure(errorOf(ErrorKind::RateLimited)); };
        h->engine.onPoll = {};
        const TaskId id = loseOne();
        QVERIFY(h->drive([&] { return h->engine.pollCount == 1; }, 5s));
        h->settle();
        QCOMPARE(h->task(id).error->facts, QStringList());
    }

    void whatTheLibraryKnowsIsNotTakenTwice()
    {
        const TaskId first = h->add();
        QVERIFY(h->reaches(first, TaskState::Done));
        QCOMPARE(h->task(first).remoteId, QStringLiteral("remote-1"));
        says("remote-1", FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        serviceHas({row("remote-1")});
        const TaskId id = loseOne();
        h->settle();
        QCOMPARE(h->state(id), TaskState::Unclear);
        QVERIFY(h->queue->candidates(id).isEmpty());
    }

    void anotherModelsTaskIsNotOurs()
    {
        RemoteTask other = row("r1");
        other.model = QStringLiteral("wan2.7-i2v");
        says("r1", FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        serviceHas({other});
        const TaskId id = loseOne();
        h->settle();
        QCOMPARE(looks(id), 1);
        QVERIFY(!h->engine.polledIds.contains(QStringLiteral("r1")));
    }

    void equalOrdersGetOneEach()
    {
        h->engine.lists.always = [] { return failure(errorOf(ErrorKind::Offline)); };
        const TaskId one = loseOne();
        h->clock.advance(5s);
        const TaskId two = loseOne();
        h->settle();
        for (const char *id : {"r1", "r2"})
            says(id, FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        serviceHas({row("r2", 0s), row("r1", -5s)});
        QVERIFY(h->reaches(one, TaskState::Done, 5min));
        QVERIFY(h->reaches(two, TaskState::Done, 5min));
        QCOMPARE(h->task(one).remoteId, QStringLiteral("r1"));
        QCOMPARE(h->task(two).remoteId, QStringLiteral("r2"));
        QCOMPARE(h->engine.submitCount, 2);
    }

    void anEqualOrderThatFliesKeepsItsOwn()
    {
        const TaskId one = loseOne();
        h->settle();
        h->engine.held = {Stage::Submitting};
        const TaskId two = h->add();
        QVERIFY(h->reaches(two, TaskState::Submitting));
        says("remote-2", FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        serviceHas({row("remote-2")});
        QVERIFY(h->queue->lookAgain(one));
        h->settle();
        QCOMPARE(h->state(one), TaskState::Unclear);
        h->engine.release(Stage::Submitting);
        QVERIFY(h->reaches(two, TaskState::Done));
        QCOMPARE(h->task(two).remoteId, QStringLiteral("remote-2"));
        h->clock.advance(1h);
        h->settle();
        QCOMPARE(h->state(one), TaskState::Unclear);
    }

    void moreThanOneIsForThePerson()
    {
        for (const char *id : {"r1", "r2"})
            says(id, FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        serviceHas({row("r1"), row("r2")});
        const TaskId id = loseOne();
        QVERIFY(h->drive([&] { return h->queue->candidates(id).size() == 2; }, 5s));
        QCOMPARE(h->state(id), TaskState::Unclear);
        QVERIFY(h->queue->adopt(id, QStringLiteral("r2")));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->task(id).remoteId, QStringLiteral("r2"));
        QCOMPARE(h->queue->adopt(id, QStringLiteral("r1")).error().kind, ErrorKind::WrongState);
    }

    void aDayApartIsForThePerson()
    {
        says("r1", FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        serviceHas({row("r1", 24h)});
        const TaskId id = loseOne();
        QVERIFY(h->drive([&] { return h->queue->candidates(id).size() == 1; }, 5s));
        QCOMPARE(h->state(id), TaskState::Unclear);
    }

    void aRestartLooks()
    {
        const TaskId id = loseOne();
        h->settle();
        h->close();
        says("r1", FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        serviceHas({row("r1")});
        h->clock.advance(20h);
        h->open();
        QVERIFY(h->queue->recover());
        h->settle();
        QCOMPARE(h->engine.listCount, 2);
        QVERIFY(h->reaches(id, TaskState::Done, 5min));
    }

    void aCrashWhileSendingIsLookedFor()
    {
        h->engine.held = {Stage::Submitting};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Submitting));
        h->close();
        says("r1", FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        serviceHas({row("r1")});
        h->open();
        QVERIFY(h->queue->recover());
        QVERIFY(h->reaches(id, TaskState::Done, 5min));
        QCOMPARE(h->engine.submitCount, 1);
    }

    void anOldOneIsOnlyLookedForWhenAsked()
    {
        const TaskId id = loseOne();
        h->settle();
        h->close();
        h->clock.advance(25h);
        h->open();
        QVERIFY(h->queue->recover());
        h->settle();
        QCOMPARE(h->engine.listCount, 1);
        QVERIFY(h->queue->lookAgain(id));
        QVERIFY(h->queue->isLooking(id));
        h->settle();
        QCOMPARE(h->engine.listCount, 2);
        QVERIFY(!h->queue->isLooking(id));
        h->clock.advance(1h);
        h->settle();
        QCOMPARE(h->engine.listCount, 2);
    }

    void onlyUnclearOnesAreLookedForOrGivenUp()
    {
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->queue->lookAgain(id).error().kind, ErrorKind::WrongState);
        QCOMPARE(h->queue->markLost(id).error().kind, ErrorKind::WrongState);
        QCOMPARE(h->queue->markLost(TaskId{99}).error().kind, ErrorKind::NoSuchTask);
        QVERIFY(!h->queue->isLooking(id));
    }

    void aLostOneMayBeBegunAnew()
    {
        const TaskId id = loseOne();
        h->settle();
        QVERIFY(h->queue->markLost(id));
        QCOMPARE(h->state(id), TaskState::Failed);
        QCOMPARE(h->kind(id), ErrorKind::MarkedLost);
        QVERIFY(!h->queue->isLooking(id));
        h->clock.advance(1h);
        h->settle();
        QCOMPARE(h->engine.listCount, 1); // nobody looks any more
        QVERIFY(h->queue->retry(id));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 2);
    }

    void twoProgramsFindItOnce()
    {
        const TaskId id = loseOne();
        h->settle();
        const auto store = std::move(*Store::open(h->paths.database()));
        TaskQueue other(*store, h->catalogue, h->accounts, h->paths, h->clock, std::make_unique<FakeMedia>());
        QVERIFY(other.recover());
        says("r1", FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        serviceHas({row("r1", 0s)});
        QVERIFY(other.lookAgain(id));
        QVERIFY(h->reaches(id, TaskState::Done, 5min));
        QCOMPARE(h->engine.submitCount, 1);
        QCOMPARE(h->store->takes()->size(), 1);
        QCOMPARE(h->store->takes()->constFirst().task, id);
        // The one that did not find it says no longer that it is unclear.
        h->clock.advance(3min);
        h->settle();
        QVERIFY(!h->queue->isLooking(id));
        QTRY_COMPARE(h->states.last(), QStringLiteral("done"));
    }

    void whatWasSentAgainIsNotLookedFor()
    {
        const TaskId id = loseOne();
        h->settle();
        h->engine.held = {Stage::Uploading};
        QVERIFY(h->queue->sendAgain(id));
        h->clock.advance(1h);
        h->settle();
        QCOMPARE(h->engine.listCount, 1);
    }
};

QTEST_GUILESS_MAIN(TestQueueLost)
#include "tst_queuelost.moc"
