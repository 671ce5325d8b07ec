// SPDX-License-Identifier: GPL-3.0-or-later
// The walk from a clip to a description and on, question by question.
#include "dialoguetable.h"

#include <QJsonObject>

using namespace retake;

class TestDialogue : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<DialogueTable> m_table;

    Dialogue &talk() const { return *m_table->dialogue; }

    ScriptedChat &chat() const { return m_table->chat; }

    void restart()
    {
        m_table.reset();
        m_table = std::make_unique<DialogueTable>(m_data->path());
        m_table->open();
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

    // The guide's walk: describe, white parrot, rainy forest.
    void walksFromAClipToWhatIsWanted()
    {
        QVERIFY(!talk().conversation());
        QVERIFY(m_table->store->conversations(talk().clipId()).value().isEmpty());
        QSignalSpy added(&talk(), &Dialogue::turnAdded);
        QSignalSpy said(&talk(), &Dialogue::said);
        talk().describe();
        QCOMPARE(talk().activity(), Dialogue::Activity::Asking);
        QCOMPARE(added.size(), 1);
        // on the disk before an answer is there
        const Turn asking = m_table->store->turn(m_table->tip()).value();
        QCOMPARE(asking.state, TurnState::Asking);
        QCOMPARE(asking.requestId, chat().asked.last().request.requestId);
        QVERIFY(asking.requestId.startsWith(u"retake-"));
        QCOMPARE(asking.shown, (QList<ShownPart>{{parrotAddress, Microseconds(0)}}));
        chat().say(parrotAnswer.left(20));
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(talk().saidSoFar(), parrotAnswer.left(20));
        chat().answer(parrotAnswer, {{QStringLiteral("total_tokens"), 900}});
        QCOMPARE(talk().activity(), Dialogue::Activity::Idle);
        const Turn first = m_table->store->turn(m_table->tip()).value();
        QCOMPARE(first.state, TurnState::Answered);
        QCOMPARE(first.usage[u"total_tokens"].toInt(), 900);
        QCOMPARE(first.describer, QStringLiteral("glm-5.3-flash"));
        QCOMPARE(first.answer, parrotAnswer);
        QCOMPARE(m_table->part(DescriptionField::Light), QStringLiteral("soft dusk light"));
        QCOMPARE(m_table->store->conversations(talk().clipId()).value().size(), 1);

        m_table->say(QStringLiteral("Change the purple parrot to white parrot."),
                     QStringLiteral("Subject: a white parrot on a metal railing\n"
                                    "Appearance: vibrant white feathers, a black beak"));
        m_table->say(QStringLiteral("Change background to a rainy forest."),
                     QStringLiteral("Setting: a rainy forest\nLight: a misty grey sky"));
        QCOMPARE(talk().line().size(), 3);
        QCOMPARE(m_table->part(DescriptionField::Subject),
                 QStringLiteral("a white parrot on a metal railing"));
        QCOMPARE(m_table->part(DescriptionField::Setting), QStringLiteral("a rainy forest"));
        QCOMPARE(m_table->part(DescriptionField::Motion), QStringLiteral("the parrot turns its head slowly"));
        QCOMPARE(talk().instructions().size(), 2);
        QVERIFY(m_table->refusals.isEmpty());

        // the video went out once
        QCOMPARE(chat().asked[0].parts(ChatPart::Kind::Video), 1);
        QCOMPARE(chat().asked[1].parts(ChatPart::Kind::Video), 0);
        QCOMPARE(chat().asked[2].parts(ChatPart::Kind::Video), 0);
        QCOMPARE(chat().asked[2].request.messages.size(), 6);
        QVERIFY(chat().asked[2].newest().contains(QStringLiteral("rainy forest")));
    }

    void tellsWhatChangedUnasked()
    {
        m_table->describe();
        m_table->say(QStringLiteral("Change the purple parrot to white parrot."),
                     QStringLiteral("Appearance: vibrant white feathers, a black beak\n"
                                    "Mood: thrilling, with a soothing sound"));
        const QList<FieldChange> changes = talk().changes(m_table->tip());
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0].field, DescriptionField::Appearance);
        QVERIFY(!changes[0].isUnasked);
        QCOMPARE(changes[1].field, DescriptionField::Mood);
        QVERIFY(changes[1].isUnasked);
        QVERIFY(talk().putBack(m_table->tip(), DescriptionField::Mood));
        QCOMPARE(m_table->part(DescriptionField::Mood), QStringLiteral("calm, natural"));
        QCOMPARE(m_table->part(DescriptionField::Appearance),
                 QStringLiteral("vibrant white feathers, a black beak"));
        QCOMPARE(talk().tip()->kind, TurnKind::EditByHand);
        for (const FieldChange &change : talk().changes(m_table->tip()))
            QVERIFY(!change.isUnasked);
    }

    void lockedPartsStay()
    {
        m_table->describe();
        QVERIFY(talk().setLocked(DescriptionField::Light, true));
        QVERIFY(talk().setLocked(DescriptionField::Camera, true));
        m_table->say(QStringLiteral("Change background to a rainy forest."),
                     QStringLiteral("Setting: a rainy forest\nLight: a misty grey sky"));
        QVERIFY(chat().asked.last().newest().contains(
            QStringLiteral("locked and stay word for word: Light, Camera")));
        QCOMPARE(m_table->part(DescriptionField::Light), QStringLiteral("soft dusk light"));
        QCOMPARE(m_table->part(DescriptionField::Setting), QStringLiteral("a rainy forest"));
        // also when the clip is looked at once more
        talk().describe();
        chat().answer(QStringLiteral("Subject: a bird\nLight: noon"));
        QCOMPARE(m_table->part(DescriptionField::Subject), QStringLiteral("a bird"));
        QCOMPARE(m_table->part(DescriptionField::Light), QStringLiteral("soft dusk light"));
        QCOMPARE(talk().line().size(), 3);
        restart();
        QCOMPARE(talk().locked(), (QList{DescriptionField::Light, DescriptionField::Camera}));
        QVERIFY(talk().setLocked(DescriptionField::Light, false));
        QCOMPARE(talk().locked(), QList{DescriptionField::Camera});
    }

    void anAnswerThatChangesNothingIsNone_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("the same") << QStringLiteral("Light: soft dusk light");
        QTest::newRow("a remark") << QStringLiteral("I am sorry, I cannot change this video.");
        QTest::newRow("no words") << QStringLiteral("Light:\nMood:");
    }

    void anAnswerThatChangesNothingIsNone()
    {
        QFETCH(QString, answer);
        m_table->describe();
        const Description before = talk().description();
        m_table->say(QStringLiteral("Make it night"), answer);
        const Turn failed = m_table->store->turn(m_table->tip()).value();
        QCOMPARE(failed.state, TurnState::Failed);
        QCOMPARE(failed.error->kind, ErrorKind::BadReply);
        QCOMPARE(failed.answer, answer);
        QCOMPARE(talk().description(), before);
        QVERIFY(talk().described()->id != failed.id);
    }

    void halfAnAnswerIsNone()
    {
        talk().describe();
        const auto &asked = chat().asked.last();
        ChatAnswer half{parrotAnswer.left(100), asked.describer.id, asked.request.requestId, {}};
        half.cutShort = true;
        Q_EMIT asked.job->finished(half);
        QCOMPARE(talk().tip()->error->kind, ErrorKind::BadReply);
        QCOMPARE(talk().tip()->answer, half.text);
        QVERIFY(talk().description().isEmpty());
    }

    void whatFailedIsAskedAgainOnlyOnAClick()
    {
        m_table->describe();
        talk().say(QStringLiteral("Make it night"));
        chat().say(QStringLiteral("Light: deep ni"));
        chat().refuse(ErrorKind::Unclear);
        const Turn failed = *talk().tip();
        QCOMPARE(failed.state, TurnState::Failed);
        QCOMPARE(failed.error->kind, ErrorKind::Unclear);
        QCOMPARE(failed.answer, QStringLiteral("Light: deep ni"));
        QCOMPARE(chat().asked.size(), 2);
        talk().askAgain();
        QCOMPARE(chat().asked.size(), 3);
        QVERIFY(chat().asked[2].request.requestId != chat().asked[1].request.requestId);
        QCOMPARE(chat().asked[2].request.messages, chat().asked[1].request.messages);
        chat().answer(QStringLiteral("Light: deep night"));
        QCOMPARE(talk().line().size(), 2);
        QCOMPARE(m_table->part(DescriptionField::Light), QStringLiteral("deep night"));
        // what it may have cost is not forgotten
        QCOMPARE(m_table->store->turn(failed.id)->state, TurnState::Failed);
        talk().askAgain();
        QCOMPARE(m_table->refusals, QList{ErrorKind::WrongState});
    }

    void goesOnAfterARestartInMidQuestion()
    {
        m_table->describe();
        talk().say(QStringLiteral("Make it night"));
        const TurnId asked = m_table->tip();
        restart();
        QVERIFY(talk().conversation());
        const Turn left = *talk().tip();
        QCOMPARE(left.id, asked);
        QCOMPARE(left.state, TurnState::Failed);
        QCOMPARE(left.error->kind, ErrorKind::Unclear);
        QVERIFY(chat().asked.isEmpty());
        QCOMPARE(m_table->part(DescriptionField::Light), QStringLiteral("soft dusk light"));
        talk().askAgain();
        QCOMPARE(chat().asked.size(), 1);
        QVERIFY(chat().asked[0].newest().contains(QStringLiteral("Make it night")));
        chat().answer(QStringLiteral("Light: deep night"));
        QCOMPARE(m_table->part(DescriptionField::Light), QStringLiteral("deep night"));
    }

    void aQuestionOfAnotherProgramIsLeftAlone()
    {
        m_table->describe();
        talk().say(QStringLiteral("Make it night"));
        DialogueTable second(m_data->path());
        second.open();
        QCOMPARE(second.dialogue->tip()->state, TurnState::Asking);
        QCOMPARE(m_table->store->turn(m_table->tip())->state, TurnState::Asking);
        chat().answer(QStringLiteral("Light: deep night"));
        second.open();
        QCOMPARE(second.part(DescriptionField::Light), QStringLiteral("deep night"));
    }

    void aQuestionIsAnsweredWhileAnotherClipIsOpen()
    {
        m_table->describe();
        talk().say(QStringLiteral("Make it night"));
        const TurnId asked = m_table->tip();
        ClipInfo other = parrotClip();
        other.file = QStringLiteral("/films/cat.mp4");
        talk().openClip(other, m_table->store->clipForFile(other.file, m_table->clock.now())->id);
        QVERIFY(!talk().conversation());
        QVERIFY(talk().saidSoFar().isEmpty());
        talk().describe();
        QCOMPARE(m_table->refusals, QList{ErrorKind::WrongState});
        chat().answer(QStringLiteral("Light: deep night"));
        QCOMPARE(m_table->store->turn(asked)->state, TurnState::Answered);
        m_table->open();
        QCOMPARE(m_table->part(DescriptionField::Light), QStringLiteral("deep night"));
    }

    void stopsWaiting()
    {
        m_table->describe();
        talk().say(QStringLiteral("Make it night"));
        chat().say(QStringLiteral("Light: de"));
        talk().stop();
        QVERIFY(!chat().asked.last().job);
        QCOMPARE(talk().activity(), Dialogue::Activity::Idle);
        QCOMPARE(talk().tip()->error->kind, ErrorKind::CancelledByPerson);
        QCOMPARE(talk().tip()->answer, QStringLiteral("Light: de"));
        QVERIFY(m_table->refusals.isEmpty());
        m_table->say(QStringLiteral("Make it noon"), QStringLiteral("Light: noon"));
        QCOMPARE(talk().line().size(), 2); // the stopped one stands beside it
        QCOMPARE(talk().branches(talk().line().first().id).size(), 2);
    }

    void refusesWhatCannotBegin()
    {
        talk().say(QStringLiteral("  "));
        talk().say(QStringLiteral("Make it night")); // nothing to revise
        talk().shorten(450);
        QCOMPARE(m_table->refusals,
                 (QList{ErrorKind::PromptEmpty, ErrorKind::WrongState, ErrorKind::WrongState}));
        m_table->refusals.clear();
        m_table->describe();
        talk().say(QStringLiteral("Make it night"));
        talk().say(QStringLiteral("Make it noon"));
        talk().describe();
        QCOMPARE(m_table->refusals, (QList{ErrorKind::WrongState, ErrorKind::WrongState}));
        QCOMPARE(talk().write(Description()).error().kind, ErrorKind::PromptEmpty);
        Description other;
        other.setField(DescriptionField::Whole, QStringLiteral("A cat."));
        QCOMPARE(talk().write(other).error().kind, ErrorKind::WrongState);
        QCOMPARE(talk().goTo(talk().line().first().id).error().kind, ErrorKind::WrongState);
        QVERIFY(!talk().canUndo());
        QCOMPARE(chat().asked.size(), 2);
    }

    void anAccountWithoutAKeyStoresNothing()
    {
        m_table->accounts.error = ErrorKind::KeyMissing;
        talk().describe();
        QCOMPARE(m_table->refusals, QList{ErrorKind::KeyMissing});
        QCOMPARE(talk().activity(), Dialogue::Activity::Idle);
        QVERIFY(!talk().conversation());
        Account other = mainland();
        other.service = QStringLiteral("dashscope");
        talk().setAccount(other);
        talk().describe();
        QCOMPARE(m_table->refusals.size(), 2);
        QVERIFY(chat().asked.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDialogue)
#include "tst_dialogue.moc"
