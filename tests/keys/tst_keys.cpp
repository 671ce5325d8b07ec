// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/sessionkeyring.h"
#include "keys/systemkeyring.h"

#include <QDir>
#include <QPointer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace retake;
using namespace std::chrono_literals;

namespace {

const QString name = QStringLiteral("dashscope/beijing");
const QString secret = QStringLiteral("sk-not-a-real-key-äöü");

// Waits for the job's end and a little longer, so that a second finished() would be seen.
class Outcome
{
public:
    explicit Outcome(KeyJob *job)
        : m_job(job)
    {
        QObject::connect(job, &KeyJob::finished, &m_context, [this](const Result<QString> &key) {
            m_key = key;
            ++m_count;
        });
    }

    bool wait()
    {
        const bool came = QTest::qWaitFor([this] { return m_count > 0; }, 20000) &&
                          QTest::qWaitFor([this] { return m_job.isNull(); }, 5000);
        QTest::qWait(20);
        return came && m_count == 1;
    }

    const Result<QString> &key() const { return m_key; }

private:
    QPointer<KeyJob> m_job;
    QObject m_context;
    Result<QString> m_key;
    int m_count = 0;
};

void roundTrip(Keyring &keyring)
{
    QObject owner;
    Outcome absent(keyring.read(name, &owner));
    QVERIFY(absent.wait());
    QCOMPARE(absent.key(), Result<QString>(QString()));
    Outcome written(keyring.write(name, secret, &owner));
    QVERIFY(written.wait());
    QVERIFY(written.key());
    Outcome there(keyring.read(name, &owner));
    QVERIFY(there.wait());
    QCOMPARE(there.key().value_or(QString()), secret);
    Outcome other(keyring.read(QStringLiteral("another"), &owner));
    QVERIFY(other.wait());
    QCOMPARE(other.key(), Result<QString>(QString()));
}

} // namespace

class TestKeys : public QObject
{
    Q_OBJECT

    // Runs one function of this program again under a session bus and keychain of its own.
    QByteArray inSession(const QString &home, const QString &function, const QString &noGlib = {})
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), home);
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home);
        environment.insert(QStringLiteral("XDG_DATA_HOME"), QString(home + u"/data"));
        environment.insert(QStringLiteral("RETAKE_TEST_SESSION"), QStringLiteral("1"));
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        if (!noGlib.isEmpty())
            environment.insert(QStringLiteral("QT_NO_GLIB"), noGlib);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        const QString unlock = QStringLiteral("printf %s password | gnome-keyring-daemon --unlock "
                                              "--components=secrets >/dev/null 2>&1; ");
        process.start(QStringLiteral("dbus-run-session"),
                      {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                       QString(unlock + u"exec \"$@\""), QStringLiteral("sh"),
                       QCoreApplication::applicationFilePath(), function});
        if (!process.waitForFinished(30000))
            return "did not end";
        const QByteArray output = process.readAll();
        const bool well = process.exitCode() == 0 && output.contains(" 0 failed, 0 skipped");
        return well ? QByteArray() : output;
    }

    static bool inside() { return qEnvironmentVariableIsSet("RETAKE_TEST_SESSION"); }

    static bool programsThere(const QStringList &programs)
    {
        for (const QString &program : programs) {
            if (QStandardPaths::findExecutable(program).isEmpty())
                return false;
        }
        return true;
    }

