// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>

namespace retake {

// One read, write or removal: starts by itself at the next turn of the loop, ends with exactly one finished()
// and then deletes itself. Deleting it in flight is safe.
class KeyJob : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
Q_SIGNALS:
    // read: the key, empty when there is none (or when the keyring is locked: that looks the same);
    // write and remove: empty. KeychainFailed when the system offers no keychain.
    void finished(const retake::Result<QString> &key);
};

// Where keys live. Two implementations: the system's keychain, and memory for this session only.
class Keyring
{
public:
    virtual ~Keyring() = default;
    virtual KeyJob *read(const QString &name, QObject *parent) = 0;
    virtual KeyJob *write(const QString &name, const QString &key, QObject *parent) = 0;
    virtual KeyJob *remove(const QString &name, QObject *parent) = 0;
};

} // namespace retake
