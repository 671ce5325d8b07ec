// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/conversation.h"
#include "model/description.h"

#include <QTest>

using namespace retake;

namespace {

using Field = DescriptionField;

Description fields(const QList<std::pair<Field, QString>> &parts)
{
    Description description;
    for (const auto &[field, words] : parts)
        description.setField(field, words);
    return description;
}

Description parrot()
{
    return fields({{Field::Subject, QStringLiteral("a purple parrot")},
                   {Field::Setting, QStringLiteral("a balcony over a city")},
                   {Field::Light, QStringLiteral("dusk")}});
}

} // namespace

class TestDescription : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void namesGoBothWays()
    {
        QCOMPARE(descriptionFields().size(), qsizetype(descriptionFieldCount));
        for (const Field field : descriptionFields())
            QCOMPARE(descriptionFieldFromName(descriptionFieldName(field)), std::optional(field));
        QVERIFY(!descriptionFieldFromName(QStringLiteral("scene")));
        for (const TurnKind kind :
             {TurnKind::Describe, TurnKind::Revise, TurnKind::EditByHand, TurnKind::Shorten})
            QCOMPARE(turnKindFromName(turnKindName(kind)), std::optional(kind));
        for (const TurnState state : {TurnState::Asking, TurnState::Answered, TurnState::Failed})
            QCOMPARE(turnStateFromName(turnStateName(state)), std::optional(state));
        for (const Showing showing : {Showing::Frames, Showing::Address, Showing::SmallVideo})
            QCOMPARE(showingFromName(showingName(showing)), std::optional(showing));
        QVERIFY(!turnKindFromName(QString()) && !turnStateFromName(QString()) && !showingFromName(QString()));
    }

    void labelsAreRead_data()
    {
        QTest::addColumn<QString>("answer");
        const auto row = [](const char *name, const char16_t *answer) {
            QTest::newRow(name) << QString::fromUtf16(answer);
        };
        row("plain", u"Subject: a purple parrot\nSetting: a balcony over a city\nLight: dusk");
        row("capitals", u"SUBJECT: a purple parrot\r\nSETTING: a balcony over a city\r\nLIGHT: dusk\r\n");
        row("bold", u"**Subject:** a purple parrot\n\n**Setting**: a balcony over a city\n**Light:** dusk");
        row("list", u"- Subject: a purple parrot\n* Setting: a balcony over a city\n• **Lighting**: dusk");
        row("numbers", u"1. Subject – a purple parrot\n2) Setting - a balcony over a city\n3. Light — dusk");
        row("headings",
            u"### Subject\na purple parrot\n\n## **Setting**\na balcony\nover a city\n#### Light:\ndusk");
        row("wide colon", u"Subject：a purple parrot\nSetting：a balcony over a city\nLight：dusk");
        row("Chinese labels", u"主体：a purple parrot\n场景/环境：a balcony over a city\n光线: dusk");
        row("brackets", u"【主体】a purple parrot\n【环境】：a balcony over a city\n[Light] dusk");
        row("with a note", u"Subject (main): a purple parrot\nSetting: a balcony over a city\nLight: dusk");
        row("table", u"| Part | Words |\n|---|---|\n| Subject | a purple parrot |\n"
                     u"| Setting | a balcony over a city |\n| Light | dusk |");
        row("chatter",
            u"Here is the revised description:\n\nSubject: a purple parrot\nSetting: a balcony over "
            u"a city\nLight: dusk\n\nLet me know if you'd like anything else!");
        row("title", u"**Revised description:**\nSubject: a purple parrot\nSetting: a balcony over a city\n"
                     u"Light: dusk");
        row("fenced", u"```\nSubject: a purple parrot\nSetting: a balcony over a city\nLight: dusk\n```");
        row("one line", u"Subject: a purple parrot; Setting: a balcony over a city; Light: dusk");
        row("json", u"{\"subject\": \"a purple parrot\", \"Setting\": \"a balcony over a city\", \"light\": "
                    u"\"dusk\", \"mood\": null}");
        row("fenced json", u"Sure:\n```json\n{\"主体\": \"a purple parrot\", \"场景\": [\"a balcony over a "
                           u"city\"], \"光线\": \"dusk\"}\n```\nEnjoy!");
        row("wrapped json",
            u"{\"description\": {\"subject\": \"a purple parrot\", \"scene\": \"a balcony over "
            u"a city\", \"lighting\": \"dusk\"}}");
        row("nothing new", u"Subject: a purple parrot\nSetting: a balcony over a city\nLight: dusk\n"
                           u"Mood: (unchanged)\nCamera: N/A");
        row("said twice", u"Subject: a red parrot\nSubject: a purple parrot\nSetting: a balcony over a city\n"
                          u"Light: dusk");
        row("quoted", u"Subject: \"a purple parrot\"\nSetting: “a balcony over a city”\nLight: `dusk`");
        row("box marks", u"<|begin_of_box|>Subject: a purple parrot\nSetting: a balcony over a city\n"
                         u"Light: dusk<|end_of_box|>");
    }

    void labelsAreRead()
    {
        QFETCH(QString, answer);
        Description read = parseDescription(answer);
        for (const auto &[field, mark] : {std::pair{Field::Subject, u';'}, {Field::Setting, u';'}}) {
            if (read.field(field).endsWith(mark))
                read.setField(field, read.field(field).chopped(1));
        }
        QCOMPARE(read.labelled(), parrot().labelled());
        QCOMPARE(read, parrot());
    }

    void paragraphsBelongToTheLabelBefore()
    {
        const Description read = parseDescription(
            QStringLiteral("A few words first.\n\nSubject: a parrot.\n\nIt looks about.\n- It has a beak.\n"
                           "Action: it flies.\nMovement: leaves fall"));
        QCOMPARE(read.field(Field::Subject), QStringLiteral("a parrot. It looks about. It has a beak."));
        QCOMPARE(read.field(Field::Motion), QStringLiteral("it flies. leaves fall")); // two labels, one part
        QVERIFY(!read.isWhole());
    }

    void labelsTogether()
    {
        const Description read = parseDescription(QStringLiteral(
            "Subject/Appearance: a parrot\nSetting & Light: a balcony at dusk\nCamera and Motion: still"));
        QCOMPARE(read.field(Field::Subject), QStringLiteral("a parrot"));
        QCOMPARE(read.field(Field::Setting), QStringLiteral("a balcony at dusk"));
        QCOMPARE(read.field(Field::Camera), QStringLiteral("still"));
        QVERIFY(read.field(Field::Light).isEmpty());
    }

    void wordsThatLookLikeLabels()
    {
        const Description read = parseDescription(
            QStringLiteral("Subject: a clock\nTime: it shows ten: the hour of tea\nLight: dim"));
        QCOMPARE(read.field(Field::Subject), QStringLiteral("a clock Time: it shows ten: the hour of tea"));
        QCOMPARE(read.field(Field::Light), QStringLiteral("dim"));
        const QString prose =
            QStringLiteral("A camera lies on a table. The motion of the sea lights the scene.");
        QCOMPARE(parseDescription(prose).field(Field::Whole), prose);
    }

    void withoutLabelsAllIsWhole_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("whole");
        const auto row = [](const char *name, const char16_t *answer, const char16_t *whole) {
            QTest::newRow(name) << QString::fromUtf16(answer) << QString::fromUtf16(whole);
        };
        row("plain", u"A white parrot sits on a branch.\n\nIt rains.",
            u"A white parrot sits on a branch. It rains.");
        row("sure", u"Sure, here is the revised description:\n\nA white parrot sits on a branch.",
            u"A white parrot sits on a branch.");
        row("on one line", u"Here's the updated description: A white parrot.", u"A white parrot.");
        row("two greetings", u"Certainly!\nHere is the new prompt:\n\"A white parrot.\"", u"A white parrot.");
        row("title", u"**Revised Description:**\n\nA **white** parrot.", u"A white parrot.");
        row("farewell", u"A white parrot.\n\nLet me know if you want more.", u"A white parrot.");
        row("Chinese", u"好的，以下是修改后的描述：\n一只白色的鹦鹉站在阳台上。",
            u"一只白色的鹦鹉站在阳台上。");
        row("Chinese title", u"描述：一只白色的鹦鹉。", u"一只白色的鹦鹉。");
        row("a colon of its own", u"On the wall hang three pictures: a cat, a dog and a horse.",
            u"On the wall hang three pictures: a cat, a dog and a horse.");
        row("nothing", u" \n ", u"");
    }

    void withoutLabelsAllIsWhole()
    {
        QFETCH(QString, answer);
        QFETCH(QString, whole);
        const Description read = parseDescription(answer);
        QCOMPARE(read.field(Field::Whole), whole);
        QCOMPARE(read.text(), whole);
        QCOMPARE(read.isEmpty(), whole.isEmpty());
    }

    void textIsSentences()
    {
        QCOMPARE(parrot().text(), QStringLiteral("A purple parrot. A balcony over a city. Dusk."));
        QCOMPARE(fields({{Field::Subject, QStringLiteral("a parrot..")},
                         {Field::Light, QStringLiteral("soft light;")},
                         {Field::Camera, QStringLiteral("iPhone shot, ")},
                         {Field::Motion, QStringLiteral("it turns!")}})
                     .text(),
                 QStringLiteral("A parrot. Soft light. iPhone shot. It turns!"));
        const Description chinese = fields({{Field::Subject, QStringLiteral("一只紫色的鹦鹉")},
                                            {Field::Setting, QStringLiteral("阳台。。")},
                                            {Field::Light, QStringLiteral("黄昏，")},
                                            {Field::Mood, QStringLiteral("安静.")}});
        QCOMPARE(chinese.text(), QStringLiteral("一只紫色的鹦鹉。阳台。黄昏。安静。"));
        QCOMPARE(chinese.characters(), qsizetype(17));
        Description bird;
        bird.setField(Field::Whole, QStringLiteral("🦜 here")); // one character, two units
        QCOMPARE(bird.characters(), qsizetype(6));
        QVERIFY(Description().text().isEmpty());
    }

    void partsOrWhole()
    {
        Description description = parrot();
        description.setField(Field::Whole, QStringLiteral(" A  parrot.\n"));
        QVERIFY(description.isWhole());
        QVERIFY(description.field(Field::Subject).isEmpty());
        QCOMPARE(description.labelled(), QStringLiteral("A parrot."));
        description.setField(Field::Light, QStringLiteral("dusk"));
        QVERIFY(!description.isWhole());
        QCOMPARE(description.labelled(), QStringLiteral("Light: dusk"));
    }

    void jsonGoesBothWays()
    {
        Description whole;
        whole.setField(Field::Whole, QStringLiteral("A parrot."));
        for (const Description &description : {parrot(), whole, Description()})
            QCOMPARE(descriptionFromJson(descriptionToJson(description)), description);
        QVERIFY(descriptionFromJson(QJsonValue()).isEmpty());
    }

    void labelledIsReadBack() { QCOMPARE(parseDescription(parrot().labelled()), parrot()); }

    void revisionKeepsWhatIsLocked()
    {
        const Description answer = parseDescription(QStringLiteral("Setting: a rainy forest\nLight: dim"));
        const Description free = revised(parrot(), answer, {});
        QCOMPARE(free.field(Field::Subject), QStringLiteral("a purple parrot"));
        QCOMPARE(free.field(Field::Setting), QStringLiteral("a rainy forest"));
        QCOMPARE(free.field(Field::Light), QStringLiteral("dim"));
        const Description kept = revised(parrot(), answer, {Field::Light});
        QCOMPARE(kept.field(Field::Setting), QStringLiteral("a rainy forest"));
        QCOMPARE(kept.field(Field::Light), QStringLiteral("dusk"));
    }

    void revisionByAWhole()
    {
        const Description whole = parseDescription(QStringLiteral("A white parrot."));
        QCOMPARE(revised(parrot(), whole, {}), whole);
        QCOMPARE(revised(parrot(), whole, {Field::Light}), parrot());
        QCOMPARE(revised(whole, parrot(), {}), parrot());
        QCOMPARE(revised(whole, parrot(), {Field::Whole}), whole);
        QCOMPARE(revised(parrot(), Description(), {}), parrot());
    }
};

QTEST_GUILESS_MAIN(TestDescription)
#include "tst_description.moc"
