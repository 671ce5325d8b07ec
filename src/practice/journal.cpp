// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/journal.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>

namespace retake {

namespace {

constexpr const char *toldHeaders[] = {
    "x-dashscope-async",
    "x-dashscope-ossresourceresolve",
    "x-dashscope-workspace",
    "content-type",
    "content-length",
    "range",
    "if-range",
    "user-agent",
    "accept",
    "expect",
};

bool isSecret(const QString &parameter)
{
    return parameter.compare(u"Signature", Qt::CaseInsensitive) == 0 ||
           parameter.compare(u"OSSAccessKeyId", Qt::CaseInsensitive) == 0;
}

QString endingWord(HttpReply::Ending ending)
{
    switch (ending) {
    case HttpReply::Ending::Whole:
        return QStringLiteral("whole");
    case HttpReply::Ending::CutShort:
        return QStringLiteral("cut short");
    case HttpReply::Ending::CutReset:
        return QStringLiteral("cut by reset");
    case HttpReply::Ending::Dropped:
        return QStringLiteral("reset");
    case HttpReply::Ending::Hanging:
        return QStringLiteral("hanging");
    }
    return {};
}

} // namespace

bool Journal::open(const QString &path)
{
    if (path.isEmpty())
        return true;
    m_file.setFileName(path);
    return m_file.open(QIODevice::WriteOnly | QIODevice::Append);
}

QJsonObject Journal::line(const HttpRequest &request, const HttpReply &reply, Moment at)
{
    QJsonObject query;
    for (const auto &[name, value] : request.query)
        query.insert(name, isSecret(name) ? QStringLiteral("(cut out)") : value);
    QJsonObject headers;
    for (const char *name : toldHeaders) {
        if (request.headers.contains(name))
            headers.insert(QLatin1String(name), QString::fromUtf8(request.header(name)));
    }
    QJsonObject line = reply.note;
    line.insert(QStringLiteral("time"),
                QDateTime::fromMSecsSinceEpoch(epochMs(at), Qt::UTC).toString(Qt::ISODateWithMs));
    line.insert(QStringLiteral("method"), QString::fromUtf8(request.method));
    line.insert(QStringLiteral("path"), request.path);
    if (!query.isEmpty())
        line.insert(QStringLiteral("query"), query);
    line.insert(QStringLiteral("authorized"), request.headers.contains("authorization"));
    line.insert(QStringLiteral("headers"), headers);
    line.insert(QStringLiteral("status"),
                reply.ending == HttpReply::Ending::Dropped || reply.ending == HttpReply::Ending::Hanging
                    ? 0
                    : reply.status);
    if (reply.ending != HttpReply::Ending::Whole)
        line.insert(QStringLiteral("ending"), endingWord(reply.ending));
    line.insert(QStringLiteral("bytes"), reply.file.isEmpty()
                                             ? qint64(reply.body.size() + reply.pieces.join().size())
                                             : QFileInfo(reply.file).size());
    return line;
}

void Journal::write(const HttpRequest &request, const HttpReply &reply, Moment at)
{
    const std::lock_guard lock(m_mutex);
    if (!m_file.isOpen())
        return;
    m_file.write(QJsonDocument(line(request, reply, at)).toJson(QJsonDocument::Compact) + '\n');
    m_file.flush();
}

} // namespace retake
