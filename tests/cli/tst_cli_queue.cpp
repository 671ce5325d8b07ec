// SPDX-License-Identifier: GPL-3.0-or-later
// The queue in the terminal: places, pauses, clearing, and its file.
#include "cliprogram.h"
#include "support/clipmaker.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace retake;

class TestCliQueue : public QObject
{
    Q_OBJECT

    using Request = OwnPractice::Request;

    QTemporaryDir m_media;
    QString m_clip;

    QStringList edit(const char *prompt) const
    {
        return {QStringLiteral("edit"),     m_clip,
                QStringLiteral("--trim"),   QStringLiteral("0.2-2.2"),
                QStringLiteral("--json"),   QStringLiteral("--prompt"),
                QString::fromLatin1(prompt)};
    }

    static QStringList words(const char *line) { return QString::fromLatin1(line).split(u' '); }

    // Two orders that wait.
    bool bring(CliProgram &cli) const
    {
        QFile file(cli.path(QStringLiteral("two.json")));
        QJsonArray orders;
        for (const char *prompt : {"rain", "snow"})
            orders.append(QJsonObject{{QStringLiteral("clip"), m_clip},
                                      {QStringLiteral("prompt"), QString::fromLatin1(prompt)},
                                      {QStringLiteral("model"), QStringLiteral("wan2.7-videoedit")},
                                      {QStringLiteral("account"), QStringLiteral("dashscope")}});
        const QJsonObject whole{{QStringLiteral("retake-queue"), 1}, {QStringLiteral("orders"), orders}};
        return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(whole).toJson()) > 0 &&
               file.flush() &&
               cli.run({QStringLiteral("queue"), QStringLiteral("import"), file.fileName()}).status == 0;
    }

    static QJsonObject taskOf(CliProgram &cli, int id)
    {
        for (const QJsonObject &task : cli.tasks()) {
            if (task[u"id"].toInt() == id)
                return task;
        }
        return {};
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_clip = m_media.filePath(QStringLiteral("clip.mp4"));
        ClipWish wish;
        wish.seconds = 2.5;
        QVERIFY(makeClip(m_clip, wish));
    }

    void heldMovedAndCleared()
    {
        OwnPractice practice;
        CliProgram cli;
        practice.give(cli);
        QVERIFY(bring(cli));
        const QJsonObject before = taskOf(cli, 2);
        QVERIFY(before[u"position"].toInt() > taskOf(cli, 1)[u"position"].toInt());
        QCOMPARE(before[u"held"], QJsonValue(false));
        QVERIFY(before.contains(u"expires") && before[u"expires"].isNull());
        QCOMPARE(cli.run(words("next 2 --json")).status, 0);
        QVERIFY(taskOf(cli, 2)[u"position"].toInt() < taskOf(cli, 1)[u"position"].toInt());
        const CliRun held = cli.run(words("hold 1 --json"));
        QCOMPARE(held.status, 0);
        QCOMPARE(held.objects.first()[u"held"], QJsonValue(true));

        const CliRun run = cli.run(words("run --json")); // all but the held one, and it comes to an end
        QVERIFY2(run.status == 0, qPrintable(run.err));
        QCOMPARE(practice.count(Request::Create), 1);
        QCOMPARE(taskOf(cli, 1)[u"state"].toString(), QStringLiteral("waiting"));
        QCOMPARE(taskOf(cli, 2)[u"state"].toString(), QStringLiteral("done"));
        QVERIFY(taskOf(cli, 2)[u"billed_seconds"].toDouble() > 0);
        QVERIFY(taskOf(cli, 2)[u"position"].isNull());
        QCOMPARE(cli.run(words("hold 2 --json")).error()[u"kind"].toString(), QStringLiteral("WrongState"));
        QCOMPARE(cli.run(words("next 9 --json")).error()[u"kind"].toString(), QStringLiteral("NoSuchTask"));
        QCOMPARE(cli.run(words("clear --json")).objects.first()[u"count"].toInt(), 1);
        QCOMPARE(cli.tasks().size(), 1);
    }

    void allThatFailed()
    {
        OwnPractice practice({QStringLiteral("--fault"), QStringLiteral("arrears-400:2")});
        CliProgram cli;
        practice.give(cli);
        QCOMPARE(cli.run(edit("rain")).status, 4);
        QCOMPARE(cli.run(edit("snow")).status, 4);
        const CliRun retried = cli.run(words("retry --failed --json"));
        QVERIFY2(retried.status == 0, qPrintable(retried.err));
        QCOMPARE(retried.states(1).last(), QStringLiteral("done"));
        QCOMPARE(retried.states(2).last(), QStringLiteral("done"));
        QCOMPARE(cli.run(words("retry --failed")).out.trimmed(), QStringLiteral("Nothing has failed."));
        QCOMPARE(cli.run(words("retry --failed 1")).status, 2);
    }

    void intoAFileAndOutOfIt()
    {
        OwnPractice practice;
        CliProgram cli;
        practice.give(cli);
        QVERIFY(bring(cli));
        const QString file = cli.path(QStringLiteral("queue.json"));
        const CliRun out =
            cli.run({QStringLiteral("queue"), QStringLiteral("export"), file, QStringLiteral("--json")});
        QCOMPARE(out.status, 0);
        QCOMPARE(out.objects.first()[u"count"].toInt(), 2);

        CliProgram other;
        practice.give(other);
        const QStringList import{QStringLiteral("queue"), QStringLiteral("import"), file,
                                 QStringLiteral("--json")};
        const CliRun in = other.run(import);
        QVERIFY2(in.status == 0, qPrintable(in.err));
        QCOMPARE(other.tasks().size(), 2);
        QCOMPARE(taskOf(other, 1)[u"prompt"].toString(), QStringLiteral("rain"));
        QCOMPARE(taskOf(other, 1)[u"state"].toString(), QStringLiteral("waiting"));
        QCOMPARE(practice.count(Request::Create), 0);
        const CliRun run = other.run(words("run --json"));
        QVERIFY2(run.status == 0, qPrintable(run.err));
        QCOMPARE(practice.count(Request::Create), 2);

        // One whose clip is gone is named, and nothing else is lost for it.
        QVERIFY(QFile::rename(m_clip, QString(m_clip + u".away")));
        const CliRun none = other.run(import);
        QVERIFY(QFile::rename(QString(m_clip + u".away"), m_clip));
        QCOMPARE(none.status, 3);
        QCOMPARE(none.objects.size(), 2);
        QCOMPARE(none.objects[0][u"event"].toString(), QStringLiteral("left-out"));
        QCOMPARE(none.objects[0][u"error"][u"kind"].toString(), QStringLiteral("FileMissing"));
        QCOMPARE(other.tasks().size(), 2);
    }

    void wrongUsage()
    {
        CliProgram cli;
        for (const char *line :
             {"queue", "queue export", "queue move a.json", "hold", "clear 1", "tasks --failed"}) {
            const CliRun run = cli.run(words(line));
            QVERIFY2(run.status == 2, line);
        }
        QCOMPARE(cli.run({QStringLiteral("queue"), QStringLiteral("import"), m_clip}).status, 3);
    }
};

QTEST_MAIN(TestCliQueue)
#include "tst_cli_queue.moc"
