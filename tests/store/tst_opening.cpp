// SPDX-License-Identifier: GPL-3.0-or-later
// What may have become of a library between two starts.
#include "base/paths.h"
#include "store/backups.h"
#include "store/database.h"
#include "store/migrations.h"
#include "storevalues.h"

#include <QFile>

using namespace retake;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a test file could not be written");
}

} // namespace

class TestOpening : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString file() const { return m_dir->filePath(QStringLiteral("retake.db")); }

    QStringList setAside() const
    {
        return QDir(m_dir->path()).entryList({QStringLiteral("retake.db.damaged-*")}, QDir::Files);
    }

    // Sixty tasks at the service, and one that is done.
    void fillLibrary()
    {
        const auto store = Store::open(file()).value();
        Task queued = fullTask();
        queued.state = TaskState::Queued;
        for (int i = 0; i < 60; ++i) {
            if (!store->insertTask(queued))
                qFatal("no task");
        }
        Task done = taskOnItsWay(*store, TaskState::Downloading);
        done.state = TaskState::Done;
        const ClipId clip = store->clipForFile(done.order.clip, noon).value().id;
        if (!store->finishTask(done, takeOf(done, clip)))
            qFatal("no take");
    }

    void overwrite(qint64 offset, const QByteArray &bytes)
    {
        QFile database(file());
        if (!database.open(QIODevice::ReadWrite) || !database.seek(offset))
            qFatal("the database cannot be damaged");
        database.write(bytes);
    }

