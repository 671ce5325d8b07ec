// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/filing.h"
#include "queuehouse.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace retake;
using namespace std::chrono_literals;
using Phase = RemoteStatus::Phase;

class TestQueueRecovery : public QObject
{
    Q_OBJECT

    std::unique_ptr<QueueHouse> h;
    int m_activeAtOnce = 0; // right after recover(): what settles may have ended already

    // The program ends at once and starts again.
    void crash()
    {
        h->close();
        h->engine.held.clear();
        h->states.clear();
        h->open();
        QVERIFY(h->queue->recover());
        m_activeAtOnce = h->queue->activeCount();
        h->settle();
    }

    // A task that stands in `state`, with whatever it waits for still on its way.
    TaskId taskIn(TaskState state)
    {
        switch (state) {
        case TaskState::Conforming:
            h->media->held = true;
            break;
        case TaskState::Uploading:
            h->engine.held = {Stage::Uploading};
            break;
        case TaskState::Submitting:
            h->engine.held = {Stage::Submitting};
            break;
        case TaskState::Rendering:
            h->engine.polls.line = {FakeEngine::status(Phase::Rendering)};
            break;
        default:
            h->engine.held = {Stage::Downloading};
        }
        const TaskId id = h->add();
        if (!h->reaches(id, state))
            qFatal("not reached");
        return id;
    }

private Q_SLOTS:

    void init() { h = std::make_unique<QueueHouse>(); }

    void cleanup()
    {
        QCOMPARE(h->faults, QStringList());
        h.reset();
    }

    void whatWasNotSentWaitsForAClick_data()
    {
        QTest::addColumn<int>("state");
        for (const TaskState state : {TaskState::Waiting, TaskState::Conforming, TaskState::Uploading})
            QTest::newRow(qPrintable(taskStateName(state))) << int(state);
    }

