// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks that stop, go on, are cancelled and tried again.
#include "cliprogram.h"
#include "support/clipmaker.h"

#include <QTest>

using namespace retake;

class TestCliTasks : public QObject
{
    Q_OBJECT

    using Request = OwnPractice::Request;

    QTemporaryDir m_media;
    QString m_clip;

    // Trimmed, so that the clip has to be made anew and the first stage takes its time.
    QStringList edit() const
    {
        return {QStringLiteral("edit"),   m_clip,
                QStringLiteral("--trim"), QStringLiteral("0.2-2.2"),
                QStringLiteral("--json"), QStringLiteral("--prompt"),
                QStringLiteral("snow")};
    }

    static QStringList words(const char *line) { return QString::fromLatin1(line).split(u' '); }

    static QString stateOf(CliProgram &cli) { return cli.tasks().value(0)[u"state"].toString(); }

private Q_SLOTS:

    void initTestCase()
    {
        m_clip = m_media.filePath(QStringLiteral("clip.mp4"));
        ClipWish wish;
        wish.seconds = 2.5;
        QVERIFY(makeClip(m_clip, wish));
    }

    void stoppedBeforeTheOrder()
    {
        OwnPractice practice;
        CliProgram cli;
        practice.give(cli);
        const CliRun stopped = cli.runUntil(edit(), "\"conforming\"");
        QCOMPARE(stopped.status, 5);
        QVERIFY2(stopped.err.contains(u"retake-cli run"), qPrintable(stopped.err));
        QCOMPARE(practice.count(Request::Create), 0);
        const CliRun run = cli.run(words("run --json"));
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QCOMPARE(run.states().first(), QStringLiteral("waiting"));
        QVERIFY(!run.take().isEmpty());
        QCOMPARE(practice.count(Request::Create), 1);
    }

    void stoppedAfterTheOrder()
    {
        OwnPractice practice({}, 20);
        CliProgram cli;
        practice.give(cli);
        const CliRun stopped = cli.runUntil(edit(), "\"queued\"");
        QCOMPARE(stopped.status, 5);
        const CliRun run = cli.run(words("run --json"));
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QVERIFY(!run.take().isEmpty());
        QCOMPARE(practice.count(Request::Create), 1); // what is paid for is fetched, not ordered again
    }

    void cancelledBeforeTheOrder()
    {
        OwnPractice practice;
        CliProgram cli;
        practice.give(cli);
        QCOMPARE(cli.runUntil(edit(), "\"conforming\"").status, 5);
        const CliRun cancelled = cli.run(words("cancel 1 --json"));
        QCOMPARE(cancelled.status, 0);
        QCOMPARE(cancelled.states(), words("cancelled"));
        const CliRun again = cli.run(words("cancel 1 --json"));
        QCOMPARE(again.status, 3);
        QCOMPARE(again.error()[u"kind"].toString(), QStringLiteral("WrongState"));
        QCOMPARE(cli.run(words("run")).out.trimmed(), QStringLiteral("Nothing is waiting."));
        const CliRun retried = cli.run(words("retry 1 --json"));
        QVERIFY2(retried.status == 0, qPrintable(retried.err));
        QCOMPARE(practice.count(Request::Create), 1);
    }

    void cancelledAtTheService()
    {
        OwnPractice practice({}, 2); // stays in its queue for 10 s
        CliProgram cli;
        practice.give(cli);
        QCOMPARE(cli.runUntil(edit(), "\"queued\"").status, 5);
        const CliRun cancelled = cli.run(words("cancel 1 --json"));
        QVERIFY2(cancelled.status == 0, qPrintable(cancelled.err));
        QCOMPARE(cancelled.states().last(), QStringLiteral("cancelled"));
        QCOMPARE(stateOf(cli), QStringLiteral("cancelled"));
    }

    void tooLateToCancel()
    {
        OwnPractice practice({}, 10); // renders for 6 s
        CliProgram cli;
        practice.give(cli);
        QCOMPARE(cli.runUntil(edit(), "\"rendering\"").status, 5);
        const CliRun refused = cli.run(words("cancel 1 --json"));
        QCOMPARE(refused.status, 4);
        QCOMPARE(refused.error()[u"kind"].toString(), QStringLiteral("TooLateToCancel"));
        QCOMPARE(stateOf(cli), QStringLiteral("rendering"));
    }

    void retryOfAFailedTask()
    {
        OwnPractice practice({QStringLiteral("--fault"), QStringLiteral("arrears-400:1")});
        CliProgram cli;
        practice.give(cli);
        QCOMPARE(cli.run(edit()).status, 4);
        const CliRun run = cli.run(words("run --json"));
        QVERIFY(run.objects.isEmpty()); // what has ended is not begun again by itself
        const CliRun retried = cli.run(words("retry 1 --json"));
        QVERIFY2(retried.status == 0, qPrintable(retried.err));
        QCOMPARE(retried.states().last(), QStringLiteral("done"));
        QCOMPARE(cli.run(words("retry 1 --json")).error()[u"kind"].toString(), QStringLiteral("WrongState"));
    }

    void whatIsUnclearIsSentAgainOnlyOnRequest()
    {
        OwnPractice practice({QStringLiteral("--fault"), QStringLiteral("html:1")});
        CliProgram cli;
        practice.give(cli);
        QCOMPARE(cli.run(edit()).status, 6);
        QCOMPARE(cli.run(words("run --json")).status, 6); // looks for it once more
        const CliRun refused = cli.run(words("retry 1 --json"));
        QCOMPARE(refused.status, 6);
        QVERIFY2(refused.err.contains(u"--send-again"), qPrintable(refused.err));
        QCOMPARE(practice.count(Request::Create), 1);
        const CliRun sent = cli.run(words("retry 1 --send-again --json"));
        QVERIFY2(sent.status == 0, qPrintable(sent.err));
        QCOMPARE(practice.count(Request::Create), 2);
    }

    // `edit` drives its own task: another one that waits is left alone.
    void editLeavesOtherTasksAlone()
    {
        OwnPractice practice;
        CliProgram cli;
        practice.give(cli);
        QCOMPARE(cli.runUntil(edit(), "\"conforming\"").status, 5);
        const CliRun second = cli.run(edit());
        QVERIFY2(second.status == 0, qPrintable(second.err));
        QVERIFY(second.states(1).isEmpty());
        QCOMPARE(practice.count(Request::Create), 1);
        QCOMPARE(cli.tasks().last()[u"id"].toInt(), 1);
        QVERIFY(cli.tasks().last()[u"state"].toString() != u"done");
    }
};

QTEST_MAIN(TestCliTasks)
#include "tst_cli_tasks.moc"
