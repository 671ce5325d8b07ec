// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed, or its disk is full, in the middle of what it does to the library. It runs as a
// child: this very program with a word that says what to do.
#include "base/paths.h"
#include "store/backups.h"
#include "store/database.h"
#include "store/migrations.h"
#include "storevalues.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

using namespace retake;

namespace {

// Sends tasks without end, and says each number when the call has returned.
int sendTasks(const QString &file)
{
    const auto store = Store::open(file);
    if (!store)
        return 1;
    for (int i = 0;; ++i) {
        Task task = fullTask();
        task.error.reset();
        task.position = 0;
        task.submittedAt = {};
        task.remoteId.clear();
        task.state = TaskState::Uploading;
        task = (*store)->insertTask(task).value();
        task.state = TaskState::Submitting;
        task.submittedAt = noon;
        if (!(*store)->updateTask(task))
            return 1;
        task.state = TaskState::Queued;
        task.remoteId = QStringLiteral("remote-%1").arg(task.id.value);
        if (!(*store)->updateTask(task))
            return 1;
        std::printf("%lld\n", static_cast<long long>(task.id.value));
        std::fflush(stdout);
    }
}

int openOnly(const QString &file)
{
    std::puts("go");
    std::fflush(stdout);
    const auto store = Store::open(file);
    if (!store) {
        std::puts(qPrintable(errorKindName(store.error().kind)));
        return 2;
    }
    return 0;
}

int backUp(const QString &file)
{
    std::puts("go");
    std::fflush(stdout);
    for (int day = 0;; ++day) {
        if (!keepLibrary(file, noon.addDays(day)))
            return 1;
    }
}

// Files may grow to `bytes` and no further.
void fillDisk(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

// As somebody who may not write where the library lies.
void becomeNobody()
{
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0))
        std::exit(3);
}

int child(const QStringList &arguments)
{
    const QString word = arguments.value(1);
    const QString file = arguments.value(2);
    if (word == u"--send")
        return sendTasks(file);
    if (word == u"--open")
        return openOnly(file);
    if (word == u"--back-up")
        return backUp(file);
    if (word == u"--full") {
        fillDisk(rlim_t(arguments.value(3).toLongLong()));
        return openOnly(file);
    }
    becomeNobody();
    return openOnly(file);
}

} // namespace

class TestLibraryCrash : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString file() const { return m_dir->filePath(QStringLiteral("retake.db")); }

    // Kills the child so long after its first word; what it has said until then.
    QStringList killed(const QStringList &arguments, int milliseconds)
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), arguments);
        if (!process.waitForReadyRead(20000))
            qFatal("the child says nothing");
        QTest::qSleep(milliseconds);
        process.kill();
        process.waitForFinished(20000);
        const QString out = QString::fromUtf8(process.readAllStandardOutput());
        return out.left(out.lastIndexOf(u'\n') + 1).split(u'\n', Qt::SkipEmptyParts);
    }

    int run(const QStringList &arguments, QString *out = nullptr)
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), arguments);
        process.waitForFinished(30000);
        if (out)
            *out = QString::fromUtf8(process.readAllStandardOutput());
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    void fillLibrary(int tasks)
    {
        const auto store = Store::open(file()).value();
        Task task = fullTask();
        task.state = TaskState::Queued;
        task.position = 0;
        for (int i = 0; i < tasks; ++i) {
            if (!store->insertTask(task))
                qFatal("no task");
        }
    }

