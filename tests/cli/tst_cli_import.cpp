// SPDX-License-Identifier: GPL-3.0-or-later
// What another program has ordered comes into this library.
#include "cliprogram.h"
#include "support/clipmaker.h"

#include <QTest>

using namespace retake;

class TestCliImport : public QObject
{
    Q_OBJECT

    using Request = OwnPractice::Request;

    QTemporaryDir m_media;
    std::unique_ptr<OwnPractice> m_practice;
    std::unique_ptr<CliProgram> m_other; // has a task at the service
    QString m_id;

    static QStringList words(const char *line) { return QString::fromLatin1(line).split(u' '); }

    QStringList import(const QString &id) const { return words("import dashscope --json") + QStringList{id}; }

private Q_SLOTS:

    void initTestCase()
    {
        const QString clip = m_media.filePath(QStringLiteral("clip.mp4"));
        QVERIFY(makeClip(clip));
        m_practice = std::make_unique<OwnPractice>(QStringList(), 200);
        m_other = std::make_unique<CliProgram>();
        m_practice->give(*m_other);
        const CliRun run = m_other->run(
            {QStringLiteral("edit"), clip, QStringLiteral("--prompt"), QStringLiteral("a warm sunset")});
        QVERIFY2(run.status == 0, qPrintable(run.err));
        m_id = m_other->tasks().value(0)[u"remote_id"].toString();
        QVERIFY(!m_id.isEmpty());
    }

    void cleanupTestCase() { m_practice.reset(); }

    void theListTellsWhatThereIs()
    {
        CliProgram cli;
        m_practice->give(cli);
        const CliRun list = cli.run(words("import dashscope --json"));
        QVERIFY2(list.status == 0, qPrintable(list.err));
        QCOMPARE(list.objects.size(), 1);
        QCOMPARE(list.objects[0][u"remote_id"].toString(), m_id);
        QCOMPARE(list.objects[0][u"prompt"].toString(), QStringLiteral("a warm sunset"));
        QCOMPARE(list.objects[0][u"status"].toString(), QStringLiteral("SUCCEEDED"));
        QVERIFY(list.objects[0][u"task"].isNull());
        QVERIFY(cli.tasks().isEmpty());
        const CliRun known = m_other->run(words("import dashscope --json"));
        QCOMPARE(known.objects.value(0)[u"task"].toInt(), 1);
        QVERIFY(cli.run(words("import dashscope")).out.contains(u"a warm sunset"));
    }

    void aTaskIsFetchedOnce()
    {
        CliProgram cli;
        m_practice->give(cli);
        const int creates = m_practice->count(Request::Create);
        const CliRun run = cli.run(import(m_id));
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QCOMPARE(run.states().first(), QStringLiteral("queued"));
        QCOMPARE(run.states().last(), QStringLiteral("done"));
        const QString take = run.take()[u"take"].toString();
        QVERIFY(QFile::exists(take));
        const QJsonObject row = cli.tasks().value(0);
        QCOMPARE(row[u"prompt"].toString(), QStringLiteral("a warm sunset"));
        QCOMPARE(row[u"model"].toString(), QStringLiteral("wan2.7-videoedit"));
        QCOMPARE(m_practice->count(Request::Create), creates);
        const CliRun again = cli.run(import(m_id));
        QCOMPARE(again.status, 3);
        QCOMPARE(again.error()[u"kind"].toString(), QStringLiteral("TaskKnown"));
        QVERIFY(again.err.contains(u'1'));
        // The take is a clip like any other: the next edit may start from it.
        const CliRun edit = cli.run({QStringLiteral("edit"), take, QStringLiteral("--prompt"),
                                     QStringLiteral("rain"), QStringLiteral("--json")});
        QVERIFY2(edit.status == 0, qPrintable(edit.err));
    }

    void anUnknownTaskHasExpired()
    {
        CliProgram cli;
        m_practice->give(cli);
        const CliRun run = cli.run(import(QStringLiteral("11111111-2222-3333-4444-555555555555")));
        QCOMPARE(run.status, 4);
        QCOMPARE(run.states().last(), QStringLiteral("expired"));
        QVERIFY2(run.err.contains(u"11111111-2222"), qPrintable(run.err));
    }

    void whatIsWrongIsRefused()
    {
        CliProgram cli;
        m_practice->give(cli);
        QCOMPARE(cli.run(words("import")).status, 2);
        QCOMPARE(cli.run(words("import dashscope a b")).status, 2);
        QCOMPARE(cli.run(words("import nobody x --json")).error()[u"kind"].toString(),
                 QStringLiteral("BadParameter"));
        const CliRun absurd = cli.run(import(QStringLiteral("../etc")));
        QCOMPARE(absurd.status, 3);
        QCOMPARE(absurd.error()[u"kind"].toString(), QStringLiteral("BadParameter"));
        QVERIFY(cli.tasks().isEmpty());
    }

    void anUnclearTaskTakesItIn()
    {
        OwnPractice practice({QStringLiteral("--fault"), QStringLiteral("reset:1"), QStringLiteral("--fault"),
                              QStringLiteral("list-empty:2")},
                             400);
        CliProgram cli;
        practice.give(cli);
        const CliRun lost =
            cli.run({QStringLiteral("edit"), m_media.filePath(QStringLiteral("clip.mp4")),
                     QStringLiteral("--prompt"), QStringLiteral("a warm sunset"), QStringLiteral("--json")});
        QCOMPARE(lost.status, 6);
        QString id;
        for (int i = 0; i < 50 && id.isEmpty(); ++i) {
            const QJsonObject row = cli.run(words("import dashscope --json")).objects.value(0);
            if (row[u"status"].toString() == u"SUCCEEDED")
                id = row[u"remote_id"].toString();
        }
        const CliRun run = cli.run(import(id));
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QCOMPARE(cli.tasks().size(), 1);
        QCOMPARE(cli.tasks().value(0)[u"state"].toString(), QStringLiteral("done"));
        QCOMPARE(practice.count(Request::Create), 1);
    }

    void withoutTheService()
    {
        CliProgram cli;
        {
            OwnPractice practice;
            practice.give(cli);
        }
        const CliRun list = cli.run(words("import dashscope --json"));
        QCOMPARE(list.status, 5);
        QCOMPARE(list.error()[u"kind"].toString(), QStringLiteral("Offline"));
    }
};

QTEST_MAIN(TestCliImport)
#include "tst_cli_import.moc"
