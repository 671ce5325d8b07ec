// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queuehouse.h"
#include "session/remotetasks.h"

#include <QSignalSpy>

using namespace retake;
using namespace std::chrono_literals;
using Phase = RemoteStatus::Phase;

class TestRemoteTasks : public QObject
{
    Q_OBJECT

    std::unique_ptr<QueueHouse> h;
    std::unique_ptr<RemoteTasks> m_tasks;
    QList<Result<TaskId>> m_imported;

    static QString account() { return QStringLiteral("practice"); }

    void serviceHas(const QList<RemoteTask> &rows)
    {
        h->engine.lists.always = [rows] { return rows; };
    }

    void says(const char *id, const RemoteStatus &status)
    {
        h->engine.statuses.insert(QString::fromLatin1(id), status);
    }

    RemoteTask row(const char *id, int secondsAgo) const
    {
        return FakeEngine::row(QString::fromLatin1(id), h->clock.now().addSecs(-secondsAgo));
    }

    bool becomes(RemoteTasks::State state)
    {
        return h->drive([&] { return m_tasks->state() == state; }, 1min);
    }

    bool isAnswered()
    {
        return h->drive([&] { return !m_imported.isEmpty(); }, 1min);
    }

private Q_SLOTS:

    void init()
    {
        h = std::make_unique<QueueHouse>();
        h->step = 50ms;
        m_imported.clear();
        m_tasks = std::make_unique<RemoteTasks>(*h->store, *h->queue, h->accounts, h->catalogue);
        connect(m_tasks.get(), &RemoteTasks::imported, this,
                [this](const Result<TaskId> &task) { m_imported.append(task); });
    }

    void cleanup()
    {
        m_tasks.reset();
        h.reset();
    }

    void theTasksAreListedAndAskedFor()
    {
        says("old", FakeEngine::succeededWith(QStringLiteral("A fox")));
        says("new", FakeEngine::status(Phase::Rendering));
        serviceHas({row("old", 3600), row("new", 60)});
        QCOMPARE(m_tasks->state(), RemoteTasks::State::Idle);
        QSignalSpy changed(m_tasks.get(), &RemoteTasks::rowChanged);
        m_tasks->load(account());
        QCOMPARE(m_tasks->state(), RemoteTasks::State::Listing);
        QVERIFY(becomes(RemoteTasks::State::Asking));
        QCOMPARE(m_tasks->rows().size(), 2);
        QVERIFY(becomes(RemoteTasks::State::Ready));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(m_tasks->rows()[0].task.remoteId, QStringLiteral("new"));
        QCOMPARE(m_tasks->rows()[0].phase, Phase::Rendering);
        QVERIFY(!m_tasks->rows()[0].prompt);
        QCOMPARE(m_tasks->rows()[1].prompt, std::optional(QStringLiteral("A fox")));
        QVERIFY(!m_tasks->rows()[1].known);
    }

    void whatTheLibraryHasIsKnownAndNotAskedFor()
    {
        const TaskId known = h->add();
        QVERIFY(h->reaches(known, TaskState::Done));
        serviceHas({row("remote-1", 60)});
        const int asked = h->engine.pollCount;
        m_tasks->load(account());
        QVERIFY(becomes(RemoteTasks::State::Ready));
        QCOMPARE(m_tasks->rows()[0].known, known);
        QCOMPARE(m_tasks->rows()[0].prompt, std::optional(QStringLiteral("Make it snow")));
        QCOMPARE(h->engine.pollCount, asked);
    }

    void manyAreAskedForAtTheServicesPace()
    {
        QList<RemoteTask> rows;
        for (int i = 0; i < 100; ++i) {
            const QByteArray id = "r" + QByteArray::number(i);
            says(id.constData(), FakeEngine::succeededWith(QString::number(i)));
            rows.append(row(id.constData(), i));
        }
        serviceHas(rows);
        const QDateTime start = h->clock.now();
        m_tasks->load(account());
        QVERIFY(becomes(RemoteTasks::State::Ready));
        QCOMPARE(h->engine.pollCount, 100);
        QVERIFY(start.msecsTo(h->clock.now()) >= 5000); // twenty a second
    }

    void failuresAreTold()
    {
        h->engine.lists.line = {failure(errorOf(ErrorKind::Offline))};
        m_tasks->load(account());
        QVERIFY(becomes(RemoteTasks::State::Failed));
        QCOMPARE(m_tasks->error()->kind, ErrorKind::Offline);
        m_tasks->load(account());
        QVERIFY(becomes(RemoteTasks::State::Ready));
        QVERIFY(!m_tasks->error());
        h->accounts.trouble = errorOf(ErrorKind::KeyMissing);
        m_tasks->load(account());
        QVERIFY(becomes(RemoteTasks::State::Failed));
        QCOMPARE(m_tasks->error()->kind, ErrorKind::KeyMissing);
    }

