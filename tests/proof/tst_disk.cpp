// SPDX-License-Identifier: GPL-3.0-or-later
// The disk fails: full, read-only, gone, in the way. What was bought is still fetched, once, and whole.
#include "cell.h"
#include "smalldisk.h"

#include <QDir>

using namespace retake;
using namespace std::chrono_literals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestDisk : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SmallDisk> m_disk;
    std::unique_ptr<ProofService> m_service;
    std::unique_ptr<ProofHouse> m_house;

    // The whole library on a small disk.
    void live()
    {
        m_disk = std::make_unique<SmallDisk>(m_dir->path());
        m_house = std::make_unique<ProofHouse>(*m_service, HouseWish{200, 20s, m_dir->path()});
    }

    // A library at ease, whose takes lie on a small disk.
    void liveWithTakesApart()
    {
        m_house = std::make_unique<ProofHouse>(*m_service);
        m_disk = std::make_unique<SmallDisk>(m_house->paths.takesDir());
    }

    void at(TaskState state, const std::function<void()> &act)
    {
        m_house->onState = [state, act, done = false](TaskId, TaskState now) mutable {
            if (now == state && !std::exchange(done, true))
                act();
        };
    }

    void at(Ask ask, const std::function<void()> &act)
    {
        auto done = std::make_shared<bool>(false);
        QObject::connect(&m_service->line(), &FaultProxy::requested, m_house->queue.get(),
                         [ask, act, done](Ask now) {
                             if (now == ask && !std::exchange(*done, true))
                                 act();
                         });
    }

    QString takeFile(TaskId id) const { return m_house->store->take(m_house->task(id).take)->file; }

    // Full or otherwise not to be written; only a real disk says which.
    static QStringList noRoom()
    {
        return SmallDisk::hasMounts() ? QStringList{QStringLiteral("DiskFull")}
                                      : QStringList{QStringLiteral("DiskFull"), QStringLiteral("NotWritable"),
                                                    QStringLiteral("ToolFailed")};
    }

    // The library may be too full to say that the task has failed; it does as soon as there is room.
    void makeRoomWhenItFails(TaskId id)
    {
        QVERIFY(QTest::qWaitFor(
            [&] { return m_house->state(id) == TaskState::Failed || !m_house->stalls.isEmpty(); }, 30000));
        m_disk->makeRoom();
        QVERIFY(m_house->ends(id, TaskState::Failed));
        QVERIFY2(noRoom().contains(m_house->kind(id)), qPrintable(m_house->kind(id)));
    }

    void thenDone(TaskId id)
    {
        QVERIFY(m_house->ends(id, TaskState::Done));
        QCOMPARE(m_house->takeFault(id), QString());
        QCOMPARE(int(m_service->made().size()), 1);
    }

