// SPDX-License-Identifier: GPL-3.0-or-later
// Clips that are made from words: a service that is told the request's id and keeps no list of its tasks.
#include "queue/queuefile.h"
#include "queuehouse.h"
#include "store/database.h"

#include <QJsonDocument>

using namespace retake;
using namespace std::chrono_literals;
using Phase = RemoteStatus::Phase;

class TestQueueRemake : public QObject
{
    Q_OBJECT

    std::unique_ptr<QueueHouse> h;
    QStringList m_sentIds;

    Order remake() const
    {
        Order order = h->order(QStringLiteral("A white parrot on a balcony railing at dusk."));
        order.model = QStringLiteral("cogvideox-3");
        order.account = QStringLiteral("practice-bigmodel");
        order.parameters = {{QStringLiteral("duration"), 10}};
        order.keeping.first = {KeptFrame::From::Clip, {}};
        return order;
    }

    Order withSound() const
    {
        Order order = remake();
        order.keeping.sourceSound = true;
        return order;
    }

    TaskId add(const Order &order) { return h->queue->enqueue(order).value(); }

    void restart()
    {
        h->close();
        h->open();
        QVERIFY(h->queue->recover());
    }

    Take takeOf(TaskId id) const { return h->store->take(h->task(id).take).value(); }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QJsonObject recipeOf(TaskId id) const
    {
        return QJsonDocument::fromJson(contentOf(takeOf(id).recipe)).object();
    }

    QStringList filesOfTakes() const { return QDir(h->paths.takesDir()).entryList(QDir::Files); }

    // Within a day.
    template<class Done> bool happens(Done done)
    {
        h->step = 10min;
        const bool did = h->drive(done, 25h);
        h->step = 500ms;
        return did;
    }

    // A description that was asked for, and changed in so many words.
    TurnId talk(const QStringList &said)
    {
        const Conversation conversation = h->store->insertConversation({}).value();
        Turn turn;
        turn.conversation = conversation.id;
        turn.state = TurnState::Answered;
        TurnId tip = h->store->insertTurn(turn).value().id;
        for (const QString &words : said) {
            turn.parent = tip;
            turn.kind = words.isEmpty() ? TurnKind::Shorten : TurnKind::Revise;
            turn.said = words;
            tip = h->store->insertTurn(turn).value().id;
        }
        return tip;
    }

private Q_SLOTS:

    void init()
    {
        h = std::make_unique<QueueHouse>();
        h->engine.givesOwnIds = true;
        h->engine.keepsList = false;
        m_sentIds.clear();
        h->engine.onSubmit = [this, before = h->engine.onSubmit] {
            before();
            const QString id = h->engine.submitted.requestId;
            m_sentIds.append(id);
            bool found = false;
            for (const Task &task : h->rows())
                found = found || (task.state == TaskState::Submitting && task.createRequestId == id);
            if (id.isEmpty() || !found)
                h->faults.append(QStringLiteral("sent before the request's id was committed"));
        };
        h->engine.prepares.always = [] {
            PreparedMedia prepared;
            prepared.referenceUrls = {QStringLiteral("data:image/png;base64,REFERENCE")};
            prepared.firstFrameUrl = QStringLiteral("data:image/jpeg;base64,FIRST");
            prepared.lastFrameUrl = QStringLiteral("data:image/jpeg;base64,LAST");
            return prepared;
        };
        h->engine.submits.always = [this] {
            return Submission{QString(u"remote-" + QString::number(h->engine.submitCount)), QString()};
        };
        h->engine.polls.always = [] { // this service tells tokens, and no length
            RemoteStatus status = FakeEngine::succeeded();
            status.usage = {{QStringLiteral("total_tokens"), 0}};
            status.actualPrompt.clear();
            return status;
        };
        h->media->readies.always = [] {
            ReadyMedia ready;
            ready.media.firstFrame = QStringLiteral("/clips/first.jpg");
            ready.changes = {QStringLiteral("first frame: the clip's at 0.00 s")};
            return ready;
        };
    }

    void cleanup()
    {
        QCOMPARE(h->faults, QStringList());
        h.reset();
    }

