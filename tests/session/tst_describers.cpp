// SPDX-License-Identifier: GPL-3.0-or-later
// One conversation with describers of different gifts: English only, small contexts, long answers.
#include "dialoguetable.h"

#include "session/describerwords.h"

#include <QJsonObject>

using namespace retake;

class TestDescribers : public QObject
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

    void translatesForADescriberThatTakesOnlyEnglish()
    {
        QVERIFY(talk().setDescriber(QStringLiteral("glm-4v-plus")));
        m_table->describe();
        const QString chinese = QStringLiteral("把紫色鹦鹉换成白色鹦鹉");
        talk().say(chinese);
        QCOMPARE(talk().activity(), Dialogue::Activity::Translating);
        QCOMPARE(chat().asked.last().describer.id, QStringLiteral("glm-4.7-flash"));
        QCOMPARE(chat().asked.last().newest(), chinese);
        chat().say(QStringLiteral("Change")); // of no interest
        const QString firstId = chat().asked.last().request.requestId;
        chat().answer(QStringLiteral("Change the purple parrot to a white parrot."),
                      {{QStringLiteral("total_tokens"), 50}});
        QCOMPARE(talk().activity(), Dialogue::Activity::Asking);
        // kept before the second question
        const Turn stored = m_table->store->turn(m_table->tip()).value();
        QCOMPARE(stored.said, chinese);
        QCOMPARE(stored.translated, QStringLiteral("Change the purple parrot to a white parrot."));
        QCOMPARE(stored.state, TurnState::Asking);
        QVERIFY(stored.requestId != firstId);
        QCOMPARE(chat().asked.last().describer.id, QStringLiteral("glm-4v-plus"));
        QVERIFY(chat().asked.last().newest().contains(stored.translated));
        QVERIFY(!chat().asked.last().newest().contains(chinese));
        chat().answer(QStringLiteral("Appearance: white feathers, a black beak"),
                      {{QStringLiteral("total_tokens"), 400}});
        QCOMPARE(talk().tip()->usage[u"total_tokens"].toInt(), 450);
        QCOMPARE(talk().instructions(), QStringList{stored.translated});
        // newer ones are asked in the person's own words
        QVERIFY(talk().setDescriber(QStringLiteral("glm-4.6v")));
        talk().say(chinese);
        QCOMPARE(talk().activity(), Dialogue::Activity::Asking);
        QVERIFY(chat().asked.last().newest().contains(chinese));
    }

    void aTranslationThatCameIsNotBoughtTwice()
    {
        QVERIFY(talk().setDescriber(QStringLiteral("glm-4v-plus")));
        m_table->describe();
        talk().say(QStringLiteral("让它下雪"));
        chat().answer(QStringLiteral("Make it snow."));
        chat().refuse(ErrorKind::ServiceBusy);
        QCOMPARE(talk().tip()->state, TurnState::Failed);
        talk().askAgain();
        QCOMPARE(chat().asked.last().describer.id, QStringLiteral("glm-4v-plus"));
        QVERIFY(chat().asked.last().newest().contains(QStringLiteral("Make it snow.")));
    }

    void shortens()
    {
        m_table->describe(QString(parrotAnswer + QStringLiteral(" and so on").repeated(40)));
        QVERIFY(talk().description().characters() > 512);
        talk().shorten(512);
        QVERIFY(chat().asked.last().newest().contains(QStringLiteral("at most 448")));
        chat().answer(QStringLiteral("Mood: calm"));
        QCOMPARE(talk().tip()->kind, TurnKind::Shorten);
        QCOMPARE(talk().tip()->state, TurnState::Answered);
        QVERIFY(talk().description().characters() < 450);
        talk().shorten(300);
        chat().answer(parrotAnswer); // longer than it was
        QCOMPARE(talk().tip()->error->kind, ErrorKind::BadReply);
        talk().askAgain();
        QVERIFY(chat().asked.last().newest().contains(QStringLiteral("at most 263")));
    }

    void staysInsideASmallContextFor200Turns()
    {
        QVERIFY(talk().setDescriber(QStringLiteral("glm-4v-plus")));
        m_table->describe();
        for (int i = 1; i < 200; ++i) {
            m_table->say(
                QStringLiteral("Edit number %1: %2")
                    .arg(i)
                    .arg(QStringLiteral("make the sky a little more like it was before. ").repeated(5)),
                QStringLiteral("Mood: calm, natural, number %1").arg(i));
        }
        QVERIFY(m_table->refusals.isEmpty());
        QCOMPARE(talk().line().size(), 200);
        qsizetype mostEdits = 0;
        for (qsizetype i = 1; i < chat().asked.size(); ++i) {
            const auto &asked = chat().asked[i];
            QVERIFY(estimatedTokens(asked.request.messages) + asked.request.maximumTokens <= 8000);
            QCOMPARE(asked.parts(ChatPart::Kind::Image) + asked.parts(ChatPart::Kind::Video), 0);
            QVERIFY(asked.newest().contains(QStringLiteral("Edit number %1:").arg(i)));
            mostEdits = std::max(mostEdits, asked.text(3).count(u'\n'));
        }
        QVERIFY(mostEdits > 20);
        restart();
        QCOMPARE(talk().line().size(), 200);
        QCOMPARE(m_table->part(DescriptionField::Mood), QStringLiteral("calm, natural, number 199"));
    }

    void keepsToWhatADescriberTakes()
    {
        QCOMPARE(talk().describer().id, QStringLiteral("glm-5.3-flash"));
        QCOMPARE(talk().setDescriber(QStringLiteral("glm-4.7-flash")).error().kind, ErrorKind::UnknownModel);
        QCOMPARE(talk().setDescriber(QStringLiteral("nobody")).error().kind, ErrorKind::UnknownModel);
        QVERIFY(talk().setShowing(Showing::SmallVideo));
        QVERIFY(talk().setDescriber(QStringLiteral("glm-5v-turbo"))); // takes no inline video
        QCOMPARE(talk().showing(), Showing::Frames);
        QVERIFY(!talk().setShowing(Showing::SmallVideo));
        for (const char *address :
             {"", "oss://a/b.mp4", "file:///films/parrot.mp4", "parrot.mp4", "https://"}) {
            DialogueTable fresh(m_data->path());
            QCOMPARE(fresh.dialogue->setShowing(Showing::Address, QString::fromLatin1(address)).error().kind,
                     ErrorKind::BadAddress);
        }
        QVERIFY(talk().setShowing(Showing::Address, parrotAddress));
        QCOMPARE(talk().address(), parrotAddress);
    }

    void estimatesOnlyWhatCanBeKnown()
    {
        QVERIFY(talk().setDescriber(QStringLiteral("glm-4.6v")));
        talk().setAccount(mainland());
        QVERIFY(talk().estimateDescribe().currency.isEmpty()); // a video's tokens are not known
        QVERIFY(talk().setShowing(Showing::Frames));
        const Estimate estimate = talk().estimateDescribe();
        QCOMPARE(estimate.currency, QStringLiteral("CNY"));
        QVERIFY(estimate.amount > 0.005 && estimate.amount < 0.05);
        talk().setAccount(practiceOfBigmodel());
        QVERIFY(talk().estimateDescribe().currency.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDescribers)
#include "tst_describers.moc"