    void aQueryThatFailsLeavesTheRow()
    {
        h->engine.polls.always = [] { return failure(errorOf(ErrorKind::RateLimited)); };
        h->engine.onPoll = {};
        serviceHas({row("r1", 60)});
        m_tasks->load(account());
        QVERIFY(becomes(RemoteTasks::State::Ready));
        QVERIFY(!m_tasks->rows()[0].prompt);
    }

    void aListedTaskIsImportedAsItIsKnown()
    {
        says("r1", FakeEngine::succeededWith(QStringLiteral("A fox")));
        serviceHas({row("r1", 3600)});
        m_tasks->load(account());
        QVERIFY(becomes(RemoteTasks::State::Ready));
        m_tasks->import(account(), QStringLiteral("r1"));
        QVERIFY(m_imported.isEmpty()); // not inside the call
        QVERIFY(isAnswered());
        const Task task = h->task(*m_imported.constFirst());
        QCOMPARE(task.order.prompt, QStringLiteral("A fox"));
        QCOMPARE(task.submittedAt, m_tasks->rows()[0].task.startTime); // by which it expires
        QVERIFY(h->reaches(task.id, TaskState::Done));
    }

    void aNumberByHandIsLookedUp()
    {
        says("r1", FakeEngine::succeededWith(QStringLiteral("A fox")));
        RemoteTask other = row("r1", 60);
        other.model = QStringLiteral("wan3.0-video");
        serviceHas({other});
        m_tasks->import(account(), QStringLiteral(" r1 "));
        QVERIFY(isAnswered());
        const Task task = h->task(*m_imported.constFirst());
        QCOMPARE(task.order.model, QStringLiteral("wan3.0-video"));
        QCOMPARE(task.order.prompt, QStringLiteral("A fox"));
    }

    void aNumberThatIsNotListedIsTriedAllTheSame()
    {
        h->engine.lists.always = [] { return failure(errorOf(ErrorKind::ServiceFailed)); };
        says("r1", FakeEngine::succeeded());
        m_tasks->import(account(), QStringLiteral("r1"));
        QVERIFY(isAnswered());
        QVERIFY(m_imported.constFirst());
        QVERIFY(h->reaches(*m_imported.constFirst(), TaskState::Done));
    }

    void whatIsNoNumberIsRefused()
    {
        m_tasks->import(account(), QStringLiteral("  "));
        QVERIFY(isAnswered());
        QCOMPARE(m_imported.constFirst().error().kind, ErrorKind::BadParameter);
        QCOMPARE(h->engine.listCount, 0);
    }

    void anUnclearTaskTakesItIn()
    {
        h->engine.submits.line = {failure(errorOf(ErrorKind::Unclear))};
        const TaskId unclear = h->add();
        QVERIFY(h->reaches(unclear, TaskState::Unclear));
        says("r1", FakeEngine::succeededWith(QStringLiteral("Make it snow")));
        m_tasks->import(account(), QStringLiteral("r1"), QStringLiteral("wan2.7-videoedit"));
        QVERIFY(isAnswered());
        QCOMPARE(*m_imported.constFirst(), unclear);
        QVERIFY(h->reaches(unclear, TaskState::Done));
        QCOMPARE(h->rows().size(), 1);
    }

    void aServiceThatKeepsNoListSaysSo()
    {
        h->engine.keepsList = false;
        m_tasks->load(QStringLiteral("practice-bigmodel"));
        QVERIFY(becomes(RemoteTasks::State::Failed));
        QCOMPARE(m_tasks->error()->kind, ErrorKind::NoTaskList);
        QCOMPARE(h->engine.listCount, 0);
    }

    void aNumberOfItIsImportedAllTheSame()
    {
        h->engine.keepsList = false;
        m_tasks->import(QStringLiteral("practice-bigmodel"), QStringLiteral("20260818102501"));
        QVERIFY(isAnswered());
        QVERIFY(m_imported.constFirst());
        const TaskId id = *m_imported.constFirst();
        QCOMPARE(h->task(id).order.model, QStringLiteral("cogvideox-3"));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.listCount, 0);
    }

    void aNewLoadDropsTheOld()
    {
        serviceHas({row("r1", 60)});
        says("r1", FakeEngine::succeededWith(QStringLiteral("A fox")));
        m_tasks->load(account());
        QVERIFY(becomes(RemoteTasks::State::Asking));
        m_tasks->load(account());
        QVERIFY(m_tasks->rows().isEmpty());
        QVERIFY(becomes(RemoteTasks::State::Ready));
        QCOMPARE(m_tasks->rows().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRemoteTasks)
#include "tst_remotetasks.moc"
