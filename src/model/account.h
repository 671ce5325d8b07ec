// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace retake {

// A service, where it is reached, and the name under which its key lies in the keyring. Never the key itself.
struct Account
{
    // "practice", "dashscope", "practice-bigmodel", "bigmodel"; stored with every task
    QString id;
    QString service; // "dashscope", "bigmodel"
    QString region;  // a region of the catalogue, or "custom", or "practice"
    QUrl baseUrl;    // used as given, e.g. https://dashscope.aliyuncs.com/api/v1
    QString keyName; // entry in the keyring; empty when the key comes from the environment or is practice
    double timeScale = 1.0; // practice runs faster: waiting intervals are divided by it

    bool isPractice() const { return id == u"practice" || id == u"practice-bigmodel"; }

    friend bool operator==(const Account &, const Account &) = default;
};

// What an engine call needs to speak as somebody.
struct Credentials
{
    Account account;
    QString key;
};

} // namespace retake
