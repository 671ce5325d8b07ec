// SPDX-License-Identifier: GPL-3.0-or-later
// Each way in which the service can fail ends in the state, the sentence and the exit status that it should.
#include "cliprogram.h"
#include "support/clipmaker.h"

#include <QTest>

using namespace retake;

class TestCliFaults : public QObject
{
    Q_OBJECT

    using Request = OwnPractice::Request;

    QTemporaryDir m_media;
    QString m_clip;

    QStringList edit() const
    {
        return {QStringLiteral("edit"), m_clip, QStringLiteral("--prompt"), QStringLiteral("snow"),
                QStringLiteral("--json")};
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_clip = m_media.filePath(QStringLiteral("clip.mp4"));
        QVERIFY(makeClip(m_clip));
    }

    void faults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("creates"); // -1: as often as the table of retries says
        const auto row = [](const char *fault, int status, const char *state, const char *kind, int creates) {
            QTest::newRow(fault) << QString::fromLatin1(fault) << status << QString::fromLatin1(state)
                                 << QString::fromLatin1(kind) << creates;
        };
        row("key-401", 4, "failed", "KeyRefused", 0);
        row("upload-403", 4, "failed", "UploadRefused", 0);
        row("policy-500", 5, "failed", "ServiceFailed", 0);
        row("arrears-400", 4, "failed", "Arrears", 1);
        row("quota-429", 4, "failed", "QuotaSpent", 1);
        row("server-500", 5, "failed", "ServiceFailed", 1);
        row("rate-429", 5, "failed", "RateLimited", -1);
        row("busy-503", 5, "failed", "ServiceBusy", -1);
        // Perhaps charged: looked for in vain, and never sent a second time.
        row("html", 6, "unclear", "Unclear", 1);
        row("reset-before", 6, "unclear", "Unclear", 1);
        row("failed-moderation", 4, "failed", "Moderated", 1);
        row("canceled", 4, "failed", "CancelledByService", 1);
        row("unknown", 4, "expired", "Expired", 1);
    }

    void faults()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        QFETCH(QString, state);
        QFETCH(QString, kind);
        QFETCH(int, creates);
        OwnPractice practice({QStringLiteral("--fault"), fault}, 400);
        QVERIFY(practice.isReady());
        CliProgram cli;
        practice.give(cli);
        const CliRun run = cli.run(edit());
        QVERIFY2(run.status == status, qPrintable(QString::number(run.status) + run.err + run.out));
        QCOMPARE(run.states().last(), state);
        QCOMPARE(run.error()[u"kind"].toString(), kind);
        QVERIFY(run.err.contains(run.error()[u"title"].toString()));
        QVERIFY(run.take().isEmpty());
        if (creates >= 0)
            QCOMPARE(practice.count(Request::Create), creates);
        const QJsonObject row = cli.tasks().value(0);
        QCOMPARE(row[u"state"].toString(), state);
        QCOMPARE(row[u"error"][u"kind"].toString(), kind);
    }

    void whatPassesIsOvercome_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"rate-429:2", "policy-429:1", "query-500:2", "upload-409:1",
                                  "download-short:1", "download-reset:1"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }

    void whatPassesIsOvercome()
    {
        QFETCH(QString, fault);
        OwnPractice practice({QStringLiteral("--fault"), fault}, 400);
        CliProgram cli;
        practice.give(cli);
        const CliRun run = cli.run(edit());
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QVERIFY(!run.take().isEmpty());
    }

    void aDeadServiceIsOffline()
    {
        CliProgram cli;
        {
            OwnPractice practice;
            practice.give(cli);
        }
        const CliRun run = cli.run(edit());
        QVERIFY2(run.status == 5, qPrintable(run.err));
        QCOMPARE(run.error()[u"kind"].toString(), QStringLiteral("Offline"));
    }
};

QTEST_MAIN(TestCliFaults)
#include "tst_cli_faults.moc"
