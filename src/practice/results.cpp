// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/results.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <QUuid>

namespace retake {

namespace {

QByteArray textToSign(const QString &path, const QString &expires)
{
    return QByteArray("GET\n\n\n" + expires.toUtf8() + '\n' + path.toUtf8());
}

} // namespace

Results::Results(const Signing &signing, Pace pace, std::chrono::seconds life)
    : m_signing(signing)
    , m_pace(pace)
    , m_life(life)
{}

QString Results::routePrefix()
{
    return QStringLiteral("/results/");
}

QString Results::publish(const QString &base, const QString &file, Moment now)
{
    const Moment until = now + m_pace.of(m_life);
    const QString path = routePrefix() + chinaTime(now).left(10).remove(u'-') + u'/' +
                         QUuid::createUuid().toString(QUuid::WithoutBraces) + u'.' + QFileInfo(file).suffix();
    const QString expires = QString::number(epochMs(until) / 1000);
    {
        const std::lock_guard lock(m_mutex);
        m_entries[path] = {file, expires, until};
    }
    return base + path + u"?Expires=" + expires + u"&OSSAccessKeyId=" +
           QString::fromLatin1(m_signing.accessKeyId()) + u"&Signature=" +
           QString::fromLatin1(
               QUrl::toPercentEncoding(QString::fromLatin1(m_signing.sign(textToSign(path, expires)))));
}

HttpReply Results::serve(const HttpRequest &request, Moment now)
{
    if (request.headers.contains("authorization")) // the key has no business at the object store
        return xmlRefusal(400, QStringLiteral("InvalidArgument"),
                          QStringLiteral("The Authorization header and the Signature query parameter exclude "
                                         "each other."));
    Entry entry;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_entries.find(request.path);
        if (found == m_entries.end())
            return xmlRefusal(404, QStringLiteral("NoSuchKey"),
                              QStringLiteral("The specified key does not exist."));
        entry = found->second;
    }
    const bool signedWell =
        request.parameter(QStringLiteral("Expires")) == entry.expires &&
        request.parameter(QStringLiteral("OSSAccessKeyId")) == QString::fromLatin1(m_signing.accessKeyId()) &&
        request.parameter(QStringLiteral("Signature")) ==
            QString::fromLatin1(m_signing.sign(textToSign(request.path, entry.expires)));
    if (!signedWell || request.query.size() != 3) // further parameters would be part of what is signed
        return xmlRefusal(403, QStringLiteral("SignatureDoesNotMatch"),
                          QStringLiteral("The request signature we calculated does not match the signature "
                                         "you provided. Check your key and signing method."));
    if (now > entry.until)
        return xmlRefusal(403, QStringLiteral("AccessDenied"), QStringLiteral("Request has expired."));
    HttpReply reply;
    reply.contentType = entry.file.endsWith(u".jpeg") ? "image/jpeg" : "video/mp4";
    reply.file = entry.file;
    const std::pair<QByteArray, QByteArray> ranges("Accept-Ranges",
                                                   "bytes"); // braces alone would be ambiguous
    reply.headers.append(ranges);
    reply.headers.append(std::pair<QByteArray, QByteArray>(
        "ETag", '"' + m_signing.sign(request.path.toUtf8()).toHex().toUpper() + '"'));
    return reply;
}

void Results::purge(Moment now)
{
    const std::lock_guard lock(m_mutex);
    for (auto &[path, entry] : m_entries) { // the address stays known, so that it says "expired"
        if (now > entry.until && !entry.file.isEmpty()) {
            QFile::remove(entry.file);
            entry.file.clear();
        }
    }
}

} // namespace retake
