// SPDX-License-Identifier: GPL-3.0-or-later
// A library is built through the store, its database goes away, and what comes back is compared row by row.
#include "base/paths.h"
#include "store/backups.h"
#include "store/database.h"
#include "storevalues.h"

#include <QFile>
#include <QSqlRecord>

using namespace retake;

class TestRebuild : public QObject, private LibraryHouse
{
    Q_OBJECT

    // Every row of every table, but for the numbers of the log's lines and the queue's own memory. An address
    // without its signature counts as the same.
    QStringList rows() const
    {
        QStringList all;
        const auto database = std::move(Database::connect(file(), Database::Access::ReadOnly).value());
        for (const char *sql : {"SELECT * FROM clip ORDER BY id", "SELECT * FROM take ORDER BY id",
                                "SELECT task, at, state, cause, request_id FROM event ORDER BY task, at, id",
                                "SELECT * FROM task ORDER BY id"}) {
            auto query = database->run(QString::fromLatin1(sql));
            while (query->next()) {
                QStringList row;
                for (int i = 0; i < query->record().count(); ++i) {
                    QString text = query->value(i).toString();
                    if (query->record().fieldName(i) == u"result_url")
                        text = text.section(u'?', 0, 0);
                    row.append(text);
                }
                all.append(row.join(u'|'));
            }
        }
        return all;
    }

