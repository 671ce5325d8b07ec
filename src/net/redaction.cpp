// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QUrlQuery>

namespace retake {

namespace {

constexpr qsizetype longestText = 4096;
constexpr qsizetype shortestBulk = 512;

QString cut()
{
    return QStringLiteral("[cut]");
}

// Known harmless names; whatever a service adds later is cut until somebody lists it here.
bool mayBeRead(const QString &queryName)
{
    static const QSet<QString> names{
        QStringLiteral("action"),     QStringLiteral("model"),    QStringLiteral("model_name"),
        QStringLiteral("task_id"),    QStringLiteral("page_no"),  QStringLiteral("page_size"),
        QStringLiteral("start_time"), QStringLiteral("end_time"), QStringLiteral("status"),
    };
    return names.contains(queryName);
}

bool mayBeRead(const QByteArray &headerName)
{
    static const QSet<QByteArray> names{
        "accept",
        "accept-language",
        "accept-ranges",
        "content-length",
        "content-range",
        "content-type",
        "date",
        "etag",
        "if-range",
        "last-modified",
        "range",
        "retry-after",
        "server",
        "user-agent",
        "x-request-id",
        "x-log-id",
        "x-acs-request-id",
        "x-oss-request-id",
        "x-dashscope-async",
        "x-dashscope-ossresourceresolve",
    };
    return names.contains(headerName);
}

bool isSecret(const QString &memberName)
{
    static const QSet<QString> names{
        QStringLiteral("policy"),
        QStringLiteral("signature"),
        QStringLiteral("oss_access_key_id"),
        QStringLiteral("ossaccesskeyid"),
        QStringLiteral("api_key"),
        QStringLiteral("apikey"),
        QStringLiteral("key"),
        QStringLiteral("token"),
        QStringLiteral("authorization"),
        QStringLiteral("security_token"),
        QStringLiteral("caller_uid"),
        QStringLiteral("caller_parent_id"),
        QStringLiteral("api_key_id"),
    };
    return names.contains(memberName.toLower());
}

bool isBase64(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/' || c == '-' || c == '_' || c == '=';
}

// Pictures and clips come by the megabyte: they are taken out before anything is parsed.
QByteArray withoutBulk(const QByteArray &body)
{
    QByteArray light;
    for (qsizetype from = 0; from < body.size();) {
        qsizetype to = from;
        while (to < body.size() && isBase64(body[to]))
            ++to;
        if (to - from < shortestBulk) {
            to += to < body.size() ? 1 : 0;
            light += body.mid(from, to - from);
        } else {
            light += "[" + QByteArray::number(to - from) + " characters]";
        }
        from = to;
    }
    return light;
}

QJsonValue redactedValue(const QJsonValue &value);

QJsonObject redactedObject(const QJsonObject &object)
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(), isSecret(it.key()) ? QJsonValue(cut()) : redactedValue(it.value()));
    return result;
}

QJsonValue redactedValue(const QJsonValue &value)
{
    if (value.isString())
        return redactedText(value.toString());
    if (value.isObject())
        return redactedObject(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray result;
    for (const auto &item : value.toArray())
        result.append(redactedValue(item));
    return result;
}

} // namespace

QString redactedUrl(const QUrl &url)
{
    QUrl shown = url;
    shown.setUserInfo({});
    shown.setFragment({});
    QUrlQuery kept;
    for (const auto &[name, value] : QUrlQuery(url).queryItems())
        kept.addQueryItem(name, mayBeRead(name) ? value : cut());
    shown.setQuery(kept);
    return shown.toString(QUrl::FullyEncoded).replace(QStringLiteral("%5Bcut%5D"), cut());
}

QString redactedText(QString text)
{
    // Not the "data: {...}" of an event stream.
    static const QRegularExpression wholeData(QStringLiteral("^data:[\\w/.+-]*(;[\\w.+=-]+)*,"),
                                              QRegularExpression::CaseInsensitiveOption);
    // Pictures and clips that travel without such a head.
    static const QRegularExpression bareData(QStringLiteral("^[\\w+/\\r\\n-]{256,}={0,2}$"));
    if (const auto head = wholeData.match(text); head.hasMatch()) {
        const qsizetype length = text.size() - head.capturedLength();
        const bool told = text.mid(head.capturedLength()).startsWith(u'[');
        return head.captured().left(64) + (told ? text.mid(head.capturedLength(), 64)
                                                : QString(u"[" + QString::number(length) + u" characters]"));
    }
    if (bareData.match(text).hasMatch())
        return u"[" + QString::number(text.size()) + u" characters]";
    static const QRegularExpression data(QStringLiteral("data:[\\w/.+-]*;base64,\\s*[\\w+/=%-]*"));
    static const QRegularExpression query(QStringLiteral("(https?://[^\\s\"'<>?]*)\\?[^\\s\"'<>]*"));
    static const QRegularExpression key(QStringLiteral("\\b(sk|st)-[\\w-]{3,}"));
    static const QRegularExpression idAndSecret(QStringLiteral("\\b[0-9A-Fa-f]{16,}\\.\\w{8,}"));
    static const QRegularExpression webToken(QStringLiteral("\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*"));
    static const QRegularExpression bearer(QStringLiteral("Bearer\\s+\\S+"));
    static const QRegularExpression signedPart(QStringLiteral(
        "(StringToSign>)[^<]*|\\b((?:Signature|SignatureProvided|OSSAccessKeyId)\\W+)[^\\s&<\"]+"));
    text.replace(data, QStringLiteral("data:[cut]"));
    text.replace(query, QStringLiteral("\\1?[cut]"));
    text.replace(key, QStringLiteral("\\1-[cut]"));
    text.replace(webToken, cut());
    text.replace(idAndSecret, cut());
    text.replace(bearer, QStringLiteral("Bearer [cut]"));
    text.replace(signedPart, QStringLiteral("\\1\\2[cut]"));
    if (text.size() > longestText)
        text = text.left(longestText) + u"[+" + QString::number(text.size() - longestText) + u"]";
    return text;
}

QJsonObject redactedHeaders(const HttpHeaders &headers)
{
    QJsonObject result;
    for (const auto &[name, value] : headers) {
        const bool shown = mayBeRead(name.toLower());
        result.insert(QString::fromLatin1(name), shown ? redactedText(QString::fromLatin1(value)) : cut());
    }
    return result;
}

QJsonValue redactedBody(const QByteArray &body)
{
    const QByteArray light = withoutBulk(body);
    const QJsonDocument json = QJsonDocument::fromJson(light);
    if (json.isObject())
        return redactedObject(json.object());
    if (json.isArray())
        return redactedValue(json.array());
    return redactedText(QString::fromUtf8(light));
}

} // namespace retake