private Q_SLOTS:

    void init() { m_dir = std::make_unique<QTemporaryDir>(dirForTests()); }

    void cleanup() { m_dir.reset(); }

    void whatWasSaidIsThereAfterAKill()
    {
        QStringList all;
        for (int round = 0; round < 6; ++round) {
            const QStringList said =
                killed({QStringLiteral("--send"), file()}, 20 + int(QRandomGenerator::global()->bounded(60)));
            QVERIFY(!said.isEmpty());
            all += said;
            const auto opened = Store::open(file());
            QVERIFY(opened);
            const OpenReport report = (*opened)->openReport();
            QVERIFY(report.outcome == OpenReport::Outcome::Whole ||
                    report.outcome == OpenReport::Outcome::CaughtUp);
            const auto tasks = (*opened)->tasks();
            QVERIFY(tasks->size() >= all.size());
            for (const Task &task : *tasks) {
                const auto receipt = (*opened)->receipt(task.id);
                QCOMPARE(receipt.has_value(), task.state != TaskState::Uploading);
                if (receipt)
                    QCOMPARE(receipt->task.state, task.state);
                if (all.contains(QString::number(task.id.value)))
                    QCOMPARE(task.remoteId, QStringLiteral("remote-%1").arg(task.id.value));
            }
        }
        // And all of it once more without the database.
        QVERIFY(QFile::remove(file()));
        const auto rebuilt = Store::open(file());
        QVERIFY(rebuilt);
        QCOMPARE((*rebuilt)->openReport().outcome, OpenReport::Outcome::Rebuilt);
        QCOMPARE((*rebuilt)->openReport().unreadable, 0);
        for (const QString &id : std::as_const(all))
            QCOMPARE((*rebuilt)->task(TaskId{id.toLongLong()}).value().remoteId, QString(u"remote-" + id));
    }

    void aJournalCutAnywhereLosesNothing()
    {
        const QStringList said = killed({QStringLiteral("--send"), file()}, 60);
        const qint64 last = said.last().toLongLong();
        const QString wal = file() + QStringLiteral("-wal");
        const qint64 size = QFileInfo(wal).size();
        QVERIFY(size > 8000);
        QTemporaryDir kept(dirForTests());
        for (const QString &name : {QStringLiteral("retake.db"), QStringLiteral("retake.db-wal")})
            QVERIFY(QFile::copy(m_dir->filePath(name), kept.filePath(name)));
        for (int part = 0; part <= 4; ++part) {
            for (const QString &name : {QStringLiteral("retake.db"), QStringLiteral("retake.db-wal"),
                                        QStringLiteral("retake.db-shm")}) {
                QFile::remove(m_dir->filePath(name));
                if (kept.isValid() && QFile::exists(kept.filePath(name)))
                    QVERIFY(QFile::copy(kept.filePath(name), m_dir->filePath(name)));
            }
            if (part < 4) {
                QVERIFY(QFile::resize(wal, size * part / 4));
            } else { // noise in the middle instead
                QFile journal(wal);
                QVERIFY(journal.open(QIODevice::ReadWrite) && journal.seek(size / 2));
                journal.write(QByteArray(500, 'x'));
            }
            const auto opened = Store::open(file());
            QVERIFY(opened);
            for (qint64 id = 1; id <= last; ++id) {
                const auto task = (*opened)->task(TaskId{id});
                QVERIFY2(task, qPrintable(QStringLiteral("task %1 of %2 is gone in part %3, outcome %4")
                                              .arg(id)
                                              .arg(last)
                                              .arg(part)
                                              .arg(int((*opened)->openReport().outcome))));
                QCOMPARE(task->remoteId, QStringLiteral("remote-%1").arg(id));
            }
        }
    }

    void aKillWhileItIsCarriedOverLeavesOneOrTheOther()
    {
        for (int round = 0; round < 8; ++round) {
            for (const QString &left : QDir(m_dir->path()).entryList(QDir::Files))
                QVERIFY(QFile::remove(m_dir->filePath(left)));
            makeOldLibrary(file(), 2, 300);
            killed({QStringLiteral("--open"), file()}, round * 2);
            {
                const auto database =
                    std::move(Database::connect(file(), Database::Access::ReadOnly).value());
                const int version = database->value(QStringLiteral("PRAGMA user_version")).value().toInt();
                QVERIFY(version == 2 || version == migrations().size());
            }
            const auto opened = Store::open(file());
            QVERIFY(opened);
            QCOMPARE((*opened)->openReport().outcome, OpenReport::Outcome::Whole);
            QCOMPARE((*opened)->taskIds().value().size(), 300);
            QVERIFY(QFile::exists(QString(file() + QStringLiteral(".before-%1").arg(migrations().size()))));
            QVERIFY(QDir(m_dir->path()).entryList({QStringLiteral("*.part*")}).isEmpty());
        }
    }

    void aKillInABackupLeavesWholeBackups()
    {
        fillLibrary(300);
        for (int round = 0; round < 6; ++round) {
            killed({QStringLiteral("--back-up"), file()}, 10 + int(QRandomGenerator::global()->bounded(60)));
            const QString into = m_dir->filePath(QStringLiteral("unpacked.db"));
            const auto backups = backupsIn(Paths(m_dir->path()).backupsDir());
            QVERIFY(backups.size() <= 15); // the one above fourteen may not have gone yet
            for (const Backup &backup : backups) {
                QVERIFY(unpackBackup(backup, into).value());
                const auto database = std::move(Database::connect(into, Database::Access::ReadOnly).value());
                QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM task")).value().toInt(), 300);
            }
        }
        // The lock of the dead one keeps nobody out.
        QVERIFY(keepLibrary(file(), noon.addYears(5)));
        QCOMPARE(backupsIn(Paths(m_dir->path()).backupsDir()).first().day, noon.addYears(5).date());
    }

    void aKillWhileItIsRebuiltIsMadeUpFor()
    {
        fillLibrary(200);
        const QString away = m_dir->filePath(QStringLiteral("away.db"));
        for (int round = 0; round < 5; ++round) {
            QFile::remove(away);
            QVERIFY(QFile::rename(file(), away));
            killed({QStringLiteral("--open"), file()}, round * 5);
            const auto opened = Store::open(file());
            QVERIFY(opened);
            QCOMPARE((*opened)->taskIds().value().size(), 200);
            QVERIFY(QDir(m_dir->path()).entryList({QStringLiteral("*.new*")}).isEmpty());
        }
    }

    void aFullDiskIsNoDamage()
    {
        QString said;
        QCOMPARE(run({QStringLiteral("--full"), file(), QStringLiteral("2000")}, &said), 2);
        QFile::remove(file());
        makeOldLibrary(file(), 2, 150);
        // Too small for anything, for the journal's index, for the copy before a schema's change.
        for (const char *bytes : {"0", "4096", "32768", "60000"}) {
            const QByteArray before = [this] {
                QFile database(file());
                return database.open(QIODevice::ReadOnly) ? database.readAll() : QByteArray();
            }();
            QCOMPARE(run({QStringLiteral("--full"), file(), QString::fromLatin1(bytes)}, &said), 2);
            QVERIFY2(!said.contains(u"LibraryDamaged") && !said.contains(u"LibraryNewer"), qPrintable(said));
            QFile database(file());
            QVERIFY(database.open(QIODevice::ReadOnly));
            QCOMPARE(database.readAll(), before);
            QVERIFY(QDir(m_dir->path()).entryList({QStringLiteral("*.damaged-*")}).isEmpty());
        }
        const auto opened = Store::open(file());
        QVERIFY(opened);
        QCOMPARE((*opened)->openReport().outcome, OpenReport::Outcome::Whole);
        QCOMPARE((*opened)->taskIds().value().size(), 150);
    }

    void aFullDiskKeepsTheDamagedFileWhereItIs()
    {
        fillLibrary(50);
        QFile database(file());
        QVERIFY(database.open(QIODevice::ReadWrite) && database.write("nonsense") == 8);
        database.close();
        QString said;
        QCOMPARE(run({QStringLiteral("--full"), file(), QStringLiteral("20000")}, &said), 2);
        QVERIFY(QFile::exists(file()));
        const auto opened = Store::open(file());
        QVERIFY(opened);
        QCOMPARE((*opened)->openReport().outcome, OpenReport::Outcome::Rebuilt);
        QCOMPARE((*opened)->taskIds().value().size(), 50);
    }

    void aFolderThatMayNotBeWrittenHasASentence()
    {
        fillLibrary(3);
        QVERIFY(QFile::setPermissions(m_dir->path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner |
                                                         QFileDevice::ReadOther | QFileDevice::ExeOther));
        QString said;
        const int status = run({QStringLiteral("--nobody"), file()}, &said);
        QVERIFY(QFile::setPermissions(m_dir->path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                                         QFileDevice::ExeOwner));
        QCOMPARE(status, 2);
        QVERIFY2(said.contains(u"NotWritable"), qPrintable(said));
        QVERIFY(QDir(m_dir->path()).entryList({QStringLiteral("*.damaged-*")}).isEmpty());
        QVERIFY(Store::open(file()));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 2 && arguments[1].startsWith(u"--"))
        return child(arguments);
    TestLibraryCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_librarycrash.moc"
