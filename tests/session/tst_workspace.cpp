// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"
#include "queue/localmediastage.h"
#include "queue/taskqueue.h"
#include "session/draft.h"
#include "session/versiontree.h"
#include "session/workspace.h"
#include "store/store.h"
#include "support/clipmaker.h"
#include "support/manualclock.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

namespace {

Catalogue catalogueOfTheProgram()
{
    QFile file(QStringLiteral(":/catalogue/catalogue.json"));
    return file.open(QIODevice::ReadOnly) ? Catalogue::parse(file.readAll()).value_or(Catalogue())
                                          : Catalogue();
}

// The queue stands still here: takes are put into the store by hand.
class NoAccounts final : public AccountSource
{
public:
    void credentials(const QString &, QObject *, Ready) override {}

    Engine *engine(const QString &) override { return nullptr; }
};

// One start of the program on a data folder.
struct Table
{
    explicit Table(const QString &dataDir)
        : paths(dataDir)
    {
        if (paths.create())
            store = std::move(*Store::open(paths.database()));
        queue = std::make_unique<TaskQueue>(
            *store, catalogue, accounts, paths, clock,
            std::make_unique<LocalMediaStage>(Shelf(paths.shelfDir(), 1 << 20), HashBook(paths.hashFile())));
        draft = std::make_unique<Draft>(catalogue);
        workspace = std::make_unique<Workspace>(*store, *queue, *draft, paths);
    }

    bool open(const QString &file)
    {
        QSignalSpy opened(workspace.get(), &Workspace::clipOpened);
        workspace->openClip(file);
        return opened.wait(10000);
    }

    Paths paths;
    Catalogue catalogue = catalogueOfTheProgram();
    ManualClock clock;
    NoAccounts accounts;
    std::unique_ptr<Store> store;
    std::unique_ptr<TaskQueue> queue;
    std::unique_ptr<Draft> draft;
    std::unique_ptr<Workspace> workspace;
};

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

    QTemporaryDir m_media;
    QString m_cat;
    QString m_dog;
    std::unique_ptr<QTemporaryDir> m_data;
    int m_madeTakes = 0;

    // What the queue does at the end of a walk.
    TakeId addTake(Table &table, const QString &title, TakeId parent = {})
    {
        Task task;
        task.state = TaskState::Downloading;
        task.order.clip = m_cat;
        task.createdAt = task.changedAt = QDateTime::currentDateTimeUtc();
        const auto stored = table.store->insertTask(task);
        if (!stored)
            return {};
        Take take;
        take.task = stored->id;
        take.clip = table.workspace->clipId();
        take.parent = parent;
        take.title = title;
        take.file = table.paths.takesDir() + u"/take-" + QString::number(++m_madeTakes) + u".mp4";
        take.recipe = table.paths.takesDir() + u"/take-" + QString::number(m_madeTakes) + u".json";
        take.createdAt = QDateTime::currentDateTimeUtc().addSecs(m_madeTakes);
        QFile::copy(m_cat, take.file);
        QFile::copy(m_cat, take.recipe);
        Task done = *stored;
        done.state = TaskState::Done;
        const auto id = table.store->finishTask(done, take);
        if (!id)
            return {};
        Q_EMIT table.queue->takeAdded(*id);
        return *id;
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_cat = m_media.filePath(QStringLiteral("cat.mp4"));
        m_dog = m_media.filePath(QStringLiteral("dog.mp4"));
        QVERIFY(makeClip(m_cat));
        QVERIFY(makeClip(m_dog));
    }

    void init() { m_data = std::make_unique<QTemporaryDir>(); }

    void opensAClip()
    {
        Table table(m_data->path());
        QVERIFY(table.workspace->versions().isEmpty());
        QSignalSpy versions(table.workspace.get(), &Workspace::versionsChanged);
        QVERIFY(table.open(m_cat));
        QVERIFY(!table.workspace->isOpening());
        QVERIFY(table.workspace->clipId());
        QCOMPARE(versions.size(), 1);
        QCOMPARE(table.draft->clip()->file, m_cat);
        QCOMPARE(table.workspace->versions().size(), 1);
        QCOMPARE(table.workspace->versions().first().title, QStringLiteral("cat.mp4"));
        QVERIFY(!table.workspace->after());
    }

