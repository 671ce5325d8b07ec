// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuehouse.h"
#include "store/database.h"

using namespace retake;
using namespace std::chrono_literals;
using Phase = RemoteStatus::Phase;

class TestQueueFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<QueueHouse> h;

    static void everyKind()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind <= int(ErrorKind::NoTaskList); ++kind)
            QTest::newRow(qPrintable(errorKindName(ErrorKind(kind)))) << kind;
    }

    bool ends(TaskId id)
    {
        h->step = 15s;
        return h->drive([&] { return isFinal(h->state(id)); }, 2h);
    }

private Q_SLOTS:

    void init() { h = std::make_unique<QueueHouse>(300); }

    void cleanup()
    {
        QCOMPARE(h->faults, QStringList());
        h.reset();
    }

    // Every kind of error, again and again, in every stage: where it ends, and that no more is bought.

    void uploadNeverWorks_data() { everyKind(); }

    void uploadNeverWorks()
    {
        QFETCH(int, kind);
        h->engine.prepares.always = [=] { return failure(errorOf(ErrorKind(kind))); };
        const TaskId id = h->add();
        QVERIFY(ends(id));
        QCOMPARE(h->state(id), TaskState::Failed);
        QCOMPARE(h->kind(id), ErrorKind(kind));
        QVERIFY(h->engine.prepareCount <= 5);
        QCOMPARE(h->engine.submitCount, 0);
    }

    void submitNeverWorks_data() { everyKind(); }

    void submitNeverWorks()
    {
        QFETCH(int, kind);
        h->engine.submits.always = [=] { return failure(errorOf(ErrorKind(kind))); };
        const TaskId id = h->add();
        QVERIFY(ends(id));
        switch (ErrorKind(kind)) {
        case ErrorKind::RateLimited: // refused in words: nothing was started
        case ErrorKind::ServiceBusy:
        case ErrorKind::Offline: // never left this machine: see net/transporterror
            QCOMPARE(h->engine.submitCount, 5);
            QCOMPARE(h->engine.prepareCount, 1);
            QCOMPARE(h->state(id), TaskState::Failed);
            break;
        case ErrorKind::UploadExpired:
            QCOMPARE(h->engine.submitCount, 2);
            QCOMPARE(h->engine.prepareCount, 2);
            QCOMPARE(h->state(id), TaskState::Failed);
            break;
        case ErrorKind::ConnectionLost: // may have arrived
        case ErrorKind::TimedOut:
        case ErrorKind::BadReply:
        case ErrorKind::Unclear:
            QCOMPARE(h->engine.submitCount, 1);
            QCOMPARE(h->state(id), TaskState::Unclear);
            QCOMPARE(h->kind(id), ErrorKind::Unclear);
            QCOMPARE(h->task(id).error->serviceMessage, QStringLiteral("words"));
            break;
        default:
            QCOMPARE(h->engine.submitCount, 1);
            QCOMPARE(h->state(id), TaskState::Failed);
            QCOMPARE(h->kind(id), ErrorKind(kind));
        }
        h->clock.advance(24h);
        h->settle();
        QCOMPARE(h->engine.pollCount, 0);
        QVERIFY(h->engine.submitCount <= 5);
    }

    void pollNeverWorks_data() { everyKind(); }

    void pollNeverWorks()
    {
        QFETCH(int, kind);
        h->engine.polls.always = [=] { return failure(errorOf(ErrorKind(kind))); };
        const TaskId id = h->add();
        const bool ours = endsOnlyOurAsking(ErrorKind(kind));
        if (actionFor(Stage::Polling, errorOf(ErrorKind(kind)), 1).kind == Action::Kind::Expire) {
            QVERIFY(ends(id));
            QCOMPARE(h->state(id), TaskState::Expired);
            QCOMPARE(h->kind(id), ErrorKind::Expired);
            QCOMPARE(h->task(id).error->facts.first(), h->task(id).submittedAt.toString(Qt::ISODate));
            return;
        }
        if (ours) {
            QVERIFY(ends(id));
            QCOMPARE(h->state(id), TaskState::Failed);
        } else {
            // Only the service says that it has nothing any more: this machine's clock may be wrong.
            h->step = 10s;
            QVERIFY(!h->reaches(id, TaskState::Expired, 1h));
            QVERIFY(isSubmitted(h->state(id)));
        }
        QCOMPARE(h->kind(id), ErrorKind(kind));
        QCOMPARE(h->engine.submitCount, 1);

        // A retry of what may still be rendering asks for it, and does not buy it again.
        h->engine.polls.always = [] { return FakeEngine::succeeded(); };
        if (ours)
            QVERIFY(h->queue->retry(id));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 1);
    }

    void downloadNeverWorks_data() { everyKind(); }

    void downloadNeverWorks()
    {
        QFETCH(int, kind);
        h->engine.fetches.always = [=] { return failure(errorOf(ErrorKind(kind))); };
        const TaskId id = h->add();
        const Action once = actionFor(Stage::Downloading, errorOf(ErrorKind(kind)), 100);
        if (once.kind == Action::Kind::TryAgain) { // as long as it takes
            h->step = 10s;
            QVERIFY(!h->drive([&] { return isFinal(h->state(id)); }, 1h));
            h->engine.fetches.always = [] { return Result<void>(); };
            QVERIFY(h->reaches(id, TaskState::Done));
            QCOMPARE(h->engine.submitCount, 1);
            return;
        }
        QVERIFY(ends(id));
        QVERIFY(h->state(id) == TaskState::Failed || h->state(id) == TaskState::Expired);
        QCOMPARE(h->engine.submitCount, 1);
        QCOMPARE(h->store->takes()->size(), 0);
        if (h->state(id) == TaskState::Failed) {
            h->engine.fetches.always = [] { return Result<void>(); };
            QVERIFY(h->queue->retry(id));
            QCOMPARE(h->state(id), TaskState::Downloading);
            QVERIFY(h->reaches(id, TaskState::Done));
            QCOMPARE(h->engine.submitCount, 1); // the download only
            QCOMPARE(h->store->takes()->size(), 1);
        }
    }

    void theServiceEndsIt_data() { everyKind(); }

    void theServiceEndsIt()
    {
        QFETCH(int, kind);
        h->engine.polls.line = {FakeEngine::failed(ErrorKind(kind))};
        const TaskId id = h->add();
        QVERIFY(ends(id));
        QCOMPARE(h->state(id), TaskState::Failed);
        QCOMPARE(h->task(id).error->serviceCode, QStringLiteral("Code"));
        QCOMPARE(h->engine.pollCount, 1);
        // Failed is free; a retry is a fresh order.
        QVERIFY(h->queue->retry(id));
        QCOMPARE(h->state(id), TaskState::Waiting);
        QVERIFY(h->task(id).remoteId.isEmpty());
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 2);
        QCOMPARE(h->task(id).remoteId, QStringLiteral("remote-2"));
    }

    void conformFails()
    {
        h->media->readies.line = {failure(errorOf(ErrorKind::ClipTooShort))};
        const TaskId id = h->add();
        QVERIFY(ends(id));
        QCOMPARE(h->state(id), TaskState::Failed);
        QCOMPARE(h->kind(id), ErrorKind::ClipTooShort);
        QCOMPARE(h->accounts.calls, 0);
    }

    void noKeyNoUpload()
    {
        h->accounts.trouble = errorOf(ErrorKind::KeyMissing);
        const TaskId id = h->add();
        QVERIFY(ends(id));
        QCOMPARE(h->kind(id), ErrorKind::KeyMissing);
        QCOMPARE(h->engine.prepareCount, 0);
    }

    void aKeyLostWhileRenderingIsAskedForLater()
    {
        h->engine.polls.line = {FakeEngine::status(Phase::Rendering), failure(errorOf(ErrorKind::Offline))};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Rendering));
        h->accounts.trouble = errorOf(ErrorKind::KeyMissing);
        QVERIFY(ends(id));
        QCOMPARE(h->kind(id), ErrorKind::KeyMissing);
        h->accounts.trouble.reset();
        QVERIFY(h->queue->retry(id));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 1);
    }

    void troubleOnTheWayIsToldAndPasses()
    {
        h->engine.polls.line = {FakeEngine::status(Phase::Rendering), failure(errorOf(ErrorKind::Offline)),
                                failure(errorOf(ErrorKind::Offline)), FakeEngine::status(Phase::Rendering)};
        const TaskId id = h->add();
        QVERIFY(h->drive([&] { return h->kind(id) == ErrorKind::Offline; }));
        QCOMPARE(h->state(id), TaskState::Rendering);
        QVERIFY(h->drive([&] { return !h->kind(id); }));
        QVERIFY(h->reaches(id, TaskState::Done));
    }

    void aBusyServiceIsAskedAgainLater()
    {
        Error busy = errorOf(ErrorKind::RateLimited);
        busy.retryAfter = 20s;
        h->engine.submits.line = {failure(busy), failure(errorOf(ErrorKind::ServiceBusy))};
        const TaskId id = h->add();
        QVERIFY(h->drive([&] { return h->kind(id) == ErrorKind::RateLimited; }));
        h->clock.advance(19900ms);
        h->settle();
        QCOMPARE(h->engine.submitCount, 1);
        h->clock.advance(100ms);
        h->settle();
        QCOMPARE(h->engine.submitCount, 2);
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 3);
        QCOMPARE(h->engine.prepareCount, 1);
    }

    void anUploadThatIsGoneIsSentOnceMore()
    {
        h->engine.submits.line = {failure(errorOf(ErrorKind::UploadExpired))};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.prepareCount, 2);
        QCOMPARE(h->engine.submitCount, 2);
        QVERIFY(!h->states.contains(QStringLiteral("failed")));
    }

    void aSuccessWithoutAnIdIsUnclear()
    {
        h->engine.submits.line = {Submission{{}, QStringLiteral("req")}};
        const TaskId id = h->add();
        QVERIFY(ends(id));
        QCOMPARE(h->state(id), TaskState::Unclear);
        QCOMPARE(h->queue->retry(id).error().kind, ErrorKind::WrongState); // a plain retry does not spend
        QCOMPARE(h->engine.submitCount, 1);
        QVERIFY(h->queue->sendAgain(id));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 2);
    }

    void cancelledByTheService()
    {
        h->engine.polls.line = {FakeEngine::status(Phase::Cancelled)};
        const TaskId id = h->add();
        QVERIFY(ends(id));
        QCOMPARE(h->state(id), TaskState::Failed);
        QCOMPARE(h->kind(id), ErrorKind::CancelledByService);
    }

    void unknownIsTheEnd()
    {
        h->engine.polls.line = {FakeEngine::status(Phase::Unknown)};
        const TaskId id = h->add();
        QVERIFY(ends(id));
        QCOMPARE(h->state(id), TaskState::Expired);
        QCOMPARE(h->kind(id), ErrorKind::Expired);
        QCOMPARE(h->engine.pollCount, 1);
    }

    // What was ordered a moment ago may not be listed yet: a refusal that can mean that is not believed at
    // once.
    void aGuessIsNotTheEnd()
    {
        RemoteStatus guess = FakeEngine::status(Phase::Unknown);
        guess.isGuess = true;
        h->engine.polls.line = {guess, guess, guess, guess, guess};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 1);

        h->engine.polls.always = [guess] { return guess; };
        const TaskId other = h->add();
        QVERIFY(ends(other));
        QCOMPARE(h->state(other), TaskState::Expired);
    }

    void anAddressThatIsGoneIsAskedForAgainOnce()
    {
        h->engine.fetches.line = {failure(errorOf(ErrorKind::ResultGone))};
        RemoteStatus second = FakeEngine::succeeded();
        second.resultUrl = QStringLiteral("https://results/fresh.mp4");
        h->engine.polls.line = {FakeEngine::succeeded(), second};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.pollCount, 2);
        QCOMPARE(h->engine.fetchedUrls.last(), second.resultUrl);

        h->engine.fetches.always = [] { return failure(errorOf(ErrorKind::ResultGone)); };
        const TaskId other = h->add();
        QVERIFY(ends(other));
        QCOMPARE(h->state(other), TaskState::Expired);
        QCOMPARE(h->engine.pollCount, 4);
    }

    void aDownloadThatIsNoVideoIsFetchedAnew()
    {
        h->media->probes.line = {failure(ErrorKind::NotAVideo), failure(ErrorKind::FileDamaged),
                                 FakeMedia::clip(2), FakeMedia::clip(5)};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.fetchCount, 4);
        QCOMPARE(h->engine.submitCount, 1);
    }

    void aTakeThatDecodesBadlyIsFetchedOnceMore()
    {
        h->media->decodes.line = {failure(ErrorKind::FileDamaged)};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.fetchCount, 2);
        QVERIFY(!h->task(id).error);
    }

    void whatTheServiceMadeBadlyIsKept()
    {
        h->media->decodes.always = [] { return failure(ErrorKind::FileDamaged); };
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.fetchCount, 2);
        QCOMPARE(h->engine.submitCount, 1);
        QCOMPARE(h->kind(id), ErrorKind::TakeFaulty);
        QVERIFY(QFile::exists(h->store->take(h->task(id).take)->file));
    }

    void aMachineThatCannotTellTakesItAsItIs()
    {
        h->media->decodes.always = [] { return failure(ErrorKind::ToolMissing); };
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.fetchCount, 1);
        QVERIFY(!h->task(id).error);
    }

    void aDownloadThatIsNeverAVideoFails()
    {
        h->media->probes.always = [] { return failure(ErrorKind::NotAVideo); };
        const TaskId id = h->add();
        QVERIFY(ends(id));
        QCOMPARE(h->state(id), TaskState::Failed);
        QCOMPARE(h->kind(id), ErrorKind::ResultNotVideo);
        QCOMPARE(h->engine.fetchCount, 5);
        QVERIFY(QDir(h->paths.takesDir()).isEmpty(QDir::Files));
    }

    void aStoreThatRefusesHoldsEverythingUp_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("sent");
        QTest::newRow("before it is sent") << int(Stage::Uploading) << 0;
        QTest::newRow("before the id is kept") << int(Stage::Submitting) << 1;
        QTest::newRow("before the address is kept") << int(Stage::Polling) << 1;
        QTest::newRow("before the take is filed") << int(Stage::Downloading) << 1;
    }

    void aStoreThatRefusesHoldsEverythingUp()
    {
        QFETCH(int, stage);
        QFETCH(int, sent);
        const auto database = std::move(*Database::open(h->paths.database()));
        h->engine.held = {Stage(stage)};
        const TaskId id = h->add();
        QVERIFY(h->drive([&] { return h->engine.jobsAlive == 1; }));
        const TaskState before = h->state(id);
        QVERIFY(database->run(QStringLiteral("CREATE TRIGGER full BEFORE UPDATE ON task"
                                             " BEGIN SELECT RAISE(ABORT, 'no room'); END")));
        h->engine.release(Stage(stage));
        QVERIFY(h->drive([&] { return h->stalls.size() >= 3; }));
        QCOMPARE(h->stalls.first().kind, ErrorKind::StoreFailed);
        QCOMPARE(h->state(id), before);
        QCOMPARE(h->engine.submitCount, sent);
        QVERIFY(database->run(QStringLiteral("DROP TRIGGER full")));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 1);
        QCOMPARE(h->task(id).remoteId, QStringLiteral("remote-1"));
    }

    void aTaskThatWasRemovedElsewhereIsLetGo()
    {
        h->engine.held = {Stage::Uploading};
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Uploading));
        h->settle();
        QVERIFY(h->witness->removeTask(id));
        h->engine.release(Stage::Uploading);
        QVERIFY(h->drive([&] { return h->queue->activeCount() == 0; }));
        QCOMPARE(h->engine.submitCount, 0);
        QCOMPARE(h->stalls.value(0).kind, ErrorKind::NoSuchTask);
    }
};

QTEST_GUILESS_MAIN(TestQueueFaults)
#include "tst_queuefaults.moc"
