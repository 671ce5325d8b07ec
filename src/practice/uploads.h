// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/exchange.h"
#include "practice/pace.h"
#include "practice/signing.h"

#include <map>
#include <mutex>
#include <optional>

namespace retake {

// The temporary store: hands out upload policies, takes the form, keeps the files for their 48 hours.
class Uploads
{
public:
    struct Lives
    {
        std::chrono::seconds policy{300};
        std::chrono::seconds upload{48 * 3600};
    };

    Uploads(const Signing &signing, Pace pace, Lives lives, QString folder);

    // `data` of the getPolicy reply. `base` is the server's own address.
    QJsonObject policy(const QString &base, const QString &model, qint64 maximumBytes, Moment now);

    // The form post; streams the file to disk.
    HttpReply receive(const HttpRequest &request, Moment now);

    struct Stored
    {
        QString path;
        QString model;
    };

    std::optional<Stored> find(const QString &ossUrl, Moment now);
    void purge(Moment now);
    static QString routePrefix(); // "/oss/"

private:
    struct Grant
    {
        QString directory;
        QString model;
        qint64 maximumBytes;
        Moment until;
    };

    struct Object
    {
        QString path;
        QString model;
        Moment until;
        bool complete;
    };

    std::optional<HttpReply> refuse(const QHash<QString, QByteArray> &fields, Moment now, Grant &grant);

    const Signing &m_signing;
    Pace m_pace;
    Lives m_lives;
    QString m_folder;
    std::mutex m_mutex;
    std::map<QByteArray, Grant> m_grants; // by policy
    std::map<QString, Object> m_objects;  // by key
};

} // namespace retake