    void whatWasNotSentWaitsForAClick()
    {
        QFETCH(int, state);
        const TaskId id = taskIn(TaskState(state));
        crash();
        h->clock.advance(24h);
        h->settle();
        QCOMPARE(h->state(id), TaskState::Waiting);
        QCOMPARE(h->engine.submitCount, 0);
        QCOMPARE(h->queue->activeCount(), 0);
        QVERIFY(h->queue->waitsForClick(id));
        QVERIFY(h->queue->start(id));
        QVERIFY(!h->queue->waitsForClick(id));
        QVERIFY(h->queue->start(id)); // a second click changes nothing
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 1);
    }

    void allThatWaitMayBeStarted()
    {
        h->media->held = true;
        const TaskId first = h->add();
        const TaskId second = h->add();
        crash();
        h->queue->startAll();
        QVERIFY(h->reaches(first, TaskState::Done));
        QVERIFY(h->reaches(second, TaskState::Done));
    }

    void whatWaitsMayBeCancelled()
    {
        const TaskId id = taskIn(TaskState::Conforming);
        crash();
        QVERIFY(h->queue->cancel(id));
        QCOMPARE(h->state(id), TaskState::Cancelled);
        QCOMPARE(h->kind(id), ErrorKind::CancelledByPerson);
    }

    void whatMayHaveBeenSentIsUnclear()
    {
        const TaskId id = taskIn(TaskState::Submitting);
        QCOMPARE(h->engine.submitCount, 1);
        crash();
        QCOMPARE(h->state(id), TaskState::Unclear);
        QCOMPARE(h->kind(id), ErrorKind::Unclear);
        h->queue->startAll();
        QCOMPARE(h->queue->cancel(id).error().kind, ErrorKind::WrongState);
        QCOMPARE(h->queue->retry(id).error().kind, ErrorKind::WrongState);
        h->clock.advance(24h);
        h->settle();
        QCOMPARE(h->engine.submitCount, 1); // never again by itself
        QVERIFY(h->queue->sendAgain(id));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 2);
    }

    void whatWasRefusedInWordsIsNotUnclear()
    {
        h->engine.submits.line = {failure(errorOf(ErrorKind::RateLimited))};
        const TaskId id = h->add();
        QVERIFY(h->drive([&] { return h->kind(id) == ErrorKind::RateLimited; }));
        QCOMPARE(h->state(id), TaskState::Submitting);
        crash();
        QCOMPARE(h->state(id), TaskState::Failed);
        QCOMPARE(h->kind(id), ErrorKind::RateLimited);
        QCOMPARE(h->engine.submitCount, 1);
        QVERIFY(h->queue->retry(id));
        QVERIFY(h->reaches(id, TaskState::Done));
    }

    void whatTheDiskCouldNotTakeIsFetchedByItself()
    {
        h->engine.fetches.always = [] { return failure(errorOf(ErrorKind::DiskFull)); };
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Failed));
        QCOMPARE(h->kind(id), ErrorKind::DiskFull);
        const int tries = h->engine.fetchCount;
        QVERIFY(h->drive([&] { return h->engine.fetchCount == tries + 1; }));
        QVERIFY(h->reaches(id, TaskState::Failed));
        h->engine.fetches.always = [] { return Result<void>(); };
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 1);
    }

    void whatTheDiskCouldNotTakeIsFetchedAtTheNextStart()
    {
        h->engine.fetches.always = [] { return failure(errorOf(ErrorKind::NotWritable)); };
        const TaskId id = h->add();
        QVERIFY(h->reaches(id, TaskState::Failed));
        h->engine.fetches.always = [] { return Result<void>(); };
        crash();
        QVERIFY(h->reaches(id, TaskState::Done, 60s));
        QCOMPARE(h->engine.submitCount, 1);
    }

    void whatTheServiceHasGoesOn_data()
    {
        QTest::addColumn<int>("state");
        for (const TaskState state : {TaskState::Queued, TaskState::Rendering, TaskState::Downloading})
            QTest::newRow(qPrintable(taskStateName(state))) << int(state);
    }

    void whatTheServiceHasGoesOn()
    {
        QFETCH(int, state);
        const TaskId id = taskIn(TaskState(state));
        crash();
        QCOMPARE(m_activeAtOnce, 1);
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 1);
        QCOMPARE(h->store->takes()->size(), 1);
        for (const QString &asked : h->engine.polledIds)
            QCOMPARE(asked, QStringLiteral("remote-1"));
    }

    void theRestartAsksSoon()
    {
        const TaskId id = taskIn(TaskState::Queued);
        crash();
        const int before = h->engine.pollCount;
        h->clock.advance(200ms);
        h->settle();
        QCOMPARE(h->engine.pollCount, before + 1);
        QVERIFY(h->reaches(id, TaskState::Done));
    }

    void afterDaysItHasExpired()
    {
        const TaskId id = taskIn(TaskState::Rendering);
        h->clock.advance(1ms);
        h->close();
        h->clock.advance(72h);
        h->engine.polls.always = [] { return FakeEngine::status(Phase::Unknown); };
        crash();
        QVERIFY(h->reaches(id, TaskState::Expired));
        QCOMPARE(h->kind(id), ErrorKind::Expired);
    }

    void anOldAddressIsAskedForAfresh()
    {
        const TaskId id = taskIn(TaskState::Downloading);
        const int polled = h->engine.pollCount;
        h->engine.fetches.line = {failure(errorOf(ErrorKind::Offline))}; // a port where nobody is any more
        crash();
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.pollCount, polled + 1);
    }

    // What was sent is told in the recipe, though the file may have left the shelf by then; while the task's
    // own program runs, it does not.
    void theRecipeTellsWhatWasSentBeforeTheCrash()
    {
        const Shelf shelf(h->paths.shelfDir(), 0);
        const QString part = *shelf.part(QStringLiteral("c.mp4"));
        QFile file(part);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("sent");
        file.close();
        std::optional<Shelf::Hold> hold = *shelf.put(QStringLiteral("c.mp4"), part);
        const QString sent = hold->file();
        ReadyMedia ready{{sent, {}}, {}};
        ready.frameMap = *FrameMap::fromText(QStringLiteral("45+1x240"));
        ready.frameRate = {30000, 1001};
        ready.sha256 = QStringLiteral("abc");
        ready.held = *hold;
        h->media->readies.line = {ready};
        hold.reset();
        ready.held = {};
        const TaskId id = taskIn(TaskState::Rendering);
        shelf.sweep();
        QVERIFY(QFile::exists(sent));
        crash();
        shelf.sweep();
        QVERIFY(!QFile::exists(sent));
        QVERIFY(h->reaches(id, TaskState::Done));
        QFile recipe(h->store->take(h->task(id).take)->recipe);
        QVERIFY(recipe.open(QIODevice::ReadOnly));
        const auto clip = QJsonDocument::fromJson(recipe.readAll()).object()[u"clip"].toObject();
        QCOMPARE(clip[u"frame_map"].toString(), QStringLiteral("45+1x240"));
        QCOMPARE(clip[u"sent_frame_rate"].toString(), QStringLiteral("30000/1001"));
        QCOMPARE(clip[u"sent_sha256"].toString(), QStringLiteral("abc"));
    }

    void aTakeThatWasFiledIsNotFetchedAgain()
    {
        // The crash comes between the file and the row.
        const TaskId id = taskIn(TaskState::Downloading);
        const QString downloaded = h->dir.filePath(QStringLiteral("a.part"));
        QFile file(downloaded);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a take");
        file.close();
        const auto filed = fileTake({h->task(id), downloaded, h->paths.takesDir(), {}, h->clock.now()});
        QVERIFY(filed);
        const int fetched = h->engine.fetchCount;
        crash();
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.fetchCount, fetched);
        QCOMPARE(h->store->take(h->task(id).take)->file, filed->file);
        QCOMPARE(QDir(h->paths.takesDir()).entryList(QDir::Files).size(), 2);
    }

    void aModelThatIsGoneStillFetches()
    {
        const TaskId id = taskIn(TaskState::Rendering);
        h->close();
        h->catalogue = {};
        crash();
        QVERIFY(h->reaches(id, TaskState::Done));
    }

    void aModelThatIsGoneIsNotOrdered()
    {
        const TaskId id = taskIn(TaskState::Conforming);
        h->close();
        h->catalogue = {};
        crash();
        QCOMPARE(h->queue->start(id).error().kind, ErrorKind::UnknownModel);
        h->queue->startAll();
        QCOMPARE(h->queue->activeCount(), 0);
        QVERIFY(h->queue->cancel(id));
    }

    void aCancelWithoutRecoveryReachesTheService()
    {
        h->engine.polls.always = [] { return FakeEngine::status(Phase::Queued); };
        const TaskId id = taskIn(TaskState::Queued);
        h->close();
        h->open(); // another program, that leaves the others alone
        QVERIFY(h->queue->cancel(id));
        QVERIFY(h->reaches(id, TaskState::Cancelled));
        QCOMPARE(h->engine.cancelCount, 1);
    }

    void endedOnesAreLeftAlone()
    {
        const TaskId done = h->add();
        QVERIFY(h->reaches(done, TaskState::Done));
        h->engine.polls.line = {FakeEngine::failed(ErrorKind::Moderated)};
        const TaskId failed = h->add();
        QVERIFY(h->reaches(failed, TaskState::Failed));
        const auto before = h->store->events(done)->size() + h->store->events(failed)->size();
        crash();
        QCOMPARE(h->queue->activeCount(), 0);
        QVERIFY(h->states.isEmpty());
        QCOMPARE(h->store->events(done)->size() + h->store->events(failed)->size(), before);
    }
};

QTEST_GUILESS_MAIN(TestQueueRecovery)
#include "tst_queuerecovery.moc"
