// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/wirelog.h"

#include "net/redaction.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace retake {

namespace {

constexpr qint64 largestLog = 4 * 1024 * 1024;

} // namespace

WireLog::WireLog(QString file)
    : m_file(std::move(file))
{}

void WireLog::write(const WireEntry &entry) const
{
    if (m_file.isEmpty())
        return;
    QJsonObject line{
        {QStringLiteral("at"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
        {QStringLiteral("method"), QString::fromLatin1(entry.method)},
        {QStringLiteral("url"), redactedUrl(entry.url)},
        {QStringLiteral("request"), redactedHeaders(entry.requestHeaders)},
        {QStringLiteral("status"), entry.status},
        {QStringLiteral("reply"), redactedHeaders(entry.replyHeaders)},
        {QStringLiteral("received"), entry.received},
        {QStringLiteral("ms"), qint64(entry.took.count())},
    };
    if (!entry.requestBody.isEmpty())
        line.insert(QStringLiteral("sent"), redactedBody(entry.requestBody));
    if (!entry.replyBody.isEmpty())
        line.insert(QStringLiteral("answer"), redactedBody(entry.replyBody));
    if (entry.fault) {
        line.insert(QStringLiteral("fault"), errorKindName(entry.fault->kind));
        line.insert(QStringLiteral("words"), redactedText(entry.fault->serviceMessage));
    }

    if (QFileInfo(m_file).size() > largestLog) {
        const QString older = m_file + u".1";
        QFile::remove(older);
        QFile::rename(m_file, older);
    }
    // A log that cannot be written must not stop an edit.
    QFile file(m_file);
    if (file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        file.write(QJsonDocument(line).toJson(QJsonDocument::Compact).append('\n'));
}

} // namespace retake
