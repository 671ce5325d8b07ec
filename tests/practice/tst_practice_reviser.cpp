// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/edits.h"
#include "practice/remakeplan.h"
#include "practice/reviser.h"
#include "practice/translator.h"

#include <QTest>

using namespace retake;

namespace {

const QString base = QStringLiteral("Subject: A practice subject, a purple figure in the middle.\n"
                                    "Appearance: Mostly purple with some pink.\n"
                                    "Setting: Dark purple surroundings.\n"
                                    "Light: Low, warm light, as at dusk.\n"
                                    "Camera: A still camera.\n"
                                    "Motion: The purple figure moves gently.\n"
                                    "Mood: Calm; practice words, measured and not understood.");

AskedMessage said(const char *role, const QString &text)
{
    return {QLatin1String(role), {{AskedPart::Kind::Text, text}}};
}

QString changedBy(const QStringList &edits, const QStringList &locked = {})
{
    RevisionTask task;
    task.base = readSaidLines(base);
    task.current = task.base;
    task.earlier = edits.mid(0, edits.size() - 1);
    task.newest = {edits.last()};
    task.locked = locked;
    task.onlyChanged = true;
    return revisedAnswer(task);
}

} // namespace

// The reviser, the translator and the reading of descriptions: words in, words out.
class TestPracticeReviser : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void plainEditsReachTheirLines_data()
    {
        QTest::addColumn<QString>("edit");
        QTest::addColumn<QString>("changed");
        const auto row = [](const char *edit, const char *changed) {
            QTest::newRow(edit) << QString::fromUtf8(edit) << QString::fromUtf8(changed);
        };
        row("Change the purple parrot to white parrot.",
            "Subject: A practice subject, a white parrot in the middle.\n"
            "Appearance: Mostly white with some pink.\n"
            "Motion: The white parrot moves gently.");
        row("Change background to a rainy forest.", "Setting: A rainy forest.");
        row("Please make the background a sunny beach",
            "Setting: A sunny beach.\nLight: Bright sunlight of the day.");
        row("Turn the figure into an orange cat",
            "Subject: A practice subject, an orange cat in the middle.\n"
            "Appearance: Mostly orange with some pink.\n"
            "Motion: The orange cat moves gently.");
        row("Make the figure blue", "Subject: A practice subject, a blue figure in the middle.\n"
                                    "Appearance: Mostly blue with some pink.\n"
                                    "Motion: The blue figure moves gently.");
        row("Replace pink with green", "Appearance: Mostly purple with some green.");
        row("Make it night", "Light: Dark light of the night.");
        row("make it snowy", "Setting: Dark purple surroundings, in falling snow.");
        row("Add a red hat", "Appearance: Mostly purple with some pink, with a red hat.");
        row("Remove the pink", "Appearance: Mostly purple.");
        row("make him smile", "Motion: The purple figure moves gently, smiling.");
        row("The parrot should wear a hat", "Appearance: Mostly purple with some pink, wearing a hat.");
        row("It is raining", "Setting: Dark purple surroundings, in the rain.");
        row("Turn day into night", "Light: Dark light of the night.");
        row("Change the city to a forest", "Setting: A forest.");
        row("Instead of the city show a beach", "Setting: A beach.");
        row("Make the sky green", "Setting: Dark purple surroundings, green sky.");
        row("Make the light warmer", "Light: Low, warm light, as at dusk, warmer.");
        row("Change the parrot's color to white",
            "Subject: A practice subject, a white parrot in the middle.\n"
            "Appearance: Mostly white with some pink.\n"
            "Motion: The white parrot moves gently.");
        row("把它变成一只白猫", "Subject: A practice subject, a white cat in the middle.\n"
                                "Appearance: Mostly white with some pink.\n"
                                "Motion: The white cat moves gently.");
        row("More drama in the camera angle", "Camera: A still camera, more drama in the camera angle.");
        row("Make it rainy and add a hat", "Appearance: Mostly purple with some pink, with a hat.\n"
                                           "Setting: Dark purple surroundings, in the rain.");
    }

    void plainEditsReachTheirLines()
    {
        QFETCH(QString, edit);
        QFETCH(QString, changed);
        QCOMPARE(changedBy({edit}), changed);
    }

    void everyEditStartsFromTheFirstDescription()
    {
        const QStringList edits{QStringLiteral("Change the purple parrot to white parrot."),
                                QStringLiteral("Change background to a rainy forest.")};
        QCOMPARE(changedBy(edits), QStringLiteral("Setting: A rainy forest."));
        QCOMPARE(changedBy(edits + QStringList(QStringLiteral("Make the parrot red"))),
                 QStringLiteral("Subject: A practice subject, a red parrot in the middle.\n"
                                "Appearance: Mostly red with some pink.\n"
                                "Motion: The red parrot moves gently."));
        QCOMPARE(changedBy({QStringLiteral("make it snowy"), QStringLiteral("make it rainy")}),
                 QStringLiteral("Setting: Dark purple surroundings, in the rain."));
    }

    void lockedLinesStay()
    {
        QCOMPARE(changedBy({QStringLiteral("Change the purple parrot to white parrot.")},
                           {QStringLiteral("Motion"), QStringLiteral("Appearance")}),
                 QStringLiteral("Subject: A practice subject, a white parrot in the middle."));
        QVERIFY(!changedBy({QStringLiteral("Change background to a forest")}, {QStringLiteral("Setting")})
                     .contains(u"Setting"));
    }

    void aParagraphIsRevisedAsAWhole()
    {
        RevisionTask task;
        task.base = readSaidLines(
            QStringLiteral("A purple parrot stands on a railing before a city. It looks to the left."));
        task.newest = {QStringLiteral("Change the purple parrot to white parrot."),
                       QStringLiteral("Change background to a rainy forest.")};
        QCOMPARE(revisedAnswer(task),
                 QStringLiteral(
                     "A white parrot stands on a railing before a rainy forest. It looks to the left."));
    }

    void aConversationIsRead()
    {
        AskedChat chat;
        chat.messages = {said("system", QStringLiteral("You describe videos.")),
                         said("user", QStringLiteral("Describe the video in seven lines")),
                         said("assistant", base),
                         said("user", QStringLiteral("Apply these edits:\n1. Make it night\n2. Add a hat")),
                         said("assistant", base),
                         said("user", QStringLiteral("One more edit: Make it snowy\n"
                                                     "These lines are locked and stay word for word: Light, "
                                                     "Mood.\nReply only with the lines that this edit "
                                                     "changes, each with its label."))};
        const RevisionTask task = readRevision(chat);
        QCOMPARE(task.base.size(), 7);
        QCOMPARE(task.earlier, QStringList({QStringLiteral("Make it night"), QStringLiteral("Add a hat")}));
        QCOMPARE(task.newest, QStringList(QStringLiteral("Make it snowy")));
        QCOMPARE(task.locked, QStringList({QStringLiteral("Light"), QStringLiteral("Mood")}));
        QVERIFY(task.onlyChanged);
        QCOMPARE(task.maximum, 0);
        QCOMPARE(editsIn(QStringLiteral("Please apply \"make it blue\" now")),
                 QStringList(QStringLiteral("make it blue")));
    }

    void shorteningKeepsLinesAndWords_data()
    {
        QTest::addColumn<int>("maximum");
        for (const int maximum : {250, 180, 100, 60})
            QTest::newRow(QByteArray::number(maximum).constData()) << maximum;
    }

    void shorteningKeepsLinesAndWords()
    {
        QFETCH(int, maximum);
        AskedChat chat;
        chat.messages = {said("user", QStringLiteral("Describe")), said("assistant", base),
                         said("user", QStringLiteral("Shorten the description: it has 260 characters and "
                                                     "must have at most %1, labels not counted.")
                                          .arg(maximum))};
        const SaidLines lines = readSaidLines(revisedAnswer(readRevision(chat)));
        QCOMPARE(lines.size(), 7);
        QVERIFY2(saidLength(lines) <= maximum, qPrintable(writeSaidLines(lines)));
        const SaidLines before = readSaidLines(base);
        for (int i = 0; i < lines.size(); ++i) {
            QVERIFY(!withoutStop(lines[i].words).isEmpty());
            QVERIFY2(before[i].words.startsWith(withoutStop(lines[i].words)), qPrintable(lines[i].words));
        }
    }

    void commonChineseIsTranslated_data()
    {
        QTest::addColumn<QString>("chinese");
        QTest::addColumn<QString>("english");
        const auto row = [](const char *chinese, const char *english) {
            QTest::newRow(english) << QString::fromUtf8(chinese) << QString::fromUtf8(english);
        };
        row("把紫色的鹦鹉换成白色的鹦鹉。", "Change the purple parrot to white parrot.");
        row("背景改成下雨的森林", "Change the background to a rainy forest.");
        row("请把鹦鹉的颜色改成红色", "Make the parrot red.");
        row("让它变成夜晚", "Make it night.");
        row("加上一顶红色的帽子，去掉花", "Add a red hat. Remove the flower.");
        row("Make it blue", "Make it blue");
        row("给它讲一个故事", "(practice: not translated) 给它讲一个故事");
        row("Сделай его белым", "(practice: not translated) Сделай его белым");
    }

    void commonChineseIsTranslated()
    {
        QFETCH(QString, chinese);
        QFETCH(QString, english);
        QCOMPARE(translatedInstruction(chinese), english);
    }

    void descriptionsArePlanned()
    {
        const RemakePlan plan = readDescription(
            QStringLiteral("A practice subject, a white parrot in the middle. Mostly white with some pink. A "
                           "rainy forest. Low, warm light, as at dusk. The white parrot moves a lot."));
        QCOMPARE(plan.figure, FigureKind::Bird);
        QCOMPARE(plan.figureColour, std::optional(Colour::White));
        QCOMPARE(plan.place, std::optional(Look::Forest));
        QCOMPARE(plan.air.looks, QList<Look>{Look::Rain});
        QVERIFY(plan.light.has(Look::Dusk));
        QCOMPARE(plan.speed, RemakePlan::Speed::Lively);
        const RemakePlan other =
            readDescription(QStringLiteral("A blue figure. Orange and green surroundings. An oil painting."));
        QCOMPARE(other.figure, FigureKind::Round);
        QCOMPARE(other.figureColour, std::optional(Colour::Blue));
        QCOMPARE(other.around, QList<Colour>({Colour::Orange, Colour::Green}));
        QVERIFY(!other.place);
        QCOMPARE(other.styles, QList<Look>{Look::Oil});
    }
};

QTEST_GUILESS_MAIN(TestPracticeReviser)
#include "tst_practice_reviser.moc"
