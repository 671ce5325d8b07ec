// SPDX-License-Identifier: GPL-3.0-or-later
// A library is built through the store, its database goes away, and what comes back is compared row by row.
#include "base/paths.h"
#include "store/backups.h"
#include "store/database.h"
#include "storevalues.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlRecord>

using namespace retake;

class TestRebuild : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;

    QString file() const { return m_dir->filePath(QStringLiteral("retake.db")); }

    Paths paths() const { return Paths(m_dir->path()); }

    void open()
    {
        auto opened = Store::open(file());
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().serviceMessage));
        m_store = std::move(*opened);
    }

    void loseDatabase()
    {
        m_store.reset();
        QVERIFY(QFile::remove(file()));
        open();
    }

    TakeId finish(Task task, ClipId clip, TakeId parent = {}, const QString &name = QStringLiteral("snow"))
    {
        task.state = TaskState::Done;
        task.finishedAt = noon.addSecs(task.id.value);
        Take take = takeOf(task, clip);
        take.parent = parent;
        take.file = paths().takesDir() + u'/' + name + QStringLiteral("-%1.mp4").arg(task.id.value);
        take.recipe = QString(take.file).replace(QStringLiteral(".mp4"), QStringLiteral(".json"));
        take.createdAt = noon.addSecs(task.id.value);
        return m_store->finishTask(task, take).value();
    }

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

    QByteArray recipe(int task, const QString &clip, const QString &prompt, const QDateTime &finished) const
    {
        const QJsonObject json{
            {QStringLiteral("format"), 1},
            {QStringLiteral("task"), task},
            {QStringLiteral("account"), QStringLiteral("practice")},
            {QStringLiteral("model"), QStringLiteral("wan2.7-videoedit")},
            {QStringLiteral("prompt"), prompt},
            {QStringLiteral("parameters"), QJsonObject{{QStringLiteral("seed"), 3}}},
            {QStringLiteral("clip"), QJsonObject{{QStringLiteral("file"), clip},
                                                 {QStringLiteral("changes"), QJsonArray{}},
                                                 {QStringLiteral("trim_in_us"), 5},
                                                 {QStringLiteral("trim_out_us"), 9}}},
            {QStringLiteral("references"), QJsonArray{QStringLiteral("/a.png")}},
            {QStringLiteral("remote_id"), QStringLiteral("remote-%1").arg(task)},
            {QStringLiteral("request_id"), QStringLiteral("request-%1").arg(task)},
            {QStringLiteral("usage"), QJsonObject{{QStringLiteral("output_video_duration"), 5.5}}},
            {QStringLiteral("submitted_at"), QStringLiteral("2026-11-01T12:00:00.000Z")},
            {QStringLiteral("finished_at"), finished.toString(Qt::ISODateWithMs)}};
        return QJsonDocument(json).toJson();
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

    void takesOfOlderLibrariesComeFromTheirRecipes()
    {
        m_store.reset();
        QVERIFY(QFile::remove(file()));
        QVERIFY(QDir().mkpath(paths().takesDir()));
        const QString first = paths().takesDir() + u"/snow-4.mp4";
        writeFile(QStringLiteral("snow-4.mp4"), "film");
        writeFile(QStringLiteral("snow-4.json"),
                  recipe(4, QStringLiteral("/films/猫.mp4"), QStringLiteral("snow"), noon));
        writeFile(QStringLiteral("rain-6.mp4"), "film");
        writeFile(QStringLiteral("rain-6.json"), recipe(6, first, QStringLiteral("rain"), noon.addSecs(5)));
        writeFile(QStringLiteral("gone-7.json"), recipe(7, first, QStringLiteral("gone"), noon)); // no film
        writeFile(QStringLiteral("torn-8.mp4"), "film");
        writeFile(QStringLiteral("torn-8.json"), "{\"task\": 8");
        writeFile(QStringLiteral("notes.json"), "{\"mine\": true}");
        open();
        QCOMPARE(m_store->openReport().outcome, OpenReport::Outcome::Rebuilt);
        QCOMPARE(m_store->openReport().takes, 2);
        QCOMPARE(m_store->openReport().unreadable, 1);
        const QList<Take> takes = m_store->takes().value();
        QCOMPARE(takes.size(), 2);
        QCOMPARE(takes[0].task, TaskId{4});
        QCOMPARE(takes[0].title, QStringLiteral("snow"));
        QCOMPARE(takes[0].file, first);
        QCOMPARE(takes[0].duration, Microseconds(5500000));
        QCOMPARE(takes[0].createdAt, noon);
        QCOMPARE(takes[1].parent, takes[0].id);
        QCOMPARE(takes[1].clip, takes[0].clip);
        QCOMPARE(m_store->clips().value().size(), 1);
        QCOMPARE(m_store->clips().value().first().file, QStringLiteral("/films/猫.mp4"));
        const Task task = m_store->task(TaskId{4}).value();
        QCOMPARE(task.state, TaskState::Done);
        QCOMPARE(task.take, takes[0].id);
        QCOMPARE(task.remoteId, QStringLiteral("remote-4"));
        QCOMPARE(task.order.prompt, QStringLiteral("snow"));
        QCOMPARE(task.order.trim, (std::optional<Trim>(Trim{Microseconds(5), Microseconds(9)})));
        QCOMPARE(task.order.references, QList<Reference>{QStringLiteral("/a.png")});
        QCOMPARE(m_store->insertTask(fullTask()).value().id.value, 7);
    }

    void aRecipeBesideAReceiptMakesNoSecondTake()
    {
        const Task task = taskOnItsWay(*m_store, TaskState::Downloading);
        finish(task, {});
        writeFile(QStringLiteral("snow-1.mp4"), "film");
        writeFile(QStringLiteral("snow-1.json"), recipe(1, {}, QStringLiteral("snow"), noon));
        // One that is filed but not committed yet: the queue will find it.
        const Task underway = taskOnItsWay(*m_store, TaskState::Downloading);
        writeFile(QStringLiteral("snow-2.mp4"), "film");
        writeFile(QStringLiteral("snow-2.json"), recipe(1, {}, QStringLiteral("snow"), noon));
        QCOMPARE(underway.remoteId, QStringLiteral("remote-1"));
        loseDatabase();
        QCOMPARE(m_store->takes().value().size(), 1);
        QCOMPARE(m_store->taskIds().value().size(), 2);
    }

    void aForeignRecipeGetsANumberOfItsOwn()
    {
        taskOnItsWay(*m_store, TaskState::Queued);
        writeFile(QStringLiteral("foreign-1.mp4"), "film");
        QByteArray foreign = recipe(1, QStringLiteral("/f.mp4"), QStringLiteral("foreign"), noon);
        writeFile(QStringLiteral("foreign-1.json"), foreign.replace("remote-1", "foreign"));
        loseDatabase();
        QCOMPARE(m_store->task(TaskId{1}).value().state, TaskState::Queued);
        QCOMPARE(m_store->takes().value().first().task, TaskId{2});
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
