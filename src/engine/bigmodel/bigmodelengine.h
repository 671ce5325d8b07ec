// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bigmodel/bigmodelrequest.h"
#include "engine/engine.h"

namespace retake {

class HttpClient;

// Zhipu BigModel, Z.ai abroad: clips made from words and pictures. The client outlives it.
class BigModelEngine final : public Engine
{
public:
    struct Times
    {
        HttpTimes ask{std::chrono::seconds(30), std::chrono::seconds(60)};
        HttpTimes create{std::chrono::seconds(120), std::chrono::minutes(10)}; // carries pictures
        HttpTimes transfer{std::chrono::seconds(60), std::chrono::hours(1)};
    };

    explicit BigModelEngine(HttpClient &http, ServiceLanguage language = ServiceLanguage::English);
    BigModelEngine(HttpClient &http, ServiceLanguage language, const Times &times);

    QString newRequestId() const override;

    bool canList() const override { return false; }

    PrepareJob *prepare(const Credentials &who, const ModelSpec &model, const MediaToSend &media,
                        QObject *parent) override;
    SubmitJob *submit(const Credentials &who, const ModelSpec &model, const Order &order,
                      const PreparedMedia &media, QObject *parent) override;
    PollJob *poll(const Credentials &who, const QString &remoteId, QObject *parent) override;
    // The service has no way to stop a task: TooLateToCancel, and nothing is sent.
    CancelJob *cancel(const Credentials &who, const QString &remoteId, QObject *parent) override;
    FetchJob *fetch(const QString &resultUrl, const QString &partFile, QObject *parent) override;
    ListJob *list(const Credentials &who, const ModelSpec &model, const QDateTime &since,
                  QObject *parent) override;
    CheckJob *check(const Credentials &who, const ModelSpec &model, QObject *parent) override;

private:
    HttpClient &m_http;
    ServiceLanguage m_language;
    Times m_times;
};

} // namespace retake
