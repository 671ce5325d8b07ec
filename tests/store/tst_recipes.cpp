// SPDX-License-Identifier: GPL-3.0-or-later
// What is left to go by when takes have no receipts.
#include "base/paths.h"
#include "storevalues.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace retake;

class TestRecipes : public QObject, private LibraryHouse
{
    Q_OBJECT

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
};

QTEST_GUILESS_MAIN(TestRecipes)
#include "tst_recipes.moc"
