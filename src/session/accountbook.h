// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"
#include "model/account.h"
#include "model/catalogue.h"
#include "queue/taskqueue.h"

#include <QHash>
#include <QProcessEnvironment>

namespace retake {

class Keyring;
class PracticeProcess;

// The accounts that there are: the practice one of each service always, a real one from the environment (it
// wins) or from settings and keyring. DashScope: DASHSCOPE_API_KEY, DASHSCOPE_HTTP_BASE_URL; BigModel:
// ZAI_API_KEY, ZAI_BASE_URL, else ZHIPUAI_API_KEY, ZHIPUAI_BASE_URL. RETAKE_TIME_SCALE shortens the polling
// of a base URL on loopback, for test doubles.
class AccountBook : public QObject, public AccountSource
{
    Q_OBJECT
public:
    using Engines = QHash<QString, Engine *>; // by service

    AccountBook(Settings &settings, Keyring &systemKeys, Keyring &sessionKeys, PracticeProcess &practice,
                const Engines &engines, const Catalogue &catalogue, const QProcessEnvironment &environment,
                QObject *parent = nullptr);

    enum class KeepKey { InKeychain, ForThisSession };

    QList<Account> accounts() const; // those that are set up first, then practice
    QList<Account> accounts(const QString &service) const;
    Account current(const QString &service) const; // the one that is set up, else practice
    Account current() const;                       // of DashScope
    Account account(const QString &id) const;
    bool usesEnvironment(const QString &service) const;
    QString keyVariable(const QString &service) const; // that the key comes from; empty: from none

    // Tells through accountSaved() whether the key could be kept as asked.
    void setAccount(const QString &service, const QString &region, const QUrl &customBaseUrl,
                    const QString &key, KeepKey keep);
    void forgetAccount(const QString &service);

    void credentials(const QString &accountId, QObject *context, Ready ready) override; // KeyMissing
    Engine *engine(const QString &service) override;

    QString serviceIn(const Error &error) const; // that the error names; empty: none

Q_SIGNALS:
    void changed(const QString &service); // its accounts, or the current one of them
    void
    accountSaved(const retake::Result<void> &kept); // KeychainFailed: it is kept for this session instead

private:
    // Where the account of a key for this session only is reached: gone with the program, like the key.
    struct Place
    {
        QString region;
        QString baseUrl;
    };

    Account realAccount(const QString &service) const;
    Place place(const QString &service) const;
    void keep(const QString &service, const Place &place, KeepKey keep);
    void keepForSession(const QString &service, const Place &place, const QString &key,
                        const Result<void> &outcome);
    void readPractice(const Account &account, QObject *context, const Ready &ready);
    void readKey(const Account &account, QObject *context, const Ready &ready);
    Error keyMissing(const QString &service) const;

    Settings &m_settings;
    Keyring &m_systemKeys;
    Keyring &m_sessionKeys;
    PracticeProcess &m_practice;
    Engines m_engines;
    const Catalogue &m_catalogue;
    QProcessEnvironment m_environment;
    QHash<QString, Place> m_session; // by service
};

} // namespace retake
