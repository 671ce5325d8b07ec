// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/keyring.h"
#include "session/accountbook.h"
#include "session/practiceprocess.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;

namespace {

// Keys in memory; may refuse, as a machine without a keychain does.
class FakeKeyring final : public Keyring
{
public:
    QHash<QString, QString> keys;
    bool refuses = false;

    KeyJob *read(const QString &name, QObject *parent) override { return job(keys.value(name), parent); }

    KeyJob *write(const QString &name, const QString &key, QObject *parent) override
    {
        if (!refuses)
            keys.insert(name, key);
        return job({}, parent);
    }

    KeyJob *remove(const QString &name, QObject *parent) override
    {
        keys.remove(name);
        return job({}, parent);
    }

private:
    KeyJob *job(const QString &answer, QObject *parent) const
    {
        auto *made = new KeyJob(parent);
        const Result<QString> result =
            refuses ? Result<QString>(failure(ErrorKind::KeychainFailed)) : Result<QString>(answer);
        QMetaObject::invokeMethod(
            made, [made, result] { Q_EMIT made->finished(result); }, Qt::QueuedConnection);
        return made;
    }
};

// Never called: the book only hands it on.
class IdleEngine final : public Engine
{
public:
    PrepareJob *prepare(const Credentials &, const ModelSpec &, const MediaToSend &, QObject *) override
    {
        return nullptr;
    }

    SubmitJob *submit(const Credentials &, const ModelSpec &, const Order &, const PreparedMedia &,
                      QObject *) override
    {
        return nullptr;
    }

    PollJob *poll(const Credentials &, const QString &, QObject *) override { return nullptr; }

    CancelJob *cancel(const Credentials &, const QString &, QObject *) override { return nullptr; }

    FetchJob *fetch(const QString &, const QString &, QObject *) override { return nullptr; }

    ListJob *list(const Credentials &, const ModelSpec &, const QDateTime &, QObject *) override
    {
        return nullptr;
    }

    CheckJob *check(const Credentials &, const ModelSpec &, QObject *) override { return nullptr; }
};

Catalogue catalogueOfTheProgram()
{
    QFile file(QStringLiteral(":/catalogue/catalogue.json"));
    return file.open(QIODevice::ReadOnly) ? Catalogue::parse(file.readAll()).value_or(Catalogue())
                                          : Catalogue();
}

QProcessEnvironment environmentWith(const QStringList &lines)
{
    QProcessEnvironment environment;
    for (const QString &line : lines)
        environment.insert(line.section(u'=', 0, 0), line.section(u'=', 1));
    return environment;
}

// One start of the program: what outlives it (settings, keychain) is passed in.
struct Start
{
    Start(const QString &settingsFile, FakeKeyring &systemKeys, const QStringList &environment = {})
        : settings(settingsFile)
        , book(settings, systemKeys, sessionKeys, practice, engine, catalogue, environmentWith(environment))
    {}

    Catalogue catalogue = catalogueOfTheProgram();
    Settings settings;
    FakeKeyring sessionKeys;
    PracticeProcess practice;
    IdleEngine engine;
    AccountBook book;
};

const QString dashscope = QStringLiteral("dashscope");
const QString practice = QStringLiteral("practice");

} // namespace

class TestAccountBook : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_settings;
    FakeKeyring m_system;

    static Result<Credentials> credentialsOf(AccountBook &book, const QString &id)
    {
        std::optional<Result<Credentials>> answer;
        QObject context;
        book.credentials(id, &context, [&answer](const Result<Credentials> &who) { answer = who; });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, 5000);
        return answer.value_or(failure(ErrorKind::TimedOut));
    }

    static Result<void> save(AccountBook &book, const QString &region, const QUrl &url, const QString &key,
                             AccountBook::KeepKey keep)
    {
        std::optional<Result<void>> saved;
        QObject context;
        connect(&book, &AccountBook::accountSaved, &context, [&saved](const auto &kept) { saved = kept; });
        book.setDashscope(region, url, key, keep);
        (void)QTest::qWaitFor([&saved] { return saved.has_value(); }, 5000);
        return saved.value_or(failure(ErrorKind::TimedOut));
    }

