// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about a clip: as it comes back from the disk.
#include "store/backups.h"
#include "storevalues.h"

using namespace retake;

namespace {

Conversation fullConversation()
{
    Conversation conversation;
    conversation.clip = ClipId{3};
    conversation.source = TakeId{9};
    conversation.file = QStringLiteral("/films/猫.mp4");
    conversation.trim = Trim{Microseconds(1), Microseconds(2000001)};
    conversation.showing = Showing::Address;
    conversation.address = QStringLiteral("https://films.example/cat.mp4");
    conversation.describer = QStringLiteral("glm-4.6v");
    conversation.account = QStringLiteral("practice-bigmodel");
    conversation.locked = {DescriptionField::Motion, DescriptionField::Camera};
    conversation.createdAt = noon;
    return conversation;
}

Turn fullTurn(ConversationId conversation, TurnId parent = {})
{
    Turn turn;
    turn.conversation = conversation;
    turn.parent = parent;
    turn.kind = TurnKind::Revise;
    turn.state = TurnState::Failed;
    turn.said = QStringLiteral("让它下雪");
    turn.translated = QStringLiteral("make it snow");
    turn.description.setField(DescriptionField::Subject, QStringLiteral("a cat"));
    turn.description.setField(DescriptionField::Motion, QStringLiteral("it \"runs\", fast"));
    turn.answer = QStringLiteral("Subject: a cat\nMotion: it runs\n\tand 😀");
    turn.shown = {{QStringLiteral("/frames/1.jpg"), Microseconds(40000)},
                  {QStringLiteral("https://films.example/cat.mp4"), Microseconds(0)}};
    turn.describer = QStringLiteral("glm-4.6v-flash");
    turn.requestId = QStringLiteral("rt-1");
    turn.usage = {{QStringLiteral("total_tokens"), 1234}};
    turn.error = Error{ErrorKind::RateLimited, {QStringLiteral("fact")},    QStringLiteral("1302"),
                       QStringLiteral("slow"), QStringLiteral("request-2"), 429,
                       std::chrono::seconds(3)};
    turn.createdAt = noon.addMSecs(7);
    return turn;
}

void compareConversations(const Conversation &got, const Conversation &wanted)
{
    QCOMPARE(got.id, wanted.id);
    QCOMPARE(got.clip, wanted.clip);
    QCOMPARE(got.source, wanted.source);
    QCOMPARE(got.file, wanted.file);
    QCOMPARE(got.trim, wanted.trim);
    QCOMPARE(got.showing, wanted.showing);
    QCOMPARE(got.address, wanted.address);
    QCOMPARE(got.describer, wanted.describer);
    QCOMPARE(got.account, wanted.account);
    QCOMPARE(got.locked, wanted.locked);
    QCOMPARE(got.tip, wanted.tip);
    QCOMPARE(got.createdAt, wanted.createdAt);
}

void compareTurns(const Turn &got, const Turn &wanted)
{
    QCOMPARE(got.id, wanted.id);
    QCOMPARE(got.conversation, wanted.conversation);
    QCOMPARE(got.parent, wanted.parent);
    QCOMPARE(got.kind, wanted.kind);
    QCOMPARE(got.state, wanted.state);
    QCOMPARE(got.said, wanted.said);
    QCOMPARE(got.translated, wanted.translated);
    QCOMPARE(got.description, wanted.description);
    QCOMPARE(got.answer, wanted.answer);
    QCOMPARE(got.shown, wanted.shown);
    QCOMPARE(got.describer, wanted.describer);
    QCOMPARE(got.requestId, wanted.requestId);
    QCOMPARE(got.usage, wanted.usage);
    QCOMPARE(got.error, wanted.error);
    QCOMPARE(got.createdAt, wanted.createdAt);
}

} // namespace

class TestConversations : public QObject, private LibraryHouse
{
    Q_OBJECT

    Conversation talk() const { return m_store->insertConversation(fullConversation()).value(); }

    Turn say(ConversationId id, TurnId parent = {}) const
    {
        return m_store->insertTurn(fullTurn(id, parent)).value();
    }

