// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/accountbook.h"

#include "keys/keyring.h"
#include "session/practiceprocess.h"

#include <algorithm>
#include <array>

namespace retake {

namespace {

constexpr QLatin1String customRegion("custom");

// A service that there may be an account of. Its id names the account and the entry in the keyring too.
struct ServiceRow
{
    const char *id;
    const char *practice; // id of its practice account
    const char *firstRegion;
    std::array<const char *, 2> keyVariables; // the first that is set wins; null: there is no second
    std::array<const char *, 2> addressVariables;
};

constexpr std::array serviceRows{
    ServiceRow{"dashscope",
               "practice",
               "beijing",
               {"DASHSCOPE_API_KEY", nullptr},
               {"DASHSCOPE_HTTP_BASE_URL", nullptr}},
    ServiceRow{"bigmodel",
               "practice-bigmodel",
               "mainland",
               {"ZAI_API_KEY", "ZHIPUAI_API_KEY"},
               {"ZAI_BASE_URL", "ZHIPUAI_BASE_URL"}},
};

const ServiceRow *rowOf(const QString &service)
{
    const auto *row = std::ranges::find_if(
        serviceRows, [&service](const ServiceRow &one) { return service == QLatin1String(one.id); });
    return row == serviceRows.end() ? nullptr : row;
}

QString variableSet(const QProcessEnvironment &environment, const std::array<const char *, 2> &names)
{
    for (const char *name : names) {
        if (name && !environment.value(QLatin1String(name)).trimmed().isEmpty())
            return QLatin1String(name);
    }
    return {};
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == u"localhost" || host == u"::1" || host.startsWith(u"127.");
}

// The keyring's jobs belong to their parent; one that has ended is not kept until the parent goes.
KeyJob *passing(KeyJob *job)
{
    QObject::connect(job, &KeyJob::finished, job, &QObject::deleteLater);
    return job;
}

// A credential that is at hand is given at the next turn too, so that callers see one order of events.
void deliver(QObject *context, const AccountSource::Ready &ready, const Result<Credentials> &result)
{
    QMetaObject::invokeMethod(
        context, [ready, result] { ready(result); }, Qt::QueuedConnection);
}

} // namespace

AccountBook::AccountBook(Settings &settings, Keyring &systemKeys, Keyring &sessionKeys,
                         PracticeProcess &practice, const Engines &engines, const Catalogue &catalogue,
                         const QProcessEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_systemKeys(systemKeys)
    , m_sessionKeys(sessionKeys)
    , m_practice(practice)
    , m_engines(engines)
    , m_catalogue(catalogue)
    , m_environment(environment)
{}

QList<Account> AccountBook::accounts() const
{
    QList<Account> all;
    for (const ServiceRow &row : serviceRows) {
        if (const Account real = realAccount(QLatin1String(row.id)); !real.id.isEmpty())
            all.append(real);
    }
    for (const ServiceRow &row : serviceRows)
        all.append(account(QLatin1String(row.practice)));
    return all;
}

QList<Account> AccountBook::accounts(const QString &service) const
{
    QList<Account> those = accounts();
    those.removeIf([&service](const Account &one) { return one.service != service; });
    return those;
}

Account AccountBook::current(const QString &service) const
{
    return accounts(service).value(0);
}

Account AccountBook::current() const
{
    return current(QLatin1String(serviceRows.front().id));
}

Account AccountBook::account(const QString &id) const
{
    for (const ServiceRow &row : serviceRows) {
        if (id == QLatin1String(row.practice))
            return {id, QLatin1String(row.id), QStringLiteral("practice"), {}, {}, m_practice.timeScale()};
    }
    return realAccount(id);
}

QString AccountBook::keyVariable(const QString &service) const
{
    const ServiceRow *row = rowOf(service);
    return row ? variableSet(m_environment, row->keyVariables) : QString();
}

bool AccountBook::usesEnvironment(const QString &service) const
{
    return !keyVariable(service).isEmpty();
}

// Empty when there is none. The address in the environment goes with the key in the environment: a key from
// the keychain is never sent to a place that the environment names.
Account AccountBook::realAccount(const QString &service) const
{
    const ServiceRow *row = rowOf(service);
    if (!row)
        return {};
    Place where = place(service);
    if (usesEnvironment(service)) {
        if (const QString name = variableSet(m_environment, row->addressVariables); !name.isEmpty())
            where = {customRegion, m_environment.value(name).trimmed()};
        else if (where.region.isEmpty())
            where.region = QLatin1String(row->firstRegion);
    }
    if (where.region.isEmpty())
        return {};

    Account account{service, service, where.region, QUrl(where.baseUrl), {}, 1.0};
    if (!usesEnvironment(service))
        account.keyName = service;
    if (const ServiceSpec *spec = m_catalogue.service(service)) {
        for (const RegionSpec &region : spec->regions) {
            if (region.id == where.region)
                account.baseUrl = region.baseUrl;
            else if (where.region == customRegion &&
                     region.baseUrl == account.baseUrl.adjusted(QUrl::StripTrailingSlash))
                account.region = region.id; // the address of a region, so its prices hold
        }
    }
    const double scale = m_environment.value(QStringLiteral("RETAKE_TIME_SCALE")).toDouble();
    if (scale > 0 && isLoopback(account.baseUrl))
        account.timeScale = scale;
    return account;
}

AccountBook::Place AccountBook::place(const QString &service) const
{
    return m_session.value(service, {m_settings.region(service), m_settings.baseUrl(service)});
}

void AccountBook::setAccount(const QString &service, const QString &region, const QUrl &customBaseUrl,
                             const QString &key, KeepKey keepKey)
{
    if (!rowOf(service))
        return;
    const Place where{region, region == customRegion ? customBaseUrl.toString() : QString()};
    const QString secret = key.trimmed();
    if (secret.isEmpty()) { // the place changes, the key stays as it is
        keep(service, where, m_session.contains(service) ? KeepKey::ForThisSession : KeepKey::InKeychain);
        Q_EMIT accountSaved({});
        return;
    }
    if (keepKey == KeepKey::ForThisSession) {
        keepForSession(service, where, secret, {});
        return;
    }
    KeyJob *job = passing(m_systemKeys.write(service, secret, this));
    connect(job, &KeyJob::finished, this, [this, service, where, secret](const Result<QString> &written) {
        if (!written) {
            keepForSession(service, where, secret, failure(written.error()));
            return;
        }
        passing(m_sessionKeys.remove(service, this));
        m_session.remove(service);
        keep(service, where, KeepKey::InKeychain);
        Q_EMIT accountSaved({});
    });
}

void AccountBook::keepForSession(const QString &service, const Place &where, const QString &key,
                                 const Result<void> &outcome)
{
    KeyJob *job = passing(m_sessionKeys.write(service, key, this));
    connect(job, &KeyJob::finished, this, [this, service, where, outcome](const Result<QString> &written) {
        if (!written) {
            Q_EMIT accountSaved(failure(written.error()));
            return;
        }
        keep(service, where, KeepKey::ForThisSession);
        Q_EMIT accountSaved(outcome);
    });
}

void AccountBook::keep(const QString &service, const Place &where, KeepKey keepKey)
{
    if (keepKey == KeepKey::ForThisSession) {
        m_session.insert(service, where);
    } else {
        m_settings.setRegion(service, where.region);
        m_settings.setBaseUrl(service, where.baseUrl);
    }
    Q_EMIT changed(service);
}

void AccountBook::forgetAccount(const QString &service)
{
    if (!rowOf(service))
        return;
    passing(m_systemKeys.remove(service, this));
    passing(m_sessionKeys.remove(service, this));
    m_session.remove(service);
    m_settings.setRegion(service, {});
    m_settings.setBaseUrl(service, {});
    Q_EMIT changed(service);
}

void AccountBook::credentials(const QString &accountId, QObject *context, Ready ready)
{
    const Account wanted = account(accountId);
    if (wanted.id.isEmpty())
        deliver(context, ready, failure(keyMissing(accountId)));
    else if (wanted.isPractice())
        readPractice(wanted, context, ready);
    else if (const QString name = keyVariable(wanted.service); !name.isEmpty())
        deliver(context, ready, Credentials{wanted, m_environment.value(name).trimmed()});
    else
        readKey(wanted, context, ready);
}

void AccountBook::readPractice(const Account &wanted, QObject *context, const Ready &ready)
{
    m_practice.address(context, [wanted, ready](const Result<PracticeProcess::Address> &address) {
        if (!address) {
            ready(failure(address.error()));
            return;
        }
        Account reached = wanted;
        reached.baseUrl =
            wanted.id == QLatin1String(serviceRows.front().practice) ? address->dashscope : address->bigmodel;
        ready(Credentials{reached, address->key});
    });
}

// The key of this session first, then the keychain's.
void AccountBook::readKey(const Account &wanted, QObject *context, const Ready &ready)
{
    const auto fromSystem = [this, wanted, ready](const Result<QString> &key) {
        if (!key)
            ready(failure(key.error()));
        else if (key->isEmpty())
            ready(failure(keyMissing(wanted.service)));
        else
            ready(Credentials{wanted, *key});
    };
    KeyJob *session = passing(m_sessionKeys.read(wanted.keyName, context));
    connect(session, &KeyJob::finished, context,
            [this, wanted, context, ready, fromSystem](const Result<QString> &key) {
                if (key && !key->isEmpty()) {
                    ready(Credentials{wanted, *key});
                    return;
                }
                KeyJob *system = passing(m_systemKeys.read(wanted.keyName, context));
                connect(system, &KeyJob::finished, context, fromSystem);
            });
}

Error AccountBook::keyMissing(const QString &service) const
{
    const ServiceSpec *spec = m_catalogue.service(service);
    return {ErrorKind::KeyMissing, {spec ? spec->name.in(QStringLiteral("en")) : service}, {}, {}, {}, 0,
            std::nullopt};
}

Engine *AccountBook::engine(const QString &service)
{
    return m_engines.value(service);
}

QString AccountBook::serviceIn(const Error &error) const
{
    for (const ServiceSpec &service : m_catalogue.services()) {
        if (error.facts.contains(service.id) || error.facts.contains(service.name.in(QStringLiteral("en"))))
            return service.id;
    }
    return {};
}

} // namespace retake
