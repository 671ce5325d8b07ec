// SPDX-License-Identifier: GPL-3.0-or-later
// Ways back and other ways on: undo, branches, what is written by hand, several conversations of one clip.
#include "dialoguetable.h"

#include "queue/localmediastage.h"
#include "queue/taskqueue.h"

using namespace retake;

class TestDialogueBranches : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<DialogueTable> m_table;

    Dialogue &talk() const { return *m_table->dialogue; }

    ScriptedChat &chat() const { return m_table->chat; }

    static Description withMood(Description description, const QString &mood)
    {
        description.setField(DescriptionField::Mood, mood);
        return description;
    }

    // What the queue does at the end of a walk.
    TakeId addTake(TurnId turn) const
    {
        Task task;
        task.state = TaskState::Downloading;
        task.order.clip = parrotClip().file;
        task.order.turn = turn;
        task.createdAt = task.changedAt = m_table->clock.now();
        const auto stored = m_table->store->insertTask(task);
        if (!stored)
            return {};
        Take take;
        take.task = stored->id;
        take.clip = talk().clipId();
        take.turn = turn;
        take.file = m_data->filePath(QStringLiteral("take-%1.mp4").arg(stored->id.value));
        take.createdAt = m_table->clock.now();
        Task done = *stored;
        done.state = TaskState::Done;
        return m_table->store->finishTask(done, take).value_or(TakeId());
    }

