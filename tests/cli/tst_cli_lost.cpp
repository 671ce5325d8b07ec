// SPDX-License-Identifier: GPL-3.0-or-later
// The service takes an order and its answer is lost: the task is found there, and bought once.
#include "cliprogram.h"
#include "support/clipmaker.h"

#include <QTest>

using namespace retake;

class TestCliLost : public QObject
{
    Q_OBJECT

    using Request = OwnPractice::Request;

    QTemporaryDir m_media;
    QString m_clip;

    QStringList edit(const QString &prompt = QStringLiteral("snow")) const
    {
        return {QStringLiteral("edit"), m_clip, QStringLiteral("--prompt"), prompt, QStringLiteral("--json")};
    }

    static QStringList words(const char *line) { return QString::fromLatin1(line).split(u' '); }

    static QStringList faults(const QStringList &names)
    {
        QStringList list;
        for (const QString &name : names)
            list += {QStringLiteral("--fault"), name};
        return list;
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_clip = m_media.filePath(QStringLiteral("clip.mp4"));
        QVERIFY(makeClip(m_clip));
    }

    void aLostAnswerIsFoundAtTheService_data()
    {
        QTest::addColumn<QStringList>("names");
        const auto row = [](const char *name, const char *faults) {
            QTest::newRow(name) << QString::fromLatin1(faults).split(u' ');
        };
        row("reset", "reset");
        row("half an answer", "truncated-json");
        row("the list fails once", "reset list-500:1");
        row("a query fails", "reset query-500:1");
    }

    void aLostAnswerIsFoundAtTheService()
    {
        QFETCH(QStringList, names);
        OwnPractice practice(faults(names), 400);
        CliProgram cli;
        practice.give(cli);
        const CliRun run = cli.run(edit());
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QVERIFY(run.states().contains(QStringLiteral("unclear")));
        QCOMPARE(run.states().last(), QStringLiteral("done"));
        QVERIFY(QFile::exists(run.take()[u"take"].toString()));
        QCOMPARE(practice.count(Request::Create), 1);
    }

    void whatIsNotFoundIsLookedForAgainOnRequest()
    {
        OwnPractice practice(faults({QStringLiteral("reset:1"), QStringLiteral("list-empty:2")}), 400);
        CliProgram cli;
        practice.give(cli);
        const CliRun run = cli.run(edit());
        QVERIFY2(run.status == 6, qPrintable(run.err + run.out));
        const QJsonObject row = cli.tasks().value(0);
        QCOMPARE(row[u"state"].toString(), QStringLiteral("unclear"));
        const CliRun look = cli.run(words("look 1 --json"));
        QVERIFY2(look.status == 0, qPrintable(look.err + look.out));
        QVERIFY(!look.take().isEmpty());
        QCOMPARE(practice.count(Request::Create), 1);
        QCOMPARE(cli.run(words("look 1 --json")).error()[u"kind"].toString(), QStringLiteral("WrongState"));
    }

    void aLateListIsLookedAtByTheNextRun()
    {
        OwnPractice practice(faults({QStringLiteral("reset:1"), QStringLiteral("list-late")}), 200);
        CliProgram cli;
        practice.give(cli);
        const CliRun run = cli.run(edit());
        QVERIFY2(run.status == 6 || run.status == 0,
                 qPrintable(run.err + run.out)); // late by a third of a second
        const CliRun again = cli.run(words("run --json"));
        QVERIFY2(again.status == 0, qPrintable(again.err + again.out));
        QCOMPARE(cli.tasks().value(0)[u"state"].toString(), QStringLiteral("done"));
        QCOMPARE(practice.count(Request::Create), 1);
    }

    void equalOrdersGetOneEach()
    {
        OwnPractice practice(faults({QStringLiteral("reset")}), 400);
        CliProgram cli;
        practice.give(cli);
        const CliRun run = cli.run(edit() + words("--variations 2"));
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QVERIFY(!run.take(1).isEmpty() && !run.take(2).isEmpty());
        const auto tasks = cli.tasks();
        QCOMPARE(tasks.size(), 2);
        QVERIFY(tasks[0][u"remote_id"] != tasks[1][u"remote_id"]);
        QCOMPARE(practice.count(Request::Create), 2);
    }

    void aTaskIsGivenUp()
    {
        OwnPractice practice(faults({QStringLiteral("html:1")}), 400);
        CliProgram cli;
        practice.give(cli);
        QCOMPARE(cli.run(edit()).status, 6);
        const CliRun lost = cli.run(words("lost 1 --json"));
        QCOMPARE(lost.status, 0);
        QCOMPARE(lost.states(), words("failed"));
        QCOMPARE(lost.error()[u"kind"].toString(), QStringLiteral("MarkedLost"));
        QCOMPARE(cli.run(words("lost 1 --json")).status, 3);
        QCOMPARE(cli.run(words("look 1 --json")).status, 3);
        const CliRun retried = cli.run(words("retry 1 --json"));
        QVERIFY2(retried.status == 0, qPrintable(retried.err));
        QCOMPARE(practice.count(Request::Create), 2);
    }

    void withoutTheServiceItStaysUnclear()
    {
        CliProgram cli;
        {
            OwnPractice practice(faults({QStringLiteral("html:1")}), 400);
            practice.give(cli);
            QCOMPARE(cli.run(edit()).status, 6);
        }
        const CliRun look = cli.run(words("look 1 --json"));
        QCOMPARE(look.status, 6);
        QCOMPARE(cli.tasks().value(0)[u"state"].toString(), QStringLiteral("unclear"));
    }
};

QTEST_MAIN(TestCliLost)
#include "tst_cli_lost.moc"