private Q_SLOTS:

    void theSessionKeepsKeys()
    {
        SessionKeyring keyring;
        roundTrip(keyring);
        QObject owner;
        Outcome removed(keyring.remove(name, &owner));
        QVERIFY(removed.wait());
        Outcome gone(keyring.read(name, &owner));
        QVERIFY(gone.wait());
        QCOMPARE(gone.key(), Result<QString>(QString()));
    }

    void aJobMayBeDeletedInFlight()
    {
        SessionKeyring session;
        SystemKeyring system;
        int answers = 0;
        for (Keyring *keyring : {static_cast<Keyring *>(&session), static_cast<Keyring *>(&system)}) {
            QObject owner;
            KeyJob *job = keyring->read(name, &owner);
            connect(job, &KeyJob::finished, this, [&answers] { ++answers; });
            delete job;
            auto *parent = new QObject;
            connect(keyring->write(name, secret, parent), &KeyJob::finished, this, [&answers] { ++answers; });
            delete parent;
        }
        QTest::qWait(50);
        QCOMPARE(answers, 0);
    }

    void withoutABusItFailsSoonAndOnce()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        SystemKeyring keyring;
        QObject owner;
        const QList<std::function<KeyJob *()>> jobs{
            [&] { return keyring.read(name, &owner); },
            [&] { return keyring.write(name, secret, &owner); },
            [&] { return keyring.remove(name, &owner); },
        };
        for (const auto &start : jobs) {
            Outcome outcome(start());
            QVERIFY(outcome.wait());
            QVERIFY(!outcome.key());
            QCOMPARE(outcome.key().error().kind, ErrorKind::KeychainFailed);
            QVERIFY(!outcome.key().error().serviceMessage.contains(secret));
        }
    }

    void aSilentKeychainIsGivenUpOn()
    {
        // Without glib's loop the keychain's answers never arrive.
        if (!inside()) {
            if (!programsThere({QStringLiteral("dbus-run-session"), QStringLiteral("gnome-keyring-daemon")}))
                QSKIP("needs dbus-run-session and gnome-keyring");
            QTemporaryDir home;
            QCOMPARE(
                inSession(home.path(), QStringLiteral("aSilentKeychainIsGivenUpOn"), QStringLiteral("1")),
                QByteArray());
            return;
        }
        SystemKeyring keyring({300ms, 300ms});
        QObject owner;
        Outcome outcome(keyring.read(name, &owner));
        QVERIFY(outcome.wait());
        QVERIFY(!outcome.key());
        QCOMPARE(outcome.key().error().kind, ErrorKind::KeychainFailed);
        QVERIFY(outcome.key().error().serviceMessage.contains(u"does not answer"));
    }

    void theSystemKeepsKeysOverRestarts()
    {
        if (!programsThere({QStringLiteral("dbus-run-session"), QStringLiteral("gnome-keyring-daemon")}))
            QSKIP("needs dbus-run-session and gnome-keyring");
        QTemporaryDir home;
        {
            const QByteArray trouble = inSession(home.path(), QStringLiteral("insideWrite"));
            QVERIFY2(trouble.isEmpty(), trouble.constData());
        }
        {
            const QByteArray trouble = inSession(home.path(), QStringLiteral("insideReadAndRemove"));
            QVERIFY2(trouble.isEmpty(), trouble.constData());
        }
    }

    void insideWrite()
    {
        if (!inside())
            QSKIP("run by theSystemKeepsKeysOverRestarts");
        SystemKeyring keyring;
        roundTrip(keyring);
    }

    void insideReadAndRemove()
    {
        if (!inside())
            QSKIP("run by theSystemKeepsKeysOverRestarts");
        SystemKeyring keyring;
        QObject owner;
        Outcome there(keyring.read(name, &owner));
        QVERIFY(there.wait());
        QCOMPARE(there.key().value_or(QString()), secret);
        for (int wait = 0; wait < 20; wait += 2) { // deleted at every point of its flight
            const QPointer<KeyJob> job(keyring.read(name, &owner));
            QTest::qWait(wait);
            delete job.data(); // none when it has ended by now
        }
        QTest::qWait(50);
        Outcome removed(keyring.remove(name, &owner));
        QVERIFY(removed.wait());
        QVERIFY(removed.key());
        Outcome again(keyring.remove(name, &owner)); // nothing there: done all the same
        QVERIFY(again.wait());
        QVERIFY(again.key());
        Outcome gone(keyring.read(name, &owner));
        QVERIFY(gone.wait());
        QCOMPARE(gone.key(), Result<QString>(QString()));
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
