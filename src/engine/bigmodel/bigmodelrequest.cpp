// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/bigmodelrequest.h"

namespace retake {

ServiceLanguage serviceLanguage(const QString &uiLanguage)
{
    return uiLanguage.startsWith(u"zh") ? ServiceLanguage::Chinese : ServiceLanguage::English;
}

Result<HttpRequest> bigmodelGet(const Credentials &who, const QString &path, ServiceLanguage language,
                                const HttpTimes &times)
{
    auto request = requestAs(who, serviceUrl(who.account, path), times);
    if (!request)
        return request;
    // Always said: Qt would send the system's language, which need not be the window's.
    switch (language) {
    case ServiceLanguage::English:
        request->headers.append(std::pair<QByteArray, QByteArray>("Accept-Language", "en-US,en"));
        break;
    case ServiceLanguage::Chinese:
        request->headers.append(std::pair<QByteArray, QByteArray>("Accept-Language", "zh-CN,zh"));
        break;
    }
    return request;
}

Result<HttpRequest> bigmodelPost(const Credentials &who, const QString &path, ServiceLanguage language,
                                 const HttpTimes &times, const QByteArray &json)
{
    auto request = bigmodelGet(who, path, language, times);
    if (!request)
        return request;
    request->method = HttpRequest::Method::Post;
    request->headers.append(std::pair<QByteArray, QByteArray>("Content-Type", "application/json"));
    request->body = json;
    return request;
}

} // namespace retake
