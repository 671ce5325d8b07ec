// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/migrations.h"
#include "storevalues.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

class TestStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;

    QString file() const { return m_dir->filePath(QStringLiteral("retake.db")); }

    Task taskIn(TaskState state) { return taskOnItsWay(*m_store, state); }

private Q_SLOTS:

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>(dirForTests());
        auto opened = Store::open(file());
        QVERIFY(opened);
        m_store = std::move(*opened);
    }

    void cleanup()
    {
        m_store.reset();
        m_dir.reset();
    }

    void aTaskComesBackWhole()
    {
        const Task task = m_store->insertTask(fullTask()).value();
        QVERIFY(task.id);
        compareTasks(m_store->task(task.id).value(), task);
        Task changed = task;
        changed.state = TaskState::Conforming;
        changed.error.reset();
        changed.finishedAt = noon.addDays(1);
        QVERIFY(m_store->updateTask(changed));
        m_store.reset();
        m_store = std::move(Store::open(file()).value());
        compareTasks(m_store->task(task.id).value(), changed);
    }

    void anEmptyTaskIsATaskToo()
    {
        Task empty;
        empty.createdAt = noon;
        const Task task = m_store->insertTask(empty).value();
        compareTasks(m_store->task(task.id).value(), task);
    }

    void newestFirstAndIdsAreNotUsedTwice()
    {
        const TaskId first = m_store->insertTask(fullTask()).value().id;
        const TaskId second = m_store->insertTask(fullTask()).value().id;
        QCOMPARE(m_store->tasks().value().first().id, second);
        QVERIFY(m_store->removeTask(second));
        QVERIFY(m_store->insertTask(fullTask()).value().id > second);
        QCOMPARE(m_store->tasks().value().last().id, first);
        QCOMPARE(m_store->removeTask(second).error().kind, ErrorKind::NoSuchTask);
        QCOMPARE(m_store->task(second).error().kind, ErrorKind::NoSuchTask);
    }

    void onlyThePlansArrowsAreWritten_data()
    {
        QTest::addColumn<int>("from");
        for (int from = int(TaskState::Waiting); from <= int(TaskState::Done); ++from)
            QTest::newRow(qPrintable(taskStateName(TaskState(from)))) << from;
    }

    void onlyThePlansArrowsAreWritten()
    {
        QFETCH(int, from);
        for (int to = int(TaskState::Waiting); to <= int(TaskState::Unclear); ++to) {
            Task task = taskIn(TaskState(from));
            const auto logged = m_store->events(task.id).value().size();
            task.state = TaskState(to);
            const auto written = m_store->updateTask(task);
            QCOMPARE(written.has_value(), from == to || mayFollow(TaskState(from), TaskState(to)));
            QCOMPARE(m_store->events(task.id).value().size(), logged + (written && from != to ? 1 : 0));
            if (!written) {
                QCOMPARE(written.error().kind, ErrorKind::WrongState);
                QCOMPARE(written.error().facts.value(1), taskStateName(TaskState(from)));
                QCOMPARE(m_store->task(task.id).value().state, TaskState(from));
            }
        }
    }

    void aRequestThatFliesIsNotSentTwice()
    {
        Task task = taskIn(TaskState::Submitting);
        task.error.reset();
        QVERIFY(m_store->updateTask(task)); // the refusal beside it is gone: from now on a request flies
        QCOMPARE(m_store->updateTask(task).error().kind, ErrorKind::WrongState);
        task.error = Error{ErrorKind::RateLimited, {}, {}, {}, {}, 429, {}};
        QVERIFY(m_store->updateTask(task)); // refused in words: nothing was started
        task.error.reset();
        QVERIFY(m_store->updateTask(task));
    }

    void waitingOnesStandByTheirPlaces()
    {
        QList<Task> line;
        for (int i = 0; i < 3; ++i) {
            Task task = fullTask();
            task.position = 0;
            line.append(m_store->insertTask(task).value());
        }
        QCOMPARE(line[2].position, line[1].position + 1);
        QCOMPARE(m_store->lastPosition().value(), line[2].position);
        QVERIFY(m_store->setPositions({{line[0].id, line[2].position}, {line[2].id, line[0].position}}));
        taskIn(TaskState::Done);
        QList<TaskId> ids;
        const auto unended = m_store->unendedTasks();
        for (const Task &task : *unended)
            ids.append(task.id);
        QCOMPARE(ids, (QList<TaskId>{line[2].id, line[1].id, line[0].id}));
        QCOMPARE(m_store->tasksIn(TaskState::Done).value().size(), 1);
        QCOMPARE(m_store->taskIds().value().size(), 4);
        QCOMPARE(m_store->setPositions({{line[1].id, 77}, {TaskId{999}, 78}}).error().kind,
                 ErrorKind::NoSuchTask);
        QCOMPARE(m_store->task(line[1].id).value().position, line[1].position); // all or none
        QVERIFY(m_store->removeTasks(ids));
        QCOMPARE(m_store->taskIds().value().size(), 1);
    }

    void aTaskIsFoundByItsNumberAtTheService()
    {
        const Task task = m_store->insertTask(fullTask()).value();
        QCOMPARE(m_store->taskByRemoteId(task.remoteId).value()->id, task.id);
        QVERIFY(!m_store->taskByRemoteId(QStringLiteral("another")).value());
        QVERIFY(!m_store->taskByRemoteId({}).value());
    }

    void whatAnotherProgramWritesIsNews()
    {
        auto other = Store::open(file()).value();
        (void)m_store->changedElsewhere();
        const auto before = m_store->newsSince(0).value();
        QVERIFY(!m_store->changedElsewhere().value());
        const Task task = other->insertTask(fullTask()).value();
        QVERIFY(m_store->changedElsewhere().value());
        const auto news = m_store->newsSince(before.lastEvent).value();
        QCOMPARE(news.tasks, QList<TaskId>{task.id});
        QVERIFY(m_store->newsSince(news.lastEvent).value().tasks.isEmpty());
        QVERIFY(m_store->insertTask(fullTask()));
        QVERIFY(!m_store->changedElsewhere().value()); // its own writing is none
    }

    void theQueueRemembers()
    {
        QCOMPARE(m_store->setting(QStringLiteral("paused")).value(), QString());
        QVERIFY(m_store->setSetting(QStringLiteral("paused"), QStringLiteral("1")));
        QVERIFY(m_store->setSetting(QStringLiteral("paused"), {}));
        QCOMPARE(m_store->setting(QStringLiteral("paused")).value(), QString());
    }

    void theLogTellsTheWayAndOutlivesTheTask()
    {
        Task plain = fullTask();
        plain.error.reset();
        Task task = m_store->insertTask(plain).value();
        task.state = TaskState::Conforming;
        task.changedAt = noon.addSecs(1);
        QVERIFY(m_store->updateTask(task));
        task.state = TaskState::Failed;
        task.error = Error{ErrorKind::Moderated, {}, {}, {}, QStringLiteral("request-9"), 400, {}};
        task.changedAt = noon.addSecs(2);
        QVERIFY(m_store->updateTask(task));
        QVERIFY(m_store->removeTask(task.id));

        const auto log = m_store->events(task.id).value();
        QCOMPARE(log.size(), 3);
        QCOMPARE(log[0].state, TaskState::Waiting);
        QCOMPARE(log[1].state, TaskState::Conforming);
        QVERIFY(log[1].cause.isEmpty());
        QCOMPARE(log[2].state, TaskState::Failed);
        QCOMPARE(log[2].cause, QStringLiteral("Moderated"));
        QCOMPARE(log[2].requestId, QStringLiteral("request-9"));
        QCOMPARE(log[2].at, noon.addSecs(2));
    }

    void theLogIsOnlyAddedTo()
    {
        m_store->insertTask(fullTask()).value();
        const auto database = std::move(Database::open(file()).value());
        QVERIFY(!database->run(QStringLiteral("DELETE FROM event")));
        QVERIFY(!database->run(QStringLiteral("UPDATE event SET state='done'")));
    }

    void finishingIsOneTransaction()
    {
        const ClipId clip = m_store->clipForFile(QStringLiteral("/films/猫.mp4"), noon).value().id;
        Task task = taskIn(TaskState::Downloading);
        task.state = TaskState::Done;
        const TakeId id = m_store->finishTask(task, takeOf(task, clip)).value();
        QCOMPARE(m_store->task(task.id).value().take, id);
        QCOMPARE(m_store->task(task.id).value().state, TaskState::Done);
        const Take take = m_store->take(id).value();
        QCOMPARE(take.task, task.id);
        QCOMPARE(take.size, QSize(1280, 720));
        QCOMPARE(take.duration, Microseconds(5020000));
        QCOMPARE(take.createdAt, noon);
        QVERIFY(!take.kept);

        // Neither half is written when one of them may not be.
        Task early = taskIn(TaskState::Queued);
        early.state = TaskState::Done;
        QCOMPARE(m_store->finishTask(early, takeOf(early, clip)).error().kind, ErrorKind::WrongState);
        QCOMPARE(m_store->takes().value().size(), 1);
        Task stranger = taskIn(TaskState::Downloading);
        stranger.state = TaskState::Done;
        QVERIFY(!m_store->finishTask(stranger, takeOf(stranger, ClipId{99}))); // no such clip
        QCOMPARE(m_store->task(stranger.id).value().state, TaskState::Downloading);
    }

    void takesAreKeptAndRemoved()
    {
        const ClipId clip = m_store->clipForFile(QStringLiteral("/films/a.mp4"), noon).value().id;
        Task first = taskIn(TaskState::Downloading);
        first.state = TaskState::Done;
        const TakeId parent = m_store->finishTask(first, takeOf(first, clip)).value();
        Task second = taskIn(TaskState::Downloading);
        second.state = TaskState::Done;
        Take grandchild = takeOf(second, clip);
        grandchild.parent = parent;
        const TakeId child = m_store->finishTask(second, grandchild).value();

        QVERIFY(m_store->setKept(child, true));
        QVERIFY(m_store->take(child).value().kept);
        QCOMPARE(m_store->takes(clip).value().first().id, parent);
        QCOMPARE(m_store->takes(ClipId{clip.value + 1}).value().size(), 0);
        QVERIFY(m_store->removeTake(parent));
        QCOMPARE(m_store->takes(clip).value().size(), 1);
        QVERIFY(!m_store->take(child).value().parent);
        QVERIFY(!m_store->task(first.id).value().take);
        QVERIFY(!m_store->setKept(parent, true));
    }

    void aClipIsFoundAgain()
    {
        const Clip clip = m_store->clipForFile(QStringLiteral("/films/a.mp4"), noon).value();
        const Clip again = m_store->clipForFile(QStringLiteral("/films/a.mp4"), noon.addDays(1)).value();
        QCOMPARE(again.id, clip.id);
        QCOMPARE(again.addedAt, noon);
        m_store->clipForFile(QStringLiteral("/films/b.mp4"), noon).value();
        QCOMPARE(m_store->clips().value().size(), 2);
    }

    void aSecondConnectionSeesWhatIsWritten()
    {
        const Task task = m_store->insertTask(fullTask()).value();
        const auto second = std::move(Store::open(file()).value());
        compareTasks(second->task(task.id).value(), task);
    }

    void aStoreOfTheFirstVersionIsCarriedOver()
    {
        const QString old = m_dir->filePath(QStringLiteral("first.db"));
        makeOldLibrary(old, 1, 1);
        const auto opened = Store::open(old);
        QVERIFY(opened);
        QCOMPARE((*opened)->schemaVersion(), int(migrations().size()));
        const Task task = (*opened)->tasks().value().first();
        QCOMPARE(task.changes, QStringList{QStringLiteral("cut")});
        QVERIFY(task.referenceChanges.isEmpty());
        QCOMPARE(task.order.references, QList<Reference>{QStringLiteral("/a.png")});
    }

    void noFolderNoStore()
    {
        const QString nowhere = m_dir->filePath(QStringLiteral("gone/retake.db"));
        QCOMPARE(Store::open(nowhere).error().kind, ErrorKind::NotWritable);
    }

    void noConnectionIsLeftBehind()
    {
        const auto before = QSqlDatabase::connectionNames().size();
        std::move(Store::open(file()).value()).reset();
        QCOMPARE(QSqlDatabase::connectionNames().size(), before);
        (void)Store::open(m_dir->filePath(QStringLiteral("gone/retake.db")));
        QCOMPARE(QSqlDatabase::connectionNames().size(), before);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
