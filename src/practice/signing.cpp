// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/signing.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace retake {

Signing::Signing()
    : m_accessKeyId(QByteArray("LTAI5t") + randomText(18))
    , m_secret(randomText(30))
{}

QByteArray Signing::sign(const QByteArray &text) const
{
    return QMessageAuthenticationCode::hash(text, m_secret, QCryptographicHash::Sha1).toBase64();
}

QByteArray Signing::randomText(int length)
{
    static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray text(length, '\0');
    for (char &letter : text)
        letter = letters[QRandomGenerator::system()->bounded(int(sizeof(letters)) - 1)];
    return text;
}

} // namespace retake