private Q_SLOTS:

    void init() { m_dir = std::make_unique<QTemporaryDir>(dirForTests()); }

    void cleanup() { m_dir.reset(); }

    void aFreshLibraryIsNoNews()
    {
        const auto store = Store::open(file());
        QVERIFY(store);
        QCOMPARE((*store)->openReport(), OpenReport());
        QVERIFY(setAside().isEmpty());
    }

    void aWholeLibraryIsNoNews()
    {
        fillLibrary();
        const auto store = Store::open(file());
        QVERIFY(store);
        QCOMPARE((*store)->openReport(), OpenReport());
    }

    void aNewerSchemaIsRefusedAndLeftAlone()
    {
        fillLibrary();
        {
            const auto database = std::move(Database::open(file()).value());
            QVERIFY(database->run(QStringLiteral("PRAGMA user_version=99")));
        }
        const QByteArray before = bytesOf(file());
        const auto opened = Store::open(file());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::LibraryNewer);
        QCOMPARE(opened.error().facts, QStringList{file()});
        QCOMPARE(bytesOf(file()), before);
        QVERIFY(setAside().isEmpty());
    }

    void aDamagedLibraryIsSetAsideAndMadeAnew_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("magic") << 0 << QByteArray("nonsense");
        QTest::newRow("page size") << 16 << QByteArray(2, '\x7f');
        QTest::newRow("write version") << 18 << QByteArray("x");
        QTest::newRow("read version") << 19 << QByteArray("x");
        QTest::newRow("payload fractions") << 21 << QByteArray("xxx");
        QTest::newRow("schema format") << 44 << QByteArray("xxxx");
        QTest::newRow("encoding") << 56 << QByteArray("\0\0\0\2", 4);
        QTest::newRow("schema number") << 60 << QByteArray("xxxx");
        QTest::newRow("schema number gone") << 60 << QByteArray(4, '\0');
        QTest::newRow("first page's tree") << 100 << QByteArray(60, 'x');
        QTest::newRow("schema's text") << 3000 << QByteArray(1000, 'x');
        QTest::newRow("second page") << 4096 << QByteArray(100, 'x');
        QTest::newRow("a page further on") << 10 * 4096 << QByteArray(4096, '\xff');
        QTest::newRow("zeros over pages") << 5 * 4096 << QByteArray(3 * 4096, '\0');
        QTest::newRow("everything") << 0 << QByteArray(200000, 'x');
    }

    void aDamagedLibraryIsSetAsideAndMadeAnew()
    {
        QFETCH(int, offset);
        QFETCH(QByteArray, bytes);
        fillLibrary();
        overwrite(offset, bytes);
        const QByteArray damaged = bytesOf(file());
        auto opened = Store::open(file(), noon);
        QVERIFY(opened);
        const OpenReport report = (*opened)->openReport();
        QCOMPARE(report.outcome, OpenReport::Outcome::Rebuilt);
        QVERIFY(report.wasDamaged);
        QCOMPARE(report.tasks, 61);
        QCOMPARE(report.takes, 1);
        QCOMPARE(report.unreadable, 0);
        QCOMPARE((*opened)->tasks().value().size(), 61);
        QCOMPARE((*opened)->tasksIn(TaskState::Queued).value().size(), 60);
        QCOMPARE(setAside().size(), 1);
        QCOMPARE(report.setAside, m_dir->filePath(setAside().first()));
        QCOMPARE(bytesOf(report.setAside), damaged);
        // And from then on it is a library like any other.
        opened->reset();
        QCOMPARE(Store::open(file()).value()->openReport(), OpenReport());
        QCOMPARE(setAside().size(), 1);
    }

    void aShortenedLibraryIsMadeAnew_data()
    {
        QTest::addColumn<int>("left");
        QTest::newRow("a few bytes") << 10;
        QTest::newRow("the header") << 100;
        QTest::newRow("one page") << 4096;
        QTest::newRow("an odd length") << 4096 * 8 + 17;
    }

    void aShortenedLibraryIsMadeAnew()
    {
        QFETCH(int, left);
        fillLibrary();
        QVERIFY(QFile::resize(file(), left));
        const auto opened = Store::open(file());
        QVERIFY(opened);
        QCOMPARE((*opened)->openReport().outcome, OpenReport::Outcome::Rebuilt);
        QCOMPARE((*opened)->taskIds().value().size(), 61);
        QCOMPARE(setAside().size(), 1);
    }

    void aMissingOrEmptyLibraryIsMadeAnewToo_data()
    {
        QTest::addColumn<bool>("empty");
        QTest::newRow("missing") << false;
        QTest::newRow("empty") << true;
    }

    void aMissingOrEmptyLibraryIsMadeAnewToo()
    {
        QFETCH(bool, empty);
        fillLibrary();
        QVERIFY(QFile::remove(file()));
        if (empty)
            writeBytes(file(), {});
        const auto opened = Store::open(file());
        QVERIFY(opened);
        QCOMPARE((*opened)->openReport().outcome, OpenReport::Outcome::Rebuilt);
        QVERIFY(!(*opened)->openReport().wasDamaged);
        QCOMPARE((*opened)->taskIds().value().size(), 61);
    }

    void whatIsNoLibraryIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("Dear diary, today I made a film.\n");
        QTest::newRow("long text") << QByteArray("Dear diary\n").repeated(9000);
    }

    void whatIsNoLibraryIsSetAside()
    {
        QFETCH(QByteArray, bytes);
        writeBytes(file(), bytes);
        const auto opened = Store::open(file());
        QVERIFY(opened);
        QCOMPARE((*opened)->openReport().outcome, OpenReport::Outcome::Rebuilt);
        QVERIFY((*opened)->openReport().wasDamaged);
        QCOMPARE(bytesOf((*opened)->openReport().setAside), bytes);
        QVERIFY((*opened)->tasks().value().isEmpty());
    }

    void anotherProgramsDatabaseIsSetAside()
    {
        {
            const auto other = std::move(Database::connect(file(), Database::Access::ReadWrite).value());
            QVERIFY(other->run(QStringLiteral("CREATE TABLE recipe (cake TEXT)")));
            QVERIFY(other->run(QStringLiteral("PRAGMA user_version=2")));
        }
        const auto opened = Store::open(file());
        QVERIFY(opened);
        QVERIFY((*opened)->openReport().wasDamaged);
        QCOMPARE(setAside().size(), 1);
    }

    void aBrokenIndexIsFoundAfterABadEnd()
    {
        fillLibrary();
        {
            // A row that no index knows: what a quick check does not see.
            const auto database = std::move(Database::open(file()).value());
            QVERIFY(database->run(QStringLiteral("PRAGMA writable_schema=ON")));
            QVERIFY(
                database->run(QStringLiteral("UPDATE sqlite_master SET sql=replace(sql, '(state)', '(model)')"
                                             " WHERE name='task_state'")));
        }
        {
            const auto store = Store::open(file()).value();
            QCOMPARE(store->openReport(), OpenReport());
        }
        writeBytes(suspectMark(file()), {});
        const auto opened = Store::open(file());
        QVERIFY(opened);
        QVERIFY((*opened)->openReport().wasDamaged);
        QCOMPARE((*opened)->tasksIn(TaskState::Queued).value().size(), 60);
        QVERIFY(!QFile::exists(suspectMark(file())));
    }

    void nothingIsRepairedUnderAnotherProgram()
    {
        fillLibrary();
        const auto first = std::move(Store::open(file()).value());
        overwrite(4096, QByteArray(8 * 4096, 'x'));
        const auto second = Store::open(file());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::LibraryDamaged);
        QVERIFY(setAside().isEmpty());
    }

    void aNewerOneIsRefusedBesideAnotherProgram()
    {
        const auto first = std::move(Store::open(file()).value());
        const auto database = std::move(Database::open(file()).value());
        QVERIFY(database->run(QStringLiteral("PRAGMA user_version=99")));
        QCOMPARE(Store::open(file()).error().kind, ErrorKind::LibraryNewer);
    }

    void twoMayBeOpenAtOnce()
    {
        const auto first = std::move(Store::open(file()).value());
        const auto second = std::move(Store::open(file()).value());
        QVERIFY(first->insertTask(fullTask()));
        QCOMPARE(second->tasks().value().size(), 1);
    }

    void aWriterIsNotWaitedFor()
    {
        fillLibrary();
        const auto first = std::move(Database::open(file()).value());
        const auto transaction = Transaction::begin(*first);
        QVERIFY(transaction);
        QVERIFY(Store::open(file()));
    }

    void aLockedLibraryIsWaitedForAndThenRefused()
    {
        fillLibrary();
        const auto first = std::move(Database::connect(file(), Database::Access::ReadWrite).value());
        QVERIFY(first->run(QStringLiteral("PRAGMA locking_mode=EXCLUSIVE")));
        QVERIFY(first->run(QStringLiteral("BEGIN EXCLUSIVE")));
        const QByteArray before = bytesOf(file());
        const auto opened = Store::open(file());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::StoreFailed);
        QVERIFY(opened.error().serviceMessage.contains(u"locked"));
        QVERIFY(setAside().isEmpty());
        QCOMPARE(bytesOf(file()), before);
    }

    void whereNothingCanBeWrittenThereIsASentence()
    {
        QCOMPARE(Store::open(QStringLiteral("/proc/retake.db")).error().kind, ErrorKind::NotWritable);
        QCOMPARE(Store::open(m_dir->filePath(QStringLiteral("gone/retake.db"))).error().kind,
                 ErrorKind::NotWritable);
        writeBytes(m_dir->filePath(QStringLiteral("a file")), "x");
        QCOMPARE(Store::open(m_dir->filePath(QStringLiteral("a file/retake.db"))).error().kind,
                 ErrorKind::NotWritable);
    }

    void aFolderInItsPlaceIsNoLibrary()
    {
        QVERIFY(QDir().mkpath(file()));
        const auto opened = Store::open(file());
        QVERIFY(!opened);
        QVERIFY(QFileInfo(file()).isDir());
    }

    void anOldSchemaIsKeptBesideTheNewOne()
    {
        makeOldLibrary(file(), 2, 3);
        const auto store = std::move(Store::open(file()).value());
        QCOMPARE(store->openReport(), OpenReport());
        QCOMPARE(store->taskIds().value().size(), 3);
        const QString kept = QString(file() + QStringLiteral(".before-%1").arg(migrations().size()));
        QVERIFY(QFile::exists(kept));
        const auto old = std::move(Database::connect(kept, Database::Access::ReadOnly).value());
        QCOMPARE(old->value(QStringLiteral("PRAGMA user_version")).value().toInt(), 2);
        QCOMPARE(old->value(QStringLiteral("SELECT count(*) FROM task")).value().toInt(), 3);
        QCOMPARE(old->value(QStringLiteral("PRAGMA integrity_check")).value().toString(),
                 QStringLiteral("ok"));
    }

    void aFreshLibraryKeepsNoOldSchema()
    {
        QVERIFY(Store::open(file()));
        QVERIFY(QDir(m_dir->path()).entryList({QStringLiteral("*.before-*")}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
