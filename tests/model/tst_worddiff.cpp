// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/worddiff.h"
#include "model/wordstem.h"

#include <QTest>

#include <algorithm>

using namespace retake;

namespace {

using Field = DescriptionField;
using Kind = WordRun::Kind;

QString joined(const QList<WordRun> &runs, Kind changed)
{
    QString text;
    for (const WordRun &run : runs) {
        if (run.kind == Kind::Same || run.kind == changed)
            text += run.words;
    }
    return text;
}

QString shown(const QList<WordRun> &runs)
{
    QString text;
    for (const WordRun &run : runs) {
        const QString mark = run.kind == Kind::Same ? QString() : QStringLiteral("+");
        const QString sign = run.kind == Kind::Removed ? QStringLiteral("-") : mark;
        text += QString(sign + u'[' + run.words + (run.askedFor ? u"]" : u"]!"));
    }
    return text;
}

QStringList words(const QList<FieldChange> &changes, Kind kind, bool askedFor)
{
    QStringList words;
    for (const FieldChange &change : changes) {
        for (const WordRun &run : change.runs) {
            if (run.kind == kind && run.askedFor == askedFor)
                words += run.words.toLower().remove(u'.').remove(u',').split(u' ', Qt::SkipEmptyParts);
        }
    }
    return words;
}

bool has(const QStringList &words, const char *word)
{
    return words.contains(QString::fromUtf8(word));
}

Description whole(const QString &text)
{
    Description description;
    description.setField(Field::Whole, text);
    return description;
}

Description parts(const QList<std::pair<Field, QString>> &fields)
{
    Description description;
    for (const auto &[field, text] : fields)
        description.setField(field, text);
    return description;
}

const QString purple = QStringLiteral(
    "A vibrant purple parrot perches on the iron railing of a balcony at dusk, preening its feathers above a "
    "wide city whose lights begin to glow in the twilight. The camera stays still, and the mood is calm.");
const QString white = QStringLiteral(
    "A striking white parrot perches on the iron railing of a balcony at dusk, preening its feathers above a "
    "wide city whose lights begin to glow in the twilight. The camera stays still, and the mood is calm.");
const QString forest = QStringLiteral(
    "A vibrant purple parrot perches on a mossy branch in a rainy forest, preening its feathers among dense "
    "greenery while raindrops slide off the leaves. The camera stays still, and the mood is calm.");
const QString toWhite = QStringLiteral("Change the purple parrot to white parrot.");
const QString toForest = QStringLiteral("Change background to a rainy forest.");

} // namespace

class TestWordDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void runs_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char16_t *before, const char16_t *after,
                            const char16_t *expected) {
            QTest::newRow(name) << QString::fromUtf16(before) << QString::fromUtf16(after)
                                << QString::fromUtf16(expected);
        };
        row("equal", u"a b c", u"a b c", u"[a b c]");
        row("replaced", u"a purple parrot", u"a white parrot", u"[a ]-[purple ]+[white ][parrot]");
        row("added", u"a parrot", u"a white parrot", u"[a ]+[white ][parrot]");
        row("removed", u"a white parrot", u"a parrot", u"[a ]-[white ][parrot]");
        row("marks", u"it sits, calm.", u"it sits. calm.", u"[it sits]-[, ]+[. ][calm.]");
        row("two words", u"purple parrot", u"white bird", u"-[purple parrot]+[white bird]");
        row("white space", u"a  b\nc", u"a b c", u"[a b c]");
        row("hyphens", u"a rain-soaked cat's tail", u"a rain-swept cat's tail",
            u"[a ]-[rain-soaked ]+[rain-swept ][cat's tail]");
        row("Chinese", u"一只紫色的鹦鹉，黄昏。", u"一只白色的鹦鹉，黄昏。",
            u"[一只]-[紫]+[白][色的鹦鹉，黄昏。]");
        row("mixed", u"鹦鹉 parrot 白", u"鹦鹉 bird 白", u"[鹦鹉 ]-[parrot ]+[bird ][白]");
        row("from nothing", u"", u"a b", u"+[a b]");
        row("to nothing", u"a b", u"", u"-[a b]");
        row("nothing", u"", u"", u"");
        row("words before stop words", u"the parrot", u"parrot the", u"-[the ][parrot ]+[the]");
    }

    void runs()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const QList<WordRun> runs = wordDiff(before, after);
        QTEST(shown(runs), "expected");
        QCOMPARE(joined(runs, Kind::Added), after);
        QCOMPARE(joined(runs, Kind::Removed).simplified().remove(u' '), before.simplified().remove(u' '));
    }

    void longTextsJoinAgain_data()
    {
        QTest::addColumn<int>("words");
        QTest::newRow("500 characters") << 80;
        QTest::newRow("10 KB") << 1800;
        QTest::newRow("divided") << 6000; // too large for one table
    }

    void longTextsJoinAgain()
    {
        QFETCH(int, words);
        QString before;
        QString after;
        qsizetype same = 0;
        unsigned random = 7;
        for (int i = 0; i < words; ++i) {
            random = random * 1103515245U + 12345U;
            const QString word = QString(u'w' + QString::number(i));
            const unsigned fate = (random >> 16) % 4;
            if (fate != 0)
                before += QString(word + u' ');
            if (fate != 1)
                after += QString((fate == 3 ? QString(word + u'x') : word) + u' ');
            same += fate == 2;
        }
        const QList<WordRun> runs = wordDiff(before, after);
        QCOMPARE(joined(runs, Kind::Added), after);
        QCOMPARE(joined(runs, Kind::Removed), before);
        qsizetype found = 0;
        for (const WordRun &run : runs)
            found += run.kind == Kind::Same ? run.words.count(u' ') : 0;
        QCOMPARE(found, same); // the shortest way: every common word is found
        for (qsizetype i = 1; i < runs.size(); ++i) {
            QVERIFY(runs.at(i).kind != runs.at(i - 1).kind);
            QVERIFY(!(runs.at(i).kind == Kind::Removed && runs.at(i - 1).kind == Kind::Added));
        }
    }

    void stems()
    {
        const auto alike = [](const char *one, const char *other) {
            return wordStem(QString::fromLatin1(one)) == wordStem(QString::fromLatin1(other));
        };
        QVERIFY(alike("parrots", "Parrot") && alike("rainy", "rain") && alike("raining", "rains"));
        QVERIFY(alike("running", "runs") && alike("cities", "city") && alike("branches", "branch"));
        QVERIFY(alike("perched", "perches") && alike("bird's", "bird") && alike("sunny", "sun"));
        QVERIFY(!alike("cat", "car") && !alike("glass", "glad"));
        QVERIFY(isStopWord(QStringLiteral("The")) && !isStopWord(QStringLiteral("parrot")));
    }

    void colourEditLosesAnAdjective()
    {
        const auto changes = drift(whole(purple), whole(white), toWhite);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(joined(changes.first().runs, Kind::Added), white);
        QVERIFY(changes.first().isUnasked);
        QCOMPARE(words(changes, Kind::Removed, false), QStringList{QStringLiteral("vibrant")});
        QCOMPARE(words(changes, Kind::Added, false), QStringList{QStringLiteral("striking")});
        QCOMPARE(words(changes, Kind::Removed, true), QStringList{QStringLiteral("purple")});
        QCOMPARE(words(changes, Kind::Added, true), QStringList{QStringLiteral("white")});
        const auto clean =
            drift(whole(purple),
                  whole(QString(purple).replace(QStringLiteral("purple"), QStringLiteral("white"))), toWhite);
        QVERIFY(!clean.first().isUnasked);
    }

    void backgroundEditLosesTheDusk()
    {
        const auto changes = drift(whole(purple), whole(forest), toForest);
        QCOMPARE(changes.size(), 1);
        QVERIFY(changes.first().isUnasked);
        const QStringList lost = words(changes, Kind::Removed, false);
        const QStringList explained = words(changes, Kind::Removed, true);
        QVERIFY2(has(lost, "dusk") && has(lost, "twilight"), qPrintable(shown(changes.first().runs)));
        QVERIFY(!has(lost, "railing") && !has(lost, "balcony") && !has(lost, "city"));
        QVERIFY(has(explained, "railing") && has(explained, "iron") && has(explained, "city"));
        const QStringList gained = words(changes, Kind::Added, true);
        QVERIFY(has(gained, "forest") && has(gained, "branch") && has(gained, "greenery"));
        QVERIFY(has(gained, "raindrops"));
        QVERIFY2(words(changes, Kind::Added, false).isEmpty(), qPrintable(shown(changes.first().runs)));
    }

    void backgroundEditMayNotTouchTheRest()
    {
        const QString moody =
            QString(forest)
                .replace(QStringLiteral("A vibrant purple parrot"), QStringLiteral("A purple parrot"))
                .replace(QStringLiteral("the mood is calm"), QStringLiteral("the mood is gloomy"))
                .replace(QStringLiteral("The camera stays still"), QStringLiteral("The camera zooms in"));
        const auto changes = drift(whole(purple), whole(moody), toForest);
        const QStringList lost = words(changes, Kind::Removed, false);
        QVERIFY2(has(lost, "vibrant") && has(lost, "calm"), qPrintable(shown(changes.first().runs)));
        QVERIFY(has(words(changes, Kind::Added, false), "gloomy"));
    }

    void aPlaceBringsNoMood()
    {
        const QString after =
            QString(forest).replace(QStringLiteral("dense"), QStringLiteral("soothing, dense"));
        const auto changes = drift(whole(purple), whole(after), toForest);
        const QStringList gained = words(changes, Kind::Added, false);
        QVERIFY(has(gained, "soothing") && !has(gained, "dense") && !has(gained, "greenery"));
    }

    void aWordThatMovedIsNotLost()
    {
        const QString after = QString(forest).replace(
            QStringLiteral("in a rainy forest"), QStringLiteral("in a rainy forest at dusk, at twilight"));
        const auto changes = drift(whole(purple), whole(after), toForest);
        const QStringList lost = words(changes, Kind::Removed, false);
        QVERIFY2(!has(lost, "dusk") && !has(lost, "twilight"), qPrintable(shown(changes.first().runs)));
    }

    void fieldsAreJudgedByTheirTopic_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("instruction");
        QTest::addColumn<bool>("unasked");
        const auto row = [](const char *name, const char *field, const char16_t *before,
                            const char16_t *after, const char16_t *instruction, bool unasked) {
            QTest::newRow(name) << QString::fromLatin1(field) << QString::fromUtf16(before)
                                << QString::fromUtf16(after) << QString::fromUtf16(instruction) << unasked;
        };
        row("background", "setting", u"a balcony over a city", u"a rainy forest with wet leaves",
            u"Change background to a rainy forest.", false);
        row("background takes the dusk", "setting", u"a balcony over a city at dusk", u"a rainy forest",
            u"Change background to a rainy forest.", true);
        row("background and light", "light", u"dusk, warm lamps", u"grey and diffuse",
            u"Change background to a rainy forest.", true);
        row("night", "light", u"bright noon sun", u"moonlit, with faint stars", u"Make it night.", false);
        row("night and place", "setting", u"a balcony", u"a rooftop", u"Make it night.", true);
        row("zoom", "camera", u"static wide shot", u"a slow push towards the face",
            u"Let the camera zoom in.", false);
        row("faster", "motion", u"it walks by", u"it sprints by", u"The cat should run faster.", false);
        row("rain falls", "motion", u"nothing moves", u"drops trickle down", u"Rain falls.", false);
        row("mood", "mood", u"calm", u"full of dread", u"Make it scary.", false);
        row("mood and light", "light", u"soft daylight", u"harsh shadows", u"Make it scary.", true);
        row("turned into", "subject", u"a tabby cat", u"a terrier dog", u"Turn the cat into a dog.", false);
        row("another subject", "subject", u"a tabby cat", u"a terrier", u"Make it night.", true);
        row("plural and -ing", "appearance", u"plain wings", u"wings with dots", u"Put a dot on each wing.",
            false);
        row("named adjective", "subject", u"a purple parrot", u"a white, fluffy parrot",
            u"Change the purple parrot to a white one.", true);
        row("stop words only", "setting", u"a balcony over a city", u"the balcony above the city",
            u"Make the parrot white.", false);
        row("kept", "light", u"soft dusk", u"soft daylight", u"Change the light but keep the dusk.", true);
        row("nothing said", "setting", u"a balcony", u"a forest", u"", false);
        row("several", "light", u"dusk", u"night", u"Make the parrot white.\nMake it night.", false);
        row("another colour", "appearance", u"white feathers, a yellow beak",
            u"white feathers, an orange beak", u"Change the purple parrot to white parrot.", true);
        row("a shade", "appearance", u"glossy purple feathers", u"glossy ivory white feathers",
            u"Change the purple parrot to white parrot.", false);
        row("any colour", "appearance", u"a yellow beak", u"an orange beak", u"Give it another colour.",
            false);
        row("what goes with the light", "setting", u"soft twilight hues", u"moonlight", u"Make it night.",
            false);
        row("Chinese", "setting", u"城市的阳台", u"下雨的森林", u"把背景改成下雨的森林", false);
        row("Chinese colour", "subject", u"一只紫色的鹦鹉", u"一只白色的鹦鹉", u"把紫色鹦鹉换成白色鹦鹉",
            false);
        row("Chinese, too much", "light", u"黄昏", u"正午的烈日", u"把紫色鹦鹉换成白色鹦鹉", true);
        row("another script", "setting", u"a balcony", u"a wood of birches", u"把背景改成森林", false);
    }

    void fieldsAreJudgedByTheirTopic()
    {
        QFETCH(QString, field);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, instruction);
        const Field part = descriptionFieldFromName(field).value();
        const auto changes = drift(parts({{part, before}}), parts({{part, after}}), instruction);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().field, part);
        QCOMPARE(joined(changes.first().runs, Kind::Added), after);
        const bool marked = std::any_of(changes.first().runs.begin(), changes.first().runs.end(),
                                        [](const WordRun &run) { return !run.askedFor; });
        QCOMPARE(marked, changes.first().isUnasked);
        QFETCH(bool, unasked);
        QVERIFY2(changes.first().isUnasked == unasked, qPrintable(shown(changes.first().runs)));
    }

    void onlyFieldsThatDiffer()
    {
        const Description before = parts({{Field::Subject, QStringLiteral("a purple parrot")},
                                          {Field::Setting, QStringLiteral("a balcony")},
                                          {Field::Mood, QStringLiteral("calm")}});
        Description after = before;
        QVERIFY(drift(before, after, toWhite).isEmpty());
        after.setField(Field::Mood, QStringLiteral("tense"));
        after.setField(Field::Subject, QStringLiteral("a white parrot"));
        const auto changes = drift(before, after, toWhite);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0).field, Field::Subject);
        QVERIFY(!changes.at(0).isUnasked);
        QCOMPARE(changes.at(1).field, Field::Mood);
        QVERIFY(changes.at(1).isUnasked);
    }

    void partsAgainstAWhole()
    {
        const auto changes = drift(parts({{Field::Subject, QStringLiteral("a purple parrot")}}),
                                   whole(QStringLiteral("A white parrot.")), toWhite);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().field, Field::Whole);
        QVERIFY(!changes.first().isUnasked);
    }
};

QTEST_GUILESS_MAIN(TestWordDiff)
#include "tst_worddiff.moc"
