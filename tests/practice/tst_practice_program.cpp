// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceclient.h"

#include <QDir>
#include <QFile>
#include <QNetworkProxy>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

// The program itself: its line, its ends, and what it leaves behind.
class TestPracticeProgram : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString scratch() const { return m_folder.filePath(QStringLiteral("scratch")); }

    QString journal() const { return m_folder.filePath(QStringLiteral("journal.jsonl")); }

    std::unique_ptr<QProcess> program(const QStringList &arguments)
    {
        auto process = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TMPDIR"), scratch());
        process->setProcessEnvironment(environment);
        process->setProgram(QStringLiteral(RETAKE_BIN_DIR "/retake-practice"));
        process->setArguments(arguments);
        return process;
    }

    static QJsonObject firstLine(QProcess &process)
    {
        while (!process.canReadLine() && process.waitForReadyRead(10000)) {
        }
        return QJsonDocument::fromJson(process.readLine()).object();
    }

    int leftBehind() const
    {
        return int(QDir(scratch()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size());
    }

    // FFmpeg processes whose working folder is in our scratch folder.
    int renderers() const
    {
        int count = 0;
        for (const QString &pid :
             QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
            const QString folder = QFile::symLinkTarget(QString(u"/proc/" + pid + u"/cwd"));
            count += folder.startsWith(scratch()) ? 1 : 0;
        }
        return count;
    }

private Q_SLOTS:

    void init() { QVERIFY(QDir().mkpath(scratch())); }

    void endsWhenStandardInputCloses()
    {
        const auto process = program({QStringLiteral("--time-scale"), QStringLiteral("20")});
        process->start();
        const QJsonObject line = firstLine(*process);
        QVERIFY(line[u"dashscope"].toString().endsWith(u"/api/v1"));
        QVERIFY(line[u"bigmodel"].toString().endsWith(u"/api/paas/v4"));
        QCOMPARE(line[u"time_scale"].toDouble(), 20.0);
        QCOMPARE(leftBehind(), 1);
        process->write("what is said there is ignored\n");
        QVERIFY(!process->waitForFinished(200));
        process->closeWriteChannel();
        QVERIFY(process->waitForFinished(10000));
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 0);
        QCOMPARE(leftBehind(), 0);
    }

    // Only what it gives out leads there: it listens where it always does.
    void tellsAnotherOrigin()
    {
        const auto process = program({QStringLiteral("--origin"), QStringLiteral("http://127.0.0.1:9")});
        process->start();
        const QJsonObject line = firstLine(*process);
        PracticeClient client(line[u"dashscope"].toString(), line[u"key"].toString());
        const QString host = client.policy()[u"upload_host"].toString();
        QVERIFY2(host.startsWith(u"http://127.0.0.1:9/oss/"), qPrintable(host));
        process->closeWriteChannel();
        QVERIFY(process->waitForFinished(10000));
    }

    void endsAtOnceWithoutStandardInput()
    {
        const auto process = program({});
        process->setStandardInputFile(QProcess::nullDevice());
        process->start();
        QVERIFY(!firstLine(*process).isEmpty());
        QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished(10000));
        QCOMPARE(process->exitCode(), 0);
    }

    void endsOnSigtermInTheMiddleOfARender()
    {
        const auto process = program(
            {QStringLiteral("--time-scale"), QStringLiteral("1000"), QStringLiteral("--journal"), journal()});
        process->start();
        const QJsonObject line = firstLine(*process);
        PracticeClient client(line[u"dashscope"].toString(), line[u"key"].toString());
        const QByteArray clip = makeClip(m_folder.path(), 9, QStringLiteral("640x360"));
        const QString id = client.createTask(PracticeClient::body(
            client.upload(clip, QStringLiteral("clip.mp4")), QStringLiteral("oil painting"),
            {{QStringLiteral("resolution"), QStringLiteral("1080P")}}));
        QVERIFY(!id.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(renderers() > 0, 10000);
        process->terminate();
        QVERIFY(process->waitForFinished(10000));
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 0);
        QCOMPARE(renderers(), 0);
        QCOMPARE(leftBehind(), 0);
        const QList<QByteArray> lines = readAll(journal()).trimmed().split('\n');
        QVERIFY(lines.size() >= 3); // policy, upload, create
        for (const QByteArray &entry : lines)
            QVERIFY(QJsonDocument::fromJson(entry).isObject());
    }

    void keysDifferFromStartToStart()
    {
        QStringList keys;
        for (int i = 0; i < 2; ++i) {
            const auto process = program({});
            process->start();
            keys.append(firstLine(*process)[u"key"].toString());
            process->closeWriteChannel();
            QVERIFY(process->waitForFinished(10000));
        }
        QVERIFY(!keys[0].isEmpty() && keys[0] != keys[1]);
    }

    void listensOnLoopbackOnly()
    {
        const auto process = program({});
        process->start();
        const quint16 port = quint16(QUrl(firstLine(*process)[u"dashscope"].toString()).port());
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        QVERIFY(socket.waitForConnected(5000));
        QTcpSocket other; // bound to every address it would answer here, too
        other.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        other.connectToHost(QStringLiteral("127.0.0.2"), port);
        QVERIFY(!other.waitForConnected(2000));
        process->closeWriteChannel();
        QVERIFY(process->waitForFinished(10000));
    }

    void wrongUsage()
    {
        const auto process = program({QStringLiteral("--fault"), QStringLiteral("nope")});
        process->start();
        QVERIFY(process->waitForFinished(10000));
        QCOMPARE(process->exitCode(), 2);
        QVERIFY(process->readAllStandardError().contains("nope"));
    }

    void helpNamesTheFaults()
    {
        const auto process = program({QStringLiteral("--help")});
        process->start();
        QVERIFY(process->waitForFinished(10000));
        const QByteArray text = process->readAllStandardOutput();
        for (const char *name : {"key-401", "hang", "upload-409", "download-short", "failed-moderation"})
            QVERIFY2(text.contains(name), name);
    }
};

QTEST_GUILESS_MAIN(TestPracticeProgram)
#include "tst_practice_program.moc"
