// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dashscope/dashscopeaddress.h"

#include "net/address.h"

#include <algorithm>

namespace retake {

QUrl dashscopeUrl(const Account &account, const QString &path, const QUrlQuery &query)
{
    QString base = account.baseUrl.toString(QUrl::FullyEncoded | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (base.endsWith(u'/'))
        base.chop(1);
    QUrl url(QString(base + path), QUrl::StrictMode);
    url.setQuery(query);
    return url;
}

QString dashscopeTaskPath(const QString &remoteId, const QString &after)
{
    return QString(u"/tasks/" + QString::fromLatin1(QUrl::toPercentEncoding(remoteId)) + after);
}

Result<HttpHeaders> dashscopeHeaders(const Credentials &who)
{
    if (!isHttp(who.account.baseUrl))
        return failure(ErrorKind::BadAddress, {who.account.baseUrl.toString()});
    const QString key = who.key.trimmed();
    if (key.isEmpty())
        return failure(ErrorKind::KeyMissing, {who.account.service});
    const bool printable =
        std::all_of(key.begin(), key.end(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    if (!printable)
        return failure(ErrorKind::KeyRefused);
    return HttpHeaders{{"Authorization", "Bearer " + key.toLatin1()}, {"Accept", "application/json"}};
}

bool mayFetchFrom(const QUrl &url)
{
    return isHttp(url) && (url.scheme() == u"https" || isLoopback(url));
}

} // namespace retake
