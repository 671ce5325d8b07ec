// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys/keyring.h"

#include <chrono>

namespace retake {

// The system's keychain under the service name "Retake". A keychain that hangs is given up on: a read needs
// nobody and gets a short time; a write may open a prompt to unlock the keychain, which a person answers.
class SystemKeyring final : public Keyring
{
public:
    struct Patience
    {
        std::chrono::milliseconds read{8000};
        std::chrono::milliseconds change{45000};
    };

    SystemKeyring() = default;
    explicit SystemKeyring(Patience patience);

    KeyJob *read(const QString &name, QObject *parent) override;
    KeyJob *write(const QString &name, const QString &key, QObject *parent) override;
    KeyJob *remove(const QString &name, QObject *parent) override;

private:
    Patience m_patience;
};

} // namespace retake
