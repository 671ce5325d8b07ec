// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"
#include "storevalues.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace retake;

class TestReceipts : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;

    QString file() const { return m_dir->filePath(QStringLiteral("retake.db")); }

    QString folder() const { return Paths(m_dir->path()).receiptsDir(); }

    QStringList receipts() const { return QDir(folder()).entryList(QDir::Files, QDir::Name); }

    QByteArray bytes(const QString &name) const
    {
        QFile file(QString(folder() + u'/' + name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static Task plainTask()
    {
        Task task = fullTask();
        task.error.reset();
        task.submittedAt = {};
        task.remoteId.clear();
        task.createRequestId.clear();
        return task;
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

    void aTaskThatWasNotSentHasNone()
    {
        Task task = m_store->insertTask(plainTask()).value();
        for (const TaskState state : {TaskState::Conforming, TaskState::Uploading, TaskState::Failed}) {
            task.state = state;
            QVERIFY(m_store->updateTask(task));
        }
        QVERIFY(receipts().isEmpty());
        QVERIFY(m_store->removeTask(task.id));
        QVERIFY(receipts().isEmpty());
    }

    void fromSubmittingOnItLiesThereWhenTheCallReturns()
    {
        Task task = m_store->insertTask(plainTask()).value();
        for (const TaskState state : {TaskState::Conforming, TaskState::Uploading, TaskState::Submitting,
                                      TaskState::Queued, TaskState::Rendering, TaskState::Downloading}) {
            task.state = state;
            if (state == TaskState::Submitting)
                task.submittedAt = noon.addSecs(9);
            if (state == TaskState::Queued)
                task.remoteId = QStringLiteral("remote-7");
            task.changedAt = noon.addSecs(int(state));
            QVERIFY(m_store->updateTask(task));
            const auto receipt = m_store->receipt(task.id);
            QCOMPARE(receipt.has_value(), state >= TaskState::Submitting);
            if (!receipt)
                continue;
            QCOMPARE(receipt->task.state, state);
            QCOMPARE(receipt->task.remoteId, task.remoteId);
            QCOMPARE(receipt->task.submittedAt, noon.addSecs(9));
            QCOMPARE(receipt->log, m_store->events(task.id).value());
        }
        QCOMPARE(receipts(), QStringList{QStringLiteral("task-1.json")});
    }

    void itComesBackAsItWent()
    {
        const Task task = taskOnItsWay(*m_store, TaskState::Rendering);
        Task read = m_store->receipt(task.id)->task;
        QCOMPARE(read.id, task.id);
        QCOMPARE(read.resultUrl, QStringLiteral("https://result/1.mp4"));
        read.resultUrl = task.resultUrl;
        compareTasks(read, task);
    }

    void aResultIsAskedForAnew()
    {
        const Task task = taskOnItsWay(*m_store, TaskState::Downloading);
        QVERIFY(m_store->receipt(task.id)->task.resultUrl.isEmpty());
    }

    void theTakeIsInIt()
    {
        const ClipId clip = m_store->clipForFile(QStringLiteral("/films/猫.mp4"), noon).value().id;
        Task task = taskOnItsWay(*m_store, TaskState::Downloading);
        task.state = TaskState::Done;
        const TakeId id = m_store->finishTask(task, takeOf(task, clip)).value();
        auto receipt = m_store->receipt(task.id);
        QCOMPARE(receipt->task.state, TaskState::Done);
        QCOMPARE(receipt->task.take, id);
        QCOMPARE(receipt->take->file, QStringLiteral("/data/takes/snow-1.mp4"));
        QCOMPARE(receipt->take->size, QSize(1280, 720));
        QCOMPARE(receipt->clip->file, QStringLiteral("/films/猫.mp4"));
        QVERIFY(!receipt->take->kept);
        QVERIFY(m_store->setKept(id, true));
        QVERIFY(m_store->receipt(task.id)->take->kept);
        QVERIFY(m_store->removeTake(id));
        receipt = m_store->receipt(task.id);
        QVERIFY(!receipt->take);
        QCOMPARE(receipt->task.state, TaskState::Done); // paid for all the same
    }

    void clearingAListKeepsTheReceipts()
    {
        const Task first = taskOnItsWay(*m_store, TaskState::Done);
        const Task second = taskOnItsWay(*m_store, TaskState::Failed);
        QVERIFY(m_store->removeTask(first.id));
        QVERIFY(m_store->removeTasks({second.id, TaskId{99}}));
        QCOMPARE(receipts(),
                 (QStringList{QStringLiteral("task-1.cleared.json"), QStringLiteral("task-2.cleared.json")}));
        const auto receipt = m_store->receipt(first.id);
        QVERIFY(receipt->cleared);
        QCOMPARE(receipt->task.remoteId, first.remoteId);
    }

    void aStarOfAClearedTasksTakeIsNoted()
    {
        Task task = taskOnItsWay(*m_store, TaskState::Downloading);
        task.state = TaskState::Done;
        const TakeId id = m_store->finishTask(task, takeOf(task, {})).value();
        QVERIFY(m_store->removeTask(task.id));
        QVERIFY(m_store->setKept(id, true));
        QCOMPARE(receipts(), QStringList{QStringLiteral("task-1.cleared.json")});
        QVERIFY(m_store->receipt(task.id)->take->kept);
        QCOMPARE(m_store->receipt(task.id)->task.remoteId, task.remoteId);
    }

    void aFormerRunIsNotForgotten()
    {
        Task task = taskOnItsWay(*m_store, TaskState::Unclear);
        Task anew = plainTask();
        anew.id = task.id;
        QVERIFY(m_store->updateTask(anew));
        for (const TaskState state : {TaskState::Conforming, TaskState::Uploading, TaskState::Submitting}) {
            anew.state = state;
            if (state == TaskState::Submitting)
                anew.submittedAt = noon.addSecs(100);
            QVERIFY(m_store->updateTask(anew));
        }
        const auto receipt = m_store->receipt(task.id);
        QCOMPARE(receipt->task.state, TaskState::Submitting);
        QCOMPARE(receipt->task.submittedAt, noon.addSecs(100));
        QCOMPARE(receipt->former.size(), 1);
        QCOMPARE(receipt->former[0].state, TaskState::Unclear);
        QCOMPARE(receipt->former[0].remoteId, task.remoteId);
        QCOMPARE(receipt->former[0].submittedAt, task.submittedAt);
    }

    void aRefusalIsTheSameRun()
    {
        Task task = taskOnItsWay(*m_store, TaskState::Submitting);
        task.error = Error{ErrorKind::RateLimited, {}, {}, {}, {}, 429, {}};
        QVERIFY(m_store->updateTask(task));
        task.error.reset();
        task.submittedAt = noon.addSecs(60);
        QVERIFY(m_store->updateTask(task));
        QVERIFY(m_store->receipt(task.id)->former.isEmpty());
    }

    void noKeyAndNoSignatureIsWritten()
    {
        const QStringList secrets{QStringLiteral("SECRET"), QStringLiteral("Signature"),
                                  QStringLiteral("sk-0123456789")};
        Task task = plainTask();
        task.state = TaskState::Failed;
        task.submittedAt = noon;
        task.order.clip = QStringLiteral("https://me:SECRET@films.example/clip.mp4?Signature=SECRET#SECRET");
        task.order.references = {QStringLiteral("https://x.example/a.png?OSSAccessKeyId=SECRET"),
                                 QStringLiteral("data:image/png;base64,SECRET")};
        task.mediaUrl = QStringLiteral("oss://bucket/a.mp4?security-token=SECRET");
        task.referenceUrls = {QStringLiteral("https://x.example/b.png?Signature=SECRET")};
        task.resultUrl = QStringLiteral("https://r.example/1.mp4?Expires=1&Signature=SECRET");
        task.usage = {{QStringLiteral("video"), QStringLiteral("https://r.example/1.mp4?Signature=SECRET")}};
        task.error = Error{ErrorKind::RequestRefused,
                           {QStringLiteral("https://x.example/a.png?Signature=SECRET")},
                           QStringLiteral("InvalidApiKey"),
                           QStringLiteral("Incorrect key sk-0123456789abcdef (Bearer SECRETSECRET), see "
                                          "https://u:SECRET@h.example/?k=SECRET for \"HTTPS://x?SECRET\""),
                           QStringLiteral("request-2"),
                           400,
                           {}};
        const TaskId id = m_store->insertTask(task).value().id;
        const QString text = QString::fromUtf8(bytes(QStringLiteral("task-1.json")));
        for (const QString &secret : secrets)
            QVERIFY2(!text.contains(secret), qPrintable(text));
        const Task read = m_store->receipt(id)->task;
        QCOMPARE(read.order.clip, QStringLiteral("https://films.example/clip.mp4"));
        QCOMPARE(read.resultUrl, QStringLiteral("https://r.example/1.mp4"));
        QCOMPARE(read.error->kind, ErrorKind::RequestRefused);
        QCOMPARE(read.error->requestId, QStringLiteral("request-2"));
        QVERIFY(read.error->serviceMessage.startsWith(u"Incorrect key sk-…"));
    }

    void aPathIsNotTakenForASecret()
    {
        Task task = fullTask();
        task.state = TaskState::Queued;
        task.order.clip = QStringLiteral("/films/sk-abcdefgh?.mp4");
        const TaskId id = m_store->insertTask(task).value().id;
        QCOMPARE(m_store->receipt(id)->task.order.clip, task.order.clip);
    }

    void aReceiptThatCannotBeWrittenStopsNothing()
    {
        // A file where the folder should be.
        QVERIFY(QDir().mkpath(Paths(m_dir->path()).takesDir()));
        QFile obstacle(folder());
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        obstacle.close();
        const Task task = taskOnItsWay(*m_store, TaskState::Queued);
        QCOMPARE(m_store->task(task.id).value().state, TaskState::Queued);
        QVERIFY(m_store->receiptError());
        QCOMPARE(m_store->receiptError()->kind, ErrorKind::NotWritable);
        QVERIFY(obstacle.remove());
        QVERIFY(m_store->insertTask(plainTask())); // whatever comes next makes up for it
        QVERIFY(!m_store->receiptError());
        QCOMPARE(m_store->receipt(task.id)->task.state, TaskState::Queued);
    }

    void nothingNewWritesNothing()
    {
        const Task task = taskOnItsWay(*m_store, TaskState::Queued);
        const QString path = folder() + QStringLiteral("/task-1.json");
        QFile receipt(path);
        QVERIFY(receipt.open(QIODevice::ReadWrite));
        QVERIFY(receipt.setFileTime(noon, QFileDevice::FileModificationTime));
        receipt.close();
        QVERIFY(m_store->updateTask(task));
        QCOMPARE(QFileInfo(path).lastModified().toUTC(), noon);
    }

    void aDamagedOneIsNone()
    {
        QVERIFY(!receiptFromJson({}));
        QVERIFY(!receiptFromJson("{\"format\":1,\"task\":1"));
        QVERIFY(!receiptFromJson("{\"format\":1,\"task\":0,\"state\":\"done\"}"));
        QVERIFY(!receiptFromJson("{\"format\":1,\"task\":1,\"state\":\"flying\"}"));
        QVERIFY(!receiptFromJson("{\"format\":2,\"task\":1,\"state\":\"done\"}"));
        QVERIFY(receiptFromJson("{\"format\":1,\"task\":1,\"state\":\"done\"}"));
    }
};

QTEST_GUILESS_MAIN(TestReceipts)
#include "tst_receipts.moc"
