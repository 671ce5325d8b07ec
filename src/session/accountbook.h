// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"
#include "model/account.h"
#include "model/catalogue.h"
#include "queue/taskqueue.h"

#include <QProcessEnvironment>

namespace retake {

class Keyring;
class PracticeProcess;

// The accounts that there are: practice always, DashScope from the environment (DASHSCOPE_API_KEY,
// DASHSCOPE_HTTP_BASE_URL; it wins) or from settings and keyring. RETAKE_TIME_SCALE shortens the polling of a
// base URL on loopback, for test doubles.
class AccountBook : public QObject, public AccountSource
{
    Q_OBJECT
public:
    AccountBook(Settings &settings, Keyring &systemKeys, Keyring &sessionKeys, PracticeProcess &practice,
                Engine &dashscope, const Catalogue &catalogue, const QProcessEnvironment &environment,
                QObject *parent = nullptr);

    enum class KeepKey { InKeychain, ForThisSession };

    QList<Account> accounts() const; // practice last
    Account current() const;         // DashScope where it is set up, else practice
    Account account(const QString &id) const;
    bool usesEnvironment() const;

    // Tells through accountSaved() whether the key could be kept as asked.
    void setDashscope(const QString &region, const QUrl &customBaseUrl, const QString &key, KeepKey keep);
    void forgetDashscope();

    void credentials(const QString &accountId, QObject *context, Ready ready) override; // KeyMissing
    Engine *engine(const QString &service) override;

Q_SIGNALS:
    void changed(); // the set of accounts, or the current one
    void
    accountSaved(const retake::Result<void> &kept); // KeychainFailed: it is kept for this session instead

private:
    // Where the account of a key for this session only is reached: gone with the program, like the key.
    struct Place
    {
        QString region;
        QString baseUrl;
    };

    Account dashscopeAccount() const;
    Place place() const;
    void keep(const Place &place, KeepKey keep);
    void keepForSession(const Place &place, const QString &key, const Result<void> &outcome);
    void readKey(const Account &account, QObject *context, const Ready &ready);
    Error keyMissing(const QString &service) const;

    Settings &m_settings;
    Keyring &m_systemKeys;
    Keyring &m_sessionKeys;
    PracticeProcess &m_practice;
    Engine &m_dashscope;
    const Catalogue &m_catalogue;
    QProcessEnvironment m_environment;
    std::optional<Place> m_session;
};

} // namespace retake
