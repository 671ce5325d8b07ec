// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpmessage.h"

namespace retake {

QByteArray headerValue(const HttpHeaders &headers, const QByteArray &name)
{
    for (const auto &[known, value] : headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

std::optional<std::chrono::seconds> HttpReply::retryAfter() const
{
    bool whole = false;
    const int seconds = header("Retry-After").trimmed().toInt(&whole);
    if (!whole || seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(seconds);
}

} // namespace retake
