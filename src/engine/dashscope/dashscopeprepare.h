// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "engine/dashscope/dashscopereplies.h"
#include "net/httpclient.h"

namespace retake {

// Brings the local files of an order to the service, one after the other: a policy, then the form. Addresses
// are passed on, small references become data URIs.
class DashScopePrepare final : public PrepareJob
{
    Q_OBJECT
public:
    struct Task
    {
        Credentials who;
        QString model;
        std::chrono::seconds uploadLife;
        MediaToSend media;
        HttpTimes askTimes;
        HttpTimes transferTimes;
    };

    DashScopePrepare(HttpClient &http, const Clock &clock, Task task, QObject *parent);

private:
    struct Item
    {
        QString source; // a file, or an address that is passed on
        QString url;    // empty: still to be uploaded
        qint64 bytes = 0;
        int attempts = 0;
    };

    void begin();
    Result<void> lookAt(const QString &source, qint64 *dataBudget);
    void next();
    void askPolicy();
    void takePolicy(const Result<HttpReply> &reply);
    void upload(const UploadPolicy &policy);
    void takeUpload(const QString &url, const Result<HttpReply> &reply);
    void end(const Error &error);

    HttpClient &m_http;
    const Clock &m_clock;
    Task m_task;
    QList<Item> m_items; // the clip first
    qsizetype m_at = 0;
    qint64 m_doneBytes = 0;
    qint64 m_totalBytes = 0;
    QDateTime m_expires;
};

} // namespace retake