    void theWholeWay()
    {
        Order order = remake();
        order.turn = talk({QStringLiteral("Change the purple parrot to white parrot")});
        h->engine.polls.line = {FakeEngine::status(Phase::Rendering)};
        const TaskId id = add(order);
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(
            h->states,
            QStringLiteral("conforming uploading submitting queued rendering downloading done").split(u' '));
        QCOMPARE(h->engine.submitCount, 1);
        QVERIFY(h->engine.prepared.clip.isEmpty());
        QCOMPARE(h->engine.prepared.firstFrame, QStringLiteral("/clips/first.jpg"));
        QCOMPARE(h->engine.submitted.firstFrameUrl, QStringLiteral("data:image/jpeg;base64,FIRST"));
        const Task task = h->task(id);
        QVERIFY(!task.error);
        QCOMPARE(task.createRequestId, QStringLiteral("own-1")); // the reply named none
        QVERIFY(task.conformedFile.isEmpty());
        QVERIFY(task.mediaUrl.isEmpty());
        QCOMPARE(task.referenceUrls, QStringList{QStringLiteral("data:image/png;base64")});
        const Take take = takeOf(id);
        QCOMPARE(take.turn, order.turn);
        QCOMPARE(take.duration, Microseconds(5000000)); // not the ten seconds of the form
        QVERIFY(take.clip);
        QCOMPARE(h->media->soundCount, 0);
    }

    void nothingOfThePicturesIsStored()
    {
        const TaskId id = add(remake());
        QVERIFY(h->reaches(id, TaskState::Done));
        h->close();
        h->store.reset();
        h->witness.reset();
        for (const QString &name : QDir(h->dir.path()).entryList({QStringLiteral("retake.db*")}))
            QVERIFY(!contentOf(h->dir.filePath(name)).contains("base64,"));
        QVERIFY(
            !contentOf(QDir(h->paths.receiptsDir()).filePath(QStringLiteral("task-%1.json").arg(id.value)))
                 .contains("base64,"));
    }