    void aTakeOfAnotherClipOpensIt()
    {
        Table table(m_data->path());
        QVERIFY(table.open(m_cat));
        const TakeId first = addTake(table, QStringLiteral("one"));
        const TakeId second = addTake(table, QStringLiteral("two"));
        table.workspace->showTake(first);
        QCOMPARE(table.workspace->after(), std::optional(first));
        QVERIFY(table.open(m_dog));
        QVERIFY(!table.workspace->after());
        QSignalSpy opened(table.workspace.get(), &Workspace::clipOpened);
        table.workspace->showTake(first);
        QVERIFY(opened.wait(10000));
        QCOMPARE(table.workspace->clip()->file, m_cat);
        QCOMPARE(table.workspace->after(), std::optional(first)); // and not the newest
        QVERIFY(table.open(m_dog));
        QVERIFY(table.open(m_cat));
        QCOMPARE(table.workspace->after(), std::optional(second)); // the wish was for once
    }

    void anImportedTakeIsAClipOfItsOwn()
    {
        Table table(m_data->path());
        QSignalSpy opened(table.workspace.get(), &Workspace::clipOpened);
        const TakeId imported = addTake(table, QStringLiteral("from elsewhere")); // no clip is open: of none
        QVERIFY(opened.wait(10000)); // nothing was on the table: here it is
        const QString file = table.store->take(imported)->file;
        QCOMPARE(table.workspace->clip()->file, file);
        QCOMPARE(table.workspace->versions().size(), 1);
        QCOMPARE(table.draft->clip()->file, file); // the next edit starts from it
        const TakeId edited = addTake(table, QStringLiteral("an edit of it"));
        QCOMPARE(table.workspace->after(), std::optional(edited));
        QVERIFY(table.open(m_cat));
        const TakeId another = addTake(table, QStringLiteral("meanwhile"));
        QVERIFY(another);
        table.workspace->showTake(imported);
        QVERIFY(opened.wait(10000));
        QCOMPARE(table.workspace->clip()->file, file);
        table.workspace->showTake(imported); // stands there already
        QVERIFY(!table.workspace->isOpening());
        table.workspace->showTake(TakeId{99});
        QVERIFY(!table.workspace->isOpening());
    }

    void aRefusedFileLeavesTheOpenClip()
    {
        Table table(m_data->path());
        QVERIFY(table.open(m_cat));
        QSignalSpy refused(table.workspace.get(), &Workspace::clipRefused);
        const QString text = m_media.filePath(QStringLiteral("notes.txt"));
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not a video") > 0);
        file.close();
        table.workspace->openClip(text);
        QVERIFY(refused.wait(10000));
        QCOMPARE(refused.first().first().toString(), text);
        QCOMPARE(refused.first().at(1).value<Error>().kind, ErrorKind::NotAVideo);
        QCOMPARE(table.workspace->clip()->file, m_cat);
        QCOMPARE(table.store->clips()->size(), 1);
    }

    void theLastWishCounts()
    {
        Table table(m_data->path());
        QSignalSpy opened(table.workspace.get(), &Workspace::clipOpened);
        table.workspace->openClip(m_cat);
        table.workspace->openClip(m_dog);
        QVERIFY(opened.wait(10000));
        QTest::qWait(100);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(table.workspace->clip()->file, m_dog);
    }

