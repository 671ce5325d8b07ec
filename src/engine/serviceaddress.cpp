// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/serviceaddress.h"

#include "net/address.h"

#include <algorithm>

namespace retake {

QUrl serviceUrl(const Account &account, const QString &path, const QUrlQuery &query)
{
    QString base = account.baseUrl.toString(QUrl::FullyEncoded | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (base.endsWith(u'/'))
        base.chop(1);
    QUrl url(QString(base + path), QUrl::StrictMode);
    url.setQuery(query);
    return url;
}

QString pathStep(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

Result<HttpHeaders> bearerHeaders(const Credentials &who)
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

Result<HttpRequest> requestAs(const Credentials &who, const QUrl &url, const HttpTimes &times)
{
    const auto headers = bearerHeaders(who);
    if (!headers)
        return failure(headers.error());
    HttpRequest request;
    request.url = url;
    request.headers = *headers;
    request.times = times;
    return request;
}

bool mayFetchFrom(const QUrl &url)
{
    return isHttp(url) && (url.scheme() == u"https" || isLoopback(url));
}

} // namespace retake
