// SPDX-License-Identifier: GPL-3.0-or-later
// The child's life, with small shell scripts in the place of retake-practice.
#include "session/practiceprocess.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace retake;

class TestPracticeProcess : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    const QByteArray m_path = qgetenv("PATH");

    static constexpr const char *readyLine =
        "echo '{\"dashscope\":\"http://127.0.0.1:9/api/v1\",\"bigmodel\":\"http://127.0.0.1:9/v4\","
        "\"key\":\"practice-key\"}'\n";

    // Each start leaves its process id and its arguments.
    void install(const QByteArray &body) const
    {
        QFile script(m_folder->filePath(QStringLiteral("retake-practice")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nhere=$(dirname \"$0\")\necho $$ >> $here/pids\necho \"$@\" >> $here/args\n");
        script.write(body);
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    QStringList lines(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }

    static bool lives(const QString &pid) { return ::kill(pid.toInt(), 0) == 0; }

    static Result<PracticeProcess::Address> addressOf(PracticeProcess &practice)
    {
        std::optional<Result<PracticeProcess::Address>> answer;
        QObject context;
        practice.address(&context, [&answer](const auto &address) { answer = address; });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, 15000);
        return answer.value_or(failure(ErrorKind::TimedOut));
    }

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("PATH", m_folder->path().toLocal8Bit() + ':' + m_path);
    }

    void cleanup() { qputenv("PATH", m_path); }

    void startsAtTheFirstNeedAndServesAllWhoWait()
    {
        install(QByteArray(readyLine) + "cat > /dev/null\n");
        PracticeProcess practice;
        QVERIFY(lines(QStringLiteral("pids")).isEmpty());
        QList<QString> keys;
        for (int i = 0; i < 3; ++i)
            practice.address(
                this, [&keys](const auto &address) { keys.append(address ? address->key : QString()); });
        QTRY_COMPARE(keys.size(), 3);
        QCOMPARE(keys, QList<QString>(3, QStringLiteral("practice-key")));
        const auto again = addressOf(practice);
        QCOMPARE(again->dashscope, QUrl(QStringLiteral("http://127.0.0.1:9/api/v1")));
        QCOMPARE(lines(QStringLiteral("pids")).size(), 1);
        QCOMPARE(lines(QStringLiteral("args")), QStringList{QStringLiteral("--time-scale 20")});
        QCOMPARE(practice.timeScale(), 20.0);
    }

    void argumentsAreHandedOn()
    {
        install(QByteArray(readyLine) + "cat > /dev/null\n");
        PracticeProcess practice;
        practice.setArguments({QStringLiteral("--fault"), QStringLiteral("500:1")});
        QVERIFY(addressOf(practice));
        QCOMPARE(lines(QStringLiteral("args")), QStringList{QStringLiteral("--time-scale 20 --fault 500:1")});
        practice.setArguments({QStringLiteral("--time-scale"), QStringLiteral("100")});
        QCOMPARE(practice.timeScale(), 100.0);
    }

    void endsWithItsOwner()
    {
        install(QByteArray(readyLine) + "cat > /dev/null\n");
        auto practice = std::make_unique<PracticeProcess>();
        QVERIFY(addressOf(*practice));
        const QString pid = lines(QStringLiteral("pids")).value(0);
        QVERIFY(lives(pid));
        practice.reset();
        QVERIFY(!lives(pid));
    }

    void isEndedWhenItLingers()
    {
        install(QByteArray("trap '' TERM\n") + readyLine + "exec sleep 30\n");
        auto practice = std::make_unique<PracticeProcess>();
        QVERIFY(addressOf(*practice));
        const QString pid = lines(QStringLiteral("pids")).value(0);
        practice.reset();
        QVERIFY(!lives(pid));
    }

    void startsAgainWhenItHasDied()
    {
        install(QByteArray(readyLine) + "cat > /dev/null\n");
        PracticeProcess practice;
        QVERIFY(addressOf(practice));
        ::kill(lines(QStringLiteral("pids")).value(0).toInt(), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(addressOf(practice) && lines(QStringLiteral("pids")).size() == 2, 10000);
    }

    void saysWhyItDidNotStart_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("why");
        QTest::newRow("dies") << QByteArray("echo 'no port left' >&2\nexit 1\n") << "no port left";
        QTest::newRow("babbles") << QByteArray("echo hello\ncat > /dev/null\n") << "hello";
    }

    void saysWhyItDidNotStart()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, why);
        install(body);
        PracticeProcess practice;
        const auto answer = addressOf(practice);
        QCOMPARE(answer.error().kind, ErrorKind::PracticeFailed);
        QVERIFY2(answer.error().serviceMessage.contains(why), qPrintable(answer.error().serviceMessage));
    }

    void isMissed()
    {
        qputenv("PATH", m_folder->path().toLocal8Bit());
        PracticeProcess practice;
        QCOMPARE(addressOf(practice).error().kind, ErrorKind::PracticeFailed);
    }
};

QTEST_GUILESS_MAIN(TestPracticeProcess)
#include "tst_practiceprocess.moc"