    Task taskOf(TurnId turn) const
    {
        Task like = fullTask();
        like.order.turn = turn;
        return taskOnItsWay(*m_store, TaskState::Downloading, like);
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

    void aConversationComesBackWhole()
    {
        Conversation conversation = talk();
        QVERIFY(conversation.id);
        compareConversations(m_store->conversation(conversation.id).value(), conversation);
        const Turn turn = say(conversation.id);
        conversation.tip = turn.id;
        conversation.describer = QStringLiteral("glm-4v");
        conversation.account = QStringLiteral("bigmodel");
        conversation.showing = Showing::SmallVideo;
        conversation.locked = {DescriptionField::Whole};
        conversation.trim.reset();
        QVERIFY(m_store->updateConversation(conversation));
        m_store.reset();
        open();
        compareConversations(m_store->conversation(conversation.id).value(), conversation);
    }

    void anEmptyOneIsAConversationToo()
    {
        const Conversation empty = m_store->insertConversation({}).value();
        compareConversations(m_store->conversation(empty.id).value(), empty);
        Turn turn;
        turn.conversation = empty.id;
        const Turn stored = m_store->insertTurn(turn).value();
        compareTurns(m_store->turn(stored.id).value(), stored);
        QCOMPARE(m_store->conversations({}).value().size(), 1);
        QVERIFY(m_store->conversations(ClipId{3}).value().isEmpty());
    }

    void aTurnComesBackWhole()
    {
        const Conversation conversation = talk();
        Turn turn = say(conversation.id);
        QVERIFY(turn.id);
        compareTurns(m_store->turn(turn.id).value(), turn);
        turn.state = TurnState::Answered;
        turn.error.reset();
        turn.answer += QStringLiteral(" more");
        turn.description.setField(DescriptionField::Mood, QStringLiteral("calm"));
        turn.usage = {{QStringLiteral("total_tokens"), 4321}};
        QVERIFY(m_store->updateTurn(turn));
        m_store.reset();
        open();
        compareTurns(m_store->turn(turn.id).value(), turn);
    }

    void everyKindAndStateHasItsWord()
    {
        const Conversation conversation = talk();
        for (const TurnKind kind :
             {TurnKind::Describe, TurnKind::Revise, TurnKind::EditByHand, TurnKind::Shorten}) {
            for (const TurnState state : {TurnState::Asking, TurnState::Answered, TurnState::Failed}) {
                Turn turn = fullTurn(conversation.id);
                turn.kind = kind;
                turn.state = state;
                turn = m_store->insertTurn(turn).value();
                compareTurns(m_store->turn(turn.id).value(), turn);
            }
        }
    }

    void aNewTurnIsTheTipAndBranchesStay()
    {
        const Conversation conversation = talk();
        const Turn first = say(conversation.id);
        const Turn left = say(conversation.id, first.id);
        QCOMPARE(m_store->conversation(conversation.id).value().tip, left.id);
        Conversation undone = m_store->conversation(conversation.id).value();
        undone.tip = first.id;
        QVERIFY(m_store->updateConversation(undone));
        const Turn right = say(conversation.id, first.id);
        QCOMPARE(m_store->conversation(conversation.id).value().tip, right.id);
        const QList<Turn> turns = m_store->turns(conversation.id).value();
        QCOMPARE(turns.size(), 3);
        compareTurns(turns[1], left);
        compareTurns(turns[2], right);
        QCOMPARE(turns[1].parent, first.id);
        QCOMPARE(turns[2].parent, first.id);
    }

    void whatDoesNotBelongIsNotWritten()
    {
        const Conversation one = talk();
        Conversation other = talk();
        const Turn turn = say(one.id);
        QVERIFY(!m_store->insertTurn(fullTurn(other.id, turn.id))); // another conversation's
        QVERIFY(!m_store->insertTurn(fullTurn(other.id, TurnId{99})));
        QVERIFY(!m_store->insertTurn(fullTurn(ConversationId{99})));
        QVERIFY(m_store->turns(other.id).value().isEmpty());
        other.tip = turn.id;
        QVERIFY(!m_store->updateConversation(other));
        QVERIFY(!m_store->conversation(other.id).value().tip);
        Turn moved = turn;
        moved.conversation = other.id;
        QVERIFY(!m_store->updateTurn(moved));
        moved.id = TurnId{99};
        QVERIFY(!m_store->updateTurn(moved));
        other.tip = {};
        other.id = ConversationId{99};
        QVERIFY(!m_store->updateConversation(other));
        QVERIFY(!m_store->conversation(other.id));
        QVERIFY(!m_store->turn(TurnId{99}));
        QCOMPARE(m_store->turns(one.id).value().size(), 1);
        QCOMPARE(m_store->conversation(one.id).value().tip, turn.id); // a refused turn moves nothing
    }

    void aClipHasSeveralNewestFirst()
    {
        const Conversation first = talk();
        const Conversation second = talk();
        Conversation elsewhere = fullConversation();
        elsewhere.clip = ClipId{4};
        elsewhere = m_store->insertConversation(elsewhere).value();
        const QList<Conversation> found = m_store->conversations(ClipId{3}).value();
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].id, second.id);
        QCOMPARE(found[1].id, first.id);
        QCOMPARE(m_store->conversations(ClipId{4}).value().first().id, elsewhere.id);
    }

    void twoHundredTurnsComeInOrder()
    {
        const Conversation conversation = talk();
        TurnId parent;
        for (int i = 0; i < 200; ++i) {
            Turn turn = fullTurn(conversation.id, parent);
            turn.said = QString::number(i);
            turn.answer = QString(2000, QLatin1Char('a'));
            parent = m_store->insertTurn(turn).value().id;
        }
        const QList<Turn> turns = m_store->turns(conversation.id).value();
        QCOMPARE(turns.size(), 200);
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(turns[i].said, QString::number(i));
            QCOMPARE(turns[i].parent, i ? turns[i - 1].id : TurnId());
        }
        QCOMPARE(m_store->conversation(conversation.id).value().tip, turns.last().id);
        // Read through the index, and not by going through every turn of the library.
        const auto database = std::move(Database::connect(file(), Database::Access::ReadOnly).value());
        auto plan = database->run(
            QStringLiteral("EXPLAIN QUERY PLAN SELECT * FROM turn WHERE conversation=1 ORDER BY id"));
        QVERIFY(plan && plan->next());
        QVERIFY2(plan->value(3).toString().contains(u"turn_conversation"),
                 qPrintable(plan->value(3).toString()));
    }

    void aSecondConnectionSeesThem()
    {
        const auto second = std::move(Store::open(file()).value());
        QVERIFY(second->changedElsewhere());
        const Conversation conversation = talk();
        Turn turn = say(conversation.id);
        QVERIFY(second->changedElsewhere().value());
        compareTurns(second->turn(turn.id).value(), turn);
        QCOMPARE(second->conversation(conversation.id).value().tip, turn.id);
        turn.state = TurnState::Answered;
        QVERIFY(m_store->updateTurn(turn));
        QCOMPARE(second->turn(turn.id).value().state, TurnState::Answered);
    }

    void takesAreFoundByTheirTurn()
    {
        const Conversation conversation = talk();
        const Turn first = say(conversation.id);
        const Turn second = say(conversation.id, first.id);
        const Turn elsewhere = say(talk().id);
        const TakeId one = finish(taskOf(second.id), {});
        const TakeId two = finish(taskOf(first.id), {});
        const TakeId three = finish(taskOf(second.id), {});
        finish(taskOf(elsewhere.id), {});
        finish(taskOf({}), {});
        QCOMPARE(m_store->take(one).value().turn, second.id);
        QCOMPARE(m_store->takesByTurn(conversation.id).value(),
                 (QHash<TurnId, QList<TakeId>>{{first.id, {two}}, {second.id, {one, three}}}));
        QVERIFY(m_store->removeTake(two));
        QVERIFY(!m_store->takesByTurn(conversation.id).value().contains(first.id));
        QCOMPARE(m_store->turns(conversation.id).value().size(), 2);
    }

    void theSourcesTakeMayGo()
    {
        const TakeId take = finish(taskOf({}), {});
        Conversation conversation = fullConversation();
        conversation.source = take;
        conversation = m_store->insertConversation(conversation).value();
        QVERIFY(m_store->removeTake(take));
        compareConversations(m_store->conversation(conversation.id).value(), conversation);
    }

    void aLibraryOfTheThirdVersionIsCarriedOver()
    {
        m_store.reset();
        const QString old = m_dir->filePath(QStringLiteral("third.db"));
        makeOldLibrary(old, 3, 2);
        {
            const auto database = std::move(Database::connect(old, Database::Access::ReadWrite).value());
            QVERIFY(database->run(QStringLiteral(
                "INSERT INTO take (task, file, recipe, title, width, height, duration_us, kept)"
                " VALUES (1, '/takes/old.mp4', '', 'old', 1280, 720, 5000000, 1)")));
        }
        m_store = std::move(Store::open(old).value());
        QCOMPARE(m_store->schemaVersion(), int(migrations().size()));
        const Take take = m_store->takes().value().first();
        QVERIFY(!take.turn);
        QVERIFY(take.kept);
        QCOMPARE(take.file, QStringLiteral("/takes/old.mp4"));
        QCOMPARE(m_store->tasks().value().size(), 2);
        const Conversation conversation = talk();
        QVERIFY(m_store->turns(conversation.id).value().isEmpty());
        const Turn turn = say(conversation.id);
        compareTurns(m_store->turns(conversation.id).value().first(), turn);
    }

    void theDailyBackupHasThem()
    {
        const Conversation conversation = talk();
        const Turn turn = say(conversation.id);
        const TakeId take = finish(taskOf(turn.id), {});
        QVERIFY(keepLibrary(file(), noon));
        loseDatabase();
        QCOMPARE(m_store->openReport().outcome, OpenReport::Outcome::Restored);
        compareTurns(m_store->turns(conversation.id).value().first(), turn);
        QCOMPARE(m_store->takesByTurn(conversation.id).value().value(turn.id), QList<TakeId>{take});
    }

    void aTurnThatIsGoneDoesNoHarm()
    {
        const Turn turn = say(talk().id);
        const TakeId take = finish(taskOf(turn.id), {});
        const Turn late = say(talk().id);
        const Task queued = taskOf(late.id);
        loseDatabase();
        QCOMPARE(m_store->openReport().outcome, OpenReport::Outcome::Rebuilt);
        QCOMPARE(m_store->take(take).value().turn, turn.id);
        QCOMPARE(m_store->task(queued.id).value().order.turn, late.id);
        QVERIFY(!m_store->turn(turn.id));
        // The next turn of all is not taken for one of those.
        const Conversation conversation = talk();
        const Turn next = say(conversation.id);
        QVERIFY(next.id > late.id);
        QVERIFY(m_store->takesByTurn(conversation.id).value().isEmpty());
        finish(m_store->task(queued.id).value(), {});
    }

    void aReceiptHoldsNoPictureOfAKeptFrame()
    {
        Task like = fullTask();
        like.order.keeping.first = {KeptFrame::From::File,
                                    QStringLiteral("https://a.example/first.png?Signature=geheim")};
        like.order.keeping.last = {KeptFrame::From::File, QStringLiteral("data:image/png;base64,AAAA")};
        const Task task = taskOnItsWay(*m_store, TaskState::Queued, like);
        const Keeping kept = m_store->receipt(task.id).value().task.order.keeping;
        QCOMPARE(kept.first.file, QStringLiteral("https://a.example/first.png"));
        QCOMPARE(kept.last.file, QStringLiteral("data:image/png;base64"));
        QVERIFY(kept.sourceSound);
    }
};

QTEST_GUILESS_MAIN(TestConversations)
#include "tst_conversations.moc"
