// SPDX-License-Identifier: GPL-3.0-or-later
// The queue as a file: what goes in, what comes out, and what is left out.
#include "queue/queuefile.h"

#include "engine/catalogueloader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

class TestQueueFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Catalogue m_catalogue;

    QString touch(const char *name) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write("x") == 1 ? file.fileName() : QString();
    }

    Task task(TaskState state, const QString &prompt, qint64 position)
    {
        Task task;
        task.id = {position};
        task.state = state;
        task.position = position;
        task.order.clip = touch("clip.mp4");
        task.order.references = {Reference(touch("red.png"), QRectF(0.1, 0.2, 0.5, 0.5)),
                                 Reference(QStringLiteral("https://example.org/blue.png"))};
        task.order.trim = Trim{Microseconds(1'500'000), Microseconds(6'000'000)};
        task.order.framing = Framing::Fill;
        task.order.prompt = prompt;
        task.order.negativePrompt = QStringLiteral("text");
        task.order.model = m_catalogue.models().constFirst().id;
        task.order.parameters = {{QStringLiteral("seed"), 7}};
        task.order.account = QStringLiteral("practice");
        task.order.output = QStringLiteral("/films/out.mp4");
        return task;
    }

private Q_SLOTS:

    void initTestCase()
    {
        const auto loaded = loadCatalogue();
        QVERIFY(loaded);
        m_catalogue = *loaded;
    }

    void thereAndBack()
    {
        const QList<Task> tasks{task(TaskState::Waiting, QStringLiteral("third"), 9),
                                task(TaskState::Uploading, QStringLiteral("first"), 2),
                                task(TaskState::Waiting, QStringLiteral("下雪 “%2”"), 4),
                                task(TaskState::Submitting, QStringLiteral("sent"), 1),
                                task(TaskState::Done, QStringLiteral("done"), 3)};
        const QString file = m_folder.filePath(QStringLiteral("queue.json"));
        QCOMPARE(exportQueue(file, tasks, QueueFileScope::Unsent).value(), 3);
        const auto content = importQueue(file, m_catalogue);
        QVERIFY(content);
        QCOMPARE(content->refusals.size(), 0);
        QCOMPARE(content->orders.size(), 3);
        QCOMPARE(content->orders[0], tasks[1].order); // in the order in which they go
        QCOMPARE(content->orders[1], tasks[2].order);
        QCOMPARE(content->orders[2], tasks[0].order);
    }

    void whatBelongsToOneLibraryStaysThere()
    {
        Task one = task(TaskState::Waiting, QStringLiteral("snow"), 1);
        one.order.clipId = {5};
        one.order.parent = {6};
        const auto content =
            queueFromJson(queueToJson({one}, QueueFileScope::Unsent), QDir(m_folder.path()), m_catalogue);
        QVERIFY(content && content->orders.size() == 1);
        QVERIFY(!content->orders[0].clipId && !content->orders[0].parent);
    }

    void failedOnesOnWish()
    {
        Task failed = task(TaskState::Failed, QStringLiteral("failed"), 1);
        QVERIFY(!belongsInQueueFile(failed, QueueFileScope::Unsent));
        QVERIFY(belongsInQueueFile(failed, QueueFileScope::UnsentAndFailed));
        failed.error = Error{ErrorKind::MarkedLost, {}, {}, {}, {}, 0, std::nullopt};
        QVERIFY(!belongsInQueueFile(failed, QueueFileScope::UnsentAndFailed)); // perhaps charged
        failed.error->kind = ErrorKind::DiskFull;
        failed.remoteId = QStringLiteral("id");
        failed.resultUrl = QStringLiteral("https://example.org/result.mp4");
        QVERIFY(!belongsInQueueFile(failed, QueueFileScope::UnsentAndFailed)); // it is there to be fetched
        QVERIFY(!belongsInQueueFile(task(TaskState::Unclear, QString(), 1), QueueFileScope::UnsentAndFailed));
    }

    void badOnesAreNamedAndGoodOnesComeIn()
    {
        Task noFile = task(TaskState::Waiting, QStringLiteral("a"), 1);
        noFile.order.clip = m_folder.filePath(QStringLiteral("gone.mp4"));
        Task noImage = task(TaskState::Waiting, QStringLiteral("b"), 2);
        noImage.order.references[0].source = m_folder.filePath(QStringLiteral("gone.png"));
        Task noModel = task(TaskState::Waiting, QStringLiteral("c"), 3);
        noModel.order.model = QStringLiteral("wan-0");
        const Task good = task(TaskState::Waiting, QStringLiteral("d"), 4);
        const auto content = queueFromJson(
            queueToJson({noFile, noImage, noModel, good}, QueueFileScope::Unsent), QDir(), m_catalogue);
        QVERIFY(content);
        QCOMPARE(content->orders.size(), 1);
        QCOMPARE(content->orders[0].prompt, QStringLiteral("d"));
        QCOMPARE(content->refusals.size(), 3);
        QCOMPARE(content->refusals[0].error.kind, ErrorKind::FileMissing);
        QCOMPARE(content->refusals[0].error.facts, QStringList{noFile.order.clip});
        QCOMPARE(content->refusals[1].error.facts, QStringList{noImage.order.references[0].source});
        QCOMPARE(content->refusals[2].error.kind, ErrorKind::UnknownModel);
        QCOMPARE(content->refusals[2].number, 3);
    }

    void otherVersionsAndOtherFiles()
    {
        QJsonObject whole =
            QJsonDocument::fromJson(
                queueToJson({task(TaskState::Waiting, QStringLiteral("a"), 1)}, QueueFileScope::Unsent))
                .object();
        const auto read = [this](const QByteArray &bytes) {
            return queueFromJson(bytes, QDir(m_folder.path()), m_catalogue);
        };
        // Fields of a later program are passed over, paths beside the file are found.
        QJsonArray orders = whole[u"orders"].toArray();
        QJsonObject order = orders[0].toObject();
        order[u"colour"] = QStringLiteral("warm");
        order[u"clip"] = QStringLiteral("clip.mp4");
        whole[u"orders"] = QJsonArray{order, 7};
        whole[u"made-by"] = QStringLiteral("another");
        const auto content = read(QJsonDocument(whole).toJson());
        QVERIFY(content);
        QCOMPARE(content->orders.size(), 1);
        QCOMPARE(content->orders[0].clip, m_folder.filePath(QStringLiteral("clip.mp4")));
        QCOMPARE(content->refusals.size(), 1);
        whole[u"retake-queue"] = 2;
        QCOMPARE(read(QJsonDocument(whole).toJson()).error().kind, ErrorKind::BadParameter);
        QCOMPARE(read("{}").error().kind, ErrorKind::FileDamaged);
        QCOMPARE(read("no json").error().kind, ErrorKind::FileDamaged);
        QCOMPARE(importQueue(m_folder.filePath(QStringLiteral("none")), m_catalogue).error().kind,
                 ErrorKind::FileMissing);
        QVERIFY(!exportQueue(m_folder.filePath(QStringLiteral("no/such/queue.json")), {},
                             QueueFileScope::Unsent));
    }
};

QTEST_GUILESS_MAIN(TestQueueFile)
#include "tst_queuefile.moc"