private Q_SLOTS:

    void init()
    {
        m_data = std::make_unique<QTemporaryDir>(placeForTests());
        m_table = std::make_unique<DialogueTable>(m_data->path());
        m_table->open();
    }

    void cleanup()
    {
        m_table.reset();
        m_data.reset();
    }

    void undoAndRedoRemoveNothing()
    {
        m_table->describe();
        m_table->say(QStringLiteral("Make it night"), QStringLiteral("Light: night"));
        m_table->say(QStringLiteral("Make it rain"), QStringLiteral("Motion: rain falls"));
        const TurnId last = m_table->tip();
        QVERIFY(talk().canUndo());
        QVERIFY(!talk().canRedo());
        QSignalSpy moved(&talk(), &Dialogue::tipChanged);
        talk().undo();
        QCOMPARE(moved.size(), 1);
        QCOMPARE(m_table->part(DescriptionField::Light), QStringLiteral("night"));
        QCOMPARE(m_table->part(DescriptionField::Motion), QStringLiteral("the parrot turns its head slowly"));
        talk().undo();
        QVERIFY(!talk().canUndo());
        talk().undo(); // nothing to do
        QCOMPARE(talk().line().size(), 1);
        talk().redo();
        talk().redo();
        QCOMPARE(m_table->tip(), last);
        QVERIFY(!talk().canRedo());
        QVERIFY(m_table->refusals.isEmpty());
        talk().undo();
        const TurnId tip = m_table->tip();
        m_table = std::make_unique<DialogueTable>(m_data->path());
        m_table->open();
        QCOMPARE(m_table->tip(), tip); // also after a restart
        QVERIFY(talk().canRedo());
    }

    void branchesFromAnyTurn()
    {
        m_table->describe();
        const TurnId first = m_table->tip();
        m_table->say(QStringLiteral("Make it night"), QStringLiteral("Light: night"));
        const TurnId night = m_table->tip();
        QVERIFY(talk().goTo(first));
        m_table->say(QStringLiteral("Make it rain"), QStringLiteral("Motion: rain falls"));
        const TurnId rain = m_table->tip();
        QCOMPARE(m_table->part(DescriptionField::Light), QStringLiteral("soft dusk light"));
        QVERIFY(!chat().asked.last().newest().contains(QStringLiteral("night")));
        QCOMPARE(chat().asked.last().request.messages.size(), 4); // the other branch is no edit of this one
        const QList<Turn> branches = talk().branches(first);
        QCOMPARE(branches.size(), 2);
        QCOMPARE(branches[0].id, night);
        QCOMPARE(branches[1].id, rain);
        QVERIFY(talk().goTo(night));
        QCOMPARE(m_table->part(DescriptionField::Light), QStringLiteral("night"));
        QCOMPARE(talk().line().size(), 2);
        QVERIFY(talk().goTo(first));
        talk().redo();
        QCOMPARE(m_table->tip(), rain); // the newest
        QVERIFY(!talk().goTo(TurnId{999}));
    }

    void whatIsWrittenByHandIsTheNewBase()
    {
        m_table->describe();
        m_table->say(QStringLiteral("Make it night"), QStringLiteral("Light: night"));
        QVERIFY(talk().write(withMood(talk().description(), QStringLiteral("eerie"))));
        QCOMPARE(talk().tip()->kind, TurnKind::EditByHand);
        QVERIFY(talk().instructions().isEmpty());
        const TurnId written = m_table->tip();
        QVERIFY(talk().write(talk().description())); // the same: no turn
        QCOMPARE(m_table->tip(), written);
        m_table->say(QStringLiteral("Make it rain"), QStringLiteral("Motion: rain falls"));
        const auto &asked = chat().asked.last();
        QCOMPARE(asked.request.messages.size(), 4);
        QVERIFY(asked.text(2).contains(QStringLiteral("Mood: eerie")));
        QVERIFY(asked.text(2).contains(QStringLiteral("Light: night")));
        QCOMPARE(talk().instructions(), QStringList{QStringLiteral("Make it rain")});
    }

    void aConversationCanBeginByHand()
    {
        QSignalSpy opened(&talk(), &Dialogue::opened);
        Description whole;
        whole.setField(DescriptionField::Whole, QStringLiteral("A parrot on a railing at dusk."));
        QVERIFY(talk().write(whole));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(talk().line().size(), 1);
        m_table->say(QStringLiteral("Make it night"), QStringLiteral("A parrot on a railing at night."));
        QCOMPARE(talk().description().text(), QStringLiteral("A parrot on a railing at night."));
        QVERIFY(chat().asked.last().newest().contains(QStringLiteral("whole description")));
        QCOMPARE(talk().changes(m_table->tip()).size(), 1);
    }

    void putsAPartBack()
    {
        m_table->describe();
        m_table->say(QStringLiteral("Make it night"), QStringLiteral("Light: night\nMood: eerie"));
        const TurnId night = m_table->tip();
        m_table->say(QStringLiteral("Make it rain"), QStringLiteral("Motion: rain falls"));
        QVERIFY(talk().putBack(night, DescriptionField::Mood));
        QCOMPARE(m_table->part(DescriptionField::Mood), QStringLiteral("calm, natural"));
        QCOMPARE(m_table->part(DescriptionField::Motion), QStringLiteral("rain falls"));
        QVERIFY(!talk().putBack(talk().line().first().id, DescriptionField::Mood)); // nothing before it
        talk().undo();
        QCOMPARE(m_table->part(DescriptionField::Mood), QStringLiteral("eerie"));
    }

    void afterAFailureItGoesOnFromWhatThereIs()
    {
        m_table->describe();
        const TurnId first = m_table->tip();
        talk().say(QStringLiteral("Make it night"));
        chat().refuse(ErrorKind::Moderated);
        QVERIFY(talk().canUndo());
        Description written = withMood(talk().description(), QStringLiteral("eerie"));
        QVERIFY(talk().write(written));
        QCOMPARE(talk().tip()->parent, first);
        QCOMPARE(talk().line().size(), 2);
        talk().undo();
        talk().redo();
        QCOMPARE(talk().description(), written); // not to the one that failed
    }

    void aFirstLookThatFailedIsTakenAgain()
    {
        talk().describe();
        chat().refuse(ErrorKind::Unclear);
        QVERIFY(talk().conversation());
        QVERIFY(talk().description().isEmpty());
        talk().say(QStringLiteral("Make it night"));
        QCOMPARE(m_table->refusals, QList{ErrorKind::WrongState});
        talk().askAgain();
        chat().answer(parrotAnswer);
        QCOMPARE(talk().line().size(), 1);
        QCOMPARE(m_table->part(DescriptionField::Camera), QStringLiteral("static close-up"));
        QCOMPARE(talk().conversations().size(), 1);
    }

    void aClipHasSeveralConversations()
    {
        m_table->describe();
        const ConversationId first = talk().conversation()->id;
        m_table->clock.advance(std::chrono::minutes(1));
        talk().beginAnew();
        QVERIFY(!talk().conversation());
        QVERIFY(talk().line().isEmpty());
        QVERIFY(talk().setDescriber(QStringLiteral("glm-4.6v")));
        QVERIFY(talk().setShowing(Showing::Address, QStringLiteral("https://films.example/other.mp4")));
        m_table->describe(QStringLiteral("Subject: a bird"));
        QCOMPARE(talk().conversations().size(), 2);
        QCOMPARE(talk().conversations().first().id, talk().conversation()->id);
        QVERIFY(talk().choose(first));
        QCOMPARE(talk().describer().id, QStringLiteral("glm-5.3-flash"));
        QCOMPARE(talk().address(), parrotAddress);
        QCOMPARE(m_table->part(DescriptionField::Camera), QStringLiteral("static close-up"));
        QVERIFY(!talk().choose(ConversationId{999}));
        m_table->open(); // the newest comes to the table
        QCOMPARE(m_table->part(DescriptionField::Subject), QStringLiteral("a bird"));
        talk().closeClip();
        QVERIFY(!talk().clip());
        QVERIFY(!talk().conversation());
    }

    void aNewConversationIsAskedAsThePersonChoseLast()
    {
        QVERIFY(talk().setDescriber(QStringLiteral("glm-4v-plus")));
        m_table->describe();
        m_table = std::make_unique<DialogueTable>(m_data->path());
        m_table->open();
        QCOMPARE(talk().describer().id, QStringLiteral("glm-4v-plus")); // the conversation's own
        talk().beginAnew();
        QCOMPARE(talk().describer().id, QStringLiteral("glm-5.3-flash"));
        QCOMPARE(talk().showing(), Showing::Frames);
        QVERIFY(talk().setDescriber(QStringLiteral("glm-4.6v")));
        QVERIFY(talk().setShowing(Showing::SmallVideo));
        ClipInfo other = parrotClip();
        other.file = QStringLiteral("/films/cat.mp4");
        talk().openClip(other, {});
        QCOMPARE(talk().describer().id, QStringLiteral("glm-4.6v"));
        QCOMPARE(talk().showing(), Showing::SmallVideo);
    }

    void aTakeHasConversationsOfItsOwn()
    {
        m_table->describe();
        const ClipId clip = talk().clipId();
        talk().openClip(parrotClip(), clip, TakeId{7});
        QVERIFY(!talk().conversation());
        QVERIFY(talk().setShowing(Showing::Address, parrotAddress));
        m_table->describe(QStringLiteral("Subject: a take"));
        QCOMPARE(talk().conversation()->source, TakeId{7});
        talk().openClip(parrotClip(), clip);
        QCOMPARE(m_table->part(DescriptionField::Camera), QStringLiteral("static close-up"));
    }

    void anImportedTakeIsOfNoClip()
    {
        for (int start = 0; start < 2; ++start) {
            talk().openClip(parrotClip(), {}, TakeId{9});
            QCOMPARE(talk().line().size(), start);
            QVERIFY(talk().setShowing(Showing::Address, parrotAddress));
            if (start == 0)
                m_table->describe(QStringLiteral("Subject: a take"));
        }
        QCOMPARE(m_table->part(DescriptionField::Subject), QStringLiteral("a take"));
        talk().openClip(parrotClip(), {}, TakeId{10});
        QVERIFY(!talk().conversation());
    }

    void aClipIsKnownByItsFile()
    {
        m_table->describe();
        talk().closeClip();
        talk().openClip(parrotClip(), {});
        QCOMPARE(talk().line().size(), 1);
    }

    void knowsTheTakesOfEachTurn()
    {
        m_table->describe();
        const TurnId turn = m_table->tip();
        TaskQueue queue(*m_table->store, m_table->catalogue, m_table->accounts, m_table->paths,
                        m_table->clock,
                        std::make_unique<LocalMediaStage>(Shelf(m_table->paths.shelfDir(), 1 << 20),
                                                          HashBook(m_table->paths.hashFile())));
        talk().follow(queue);
        QSignalSpy changed(&talk(), &Dialogue::takesChanged);
        const TakeId ours = addTake(turn);
        const TakeId other = addTake({});
        Q_EMIT queue.takeAdded(ours);
        Q_EMIT queue.takeAdded(other);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(talk().takes(turn), QList{ours});
        m_table->open();
        QCOMPARE(talk().takes(turn), QList{ours});
    }
};

QTEST_GUILESS_MAIN(TestDialogueBranches)
#include "tst_dialoguebranches.moc"