private Q_SLOTS:

    void initTestCase()
    {
        qInfo("disks of one's own: %s", SmallDisk::hasMounts() ? "mounted (tmpfs)" : "RLIMIT_FSIZE");
        QVERIFY(!ProofClip::file().isEmpty());
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>(fastFolder(QStringLiteral("disk")));
        m_service = std::make_unique<ProofService>();
        QVERIFY(m_service->isReady());
    }

    void cleanup()
    {
        if (m_house)
            m_house->close();
        m_disk.reset(); // before the folder that it may lie in
        m_house.reset();
        m_service.reset();
        m_dir.reset();
    }

    void fullWhileConforming()
    {
        live();
        at(TaskState::Conforming, [this] { m_disk->fill(); });
        Order order = m_house->order();
        order.clip = ProofClip::longer();
        order.clip = ProofClip::longer();
        order.trim = Trim{Microseconds(0), Microseconds(2'000'000)}; // so that a file is made
        const TaskId id = *m_house->queue->enqueue(order);
        makeRoomWhenItFails(id);
        QCOMPARE(m_service->creates(), 0);
        QVERIFY(m_house->queue->retry(id));
        thenDone(id);
    }

    void fullWhileDownloading()
    {
        live();
        at(TaskState::Downloading, [this] { m_disk->fill(); });
        const TaskId id = m_house->add();
        makeRoomWhenItFails(id);
        QVERIFY(m_house->queue->retry(id));
        thenDone(id);
        QCOMPARE(m_service->creates(), 1);
    }

    void fullTakesFolder()
    {
        liveWithTakesApart();
        if (!m_disk->isMounted())
            QSKIP("no disk of one's own");
        at(TaskState::Downloading, [this] { m_disk->fill(); });
        const TaskId id = m_house->add();
        QVERIFY(m_house->ends(id, TaskState::Failed));
        QCOMPARE(m_house->kind(id), QStringLiteral("DiskFull"));
        m_disk->makeRoom();
        QVERIFY(m_house->queue->retry(id));
        thenDone(id);
    }

    // The disk is full when `submitting` is to be written: then nothing may be sent.
    void fullBeforeTheOrder()
    {
        live();
        at(Ask::Upload, [this] { m_disk->fill(); });
        const TaskId id = m_house->add();
        QVERIFY(QTest::qWaitFor([&] { return !m_house->stalls.isEmpty(); }, 20000));
        QCOMPARE(m_house->stalls.first().kind, ErrorKind::StoreFailed);
        QTest::qWait(700);
        QCOMPARE(m_house->state(id), TaskState::Uploading);
        QCOMPARE(m_service->creates(), 0);
        m_disk->makeRoom();
        thenDone(id);
    }

    // ... and when the service's id is to be written: it is kept until it can be.
    void fullAfterTheOrder()
    {
        live();
        at(Ask::Create, [this] { m_disk->fill(); });
        const TaskId id = m_house->add();
        QVERIFY(QTest::qWaitFor([&] { return !m_house->stalls.isEmpty(); }, 20000));
        QCOMPARE(m_house->state(id), TaskState::Submitting);
        QTest::qWait(700);
        QCOMPARE(m_service->creates(), 1);
        m_disk->makeRoom();
        thenDone(id);
        QCOMPARE(m_service->creates(), 1);
    }

    // ... and the program ends before it can: perhaps charged, and not bought again.
    void fullAfterTheOrderAndThenACrash()
    {
        live();
        at(Ask::Create, [this] { m_disk->fill(); });
        const TaskId id = m_house->add();
        QVERIFY(QTest::qWaitFor([&] { return !m_house->stalls.isEmpty(); }, 20000));
        m_house->close();
        m_disk->makeRoom();
        m_house->open();
        QVERIFY(m_house->queue->recover());
        QVERIFY(m_house->ends(id, TaskState::Done));
        QCOMPARE(m_service->creates(), 1);
    }

    void readOnlyTakesFolder()
    {
        liveWithTakesApart();
        if (!m_disk->isMounted())
            QSKIP("no disk of one's own");
        at(TaskState::Downloading, [this] { QVERIFY(m_disk->setReadOnly(true)); });
        const TaskId id = m_house->add();
        QVERIFY(m_house->ends(id, TaskState::Failed));
        QCOMPARE(m_house->kind(id), QStringLiteral("NotWritable"));
        QVERIFY(m_disk->setReadOnly(false));
        QVERIFY(m_house->queue->retry(id));
        thenDone(id);
    }

    void takesFolderGone()
    {
        m_house = std::make_unique<ProofHouse>(*m_service);
        at(TaskState::Downloading, [this] { QVERIFY(QDir(m_house->paths.takesDir()).removeRecursively()); });
        const TaskId id = m_house->add();
        thenDone(id);
    }

    void takesFolderInTheWay()
    {
        m_house = std::make_unique<ProofHouse>(*m_service);
        const QString takes = m_house->paths.takesDir();
        at(TaskState::Downloading, [takes] {
            QVERIFY(QDir(takes).removeRecursively());
            QVERIFY(writeFile(takes, "a file"));
        });
        const TaskId id = m_house->add();
        QVERIFY(m_house->ends(id, TaskState::Failed));
        QCOMPARE(m_house->kind(id), QStringLiteral("NotWritable"));
        QVERIFY(QFile::remove(takes));
        QVERIFY(m_house->queue->retry(id));
        thenDone(id);
    }

    void nameTaken()
    {
        m_house = std::make_unique<ProofHouse>(*m_service);
        const QString taken = m_house->paths.takesDir() + u"/make-it-black-and-white-1.mp4";
        QVERIFY(writeFile(taken, "somebody else's"));
        const TaskId id = m_house->add();
        thenDone(id);
        QVERIFY(takeFile(id) != taken);
        QCOMPARE(bytesOf(taken), QByteArray("somebody else's"));
    }

    // The take is safe in the library; only its copy has no place, and the row says why.
    void copyWithoutAPlace_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"full", "read-only", "gone", "a folder"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void copyWithoutAPlace()
    {
        QFETCH(QString, what);
        m_house = std::make_unique<ProofHouse>(*m_service);
        m_disk = std::make_unique<SmallDisk>(m_dir->path());
        const bool mount = what == u"full" || what == u"read-only";
        if (mount && !m_disk->isMounted())
            QSKIP("no disk of one's own");
        if (what == u"full")
            m_disk->fill();
        if (what == u"read-only")
            QVERIFY(m_disk->setReadOnly(true));
        Order order = m_house->order();
        order.output = m_dir->filePath(QStringLiteral("copy.mp4"));
        if (what == u"gone")
            order.output = m_dir->filePath(QStringLiteral("no/such/copy.mp4"));
        if (what == u"a folder")
            QVERIFY(QDir().mkpath(QString(order.output + u"/x")));
        const TaskId id = *m_house->queue->enqueue(order);
        thenDone(id);
        QCOMPARE(m_house->kind(id),
                 what == u"full" ? QStringLiteral("DiskFull") : QStringLiteral("NotWritable"));
        QVERIFY(!QFileInfo(order.output).isFile());
    }
};

int main(int argc, char **argv)
{
    SmallDisk::enterOwnMounts();
    QCoreApplication application(argc, argv);
    TestDisk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_disk.moc"
