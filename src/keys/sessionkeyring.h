// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys/keyring.h"

#include <QHash>

namespace retake {

// Keys in memory, gone with the program: for machines without a keychain, and for tests.
class SessionKeyring final : public Keyring
{
public:
    KeyJob *read(const QString &name, QObject *parent) override;
    KeyJob *write(const QString &name, const QString &key, QObject *parent) override;
    KeyJob *remove(const QString &name, QObject *parent) override;

private:
    QHash<QString, QString> m_keys;
};

} // namespace retake
