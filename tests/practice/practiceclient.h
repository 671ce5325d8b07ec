// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHttpMultiPart>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>

// A client of the practice service that waits for its replies; for tests only.
struct Answer
{
    int status = 0; // 0: no reply
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QHash<QByteArray, QByteArray> headers; // by lower-case name

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }

    QString code() const { return json()[u"code"].toString(); }

    QString xmlCode() const;
};

class PracticeClient
{
public:
    PracticeClient(QString base, QString key);

    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    Answer get(const QString &pathOrUrl, const Headers &headers = {}, int timeoutMs = 20000);
    Answer post(const QString &path, const QByteArray &body, const Headers &headers = {},
                int timeoutMs = 20000);

    QJsonObject policy();
    using Fields = QList<std::pair<QString, QString>>;
    static Fields fields(const QJsonObject &policy, const QString &name);
    Answer sendForm(const QString &host, const Fields &fields, const QByteArray &file,
                    const Fields &after = {});
    QString upload(const QByteArray &file, const QString &name); // "oss://..." or ""

    static QJsonObject body(const QString &video, const QString &prompt, QJsonObject parameters = {});
    Answer create(const QJsonObject &body);
    Answer query(const QString &task);
    QString createTask(const QJsonObject &body);               // the id, or ""
    QJsonObject finish(const QString &task, int seconds = 60); // polls until the task has ended

    static QString createPath();
    QString base;
    QString key;

private:
    Answer wait(QNetworkReply *reply, int timeoutMs);
    QNetworkRequest request(const QString &pathOrUrl, const Headers &headers) const;

    QNetworkAccessManager m_network;
};

enum class ClipSound { Sine, None };

// A small clip or picture made by FFmpeg; its bytes.
QByteArray makeClip(const QString &folder, double seconds, const QString &size,
                    ClipSound sound = ClipSound::Sine, const QString &suffix = QStringLiteral("mp4"));
QByteArray makeImage(const QString &folder, const QString &size, const QString &suffix,
                     const QString &format = QStringLiteral("rgb24"));
QJsonObject probe(const QString &path); // ffprobe with streams and format
QByteArray readAll(const QString &path);
bool writeAll(const QString &path, const QByteArray &bytes);
