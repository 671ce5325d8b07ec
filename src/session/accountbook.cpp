// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/accountbook.h"

#include "keys/keyring.h"
#include "session/practiceprocess.h"

namespace retake {

namespace {

constexpr QLatin1String practiceId("practice");
constexpr QLatin1String dashscopeId("dashscope");
constexpr QLatin1String customRegion("custom");

QString dashscopeKeyOf(const QProcessEnvironment &environment)
{
    return environment.value(QStringLiteral("DASHSCOPE_API_KEY")).trimmed();
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
                         PracticeProcess &practice, Engine &dashscope, const Catalogue &catalogue,
                         const QProcessEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_systemKeys(systemKeys)
    , m_sessionKeys(sessionKeys)
    , m_practice(practice)
    , m_dashscope(dashscope)
    , m_catalogue(catalogue)
    , m_environment(environment)
{}

QList<Account> AccountBook::accounts() const
{
    QList<Account> all;
    if (const Account dashscope = dashscopeAccount(); !dashscope.id.isEmpty())
        all.append(dashscope);
    all.append(account(practiceId));
    return all;
}

Account AccountBook::current() const
{
    return accounts().constFirst();
}

Account AccountBook::account(const QString &id) const
{
    if (id == practiceId)
        return {practiceId, dashscopeId, practiceId, {}, {}, m_practice.timeScale()};
    return id == dashscopeId ? dashscopeAccount() : Account();
}

bool AccountBook::usesEnvironment() const
{
    return !dashscopeKeyOf(m_environment).isEmpty();
}

// Empty when there is none. The address in the environment goes with the key in the environment: a key from
// the keychain is never sent to a place that the environment names.
Account AccountBook::dashscopeAccount() const
{
    Place where = place();
    if (usesEnvironment()) {
        if (const QString url = m_environment.value(QStringLiteral("DASHSCOPE_HTTP_BASE_URL")).trimmed();
            !url.isEmpty())
            where = {customRegion, url};
        else if (where.region.isEmpty())
            where.region = QStringLiteral("beijing");
    }
    if (where.region.isEmpty())
        return {};

    Account account{dashscopeId, dashscopeId, where.region, QUrl(where.baseUrl), {}, 1.0};
    if (!usesEnvironment())
        account.keyName = dashscopeId;
    if (const ServiceSpec *service = m_catalogue.service(dashscopeId)) {
        for (const RegionSpec &region : service->regions) {
            if (region.id == where.region)
                account.baseUrl = region.baseUrl;
            else if (where.region == customRegion && region.baseUrl == account.baseUrl)
                account.region = region.id; // the address of a region, so its prices hold
        }
    }
    const double scale = m_environment.value(QStringLiteral("RETAKE_TIME_SCALE")).toDouble();
    if (scale > 0 && isLoopback(account.baseUrl))
        account.timeScale = scale;
    return account;
}

AccountBook::Place AccountBook::place() const
{
    return m_session.value_or(Place{m_settings.dashscopeRegion(), m_settings.dashscopeBaseUrl()});
}

void AccountBook::setDashscope(const QString &region, const QUrl &customBaseUrl, const QString &key,
                               KeepKey keepKey)
{
    const Place where{region, region == customRegion ? customBaseUrl.toString() : QString()};
    const QString secret = key.trimmed();
    if (secret.isEmpty()) { // the place changes, the key stays as it is
        keep(where, m_session ? KeepKey::ForThisSession : KeepKey::InKeychain);
        Q_EMIT accountSaved({});
        return;
    }
    if (keepKey == KeepKey::ForThisSession) {
        keepForSession(where, secret, {});
        return;
    }
    KeyJob *job = passing(m_systemKeys.write(dashscopeId, secret, this));
    connect(job, &KeyJob::finished, this, [this, where, secret](const Result<QString> &written) {
        if (!written) {
            keepForSession(where, secret, failure(written.error()));
            return;
        }
        passing(m_sessionKeys.remove(dashscopeId, this));
        m_session.reset();
        keep(where, KeepKey::InKeychain);
        Q_EMIT accountSaved({});
    });
}

void AccountBook::keepForSession(const Place &where, const QString &key, const Result<void> &outcome)
{
    KeyJob *job = passing(m_sessionKeys.write(dashscopeId, key, this));
    connect(job, &KeyJob::finished, this, [this, where, outcome](const Result<QString> &written) {
        if (!written) {
            Q_EMIT accountSaved(failure(written.error()));
            return;
        }
        keep(where, KeepKey::ForThisSession);
        Q_EMIT accountSaved(outcome);
    });
}

void AccountBook::keep(const Place &where, KeepKey keepKey)
{
    if (keepKey == KeepKey::ForThisSession) {
        m_session = where;
    } else {
        m_settings.setDashscopeRegion(where.region);
        m_settings.setDashscopeBaseUrl(where.baseUrl);
    }
    Q_EMIT changed();
}

void AccountBook::forgetDashscope()
{
    passing(m_systemKeys.remove(dashscopeId, this));
    passing(m_sessionKeys.remove(dashscopeId, this));
    m_session.reset();
    m_settings.setDashscopeRegion({});
    m_settings.setDashscopeBaseUrl({});
    Q_EMIT changed();
}

void AccountBook::credentials(const QString &accountId, QObject *context, Ready ready)
{
    const Account wanted = account(accountId);
    if (wanted.id.isEmpty()) {
        deliver(context, ready, failure(keyMissing(accountId)));
        return;
    }
    if (wanted.isPractice()) {
        m_practice.address(context, [wanted, ready](const Result<PracticeProcess::Address> &address) {
            if (!address) {
                ready(failure(address.error()));
                return;
            }
            Account reached = wanted;
            reached.baseUrl = address->dashscope;
            ready(Credentials{reached, address->key});
        });
        return;
    }
    if (usesEnvironment()) {
        deliver(context, ready, Credentials{wanted, dashscopeKeyOf(m_environment)});
        return;
    }
    readKey(wanted, context, ready);
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
    return service == dashscopeId ? &m_dashscope : nullptr;
}

} // namespace retake