    void takesFormATree()
    {
        Table table(m_data->path());
        QVERIFY(table.open(m_cat));
        const TakeId first = addTake(table, QStringLiteral("Make it snow"));
        const TakeId second = addTake(table, QStringLiteral("Make it rain"));
        const TakeId child = addTake(table, QStringLiteral("Slower"), first);
        QStringList lines;
        const auto all = table.workspace->versions();
        for (const Workspace::Version &version : all)
            lines.append(QString::number(version.depth) + u' ' + version.title);
        QCOMPARE(lines, (QStringList{QStringLiteral("0 cat.mp4"), QStringLiteral("1 Make it snow"),
                                     QStringLiteral("2 Slower"), QStringLiteral("1 Make it rain")}));
        QCOMPARE(table.workspace->version(child).take, child);
        // A parent that is gone leaves its child as an edit of the clip.
        QVERIFY(table.workspace->removeTake(first));
        QCOMPARE(table.workspace->version(child).depth, 1);
        QCOMPARE(table.workspace->version(second).depth, 1);
    }

    void aNewTakeBecomesAfter()
    {
        Table table(m_data->path());
        QVERIFY(table.open(m_cat));
        QSignalSpy arrived(table.workspace.get(), &Workspace::takeArrived);
        const TakeId take = addTake(table, QStringLiteral("Make it snow"));
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(table.workspace->after(), std::optional(take));
        QCOMPARE(table.workspace->before(), TakeId());
    }

    void aTakeOfAnotherClipDoesNot()
    {
        Table table(m_data->path());
        QVERIFY(table.open(m_cat));
        const TakeId take = addTake(table, QStringLiteral("Make it snow"));
        QVERIFY(table.open(m_dog));
        QVERIFY(!table.workspace->after());
        QSignalSpy arrived(table.workspace.get(), &Workspace::takeArrived);
        Q_EMIT table.queue->takeAdded(take);
        QCOMPARE(arrived.size(), 0);
        table.workspace->setAfter(take);
        QVERIFY(!table.workspace->after());
    }

    void aTakeMayBeTheSource()
    {
        Table table(m_data->path());
        QVERIFY(table.open(m_cat));
        const TakeId take = addTake(table, QStringLiteral("Make it snow"));
        table.workspace->setSource(take);
        QCOMPARE(table.workspace->source(), take);
        QCOMPARE(table.draft->clip()->file, table.workspace->version(take).file);
        table.draft->setPrompt(QStringLiteral("Slower"));
        table.draft->setAccount({QStringLiteral("practice"), {}, {}, {}, {}, 1});
        const auto orders = table.draft->orders();
        QVERIFY(orders);
        QCOMPARE(orders->first().parent, take);
        QCOMPARE(orders->first().clipId, table.workspace->clipId());
        table.workspace->setSource({});
        QCOMPARE(table.draft->clip()->file, m_cat);
    }

    void removingATakeLeavesNoSelectionOnIt()
    {
        Table table(m_data->path());
        QVERIFY(table.open(m_cat));
        const TakeId first = addTake(table, QStringLiteral("Make it snow"));
        const TakeId second = addTake(table, QStringLiteral("Make it rain"));
        const Workspace::Version gone = table.workspace->version(second);
        table.workspace->setSource(second);
        table.workspace->setBefore(first);
        QSignalSpy selection(table.workspace.get(), &Workspace::selectionChanged);
        QVERIFY(table.workspace->removeTake(second));
        QCOMPARE(selection.size(), 1);
        QCOMPARE(table.workspace->source(), TakeId());
        QCOMPARE(table.draft->clip()->file, m_cat);
        QCOMPARE(table.workspace->after(), std::optional(first));
        QCOMPARE(table.workspace->before(), TakeId()); // never the same on both sides
        QVERIFY(!QFile::exists(gone.file));
        QVERIFY(table.workspace->removeTake(first));
        QVERIFY(!table.workspace->after());
        QVERIFY(!table.workspace->removeTake(first));
    }

    void savesACopy()
    {
        Table table(m_data->path());
        QVERIFY(table.open(m_cat));
        const TakeId take = addTake(table, QStringLiteral("Make it snow"));
        const QString target = m_data->filePath(QStringLiteral("saved.mp4"));
        QVERIFY(table.workspace->saveTake(take, target));
        QCOMPARE(QFile(target).size(), QFile(m_cat).size());
        QVERIFY(table.workspace->saveTake(take, table.workspace->version(take).file));
        QCOMPARE(QFile(table.workspace->version(take).file).size(), QFile(m_cat).size());
        const auto nowhere =
            table.workspace->saveTake(take, m_data->filePath(QStringLiteral("no/saved.mp4")));
        QCOMPARE(nowhere.error().kind, ErrorKind::NotWritable);
    }

