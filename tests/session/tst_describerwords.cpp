// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/describerlanguage.h"
#include "session/describerwords.h"
#include "session/keepingwords.h"

#include <QTest>

using namespace retake;

namespace {

Description described(const QString &subject, const QString &mood = QStringLiteral("calm"))
{
    Description description;
    description.setField(DescriptionField::Subject, subject);
    description.setField(DescriptionField::Mood, mood);
    return description;
}

Turn turnOf(TurnKind kind, const QString &said, const Description &description)
{
    Turn turn;
    turn.kind = kind;
    turn.state = TurnState::Answered;
    turn.said = said;
    turn.description = description;
    return turn;
}

DescriberSpec describerOf(int context)
{
    DescriberSpec spec;
    spec.context = context;
    spec.maximumTokens = 1024;
    spec.maximumImages = 5;
    return spec;
}

QList<ChatMessage::Role> rolesOf(const QList<ChatMessage> &messages)
{
    QList<ChatMessage::Role> roles;
    for (const ChatMessage &message : messages)
        roles.append(message.role);
    return roles;
}

QString textOf(const ChatMessage &message)
{
    return message.parts.last().text;
}

constexpr auto System = ChatMessage::Role::System;
constexpr auto User = ChatMessage::Role::User;
constexpr auto Assistant = ChatMessage::Role::Assistant;

} // namespace

class TestDescriberWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void framesAreShownWithTheirMoments()
    {
        const auto messages =
            describeMessages(Showing::Frames, {{QStringLiteral("/a/1.jpg"), Microseconds(0)},
                                               {QStringLiteral("/a/2.jpg"), Microseconds(1'250'000)}});
        QCOMPARE(rolesOf(messages), (QList{System, User}));
        const QList<ChatPart> &parts = messages[1].parts;
        QCOMPARE(parts.size(), 5);
        QCOMPARE(parts[0].text, QStringLiteral("Frame 1 at 0.00 s"));
        QCOMPARE(parts[1].kind, ChatPart::Kind::Image);
        QCOMPARE(parts[1].source, QStringLiteral("/a/1.jpg"));
        QCOMPARE(parts[2].text, QStringLiteral("Frame 2 at 1.25 s"));
        QCOMPARE(parts[3].source, QStringLiteral("/a/2.jpg"));
        for (const char *label :
             {"Subject:", "Appearance:", "Setting:", "Light:", "Camera:", "Motion:", "Mood:"})
            QVERIFY2(parts[4].text.contains(QLatin1String(label)), label);
        QVERIFY(parts[4].text.contains(QStringLiteral("450")));
        QVERIFY(textOf(messages[0]).contains(QStringLiteral("English")));
        QVERIFY(textOf(messages[0]).contains(QStringLiteral("real people")));
    }

    void aVideoStandsFirst()
    {
        for (const Showing showing : {Showing::Address, Showing::SmallVideo}) {
            const auto messages =
                describeMessages(showing, {{QStringLiteral("/a/clip.mp4"), Microseconds(0)}});
            QCOMPARE(messages[1].parts.size(), 2);
            QCOMPARE(messages[1].parts[0].kind, ChatPart::Kind::Video);
            QCOMPARE(messages[1].parts[0].source, QStringLiteral("/a/clip.mp4"));
        }
    }

    void aFirstEditFollowsTheBaseDescription()
    {
        const QList<Turn> line{turnOf(TurnKind::Describe, {}, described(QStringLiteral("a parrot")))};
        const auto messages = reviseMessages(line, QStringLiteral("Make it white"), {}, describerOf(8000));
        QCOMPARE(rolesOf(messages), (QList{System, User, Assistant, User}));
        QCOMPARE(textOf(messages[2]), QStringLiteral("Subject: a parrot\nMood: calm"));
        QVERIFY(textOf(messages[3]).startsWith(QStringLiteral("Edit: Make it white\n")));
        QVERIFY(textOf(messages[3]).contains(QStringLiteral("only with the lines that this edit changes")));
    }

    void laterEditsAreCountedFromTheBase()
    {
        Turn translated =
            turnOf(TurnKind::Revise, QStringLiteral("让它下雪"), described(QStringLiteral("snow")));
        translated.translated = QStringLiteral("Make it snow");
        Turn failed = turnOf(TurnKind::Revise, QStringLiteral("Failed"), {});
        failed.state = TurnState::Failed;
        const QList<Turn> line{
            turnOf(TurnKind::Describe, {}, described(QStringLiteral("a cat"))),
            turnOf(TurnKind::Revise, QStringLiteral("Old"), described(QStringLiteral("a dog"))),
            turnOf(TurnKind::EditByHand, {}, described(QStringLiteral("a parrot"))),
            turnOf(TurnKind::Revise, QStringLiteral("Make it white"),
                   described(QStringLiteral("a white parrot"))),
            translated,
            failed};
        const auto messages =
            reviseMessages(line, QStringLiteral("Make it big"),
                           {DescriptionField::Mood, DescriptionField::Camera}, describerOf(8000));
        QCOMPARE(rolesOf(messages), (QList{System, User, Assistant, User, Assistant, User}));
        QVERIFY(textOf(messages[2]).contains(QStringLiteral("a parrot")));
        QCOMPARE(textOf(messages[3]),
                 QStringLiteral("Apply these edits:\n1. Make it white\n2. Make it snow"));
        QVERIFY(textOf(messages[4]).contains(QStringLiteral("Subject: snow")));
        QVERIFY(textOf(messages[5]).startsWith(QStringLiteral("One more edit: Make it big\n")));
        // a part that is not there is not locked
        QVERIFY(textOf(messages[5]).contains(QStringLiteral("word for word: Mood.")));
        const EditsSince since = editsSinceBase(line);
        QCOMPARE(since.edits, (QStringList{QStringLiteral("Make it white"), QStringLiteral("Make it snow")}));
        QCOMPARE(since.base, line[2].description);
        QCOMPARE(since.current, translated.description);
    }

    void theBaseMovesOnWhereTheContextIsSmall()
    {
        QList<Turn> line{turnOf(TurnKind::Describe, {}, described(QStringLiteral("a parrot")))};
        for (int i = 1; i <= 40; ++i)
            line.append(turnOf(TurnKind::Revise,
                               QStringLiteral("Edit %1 %2").arg(i).arg(QStringLiteral("words ").repeated(20)),
                               described(QStringLiteral("parrot %1").arg(i))));
        const DescriberSpec small = describerOf(2500);
        const auto messages = reviseMessages(line, QStringLiteral("The last"), {}, small);
        QVERIFY(estimatedTokens(messages) + 1024 <= 2500);
        QCOMPARE(messages.size(), 6);
        const qsizetype kept = textOf(messages[3]).count(u'\n');
        QVERIFY(kept > 3 && kept < 40);
        // one edit more would not have fitted
        QVERIFY(textOf(messages[2]).contains(QStringLiteral("parrot %1\n").arg(40 - kept)));
        QVERIFY(estimatedTokens(messages) + estimatedTokens(line[1].said) + 1024 > 2500);
        QCOMPARE(reviseMessages(line, QStringLiteral("The last"), {}, describerOf(100000))
                     .at(3)
                     .parts[0]
                     .text.count(u'\n'),
                 40);
        QVERIFY(reviseMessages(line, QStringLiteral("x").repeated(9000), {}, small).isEmpty());
        QVERIFY(reviseMessages({}, QStringLiteral("The last"), {}, small).isEmpty());
    }

    void shortensToAFigure()
    {
        const Description current = described(QStringLiteral("a parrot"));
        const auto messages = shortenMessages(current, 512, {DescriptionField::Subject});
        QCOMPARE(rolesOf(messages), (QList{System, User, Assistant, User}));
        QVERIFY(
            textOf(messages[3]).contains(QStringLiteral("it has %1 characters").arg(current.characters())));
        QVERIFY(textOf(messages[3]).contains(QStringLiteral("at most 448")));
        QVERIFY(textOf(messages[3]).contains(QStringLiteral("word for word: Subject.")));
    }

    void aTranslationIsNotAnEdit()
    {
        const auto messages = translateMessages(QStringLiteral("让它下雪"));
        QCOMPARE(rolesOf(messages), (QList{System, User}));
        QCOMPARE(textOf(messages[1]), QStringLiteral("让它下雪"));
    }

    void estimatesOnTheSafeSide()
    {
        QCOMPARE(estimatedTokens(QStringLiteral("abcdef")), 2);
        QCOMPARE(estimatedTokens(QStringLiteral("abcdefg")), 3);
        QCOMPARE(estimatedTokens(QStringLiteral("白鹦鹉")), 3);
        QCOMPARE(estimatedTokens(QStringLiteral("😀a")), 2);
        QCOMPARE(estimatedPictureTokens({1024, 576}), 753);
        QCOMPARE(roomForAnswer(describerOf(8000)), 1024);
        DescriberSpec thinker = describerOf(64000);
        thinker.maximumTokens = 16000;
        thinker.minimumTokens = 6000;
        QCOMPARE(roomForAnswer(thinker), 6000);
    }

    void tellsPlainlyForeignWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("foreign");
        QTest::newRow("the guide") << QStringLiteral("Change the purple parrot to white parrot.") << false;
        QTest::newRow("short") << QStringLiteral("rainy forest, café") << false;
        QTest::newRow("marks") << QStringLiteral("white → black … 😀 50 %") << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("Chinese") << QStringLiteral("把紫色鹦鹉换成白色鹦鹉") << true;
        QTest::newRow("mixed") << QStringLiteral("把 parrot 换成 white") << true;
        QTest::newRow("Japanese") << QStringLiteral("しろい") << true;
        QTest::newRow("Russian") << QStringLiteral("Белый попугай") << true;
        QTest::newRow("Arabic") << QStringLiteral("ببغاء أبيض") << true;
        QTest::newRow("German") << QStringLiteral("Mache den Papagei weiß und lass es schneien") << true;
        QTest::newRow("French") << QStringLiteral("Remplace le perroquet violet par un blanc") << true;
        QTest::newRow("Spanish") << QStringLiteral("Cambia el loro morado por uno blanco") << true;
    }

    void tellsPlainlyForeignWords()
    {
        QFETCH(QString, text);
        QFETCH(bool, foreign);
        QCOMPARE(isPlainlyNotEnglish(text), foreign);
    }

    void hearsWhatAnEditIsAbout_data()
    {
        QTest::addColumn<QString>("instruction");
        QTest::addColumn<EditAims>("aims");
        QTest::newRow("parrot") << QStringLiteral("Change the purple parrot to white parrot.")
                                << EditAims(EditAim::Look);
        QTest::newRow("forest") << QStringLiteral("Change background to a rainy forest.")
                                << (EditAim::Background | EditAim::Motion);
        QTest::newRow("rain") << QStringLiteral("Make it rain") << EditAims(EditAim::Motion);
        QTest::newRow("camera") << QStringLiteral("The camera pans to the left") << EditAims(EditAim::Motion);
        QTest::newRow("panda") << QStringLiteral("a panda at the window") << EditAims();
        QTest::newRow("style") << QStringLiteral("in watercolour") << EditAims(EditAim::Style);
        QTest::newRow("Chinese colour")
            << QStringLiteral("把紫色鹦鹉换成白色鹦鹉") << EditAims(EditAim::Look);
        QTest::newRow("Chinese weather") << QStringLiteral("让它下雪") << EditAims(EditAim::Motion);
        QTest::newRow("Chinese place") << QStringLiteral("背景是海边") << EditAims(EditAim::Background);
    }

    void hearsWhatAnEditIsAbout()
    {
        QFETCH(QString, instruction);
        QFETCH(EditAims, aims);
        QCOMPARE(aimsOf(instruction), aims);
    }
};

QTEST_GUILESS_MAIN(TestDescriberWords)
#include "tst_describerwords.moc"