    void theRepliesIdIsKeptWhereItHasOne()
    {
        h->engine.submits.line = {Submission{QStringLiteral("remote-1"), QStringLiteral("2026081810250142")}};
        const TaskId id = add(remake());
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->task(id).createRequestId, QStringLiteral("2026081810250142"));
    }

    void whatWasRefusedGetsAnotherId()
    {
        h->engine.submits.line = {failure(errorOf(ErrorKind::ServiceBusy)),
                                  failure(errorOf(ErrorKind::RateLimited))};
        const TaskId id = add(remake());
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(m_sentIds, QStringLiteral("own-1 own-2 own-3").split(u' '));
        QCOMPARE(h->task(id).createRequestId, QStringLiteral("own-3"));
    }

    void aKillWhileItIsSentLeavesItUnclear()
    {
        h->engine.held = {Stage::Submitting};
        const TaskId id = add(remake());
        QVERIFY(h->drive([&] { return h->engine.submitCount == 1; }));
        h->engine.held.clear();
        restart();
        QVERIFY(h->reaches(id, TaskState::Unclear));
        QVERIFY(!happens([&] { return h->engine.submitCount > 1; }));
        QCOMPARE(h->engine.listCount, 0);
        QCOMPARE(h->task(id).createRequestId, QStringLiteral("own-1"));
        QCOMPARE(h->task(id).error->requestId, QStringLiteral("own-1")); // to name to the service's people
        QVERIFY(h->queue->sendAgain(id));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(m_sentIds, QStringLiteral("own-1 own-2").split(u' '));
        QCOMPARE(h->task(id).createRequestId, QStringLiteral("own-2"));
    }

    void whatIsUnclearIsNotLookedFor()
    {
        h->engine.submits.line = {failure(errorOf(ErrorKind::Unclear))};
        const TaskId id = add(remake());
        QVERIFY(h->reaches(id, TaskState::Unclear));
        QVERIFY(!happens([&] { return h->engine.listCount > 0 || h->engine.pollCount > 0; }));
        QVERIFY(!h->queue->isLooking(id));
        QVERIFY(!h->queue->canLook(id));
        QCOMPARE(h->queue->lookAgain(id).error().kind, ErrorKind::NoTaskList);
        QVERIFY(!h->queue->isLooking(id));
        QCOMPARE(h->engine.submitCount, 1);
        QVERIFY(h->queue->markLost(id));
        QCOMPARE(h->kind(id), ErrorKind::MarkedLost);
        QCOMPARE(h->task(id).createRequestId, QStringLiteral("own-1"));
    }

    void thePersonMayNameTheUnclearOne()
    {
        h->engine.submits.line = {failure(errorOf(ErrorKind::Unclear))};
        const TaskId id = add(remake());
        QVERIFY(h->reaches(id, TaskState::Unclear));
        h->settle();
        QVERIFY(h->queue->adopt(id, QStringLiteral("remote-x")));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 1);
        QCOMPARE(h->engine.polledIds.last(), QStringLiteral("remote-x"));
    }

    void anotherServicesTaskIsLookedForAllTheSame()
    {
        h->engine.keepsList = true;
        h->engine.submits.line = {failure(errorOf(ErrorKind::Unclear))};
        const TaskId id = h->queue->enqueue(h->order()).value();
        QVERIFY(h->drive([&] { return h->engine.listCount > 0; }));
        QVERIFY(h->queue->canLook(id));
        QVERIFY(h->queue->lookAgain(id));
    }

    void aGenerationThatFails()
    {
        h->engine.polls.line = {FakeEngine::status(Phase::Rendering),
                                FakeEngine::failed(ErrorKind::TaskFailed)};
        const TaskId id = add(remake());
        QVERIFY(h->reaches(id, TaskState::Failed));
        QCOMPARE(h->kind(id), ErrorKind::TaskFailed);
        QVERIFY(!happens([&] { return h->engine.submitCount > 1; }));
        QVERIFY(h->queue->retry(id));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(m_sentIds, QStringLiteral("own-1 own-2").split(u' '));
    }

    void aRestartWhileItIsMadeGoesOn()
    {
        h->engine.polls.always = [] { return FakeEngine::status(Phase::Rendering); };
        const TaskId id = add(withSound());
        QVERIFY(h->reaches(id, TaskState::Rendering));
        h->settle();
        h->engine.polledIds.clear();
        h->close();
        h->engine.polls.always = [] { return FakeEngine::succeeded(); };
        h->open();
        QVERIFY(h->queue->recover());
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 1);
        QCOMPARE(h->engine.prepareCount, 1);
        QCOMPARE(h->engine.polledIds.first(), QStringLiteral("remote-1"));
        QCOMPARE(recipeOf(id)[u"sound"].toString(), QStringLiteral("source"));
    }

    void theSoundIsLaidOver()
    {
        const TaskId id = add(withSound());
        QVERIFY(h->reaches(id, TaskState::Done));
        h->settle();
        QVERIFY(!h->task(id).error);
        QCOMPARE(h->media->soundCount, 1);
        QCOMPARE(contentOf(takeOf(id).file), QByteArray("a take with the clip's sound"));
        QCOMPARE(recipeOf(id)[u"sound"].toString(), QStringLiteral("source"));
        QCOMPARE(filesOfTakes().size(), 2); // and nothing of the way there
    }

    void theCopyHasTheSoundToo()
    {
        Order order = withSound();
        order.output = h->dir.filePath(QStringLiteral("out.mp4"));
        const TaskId id = add(order);
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(contentOf(order.output), QByteArray("a take with the clip's sound"));
    }

    void aSoundThatCannotBeLaidLosesNoTake()
    {
        Error trouble = errorOf(ErrorKind::ToolFailed);
        trouble.serviceMessage = QStringLiteral("the tool's last words");
        h->media->sounds.always = [trouble] { return failure(trouble); };
        const TaskId id = add(withSound());
        QVERIFY(h->reaches(id, TaskState::Done));
        const Take take = takeOf(id);
        const Error told = h->task(id).error.value();
        QCOMPARE(told.kind, ErrorKind::SoundNotLaid);
        QCOMPARE(told.facts, (QStringList{take.file, QStringLiteral("ToolFailed")}));
        QCOMPARE(told.serviceMessage, QStringLiteral("the tool's last words"));
        QCOMPARE(contentOf(take.file), QByteArray("a take"));
        QVERIFY(!recipeOf(id).contains(u"sound"));
        QCOMPARE(h->engine.submitCount, 1);
        QCOMPARE(h->engine.fetchCount, 1);
        QCOMPARE(filesOfTakes().size(), 2);
        QCOMPARE(h->takes.size(), 1);
    }

    void aSoundThatCutsTheTakeShortIsNotTaken()
    {
        h->media->probes.line = {FakeMedia::clip(5), FakeMedia::clip(2)};
        const TaskId id = add(withSound());
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->kind(id), ErrorKind::SoundNotLaid);
        QCOMPARE(contentOf(takeOf(id).file), QByteArray("a take"));
        QCOMPARE(takeOf(id).duration, Microseconds(5000000));
        QCOMPARE(filesOfTakes().size(), 2);
    }

    void aRestartWhileTheSoundIsLaidDoesItAgain()
    {
        h->media->holdSounds = true;
        const TaskId id = add(withSound());
        QVERIFY(h->drive([&] { return h->media->soundCount == 1; }));
        QCOMPARE(h->state(id), TaskState::Downloading);
        restart();
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->media->soundCount, 1); // of the new one
        QCOMPARE(h->engine.submitCount, 1);
        QCOMPARE(contentOf(takeOf(id).file), QByteArray("a take with the clip's sound"));
        QVERIFY(!h->task(id).error);
    }

    // The file lies in its place, the row was not written.
    void aTakeWithTheSoundIsKnownAgain()
    {
        {
            const auto database = std::move(*Database::open(h->paths.database()));
            QVERIFY(database->run(QStringLiteral("CREATE TRIGGER full BEFORE INSERT ON take"
                                                 " BEGIN SELECT RAISE(ABORT, 'no room'); END")));
            add(withSound());
            QVERIFY(h->drive([&] { return !h->stalls.isEmpty(); }));
            h->close();
            QVERIFY(database->run(QStringLiteral("DROP TRIGGER full")));
        }
        h->open();
        QVERIFY(h->queue->recover());
        const TaskId id = h->rows().first().id;
        QVERIFY(h->reaches(id, TaskState::Done));
        h->settle();
        QCOMPARE(h->media->soundCount, 0);
        QCOMPARE(h->engine.fetchCount, 1);
        QCOMPARE(contentOf(takeOf(id).file), QByteArray("a take with the clip's sound"));
        QCOMPARE(recipeOf(id)[u"sound"].toString(), QStringLiteral("source"));
        QVERIFY(!h->task(id).error);
        QCOMPARE(filesOfTakes().size(), 2);
    }

    void aTakeIsCalledByWhatWasSaid_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("title");
        const QString lengthy = QStringLiteral("A white parrot sits on a balcony railing at dusk, and the "
                                               "lights of the town are lit one by one behind it");
        const QString beginning = QString(lengthy.left(59) + u'…');
        QTest::newRow("said") << lengthy << QStringLiteral("make  it white")
                              << QStringLiteral("make it white");
        QTest::newRow("nothing was said") << lengthy << QString() << beginning;
        QTest::newRow("much was said") << QStringLiteral("A parrot") << lengthy << beginning;
    }

    void aTakeIsCalledByWhatWasSaid()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, said);
        QFETCH(QString, title);
        Order order = remake();
        order.prompt = prompt;
        order.title = said;
        const TaskId id = add(order);
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(takeOf(id).title, title);
    }

    void aTurnThatIsGoneDoesNoHarm()
    {
        Order order = remake();
        order.prompt = QString(90, u'a');
        order.turn = TurnId{77};
        const TaskId id = add(order);
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(takeOf(id).title, QString(QString(59, u'a') + u'…'));
        QCOMPARE(takeOf(id).turn, TurnId{77});
    }

    void theRecipeMakesItAgain()
    {
        Order order = withSound();
        order.turn = talk({QStringLiteral("make it white")});
        order.keeping.last = {KeptFrame::From::File,
                              QStringLiteral("https://a.example/last.png?Signature=secret")};
        const TaskId id = add(order);
        QVERIFY(h->reaches(id, TaskState::Done));
        const QJsonObject recipe = recipeOf(id);
        const Order again = orderFromJson(recipe);
        QCOMPARE(again.model, order.model);
        QCOMPARE(again.prompt, order.prompt);
        QCOMPARE(again.parameters, order.parameters);
        QCOMPARE(again.turn, order.turn);
        QCOMPARE(again.keeping.first, order.keeping.first);
        QVERIFY(again.keeping.sourceSound);
        QCOMPARE(again.keeping.last.file, QStringLiteral("https://a.example/last.png"));
        QCOMPARE(recipe[u"request_id"].toString(), QStringLiteral("own-1"));
        QCOMPARE(recipe[u"clip"][u"file"].toString(), order.clip);
    }

    void aWaitingOneIsEdited()
    {
        h->queue->setPaused(true);
        const TaskId id = add(remake());
        QVERIFY(h->queue->hold(id));
        Order edited = withSound();
        edited.turn = talk({QStringLiteral("make it white")});
        edited.model = QStringLiteral("viduq1-text");
        QVERIFY(h->queue->edit(id, edited));
        QCOMPARE(h->task(id).order, edited);
        h->queue->setPaused(false);
        QVERIFY(h->queue->start(id));
        QVERIFY(h->reaches(id, TaskState::Done));
        QCOMPARE(h->task(id).order, edited);
    }

    void aQueueFileCarriesWhatIsKept()
    {
        const QString clip = h->dir.filePath(QStringLiteral("clip.mp4"));
        const QString picture = h->dir.filePath(QStringLiteral("last.png"));
        for (const QString &path : {clip, picture}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        Order order = withSound();
        order.clip = clip;
        order.keeping.last = {KeptFrame::From::File, picture};
        order.turn = TurnId{5};
        Task task;
        task.order = order;
        QByteArray json = queueToJson({task}, QueueFileScope::Unsent);
        QVERIFY(!json.contains("\"turn\""));
        json.replace(picture.toUtf8(), "last.png");
        const auto read = queueFromJson(json, QDir(h->dir.path()), h->catalogue);
        QVERIFY(read);
        QCOMPARE(read->orders.size(), 1);
        order.turn = {};
        QCOMPARE(read->orders.first(), order);

        QVERIFY(QFile::remove(picture));
        QCOMPARE(queueFromJson(json, QDir(h->dir.path()), h->catalogue)->refusals.value(0).error.facts,
                 QStringList{picture});
    }

    void aQueueFileNeedsTheClipOnlyForWhatIsKept()
    {
        Task task;
        task.order = remake(); // keeps the first frame of a clip that is not there
        const auto refused = queueFromJson(queueToJson({task}, QueueFileScope::Unsent), QDir(), h->catalogue);
        QCOMPARE(refused->refusals.size(), 1);
        task.order.keeping = {};
        const auto read = queueFromJson(queueToJson({task}, QueueFileScope::Unsent), QDir(), h->catalogue);
        QCOMPARE(read->orders.size(), 1);
        task.order.model = QStringLiteral("wan2.7-videoedit");
        QCOMPARE(
            queueFromJson(queueToJson({task}, QueueFileScope::Unsent), QDir(), h->catalogue)->refusals.size(),
            1);
    }

    void aKnownIdIsImported()
    {
        const auto id =
            h->queue->importTask(QStringLiteral("practice-bigmodel"), {}, QStringLiteral("20260818102501-9"));
        QVERIFY(id);
        QCOMPARE(h->task(*id).order.model, QStringLiteral("cogvideox-3"));
        QVERIFY(h->reaches(*id, TaskState::Done));
        QCOMPARE(h->engine.submitCount, 0);
    }
};

QTEST_GUILESS_MAIN(TestQueueRemake)
#include "tst_queueremake.moc"