    void keepsAStar()
    {
        Table table(m_data->path());
        QVERIFY(table.open(m_cat));
        const TakeId take = addTake(table, QStringLiteral("Make it snow"));
        QSignalSpy versions(table.workspace.get(), &Workspace::versionsChanged);
        QVERIFY(table.workspace->setKept(take, true));
        QCOMPARE(versions.size(), 1);
        QVERIFY(table.workspace->version(take).kept);
    }

    void comesBackToTheLastClip()
    {
        {
            Table first(m_data->path());
            first.workspace->openLastClip(); // nothing yet, and nothing said
            QVERIFY(!first.workspace->isOpening());
            QVERIFY(first.open(m_cat));
            QTest::qWait(5); // the times of two openings differ
            QVERIFY(first.open(m_dog));
        }
        {
            Table second(m_data->path());
            QSignalSpy opened(second.workspace.get(), &Workspace::clipOpened);
            second.workspace->openLastClip();
            QVERIFY(opened.wait(10000));
            QCOMPARE(second.workspace->clip()->file, m_dog);
            QVERIFY(second.open(m_cat));
            QVERIFY(addTake(second, QStringLiteral("Make it snow")));
        }
        Table third(m_data->path());
        QSignalSpy opened(third.workspace.get(), &Workspace::clipOpened);
        third.workspace->openLastClip();
        QVERIFY(opened.wait(10000));
        QCOMPARE(third.workspace->clip()->file, m_cat);
        QVERIFY(third.workspace->after()); // its newest take
    }

    void closing()
    {
        Table table(m_data->path());
        QVERIFY(table.open(m_cat));
        QSignalSpy closed(table.workspace.get(), &Workspace::clipClosed);
        table.workspace->closeClip();
        table.workspace->closeClip();
        QCOMPARE(closed.size(), 1);
        QVERIFY(table.workspace->versions().isEmpty());
        QCOMPARE(table.draft->fault()->field, Draft::Field::Clip);
    }

    // Only beside the version that it was made from.
    void aTakeTellsWhichFramesItCameFrom()
    {
        Table table(m_data->path());
        QVERIFY(table.open(m_cat));
        const TakeId snow = addTake(table, QStringLiteral("snow"));
        const TakeId night = addTake(table, QStringLiteral("night"), snow);
        const TakeId old = addTake(table, QStringLiteral("old"));
        const auto write = [&](TakeId take, const QByteArray &text) {
            QFile file(table.store->take(take)->recipe);
            return file.open(QIODevice::WriteOnly) && file.write(text) > 0;
        };
        QVERIFY(write(snow, R"({"clip": {"frame_map": "45+1x60", "sent_frame_rate": "30000/1001"}})"));
        const QByteArray parent = QByteArray::number(snow.value);
        QVERIFY(write(night, QByteArray(R"({"parent_take": )" + parent +
                                        R"(, "clip": {"frame_map": "3+1x50", "sent_frame_rate": "24/1"}})")));
        QVERIFY(write(old, R"({"clip": {"file": "cat.mp4"}})"));

        const Workspace &workspace = *table.workspace;
        QCOMPARE(workspace.sentFrames(snow, {}).map.source(0), 45);
        QCOMPARE(workspace.sentFrames(snow, {}).rate, (Rational{30000, 1001}));
        QVERIFY(workspace.sentFrames(snow, night).isEmpty());
        QCOMPARE(workspace.sentFrames(night, snow).map.source(0), 3); // an edit of an edit
        QVERIFY(workspace.sentFrames(night, {}).isEmpty());
        QVERIFY(workspace.sentFrames(old, {}).isEmpty());
        QVERIFY(workspace.sentFrames({}, {}).isEmpty());
        QVERIFY(write(snow, "no JSON at all"));
        QVERIFY(workspace.sentFrames(snow, {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
