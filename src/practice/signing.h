// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace retake {

// Signs policies and result addresses the way the object store does (HMAC-SHA1, base64), with a secret that
// is new with every start.
class Signing
{
public:
    Signing();
    QByteArray sign(const QByteArray &text) const;

    const QByteArray &accessKeyId() const { return m_accessKeyId; }

    static QByteArray randomText(int length);

private:
    QByteArray m_accessKeyId;
    QByteArray m_secret;
};

} // namespace retake
