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
        , book(settings, systemKeys, sessionKeys, practice,
               {{QStringLiteral("dashscope"), &engine}, {QStringLiteral("bigmodel"), &bigmodelEngine}},
               catalogue, environmentWith(environment))
    {}

    Catalogue catalogue = catalogueOfTheProgram();
    Settings settings;
    FakeKeyring sessionKeys;
    PracticeProcess practice;
    IdleEngine engine;
    IdleEngine bigmodelEngine;
    AccountBook book;
};

const QString dashscope = QStringLiteral("dashscope");
const QString bigmodel = QStringLiteral("bigmodel");
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
                             AccountBook::KeepKey keep, const QString &service = dashscope)
    {
        std::optional<Result<void>> saved;
        QObject context;
        connect(&book, &AccountBook::accountSaved, &context, [&saved](const auto &kept) { saved = kept; });
        book.setAccount(service, region, url, key, keep);
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
        QCOMPARE(start.book.accounts().size(), 2);
        for (const Account &account : start.book.accounts())
            QVERIFY(account.isPractice());
        QCOMPARE(start.book.current(bigmodel).id, QStringLiteral("practice-bigmodel"));
        QCOMPARE(start.book.current(bigmodel).service, bigmodel);
        QVERIFY(start.book.current().isPractice());
        QCOMPARE(start.book.current().timeScale, 20.0);
        QVERIFY(!start.book.usesEnvironment(dashscope));
        const auto none = credentialsOf(start.book, dashscope);
        QCOMPARE(none.error().kind, ErrorKind::KeyMissing);
        QCOMPARE(none.error().facts, QStringList{QStringLiteral("Alibaba Cloud Model Studio")});
        QCOMPARE(start.book.serviceIn(none.error()), dashscope);
        QCOMPARE(start.book.serviceIn(credentialsOf(start.book, bigmodel).error()), bigmodel);
        QVERIFY(start.book.serviceIn({}).isEmpty());
        QCOMPARE(start.book.engine(dashscope), &start.engine);
        QCOMPARE(start.book.engine(bigmodel), &start.bigmodelEngine);
        QVERIFY(!start.book.engine(QStringLiteral("other")));
    }

    void theEnvironmentWins()
    {
        m_system.keys.insert(dashscope, QStringLiteral("sk-stored"));
        Start start(m_settings, m_system, {QStringLiteral("DASHSCOPE_API_KEY=sk-env")});
        start.settings.setRegion(dashscope, QStringLiteral("singapore"));
        QVERIFY(start.book.usesEnvironment(dashscope));
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
        start.book.forgetAccount(dashscope);
        QVERIFY(start.book.current().isPractice());
        QVERIFY(m_system.keys.isEmpty());
    }

    void eachServiceHasItsOwnAccount()
    {
        {
            Start first(m_settings, m_system);
            QSignalSpy changed(&first.book, &AccountBook::changed);
            QVERIFY(save(first.book, QStringLiteral("international"), {}, QStringLiteral("id.secret"),
                         AccountBook::KeepKey::InKeychain, bigmodel));
            QCOMPARE(changed.size(), 1);
            QCOMPARE(changed[0][0].toString(), bigmodel);
            QVERIFY(first.book.current().isPractice()); // of DashScope
            QVERIFY(save(first.book, QStringLiteral("beijing"), {}, QStringLiteral("sk-1"),
                         AccountBook::KeepKey::InKeychain));
        }
        Start second(m_settings, m_system);
        QCOMPARE(credentialsOf(second.book, bigmodel)->key, QStringLiteral("id.secret"));
        QCOMPARE(credentialsOf(second.book, bigmodel)->account.baseUrl,
                 QUrl(QStringLiteral("https://api.z.ai/api/paas/v4")));
        QCOMPARE(credentialsOf(second.book, dashscope)->key, QStringLiteral("sk-1"));
        QStringList ids;
        for (const Account &account : second.book.accounts())
            ids.append(account.id);
        QCOMPARE(ids, QStringList({dashscope, bigmodel, practice, QStringLiteral("practice-bigmodel")}));
        QCOMPARE(second.book.accounts(bigmodel).size(), 2);
        QCOMPARE(second.book.accounts(dashscope).constFirst().id, dashscope);

        second.book.forgetAccount(bigmodel);
        QVERIFY(second.book.current(bigmodel).isPractice());
        QCOMPARE(second.book.current().id, dashscope);
        QCOMPARE(m_system.keys.keys(), QStringList{dashscope});
    }

    void theKeyOfBigModelMayComeFromTheEnvironment()
    {
        Start old(m_settings, m_system, {QStringLiteral("ZHIPUAI_API_KEY=old.key")});
        QVERIFY(old.book.usesEnvironment(bigmodel) && !old.book.usesEnvironment(dashscope));
        QCOMPARE(old.book.keyVariable(bigmodel), QStringLiteral("ZHIPUAI_API_KEY"));
        QCOMPARE(credentialsOf(old.book, bigmodel)->key, QStringLiteral("old.key"));
        QCOMPARE(old.book.current(bigmodel).region, QStringLiteral("mainland"));

        Start both(m_settings, m_system,
                   {QStringLiteral("ZHIPUAI_API_KEY=old.key"), QStringLiteral("ZAI_API_KEY=new.key"),
                    QStringLiteral("ZHIPUAI_BASE_URL=http://127.0.0.1:1/old"),
                    QStringLiteral("ZAI_BASE_URL=http://127.0.0.1:2/new"),
                    QStringLiteral("RETAKE_TIME_SCALE=50")});
        const auto who = credentialsOf(both.book, bigmodel);
        QCOMPARE(who->key, QStringLiteral("new.key"));
        QCOMPARE(who->account.baseUrl, QUrl(QStringLiteral("http://127.0.0.1:2/new")));
        QCOMPARE(who->account.timeScale, 50.0);

        // Without a key there the address is not followed.
        Start address(m_settings, m_system, {QStringLiteral("ZAI_BASE_URL=http://127.0.0.1:2/new")});
        QVERIFY(address.book.current(bigmodel).isPractice());
        QVERIFY(save(address.book, QStringLiteral("mainland"), {}, QStringLiteral("id.secret"),
                     AccountBook::KeepKey::InKeychain, bigmodel));
        QCOMPARE(credentialsOf(address.book, bigmodel)->account.baseUrl.host(),
                 QStringLiteral("open.bigmodel.cn"));
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
