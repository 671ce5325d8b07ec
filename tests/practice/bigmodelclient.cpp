// SPDX-License-Identifier: GPL-3.0-or-later
#include "bigmodelclient.h"

#include <QTest>
#include <QUrl>

using namespace retake;

BigModelPractice::BigModelPractice(const QStringList &faults)
{
    PracticeOptions options;
    options.timeScale = 1000;
    options.journal = m_folder.filePath(QStringLiteral("journal.jsonl"));
    for (const QString &fault : faults)
        options.faults.append(parseFault(fault).value());
    m_service = std::make_unique<PracticeService>();
    const auto started = m_service->start(options);
    if (!started)
        qFatal("the practice service does not start");
    address = *started;
    client = std::make_unique<PracticeClient>(address.bigmodel, address.key);
}

BigModelPractice::~BigModelPractice() = default;

Answer BigModelPractice::post(const QString &path, const QJsonObject &body)
{
    return client->post(path, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Answer BigModelPractice::chat(const QJsonObject &body)
{
    return post(QStringLiteral("/chat/completions"), body);
}

Answer BigModelPractice::generate(const QJsonObject &body)
{
    return post(QStringLiteral("/videos/generations"), body);
}

Answer BigModelPractice::query(const QString &id)
{
    return client->get(QString(u"/async-result/" + id));
}

QJsonObject BigModelPractice::finish(const QString &id, int seconds)
{
    for (int i = 0; i < seconds * 20; ++i) {
        const QJsonObject reply = query(id).json();
        if (reply[u"task_status"].toString() != u"PROCESSING")
            return reply;
        QTest::qWait(50);
    }
    return {};
}

QJsonObject BigModelPractice::lastNote() const
{
    const QByteArray journal = readAll(m_folder.filePath(QStringLiteral("journal.jsonl"))).trimmed();
    return QJsonDocument::fromJson(journal.mid(journal.lastIndexOf('\n') + 1)).object();
}

int BigModelPractice::port() const
{
    return QUrl(address.bigmodel).port();
}

QString errorCode(const Answer &answer)
{
    return answer.json()[u"error"][u"code"].toString();
}

QString contentOf(const Answer &answer)
{
    return answer.json()[u"choices"][0][u"message"][u"content"]
        .toString()
        .remove(QStringLiteral("<|begin_of_box|>"))
        .remove(QStringLiteral("<|end_of_box|>"));
}

QList<QJsonObject> eventsOf(const QByteArray &stream)
{
    QList<QJsonObject> events;
    for (const QByteArray &line : stream.split('\n')) {
        if (line.startsWith("data: {"))
            events.append(QJsonDocument::fromJson(line.mid(6)).object());
    }
    return events;
}

QString dataUrl(const QByteArray &bytes, const QString &type)
{
    return QString(u"data:" + type + u";base64," + QString::fromLatin1(bytes.toBase64()));
}

QJsonObject textPart(const QString &text)
{
    return {{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), text}};
}

QJsonObject mediaPart(const QString &type, const QString &url)
{
    return {{QStringLiteral("type"), type}, {type, QJsonObject{{QStringLiteral("url"), url}}}};
}

QJsonObject chatBody(const QString &model, const QJsonArray &parts)
{
    return {
        {QStringLiteral("model"), model},
        {QStringLiteral("messages"), QJsonArray{QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                                                            {QStringLiteral("content"), parts}}}}};
}
