// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/sessionkeyring.h"

#include <QTimer>

namespace retake {

namespace {

KeyJob *answered(const QString &key, QObject *parent)
{
    auto *job = new KeyJob(parent);
    QTimer::singleShot(0, job, [job, key] {
        Q_EMIT job->finished(key);
        job->deleteLater();
    });
    return job;
}

} // namespace

KeyJob *SessionKeyring::read(const QString &name, QObject *parent)
{
    return answered(m_keys.value(name), parent);
}

KeyJob *SessionKeyring::write(const QString &name, const QString &key, QObject *parent)
{
    m_keys.insert(name, key);
    return answered({}, parent);
}

KeyJob *SessionKeyring::remove(const QString &name, QObject *parent)
{
    m_keys.remove(name);
    return answered({}, parent);
}

} // namespace retake