private Q_SLOTS:

    void init()
    {
        m_settings = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".ini");
        m_system = {};
    }

    void withoutAKeyThereIsPractice()
    {
        Start start(m_settings, m_system, {QStringLiteral("DASHSCOPE_API_KEY=")});
        QCOMPARE(start.book.accounts().size(), 1);
        QVERIFY(start.book.current().isPractice());
        QCOMPARE(start.book.current().timeScale, 20.0);
        QVERIFY(!start.book.usesEnvironment());
        const auto none = credentialsOf(start.book, dashscope);
        QCOMPARE(none.error().kind, ErrorKind::KeyMissing);
        QCOMPARE(none.error().facts, QStringList{QStringLiteral("Alibaba Cloud Model Studio")});
        QCOMPARE(start.book.engine(dashscope), &start.engine);
        QVERIFY(!start.book.engine(QStringLiteral("other")));
    }

    void theEnvironmentWins()
    {
        m_system.keys.insert(dashscope, QStringLiteral("sk-stored"));
        Start start(m_settings, m_system, {QStringLiteral("DASHSCOPE_API_KEY=sk-env")});
        start.settings.setDashscopeRegion(QStringLiteral("singapore"));
        QVERIFY(start.book.usesEnvironment());
        const auto who = credentialsOf(start.book, dashscope);
        QVERIFY(who);
        QCOMPARE(who->key, QStringLiteral("sk-env"));
        QCOMPARE(who->account.region, QStringLiteral("singapore"));
        QVERIFY(who->account.keyName.isEmpty());
        QVERIFY(start.book.accounts().last().isPractice());
    }

    void anAddressInTheEnvironmentIsUsedAsGiven()
    {
        Start start(m_settings, m_system,
                    {QStringLiteral("DASHSCOPE_API_KEY=sk-env"), QStringLiteral("RETAKE_TIME_SCALE=50"),
                     QStringLiteral("DASHSCOPE_HTTP_BASE_URL=http://127.0.0.1:8080/gate/v1")});
        const Account account = start.book.current();
        QCOMPARE(account.baseUrl, QUrl(QStringLiteral("http://127.0.0.1:8080/gate/v1")));
        QCOMPARE(account.region, QStringLiteral("custom"));
        QCOMPARE(account.timeScale, 50.0);
    }

    void onlyLoopbackIsHurried()
    {
        Start start(m_settings, m_system,
                    {QStringLiteral("DASHSCOPE_API_KEY=sk-env"), QStringLiteral("RETAKE_TIME_SCALE=50")});
        QCOMPARE(start.book.current().region, QStringLiteral("beijing"));
        QCOMPARE(start.book.current().timeScale, 1.0);
    }

    void theAddressOfARegionIsThatRegion()
    {
        Start start(m_settings, m_system,
                    {QStringLiteral("DASHSCOPE_API_KEY=sk-env"),
                     QStringLiteral("DASHSCOPE_HTTP_BASE_URL=https://dashscope-intl.aliyuncs.com/api/v1")});
        QCOMPARE(start.book.current().region, QStringLiteral("singapore"));
    }

    void aStoredKeyIsNotSentWhereTheEnvironmentPoints()
    {
        {
            Start first(m_settings, m_system);
            QVERIFY(save(first.book, QStringLiteral("beijing"), {}, QStringLiteral("sk-1"),
                         AccountBook::KeepKey::InKeychain));
        }
        Start start(m_settings, m_system,
                    {QStringLiteral("DASHSCOPE_HTTP_BASE_URL=http://127.0.0.1:8080/v1")});
        QCOMPARE(credentialsOf(start.book, dashscope)->account.baseUrl.host(),
                 QStringLiteral("dashscope.aliyuncs.com"));
    }

    void aKeyInTheKeychainOutlivesTheProgram()
    {
        {
            Start first(m_settings, m_system);
            QSignalSpy changed(&first.book, &AccountBook::changed);
            QVERIFY(save(first.book, QStringLiteral("custom"),
                         QUrl(QStringLiteral("https://gate.example/v1")), QStringLiteral(" sk-1\n"),
                         AccountBook::KeepKey::InKeychain));
            QCOMPARE(changed.size(), 1);
        }
        Start second(m_settings, m_system);
        const auto who = credentialsOf(second.book, dashscope);
        QVERIFY(who);
        QCOMPARE(who->key, QStringLiteral("sk-1"));
        QCOMPARE(who->account.baseUrl, QUrl(QStringLiteral("https://gate.example/v1")));
        QCOMPARE(second.book.current().id, dashscope);
        QFile ini(m_settings);
        QVERIFY(ini.open(QIODevice::ReadOnly));
        QVERIFY(!ini.readAll().contains("sk-1"));
    }

    void aKeyForThisSessionDiesWithIt()
    {
        {
            Start first(m_settings, m_system);
            QVERIFY(save(first.book, QStringLiteral("beijing"), {}, QStringLiteral("sk-1"),
                         AccountBook::KeepKey::ForThisSession));
            QCOMPARE(credentialsOf(first.book, dashscope)->key, QStringLiteral("sk-1"));
            QVERIFY(m_system.keys.isEmpty());
        }
        Start second(m_settings, m_system);
        QVERIFY(second.book.current().isPractice());
    }

    void withoutAKeychainTheKeyIsKeptForThisSession()
    {
        m_system.refuses = true;
        Start start(m_settings, m_system);
        const auto kept = save(start.book, QStringLiteral("beijing"), {}, QStringLiteral("sk-1"),
                               AccountBook::KeepKey::InKeychain);
        QCOMPARE(kept.error().kind, ErrorKind::KeychainFailed);
        QCOMPARE(credentialsOf(start.book, dashscope)->key, QStringLiteral("sk-1"));
    }

    void anEmptyKeyKeepsTheOneThatIsThere()
    {
        Start start(m_settings, m_system);
        QVERIFY(save(start.book, QStringLiteral("beijing"), {}, QStringLiteral("sk-1"),
                     AccountBook::KeepKey::InKeychain));
        QVERIFY(save(start.book, QStringLiteral("singapore"), {}, {}, AccountBook::KeepKey::InKeychain));
        const auto who = credentialsOf(start.book, dashscope);
        QCOMPARE(who->key, QStringLiteral("sk-1"));
        QCOMPARE(who->account.region, QStringLiteral("singapore"));
    }

    void forgettingLeavesPractice()
    {
        Start start(m_settings, m_system);
        QVERIFY(save(start.book, QStringLiteral("beijing"), {}, QStringLiteral("sk-1"),
                     AccountBook::KeepKey::InKeychain));
        start.book.forgetDashscope();
        QVERIFY(start.book.current().isPractice());
        QVERIFY(m_system.keys.isEmpty());
    }

    void aContextThatIsGoneHearsNothing()
    {
        Start start(m_settings, m_system, {QStringLiteral("DASHSCOPE_API_KEY=sk-env")});
        bool heard = false;
        auto context = std::make_unique<QObject>();
        start.book.credentials(dashscope, context.get(), [&heard](const auto &) { heard = true; });
        context.reset();
        QTest::qWait(50);
        QVERIFY(!heard);
    }
};

QTEST_GUILESS_MAIN(TestAccountBook)
#include "tst_accountbook.moc"