    void writeFile(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(paths().takesDir());
        QFile file(QString(paths().takesDir() + u'/' + name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a test file could not be written");
    }

private Q_SLOTS:

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>(dirForTests());
        open();
    }

    void cleanup()
    {
        m_store.reset();
        m_dir.reset();
    }

    void everyRowComesBack()
    {
        const ClipId cat = m_store->clipForFile(QStringLiteral("/films/猫.mp4"), noon).value().id;
        const ClipId dog = m_store->clipForFile(QStringLiteral("/films/dog.mp4"), noon.addSecs(1)).value().id;
        Task like = fullTask();
        like.order.clipId = cat;
        like.resultUrl.clear();
        TakeId parent;
        for (int state = int(TaskState::Submitting); state <= int(TaskState::Unclear); ++state) {
            if (state == int(TaskState::Done))
                continue;
            like.remoteId = QStringLiteral("remote-%1").arg(state);
            taskOnItsWay(*m_store, TaskState(state), like);
        }
        like.remoteId = QStringLiteral("remote-done");
        const Task first = taskOnItsWay(*m_store, TaskState::Downloading, like);
        parent = finish(first, cat);
        like.order.parent = parent;
        const Task second = taskOnItsWay(*m_store, TaskState::Downloading, like);
        const TakeId child = finish(second, cat, parent);
        like.order.clipId = dog;
        like.order.parent = {};
        const TakeId third = finish(taskOnItsWay(*m_store, TaskState::Downloading, like), dog);
        QVERIFY(m_store->setKept(child, true));
        QVERIFY(m_store->removeTask(second.id)); // its take stays
        const TakeId gone = finish(taskOnItsWay(*m_store, TaskState::Downloading, like), dog);
        QVERIFY(m_store->removeTake(gone));
        QVERIFY(third);

        const QStringList before = rows();
        QVERIFY(before.size() > 60);
        loseDatabase();
        QCOMPARE(m_store->openReport().outcome, OpenReport::Outcome::Rebuilt);
        QCOMPARE(m_store->openReport().takes, 3);
        QCOMPARE(rows(), before);
        QVERIFY(m_store->take(child).value().kept);
        QCOMPARE(m_store->take(child).value().parent, parent);
        loseDatabase(); // and again
        QCOMPARE(rows(), before);
    }

    void whatTheServiceHasGoesOn()
    {
        Task like = fullTask();
        like.error.reset();
        like.remoteId = QStringLiteral("remote-a");
        const Task queued = taskOnItsWay(*m_store, TaskState::Queued, like);
        const Task downloading = taskOnItsWay(*m_store, TaskState::Downloading, like);
        const Task submitting = taskOnItsWay(*m_store, TaskState::Submitting, like);
        loseDatabase();
        QCOMPARE(m_store->unendedTasks().value().size(), 3);
        QCOMPARE(m_store->task(queued.id).value().remoteId, QStringLiteral("remote-a"));
        QVERIFY(m_store->task(downloading.id).value().resultUrl.isEmpty()); // it is asked for anew
        const Task flown = m_store->task(submitting.id).value();
        QCOMPARE(flown.state, TaskState::Submitting);
        QVERIFY(!flown.error); // so that it becomes unclear, and is not sent again
    }

    void noNumberIsGivenTwice()
    {
        const Task first = taskOnItsWay(*m_store, TaskState::Downloading);
        const TakeId take = finish(first, {});
        const Task last = taskOnItsWay(*m_store, TaskState::Queued);
        QVERIFY(m_store->removeTask(m_store->insertTask(fullTask()).value().id)); // sent once, by its values
        QVERIFY(QDir().mkpath(QString(paths().workDir() + QStringLiteral("/57"))));
        loseDatabase();
        QCOMPARE(m_store->insertTask(fullTask()).value().id.value, 58);
        QVERIFY(finish(taskOnItsWay(*m_store, TaskState::Downloading), {}) > take);
        QVERIFY(m_store->task(last.id));
    }

    void aDamagedReceiptIsSkippedAndCounted()
    {
        const Task whole = taskOnItsWay(*m_store, TaskState::Queued);
        const Task torn = taskOnItsWay(*m_store, TaskState::Queued);
        const Task swapped = taskOnItsWay(*m_store, TaskState::Queued);
        m_store.reset();
        const QString folder = paths().receiptsDir();
        QVERIFY(QFile::resize(QString(folder + QStringLiteral("/task-%1.json").arg(torn.id.value)), 99));
        const QString name = folder + QStringLiteral("/task-%1.json");
        QVERIFY(QFile::rename(name.arg(swapped.id.value), name.arg(9)));
        QVERIFY(QFile::copy(name.arg(whole.id.value), QString(folder + QStringLiteral("/task-x.json"))));
        QVERIFY(QFile::remove(file()));
        open();
        QCOMPARE(m_store->openReport().tasks, 1);
        QCOMPARE(m_store->openReport().unreadable, 2);
        QCOMPARE(m_store->taskIds().value(), QList<TaskId>{whole.id});
        QCOMPARE(m_store->insertTask(fullTask()).value().id.value, 10); // theirs are taken
    }

    void aReceiptThatFitsNothingKeepsNoLibraryClosed()
    {
        const ClipId clip = m_store->clipForFile(QStringLiteral("/films/a.mp4"), noon).value().id;
        finish(taskOnItsWay(*m_store, TaskState::Downloading), clip);
        const Task copy = taskOnItsWay(*m_store, TaskState::Queued);
        m_store.reset();
        // Two takes with one number, and times that are none.
        QFile first(QString(paths().receiptsDir() + QStringLiteral("/task-1.json")));
        QVERIFY(first.open(QIODevice::ReadOnly));
        QByteArray bytes = first.readAll();
        bytes.replace("\"task\": 1", "\"task\": 7").replace("2026-11-01T", "at tea time");
        QFile seventh(QString(paths().receiptsDir() + QStringLiteral("/task-7.json")));
        QVERIFY(seventh.open(QIODevice::WriteOnly) && seventh.write(bytes) == bytes.size());
        seventh.close();
        QVERIFY(QFile::remove(file()));
        open();
        QCOMPARE(m_store->openReport().unreadable, 1);
        QCOMPARE(m_store->takes().value().size(), 1);
        QCOMPARE(m_store->takes().value().first().task, TaskId{1});
        QVERIFY(!m_store->task(TaskId{7}));
        QVERIFY(m_store->task(copy.id));
        QCOMPARE(m_store->events(TaskId{1}).value().size(), 8);
    }

    void aMovedLibraryFindsItsTakes()
    {
        const Task task = taskOnItsWay(*m_store, TaskState::Downloading);
        Task done = task;
        done.state = TaskState::Done;
        Take take = takeOf(done, {});
        take.file = QStringLiteral("/elsewhere/takes/snow-1.mp4");
        const TakeId id = m_store->finishTask(done, take).value();
        writeFile(QStringLiteral("snow-1.mp4"), "film");
        loseDatabase();
        QCOMPARE(m_store->take(id).value().file, QString(paths().takesDir() + u"/snow-1.mp4"));
    }

    void aBackupIsBroughtUpToDate()
    {
        const ClipId unused = m_store->clipForFile(QStringLiteral("/films/unused.mp4"), noon).value().id;
        Task waiting = fullTask();
        waiting.error.reset();
        waiting.submittedAt = {};
        waiting.remoteId.clear();
        const Task stays = m_store->insertTask(waiting).value();
        Task sent = m_store->insertTask(waiting).value();
        const Task cleared = taskOnItsWay(*m_store, TaskState::Cancelled);
        const TakeId thrown = finish(taskOnItsWay(*m_store, TaskState::Downloading), unused);
        QVERIFY(m_store->setSetting(QStringLiteral("paused"), QStringLiteral("1")));
        QVERIFY(keepLibrary(file(), noon));
        for (const TaskState state : {TaskState::Conforming, TaskState::Uploading, TaskState::Submitting}) {
            sent.state = state;
            sent.submittedAt = state == TaskState::Submitting ? noon : QDateTime();
            QVERIFY(m_store->updateTask(sent));
        }
        QVERIFY(m_store->removeTask(cleared.id));
        QVERIFY(m_store->removeTake(thrown));
        const Task later = taskOnItsWay(*m_store, TaskState::Rendering);

        const QStringList before = rows();
        loseDatabase();
        const OpenReport report = m_store->openReport();
        QCOMPARE(report.outcome, OpenReport::Outcome::Restored);
        QCOMPARE(report.backup, noon.date());
        QCOMPARE(report.tasks, 2);
        QCOMPARE(rows(), before);
        QCOMPARE(m_store->setting(QStringLiteral("paused")).value(), QStringLiteral("1"));
        QCOMPARE(m_store->task(stays.id).value().state, TaskState::Waiting);
        QCOMPARE(m_store->task(sent.id).value().state, TaskState::Submitting); // never sent a second time
        QCOMPARE(m_store->task(later.id).value().state, TaskState::Rendering);
        QVERIFY(!m_store->task(cleared.id));
    }

    void whatTheJournalLostComesFromTheReceipts()
    {
        Task task = taskOnItsWay(*m_store, TaskState::Submitting);
        task.error.reset();
        QVERIFY(m_store->updateTask(task));
        m_store.reset();
        QFile file(this->file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray old = file.readAll(); // as a disk that lies would have kept it
        file.close();
        open();
        task.state = TaskState::Queued;
        task.remoteId = QStringLiteral("remote-late");
        QVERIFY(m_store->updateTask(task));
        const Task second = taskOnItsWay(*m_store, TaskState::Queued);
        const QStringList before = rows();
        m_store.reset();
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(old) == old.size());
        file.close();
        open();
        QCOMPARE(m_store->openReport().outcome, OpenReport::Outcome::CaughtUp);
        QCOMPARE(m_store->openReport().tasks, 2);
        QCOMPARE(m_store->task(task.id).value().remoteId, QStringLiteral("remote-late"));
        QVERIFY(m_store->task(second.id));
        QCOMPARE(rows(), before);
    }
};

QTEST_GUILESS_MAIN(TestRebuild)
#include "tst_rebuild.moc"
