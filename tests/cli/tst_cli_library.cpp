// SPDX-License-Identifier: GPL-3.0-or-later
// Receipts, and a library that was damaged or went away between two runs.
#include "cliprogram.h"
#include "support/clipmaker.h"

#include <QDir>
#include <QTest>

using namespace retake;

class TestCliLibrary : public QObject
{
    Q_OBJECT

    using Request = OwnPractice::Request;

    QTemporaryDir m_media;
    QString m_clip;

    QStringList edit() const
    {
        return {QStringLiteral("edit"), m_clip, QStringLiteral("--json"), QStringLiteral("--prompt"),
                QStringLiteral("snow")};
    }

    static QStringList words(const char *line) { return QString::fromLatin1(line).split(u' '); }

private Q_SLOTS:

    void initTestCase()
    {
        m_clip = m_media.filePath(QStringLiteral("clip.mp4"));
        ClipWish wish;
        wish.seconds = 2.5;
        QVERIFY(makeClip(m_clip, wish));
    }

    void aReceiptIsThereForPeopleAndForScripts()
    {
        OwnPractice practice;
        CliProgram cli;
        practice.give(cli);
        QCOMPARE(cli.run(edit()).status, 0);
        const QString remoteId = cli.tasks().first()[u"remote_id"].toString();
        const CliRun told = cli.run(words("receipt 1"));
        QCOMPARE(told.status, 0);
        QVERIFY2(told.out.contains(remoteId) && told.out.contains(u"State: done"), qPrintable(told.out));
        const CliRun json = cli.run(words("receipt 1 --json"));
        QCOMPARE(json.status, 0);
        QCOMPARE(json.objects.size(), 1);
        QCOMPARE(json.objects.first()[u"remote_id"].toString(), remoteId);
        QVERIFY(json.objects.first()[u"usage"].toObject()[u"duration"].toDouble() > 0);
        QVERIFY(!json.objects.first()[u"submitted_at"].toString().isEmpty());
        QVERIFY(!json.out.contains(u"Signature"));
        QCOMPARE(cli.run(words("receipt 7")).status, 3);
        QCOMPARE(cli.run(words("receipt seven")).status, 3);
        QCOMPARE(cli.run(words("receipt")).status, 2);
    }

    // The service has the task, the library is gone: it is fetched, and ordered once.
    void aTaskOutlivesTheLibrary_data()
    {
        QTest::addColumn<bool>("damaged");
        QTest::newRow("gone") << false;
        QTest::newRow("damaged") << true;
    }

    void aTaskOutlivesTheLibrary()
    {
        QFETCH(bool, damaged);
        OwnPractice practice({}, 60);
        CliProgram cli;
        practice.give(cli);
        cli.runUntil(edit(), "\"rendering\"");
        QDir data(cli.dataDir());
        QVERIFY(data.exists(QStringLiteral("takes/receipts/task-1.json")));
        QVERIFY(QDir(data.filePath(QStringLiteral("backups"))).removeRecursively());
        for (const char *end : {"-wal", "-shm"})
            QFile::remove(data.filePath(QStringLiteral("retake.db") + QLatin1String(end)));
        if (damaged) {
            QFile library(data.filePath(QStringLiteral("retake.db")));
            QVERIFY(library.open(QIODevice::ReadWrite) && library.seek(4096));
            library.write(QByteArray(8192, 'x'));
        } else {
            QVERIFY(data.remove(QStringLiteral("retake.db")));
        }
        const CliRun run = cli.run(words("run --json"));
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QVERIFY2(run.err.contains(u"rebuilt from the receipts"), qPrintable(run.err));
        QVERIFY(QFile::exists(run.take()[u"take"].toString()));
        QCOMPARE(practice.count(Request::Create), 1);
        QCOMPARE(data.entryList({QStringLiteral("retake.db.damaged-*")}).size(), damaged ? 1 : 0);
        const CliRun again = cli.run(words("tasks"));
        QVERIFY2(!again.err.contains(u"rebuilt"), qPrintable(again.err));
    }
};

QTEST_MAIN(TestCliLibrary)
#include "tst_cli_library.moc"
