// SPDX-License-Identifier: GPL-3.0-or-later
// From a clip to its description, to other descriptions, to takes.
#include "cliprogram.h"
#include "media/probe.h"
#include "support/clipmaker.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace retake;

class TestCliRemake : public QObject
{
    Q_OBJECT

    using Request = OwnPractice::Request;

    const QString m_clip = QStringLiteral(RETAKE_SOURCE_DIR "/resources/samples/parrot.mp4");

    QTemporaryDir m_folder;

    // What the practice service makes quickly.
    const QStringList m_small{QStringLiteral("--model"), QStringLiteral("cogvideox-2"),
                              QStringLiteral("--set"), QStringLiteral("size=720x480")};

    QStringList remake(const QStringList &more = {}) const
    {
        return QStringList{QStringLiteral("remake"), m_clip, QStringLiteral("--json")} + more;
    }

    static QStringList words(const char *line) { return QString::fromLatin1(line).split(u'|'); }

    static QList<QJsonObject> turnsOf(const CliRun &run)
    {
        QList<QJsonObject> turns = run.objects;
        turns.removeIf([](const QJsonObject &line) { return !line.contains(u"turn"); });
        return turns;
    }

private Q_SLOTS:

    void theOrderOfWordsMatters_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::newRow("no file") << words("remake");
        QTest::newRow("two files") << words("remake|a.mp4|b.mp4");
        QTest::newRow("nothing said") << words("remake|a.mp4|--say");
        QTest::newRow("a make with a value") << words("remake|a.mp4|--make=2");
        QTest::newRow("of edit") << words("remake|a.mp4|--prompt|x");
        QTest::newRow("not of edit") << words("edit|a.mp4|--prompt|x|--say|y");
    }

    void theOrderOfWordsMatters()
    {
        QFETCH(QStringList, line);
        CliProgram cli;
        const CliRun run = cli.run(line);
        QCOMPARE(run.status, 2);
        QVERIFY(run.err.contains(u"remake FILE"));
    }

    void whatCannotBeMadeIsRefusedBeforeAnythingIsAsked_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("status");
        QTest::newRow("describer") << words("--describer|none") << 3;
        QTest::newRow("model") << words("--make|--model|none") << 3;
        QTest::newRow("model of the other use") << words("--make|--model|wan2.7-videoedit") << 3;
        QTest::newRow("showing") << words("--show|smell") << 3;
        QTest::newRow("piece") << words("--trim|900-901") << 3;
        QTest::newRow("parameter") << words("--make|--set|colour=red") << 3;
        QTest::newRow("value") << words("--make|--set|fps=7") << 3;
        QTest::newRow("frame that is not there") << words("--make|--first-frame|none.png") << 3;
        QTest::newRow("last frame alone") << words("--make|--last-frame|clip") << 3;
        QTest::newRow("frame of words only") << words("--make|--model|viduq1-text|--first-frame|clip") << 3;
        QTest::newRow("frame needed") << words("--make|--model|viduq1-image") << 3;
        QTest::newRow("references needed") << words("--make|--model|vidu2-reference") << 3;
        QTest::newRow("references not taken") << words("--make|--reference|hat.png") << 3;
        QTest::newRow("no folder") << words("--make|--output|none/there/out.mp4") << 7;
    }

    void whatCannotBeMadeIsRefusedBeforeAnythingIsAsked()
    {
        QFETCH(QStringList, more);
        QFETCH(int, status);
        CliProgram cli; // nobody listens at this address
        cli.setVariable(QStringLiteral("ZAI_API_KEY"), QStringLiteral("id.secret"));
        cli.setVariable(QStringLiteral("ZAI_BASE_URL"), QStringLiteral("http://127.0.0.1:9/api/paas/v4"));
        const CliRun run = cli.run(remake(more));
        QVERIFY2(run.status == status, qPrintable(run.err + run.out));
        QVERIFY(!run.error().isEmpty());
        QVERIFY2(!run.err.contains(u"127.0.0.1"), qPrintable(run.err)); // not even begun
    }

    // With no key at all: the practice service is started, used and named.
    void aVideoIsDescribed()
    {
        CliProgram cli;
        const CliRun run = cli.run(remake());
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QVERIFY(run.err.contains(u"practice service: offline, no AI"));
        const auto turns = turnsOf(run);
        QCOMPARE(turns.size(), 1);
        const QJsonObject turn = turns.constFirst();
        QCOMPARE(turn[u"turn"].toInt(), 1);
        QCOMPARE(turn[u"kind"].toString(), QStringLiteral("describe"));
        QVERIFY(!turn[u"description"].toObject().isEmpty());
        QCOMPARE(turn[u"text"].toString().size(), turn[u"characters"].toInt());
        QVERIFY(turn[u"unasked"].toArray().isEmpty());
        QVERIFY(!turn[u"describer"].toString().isEmpty());
        QVERIFY(turn[u"usage"][u"total_tokens"].toInt() > 0);
        QVERIFY(cli.tasks().isEmpty());
    }

    // The guide's walk: two edits, and a take of each.
    void theWholeWay()
    {
        OwnPractice practice;
        QVERIFY(practice.isReady());
        CliProgram cli;
        practice.give(cli);
        const CliRun run = cli.run(remake(
            QStringList{QStringLiteral("--say"), QStringLiteral("Change the purple parrot to white parrot."),
                        QStringLiteral("--make"), QStringLiteral("--say"),
                        QStringLiteral("Change background to a rainy forest."), QStringLiteral("--make"),
                        QStringLiteral("--output"), QStringLiteral("out.mp4")} +
            m_small));
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        const auto turns = turnsOf(run);
        QCOMPARE(turns.size(), 3);
        QVERIFY(turns[1][u"text"].toString().contains(QStringLiteral("white"), Qt::CaseInsensitive));
        QVERIFY(!turns[0][u"text"].toString().contains(QStringLiteral("forest"), Qt::CaseInsensitive));
        QVERIFY(turns[2][u"text"].toString().contains(QStringLiteral("forest"), Qt::CaseInsensitive));
        QVERIFY(turns[2][u"text"].toString().contains(QStringLiteral("white"), Qt::CaseInsensitive));
        QCOMPARE(practice.count(Request::Chat), 3);
        QCOMPARE(practice.count(Request::Generate), 2);

        const auto tasks = cli.tasks();
        QCOMPARE(tasks.size(), 2);
        QStringList prompts;
        for (const QJsonObject &task : tasks) {
            QCOMPARE(task[u"state"].toString(), QStringLiteral("done"));
            prompts.append(task[u"prompt"].toString());
        }
        QVERIFY(prompts.contains(turns[1][u"text"].toString()));
        QVERIFY(prompts.contains(turns[2][u"text"].toString()));
        QCOMPARE(run.take(1)[u"output"].toString(), cli.path(QStringLiteral("out.mp4")));
        QCOMPARE(run.take(2)[u"output"].toString(), cli.path(QStringLiteral("out-2.mp4")));
        for (const int task : {1, 2})
            QVERIFY(QFileInfo(run.take(task)[u"output"].toString()).size() > 1000);
    }

    // Pictures of the clip, its sound, and the whole of it as a small video.
    void theSourceIsKept()
    {
        OwnPractice practice;
        QVERIFY(practice.isReady());
        CliProgram cli;
        practice.give(cli);
        const QString clip = m_folder.filePath(QStringLiteral("clip.mp4"));
        ClipWish wish;
        wish.seconds = 4;
        QVERIFY(makeClip(clip, wish));
        const CliRun run =
            cli.run({QStringLiteral("remake"), clip, QStringLiteral("--json"), QStringLiteral("--show"),
                     QStringLiteral("video"), QStringLiteral("--describer"), QStringLiteral("glm-4.6v"),
                     QStringLiteral("--trim"), QStringLiteral("1-3"), QStringLiteral("--make"),
                     QStringLiteral("--model"), QStringLiteral("vidu2-start-end"), QStringLiteral("--set"),
                     QStringLiteral("size=480x360"), QStringLiteral("--first-frame"), QStringLiteral("clip"),
                     QStringLiteral("--last-frame"), QStringLiteral("clip"), QStringLiteral("--keep-sound")});
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QCOMPARE(turnsOf(run).value(0)[u"describer"].toString(), QStringLiteral("glm-4.6v"));
        const auto made = probeClip(run.take()[u"take"].toString());
        QVERIFY(made);
        QVERIFY(made->audio);
    }

    // Asked for by itself only where a make would overrun, and never silently.
    void aLongDescriptionIsShortenedBeforeAMake()
    {
        OwnPractice practice;
        QVERIFY(practice.isReady());
        CliProgram cli;
        practice.give(cli);
        QString wish = QStringLiteral("Add a red umbrella that somebody holds over the bird");
        for (int i = 0; i < 16; ++i)
            wish += QStringLiteral(" while the wind is blowing");
        const CliRun said = cli.run(remake({QStringLiteral("--say"), wish}));
        QVERIFY2(said.status == 0, qPrintable(said.err + said.out));
        QVERIFY(turnsOf(said).constLast()[u"characters"].toInt() > 512);
        QCOMPARE(practice.count(Request::Chat), 2);

        const CliRun made =
            cli.run(remake(QStringList{QStringLiteral("--continue"), QStringLiteral("--make")} + m_small));
        QVERIFY2(made.status == 0, qPrintable(made.err + made.out));
        const auto turns = turnsOf(made);
        QCOMPARE(turns.size(), 1);
        QCOMPARE(turns[0][u"kind"].toString(), QStringLiteral("shorten"));
        QVERIFY(turns[0][u"characters"].toInt() <= 512);
        QVERIFY(made.err.contains(u"shorter"));
        QCOMPARE(cli.tasks().value(0)[u"prompt"], turns[0][u"text"]);
    }

    void whatIsBeingAskedWhenStoppedMayBeCharged()
    {
        OwnPractice practice({QStringLiteral("--fault"), QStringLiteral("slow")});
        QVERIFY(practice.isReady());
        CliProgram cli;
        practice.give(cli);
        const CliRun run = cli.runUntil(
            remake({QStringLiteral("--say"), QStringLiteral("Make it night."), QStringLiteral("--make")}),
            "\"turn\":1");
        QVERIFY2(run.status == 5, qPrintable(run.err + run.out));
        QVERIFY2(run.err.contains(u"charged"), qPrintable(run.err));
        QCOMPARE(run.error()[u"kind"].toString(), QStringLiteral("CancelledByPerson"));
        QVERIFY(cli.tasks().isEmpty());
    }

    void anUnclearOrderIsNotLookedForInAList()
    {
        OwnPractice practice({QStringLiteral("--fault"), QStringLiteral("bm-create-reset")});
        QVERIFY(practice.isReady());
        CliProgram cli;
        practice.give(cli);
        const CliRun run = cli.run(remake(QStringList{QStringLiteral("--make")} + m_small));
        QVERIFY2(run.status == 6, qPrintable(run.err + run.out));
        QVERIFY2(run.err.contains(u"no list"), qPrintable(run.err));
        QCOMPARE(practice.count(Request::Generate), 1); // never a second one by itself
    }

    void aConversationIsGoneOnWith()
    {
        OwnPractice practice;
        QVERIFY(practice.isReady());
        CliProgram cli;
        practice.give(cli);
        QCOMPARE(cli.run(remake()).status, 0);
        const CliRun next = cli.run(remake(
            {QStringLiteral("--continue"), QStringLiteral("--say"), QStringLiteral("Make it night.")}));
        QVERIFY2(next.status == 0, qPrintable(next.err + next.out));
        const auto turns = turnsOf(next);
        QCOMPARE(turns.size(), 1);
        QCOMPARE(turns[0][u"turn"].toInt(), 2);
        QCOMPARE(turns[0][u"kind"].toString(), QStringLiteral("revise"));
        QCOMPARE(turns[0][u"said"].toString(), QStringLiteral("Make it night."));
        QCOMPARE(practice.count(Request::Chat), 2);
    }

    void peopleReadTurnsByTheirNumbers()
    {
        CliProgram cli;
        const CliRun run = cli.run(
            {QStringLiteral("remake"), m_clip, QStringLiteral("--say"), QStringLiteral("Make it night.")});
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QVERIFY(run.out.contains(u"Turn 1: "));
        QVERIFY(run.out.contains(u"Turn 2: "));
        QVERIFY(run.objects.isEmpty());
    }

    void whatEndsAQuestionEndsTheSteps_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::newRow("no money") << QStringLiteral("bm-arrears") << 4;
        QTest::newRow("checked") << QStringLiteral("bm-moderated") << 4;
        QTest::newRow("cut off") << QStringLiteral("bm-stream-cut") << 6;
    }

    void whatEndsAQuestionEndsTheSteps()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        OwnPractice practice({QStringLiteral("--fault"), fault});
        QVERIFY(practice.isReady());
        CliProgram cli;
        practice.give(cli);
        const CliRun run = cli.run(
            remake({QStringLiteral("--say"), QStringLiteral("Make it night."), QStringLiteral("--make")}));
        QVERIFY2(run.status == status, qPrintable(run.err + run.out));
        QVERIFY(!run.error().isEmpty());
        QCOMPARE(practice.count(Request::Chat), 1); // asked once, and paid for once at most
        QVERIFY(cli.tasks().isEmpty());
    }

    void modelsAreListed()
    {
        CliProgram cli;
        const CliRun run = cli.run({QStringLiteral("models"), QStringLiteral("--json")});
        QCOMPARE(run.status, 0);
        QHash<QString, QString> uses;
        for (const QJsonObject &line : run.objects)
            uses.insert(line[u"id"].toString(), line[u"use"].toString());
        QCOMPARE(uses.value(QStringLiteral("wan2.7-videoedit"), QStringLiteral("none")), QString());
        QCOMPARE(uses.value(QStringLiteral("cogvideox-3")), QStringLiteral("remake"));
        QCOMPARE(uses.value(QStringLiteral("glm-4.6v")), QStringLiteral("describe"));
        const QString sentences = cli.run({QStringLiteral("models")}).out;
        QVERIFY(sentences.contains(u"cogvideox-3") && sentences.contains(u"glm-4.6v"));
    }
};

QTEST_GUILESS_MAIN(TestCliRemake)
#include "tst_cli_remake.moc"
