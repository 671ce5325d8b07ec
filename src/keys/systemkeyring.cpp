// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/systemkeyring.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

namespace retake {

namespace {

const QString &serviceName()
{
    static const QString name = QStringLiteral("Retake");
    return name;
}

Result<QString> answerOf(const QKeychain::Job *job)
{
    switch (job->error()) {
    case QKeychain::NoError:
        if (const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(job))
            return read->textData();
        return QString();
    case QKeychain::EntryNotFound: // absent, or the keychain is locked: it says the same
        return QString();
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return failure(ErrorKind::KeychainFailed, {}, job->errorString());
}

// Whatever comes first, the keychain's answer or the end of our patience, is the one finished().
class WatchedKeyJob final : public KeyJob
{
public:
    WatchedKeyJob(QKeychain::Job *job, const QString &name, std::chrono::milliseconds patience,
                  QObject *parent)
        : KeyJob(parent)
    {
        // libsecret's answer comes to the job's bare address: QtKeychain 0.13.2 crashes when the job was
        // deleted before. So it is nobody's child, and deletes itself when the answer is there.
        job->setAutoDelete(true);
        job->setInsecureFallback(false);
        job->setKey(name);
        connect(job, &QKeychain::Job::finished, this,
                [this](const QKeychain::Job *done) { end(answerOf(done)); });
        m_watchdog.setSingleShot(true);
        connect(&m_watchdog, &QTimer::timeout, this, [this] {
            end(failure(ErrorKind::KeychainFailed, {}, QStringLiteral("the keychain does not answer")));
        });
        m_watchdog.start(patience);
        job->start(); // begins at the next turn of the loop
    }

private:
    void end(const Result<QString> &key)
    {
        if (m_ended)
            return;
        m_ended = true;
        m_watchdog.stop();
        deleteLater();
        Q_EMIT finished(key);
    }

    QTimer m_watchdog;
    bool m_ended = false;
};

} // namespace

SystemKeyring::SystemKeyring(Patience patience)
    : m_patience(patience)
{}

KeyJob *SystemKeyring::read(const QString &name, QObject *parent)
{
    return new WatchedKeyJob(new QKeychain::ReadPasswordJob(serviceName()), name, m_patience.read, parent);
}

KeyJob *SystemKeyring::write(const QString &name, const QString &key, QObject *parent)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setTextData(key);
    return new WatchedKeyJob(job, name, m_patience.change, parent);
}

KeyJob *SystemKeyring::remove(const QString &name, QObject *parent)
{
    return new WatchedKeyJob(new QKeychain::DeletePasswordJob(serviceName()), name, m_patience.change,
                             parent);
}

} // namespace retake
