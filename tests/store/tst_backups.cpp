// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backups.h"

#include "base/paths.h"
#include "store/database.h"
#include "storevalues.h"

#include <QFile>

using namespace retake;

class TestBackups : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;

    QString file() const { return m_dir->filePath(QStringLiteral("retake.db")); }

    QString folder() const { return Paths(m_dir->path()).backupsDir(); }

    QStringList names() const
    {
        return QDir(folder()).entryList({QStringLiteral("library-*.z")}, QDir::Files, QDir::Name);
    }

    static void damage(const QString &path, qint64 offset)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite) || !file.seek(offset) || file.write("xxxxxxxx") != 8)
            qFatal("a backup could not be damaged");
    }

    void loseDatabase()
    {
        m_store.reset();
        QVERIFY(QFile::remove(file()));
        m_store = std::move(Store::open(file()).value());
    }

private Q_SLOTS:

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>(dirForTests());
        m_store = std::move(Store::open(file()).value());
    }

    void cleanup()
    {
        m_store.reset();
        m_dir.reset();
    }

    void oneADay()
    {
        QVERIFY(keepLibrary(file(), noon));
        QVERIFY(keepLibrary(file(), noon.addSecs(3600)));
        QCOMPARE(names(), QStringList{QStringLiteral("library-000001-2026-11-01.z")});
        QVERIFY(keepLibrary(file(), noon.addDays(1)));
        QCOMPARE(names().size(), 2);
        QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 2); // nothing else is left there
    }

    void theLastFourteenStay()
    {
        for (int day = 0; day < 20; ++day)
            QVERIFY(keepLibrary(file(), noon.addDays(day)));
        QCOMPARE(names().size(), 14);
        QCOMPARE(names().first(), QStringLiteral("library-000007-2026-11-07.z"));
        QCOMPARE(names().last(), QStringLiteral("library-000020-2026-11-20.z"));
    }

    void aClockSetBackAndForthThrowsNothingAway()
    {
        for (int day = 0; day < 5; ++day)
            QVERIFY(keepLibrary(file(), noon.addDays(day)));
        const QStringList before = names();
        for (int turn = 0; turn < 20; ++turn) {
            QVERIFY(keepLibrary(file(), noon.addYears(10)));
            QVERIFY(keepLibrary(file(), noon.addYears(-10)));
            QVERIFY(keepLibrary(file(), noon.addDays(turn % 2)));
        }
        for (const QString &name : before)
            QVERIFY(names().contains(name));
        QCOMPARE(names().size(), 7);
        // What was written last is the newest, whatever the clock says.
        m_store->insertTask(fullTask()).value();
        QVERIFY(keepLibrary(file(), noon.addDays(9)));
        QCOMPARE(backupsIn(folder()).first().day, noon.addDays(9).date());
    }

    void theNewestIsRestored()
    {
        for (int day = 0; day < 3; ++day) {
            QVERIFY(m_store->clipForFile(QStringLiteral("/films/%1.mp4").arg(day), noon));
            QVERIFY(keepLibrary(file(), noon.addDays(day)));
        }
        loseDatabase();
        QCOMPARE(m_store->openReport().outcome, OpenReport::Outcome::Restored);
        QCOMPARE(m_store->openReport().backup, noon.addDays(2).date());
        QCOMPARE(m_store->clips().value().size(), 3);
    }

    void aDamagedBackupIsPassedOver_data()
    {
        QTest::addColumn<int>("damage");
        QTest::newRow("its length") << 0;
        QTest::newRow("inside") << 200;
        QTest::newRow("cut off") << 1;
        QTest::newRow("empty") << 2;
        QTest::newRow("of a newer program") << 3;
    }

    void aDamagedBackupIsPassedOver()
    {
        QFETCH(int, damage);
        for (int day = 0; day < 2; ++day) {
            QVERIFY(m_store->clipForFile(QStringLiteral("/films/%1.mp4").arg(day), noon));
            if (damage == 3 && day == 1) {
                const auto database =
                    std::move(Database::connect(file(), Database::Access::ReadWrite).value());
                QVERIFY(database->run(QStringLiteral("PRAGMA user_version=0")));
            }
            (void)keepLibrary(file(), noon.addDays(day));
        }
        const QString newest = backupsIn(folder()).first().file;
        if (damage == 1)
            QVERIFY(QFile::resize(newest, QFileInfo(newest).size() / 2));
        else if (damage == 2)
            QVERIFY(QFile::resize(newest, 0));
        else if (damage != 3)
            this->damage(newest, damage);
        loseDatabase();
        QCOMPARE(m_store->openReport().outcome, OpenReport::Outcome::Restored);
        QCOMPARE(m_store->openReport().backup, noon.date());
        QCOMPARE(m_store->clips().value().size(), 1);
    }

    void withoutAGoodBackupTheReceiptsHaveToDo()
    {
        taskOnItsWay(*m_store, TaskState::Queued);
        QVERIFY(keepLibrary(file(), noon));
        damage(backupsIn(folder()).first().file, 100);
        loseDatabase();
        QCOMPARE(m_store->openReport().outcome, OpenReport::Outcome::Rebuilt);
        QCOMPARE(m_store->taskIds().value().size(), 1);
    }

    void aDamagedLibraryIsNotBackedUpButFoundAtTheNextStart()
    {
        for (int i = 0; i < 40; ++i)
            taskOnItsWay(*m_store, TaskState::Queued);
        m_store.reset();
        {
            // What no quick check sees: an index that lies.
            const auto database = std::move(Database::connect(file(), Database::Access::ReadWrite).value());
            QVERIFY(database->run(QStringLiteral("PRAGMA writable_schema=ON")));
            QVERIFY(
                database->run(QStringLiteral("UPDATE sqlite_master SET sql=replace(sql, '(state)', '(model)')"
                                             " WHERE name='task_state'")));
        }
        m_store = std::move(Store::open(file()).value());
        QCOMPARE(m_store->openReport(), OpenReport());
        QCOMPARE(keepLibrary(file(), noon).error().kind, ErrorKind::LibraryDamaged);
        QVERIFY(names().isEmpty());
        m_store.reset();
        m_store = std::move(Store::open(file()).value());
        QCOMPARE(m_store->openReport().outcome, OpenReport::Outcome::Rebuilt);
        QCOMPARE(m_store->tasksIn(TaskState::Queued).value().size(), 40);
    }

    void aLibraryFromBeforeThereWereReceiptsGetsThem()
    {
        const Task sent = taskOnItsWay(*m_store, TaskState::Rendering);
        Task plain = fullTask();
        plain.submittedAt = {};
        plain.remoteId.clear();
        m_store->insertTask(plain).value();
        QVERIFY(QDir(Paths(m_dir->path()).receiptsDir()).removeRecursively());
        QVERIFY(keepLibrary(file(), noon));
        QCOMPARE(m_store->receipt(sent.id)->task.state, TaskState::Rendering);
        QCOMPARE(QDir(Paths(m_dir->path()).receiptsDir()).entryList(QDir::Files).size(), 1);
    }

    void whatACutShortBackupLeftIsCleared()
    {
        QVERIFY(QDir().mkpath(folder()));
        for (const char *name :
             {"copy.db", "copy.db.part", "copy.db.part-journal", "library-000001-2026-10-30.z.ab.part"}) {
            QFile left(QString(folder() + u'/' + QLatin1String(name)));
            QVERIFY(left.open(QIODevice::WriteOnly) && left.write("half") == 4);
        }
        QVERIFY(keepLibrary(file(), noon));
        QCOMPARE(QDir(folder()).entryList(QDir::Files), names());
        QCOMPARE(names().size(), 1);
    }

    void aBackupIsMadeWhileOthersWrite()
    {
        const auto writer = std::move(Database::open(file()).value());
        const auto transaction = Transaction::begin(*writer);
        QVERIFY(transaction);
        QVERIFY(writer->run(QStringLiteral("INSERT INTO clip (file, added_at) VALUES ('/x', 1)")));
        QVERIFY(keepLibrary(file(), noon));
        QCOMPARE(names().size(), 1);
    }

    void itLeavesNoLogBehind()
    {
        m_store->insertTask(fullTask()).value();
        m_store.reset();
        QVERIFY(keepLibrary(file(), noon));
        QVERIFY(!QFile::exists(QString(file() + u"-wal")));
        QCOMPARE(Store::open(file()).value()->openReport(), OpenReport());
    }

    void noLibraryNoBackup()
    {
        const QString nowhere = m_dir->filePath(QStringLiteral("other/retake.db"));
        QVERIFY(keepLibrary(nowhere, noon));
        QVERIFY(!QFile::exists(m_dir->filePath(QStringLiteral("other"))));
    }
};

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
