// SPDX-License-Identifier: GPL-3.0-or-later
// A task of the service that another program made comes into the library.
#include "queuehouse.h"

using namespace retake;
using namespace std::chrono_literals;
using Phase = RemoteStatus::Phase;

class TestQueueImport : public QObject
{
    Q_OBJECT

    std::unique_ptr<QueueHouse> h;

    Result<TaskId> import(const char *id, const TaskQueue::RemoteOrigin &origin = {})
    {
        return h->queue->importTask(QStringLiteral("practice"), {}, QString::fromLatin1(id), origin);
    }

private Q_SLOTS:

    void init() { h = std::make_unique<QueueHouse>(); }

    void cleanup()
    {
        QCOMPARE(h->faults, QStringList());
        h.reset();
    }

    void theTakeArrivesWithItsPrompt()
    {
        RemoteStatus running = FakeEngine::status(Phase::Rendering);
        running.originalPrompt = QStringLiteral("A fox runs by");
        h->engine.polls.line = {FakeEngine::status(Phase::Queued), running};
        const auto id = import(" r1 ");
        QVERIFY(id);
        QCOMPARE(h->state(*id), TaskState::Queued);
        QCOMPARE(h->task(*id).remoteId, QStringLiteral("r1"));
        QCOMPARE(h->task(*id).order.model, QStringLiteral("wan2.7-videoedit"));
        QVERIFY(h->reaches(*id, TaskState::Rendering));
        QCOMPARE(h->task(*id).order.prompt, QStringLiteral("A fox runs by"));
        QVERIFY(h->reaches(*id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 0);
        QCOMPARE(h->engine.prepareCount, 0);
        const Take take = *h->store->take(h->task(*id).take);
        QCOMPARE(take.title, QStringLiteral("A fox runs by"));
        QVERIFY(!take.clip);
        QVERIFY(QFile::exists(take.file));
        QVERIFY(QFile::exists(take.recipe));
        // It can be opened as a clip of its own; no row without a file was made for a clip it never had.
        const auto clips = h->store->clips();
        QCOMPARE(clips->size(), 1);
        QCOMPARE(clips->constFirst().file, take.file);
    }

    void thePromptMayComeWithTheResult()
    {
        h->engine.polls.always = [] { return FakeEngine::succeededWith(QStringLiteral("A fox")); };
        const auto id = import("r1");
        QVERIFY(h->reaches(*id, TaskState::Done));
        QCOMPARE(h->task(*id).order.prompt, QStringLiteral("A fox"));
    }

    void aRestartGoesOn()
    {
        h->engine.polls.always = [] { return FakeEngine::status(Phase::Queued); };
        const auto id = import("r1");
        h->settle();
        h->close();
        h->engine.polls.always = [] { return FakeEngine::succeeded(); };
        h->open();
        QVERIFY(h->queue->recover());
        QVERIFY(h->reaches(*id, TaskState::Done));
    }

    void theModelIsTheOneTold()
    {
        const auto id = h->queue->importTask(QStringLiteral("practice"), QStringLiteral("wan3.0-video"),
                                             QStringLiteral("r1"));
        QCOMPARE(h->task(*id).order.model, QStringLiteral("wan3.0-video"));
        QVERIFY(h->reaches(*id, TaskState::Done));
    }

    void ends_data()
    {
        QTest::addColumn<int>("phase");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("kind");
        QTest::newRow("unknown") << int(Phase::Unknown) << int(TaskState::Expired) << int(ErrorKind::Expired);
        QTest::newRow("failed") << int(Phase::Failed) << int(TaskState::Failed) << int(ErrorKind::TaskFailed);
        QTest::newRow("cancelled") << int(Phase::Cancelled) << int(TaskState::Failed)
                                   << int(ErrorKind::CancelledByService);
    }

    void ends()
    {
        QFETCH(int, phase);
        QFETCH(int, state);
        QFETCH(int, kind);
        h->engine.polls.always = [phase] { return FakeEngine::status(Phase(phase)); };
        const auto id = import("r1");
        QVERIFY(h->reaches(*id, TaskState(state)));
        QCOMPARE(h->kind(*id), ErrorKind(kind));
        // There is no order to begin anew with.
        QCOMPARE(h->queue->retry(*id).error().kind, ErrorKind::WrongState);
        QCOMPARE(h->engine.submitCount, 0);
    }

    void aKnownTaskIsRefusedWithItsNumber()
    {
        const TaskId known = h->add();
        QVERIFY(h->reaches(known, TaskState::Done));
        const auto again = import("remote-1");
        QCOMPARE(again.error().kind, ErrorKind::TaskKnown);
        QCOMPARE(again.error().facts, QStringList(QString::number(known.value)));
        QCOMPARE(h->rows().size(), 1);
    }

    void whatIsNoIdIsRefused_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("empty") << "";
        QTest::newRow("blank") << "  ";
        QTest::newRow("words") << "make it snow";
        QTest::newRow("path") << "a/../b";
        QTest::newRow("query") << "a?b=c";
        QTest::newRow("endless") << QString(200, u'a');
        QTest::newRow("not ascii") << QStringLiteral("任务");
    }

    void whatIsNoIdIsRefused()
    {
        QFETCH(QString, id);
        const auto refused = h->queue->importTask(QStringLiteral("practice"), {}, id);
        QCOMPARE(refused.error().kind, ErrorKind::BadParameter);
        QVERIFY(h->rows().isEmpty());
    }

    void anUnclearTaskTakesItIn()
    {
        h->engine.submits.line = {failure(errorOf(ErrorKind::Unclear))};
        const TaskId unclear = h->add();
        QVERIFY(h->reaches(unclear, TaskState::Unclear));
        h->settle();
        const auto id = import("r1", {QStringLiteral("Make it snow"), {}});
        QVERIFY(id);
        QCOMPARE(*id, unclear);
        QVERIFY(h->reaches(unclear, TaskState::Done));
        QCOMPARE(h->task(unclear).remoteId, QStringLiteral("r1"));
        QVERIFY(!h->task(unclear).order.clip.isEmpty());
        QCOMPARE(h->rows().size(), 1);
    }

    void anotherPromptIsATaskOfItsOwn()
    {
        h->engine.submits.line = {failure(errorOf(ErrorKind::Unclear))};
        const TaskId unclear = h->add();
        QVERIFY(h->reaches(unclear, TaskState::Unclear));
        h->settle();
        const auto id = import("r1", {QStringLiteral("A fox"), {}});
        QVERIFY(*id != unclear);
        QCOMPARE(h->state(unclear), TaskState::Unclear);
        QCOMPARE(h->task(*id).order.prompt, QStringLiteral("A fox"));
    }
};

QTEST_GUILESS_MAIN(TestQueueImport)
#include "tst_queueimport.moc"
