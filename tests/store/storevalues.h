// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/paths.h"
#include "store/database.h"
#include "store/migrations.h"
#include "store/store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace retake {

// In memory where that can be had: what counts is the order of the commits, not the disk under them.
inline QString dirForTests()
{
    return (QFileInfo(QStringLiteral("/dev/shm")).isWritable() ? QStringLiteral("/dev/shm")
                                                               : QDir::tempPath()) +
           QStringLiteral("/retake-store-XXXXXX");
}

inline const QDateTime noon(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC);

inline Task fullTask()
{
    Task task;
    task.order.clip = QStringLiteral("/films/猫.mp4");
    task.order.prompt = QStringLiteral("make it snow");
    task.order.model = QStringLiteral("wan2.7-videoedit");
    task.order.account = QStringLiteral("practice");
    task.order.parameters = {{QStringLiteral("seed"), 7}};
    task.order.trim = Trim{Microseconds(1), Microseconds(2000001)};
    task.order.keeping = {
        {KeptFrame::From::Clip, {}}, {KeptFrame::From::File, QStringLiteral("/pictures/last.png")}, true};
    task.order.turn = TurnId{41};
    task.conformedFile = QStringLiteral("/data/1/clip.mp4");
    task.changes = {QStringLiteral("one, with a comma"), QStringLiteral("two")};
    task.referenceChanges = {QStringLiteral("Image 2: smaller")};
    task.mediaUrl = QStringLiteral("oss://a/b.mp4");
    task.referenceUrls = {QStringLiteral("oss://a/c.png")};
    task.mediaExpires = noon.addDays(2);
    task.remoteId = QStringLiteral("remote-1");
    task.createRequestId = QStringLiteral("request-1");
    task.resultUrl = QStringLiteral("https://result/1.mp4?Signature=x");
    task.usage = {{QStringLiteral("duration"), 10.04}};
    task.error = Error{ErrorKind::RateLimited,      {QStringLiteral("fact")},    QStringLiteral("Throttling"),
                       QStringLiteral("slow down"), QStringLiteral("request-2"), 429,
                       std::chrono::seconds(3)};
    task.position = 3;
    task.held = true;
    task.createdAt = noon;
    task.changedAt = noon.addMSecs(1);
    task.submittedAt = noon.addMSecs(2);
    return task;
}

inline void compareTasks(const Task &got, const Task &wanted)
{
    QCOMPARE(got.state, wanted.state);
    QCOMPARE(got.order, wanted.order);
    QCOMPARE(got.conformedFile, wanted.conformedFile);
    QCOMPARE(got.changes, wanted.changes);
    QCOMPARE(got.referenceChanges, wanted.referenceChanges);
    QCOMPARE(got.mediaUrl, wanted.mediaUrl);
    QCOMPARE(got.referenceUrls, wanted.referenceUrls);
    QCOMPARE(got.mediaExpires, wanted.mediaExpires);
    QCOMPARE(got.remoteId, wanted.remoteId);
    QCOMPARE(got.createRequestId, wanted.createRequestId);
    QCOMPARE(got.resultUrl, wanted.resultUrl);
    QCOMPARE(got.usage, wanted.usage);
    QCOMPARE(got.error, wanted.error);
    QCOMPARE(got.take, wanted.take);
    QCOMPARE(got.createdAt, wanted.createdAt);
    QCOMPARE(got.changedAt, wanted.changedAt);
    QCOMPARE(got.submittedAt, wanted.submittedAt);
    QCOMPARE(got.finishedAt, wanted.finishedAt);
    QCOMPARE(got.position, wanted.position);
    QCOMPARE(got.held, wanted.held);
}

inline Take takeOf(const Task &task, ClipId clip)
{
    Take take;
    take.task = task.id;
    take.clip = clip;
    take.file = QStringLiteral("/data/takes/snow-1.mp4");
    take.recipe = QStringLiteral("/data/takes/snow-1.json");
    take.title = QStringLiteral("make it snow");
    take.size = QSize(1280, 720);
    take.duration = Microseconds(5020000);
    take.turn = task.order.turn;
    take.createdAt = noon;
    return take;
}

// A library as an older program left it: its schema, made by the steps that led there, and so many tasks.
inline void makeOldLibrary(const QString &file, int version, int tasks)
{
    const auto database = Database::connect(file, Database::Access::ReadWrite);
    const auto run = [&database](const QString &sql) {
        if (!(*database)->run(sql))
            qFatal("an old library could not be made");
    };
    run(QStringLiteral("PRAGMA journal_mode=WAL"));
    run(QStringLiteral("BEGIN"));
    for (const QStringList &step : migrations().mid(0, version)) {
        for (const QString &statement : step)
            run(statement);
    }
    run(QStringLiteral("PRAGMA user_version=%1").arg(version));
    for (int i = 0; i < tasks; ++i)
        run(QStringLiteral(
            "INSERT INTO task (state, model, account, remote_id, order_json, conformed_file, changes,"
            " media_url, reference_urls, create_request_id, result_url, usage) VALUES ('failed', 'm', 'a', "
            "'',"
            " '{\"references\":[\"/a.png\"]}', '', '[\"cut\"]', '', '[]', '', '', '{}')"));
    run(QStringLiteral("COMMIT"));
}

// A task of which the row stands in `state`, on the way that the plan has for it.
inline Task taskOnItsWay(Store &store, TaskState state, Task like = fullTask())
{
    like.position = 0;
    Task task = store.insertTask(like).value();
    for (int step = int(TaskState::Conforming); step <= std::min(int(state), int(TaskState::Done)); ++step) {
        if (step > int(TaskState::Submitting) && state == TaskState::Unclear)
            break;
        if (step > int(TaskState::Downloading) && state != TaskState::Done)
            break;
        task.state = TaskState(step);
        if (!store.updateTask(task))
            qFatal("no way to this state");
    }
    if (task.state != state) {
        task.state = state;
        if (!store.updateTask(task))
            qFatal("no way to this end");
    }
    return task;
}

// A library in a folder of its own, whose database may be lost.
class LibraryHouse
{
protected:
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
};

} // namespace retake
