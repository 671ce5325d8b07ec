// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/fetch.h"

#include <QFile>
#include <QUrl>

#include <httplib.h>

namespace retake {

FetchOutcome fetchToFile(const QString &url, const QString &path, qint64 maximumBytes)
{
    const QUrl address(url);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return FetchOutcome::Unreachable;
    const QString origin =
        address.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
            .toString(QUrl::FullyEncoded);
    const QByteArray target =
        address.adjusted(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment).toEncoded();
    httplib::Client client(origin.toStdString());
    client.enable_server_certificate_verification(false); // loopback: nobody signs its certificates
    client.set_connection_timeout(5);
    client.set_read_timeout(20);
    bool tooLarge = false;
    int status = 0;
    const auto result = client.Get(
        target.isEmpty() ? "/" : target.toStdString(), {{"User-Agent", "DashScopeUserBot/1.0"}},
        [&](const httplib::Response &response) {
            status = response.status;
            return status == 200;
        },
        [&](const char *data, std::size_t size) {
            tooLarge = file.size() + qint64(size) > maximumBytes;
            return !tooLarge && file.write(data, qint64(size)) == qint64(size);
        });
    if (tooLarge)
        return FetchOutcome::TooLarge;
    if (status != 0 && status != 200)
        return FetchOutcome::NotFound;
    return result && file.flush() ? FetchOutcome::Fetched : FetchOutcome::Unreachable;
}

} // namespace retake
