// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "engine/engine.h"
#include "net/httpmessage.h"

namespace retake {

class HttpClient;

// Alibaba Cloud Model Studio: the video models with `input.media[]`. Client and clock outlive it.
class DashScopeEngine final : public Engine
{
public:
    struct Times
    {
        HttpTimes ask{std::chrono::seconds(30), std::chrono::seconds(60)};
        HttpTimes create{std::chrono::seconds(120), std::chrono::seconds(120)};
        HttpTimes transfer{std::chrono::seconds(60), std::chrono::hours(1)};
    };

    DashScopeEngine(HttpClient &http, const Clock &clock);
    DashScopeEngine(HttpClient &http, const Clock &clock, const Times &times);

    PrepareJob *prepare(const Credentials &who, const ModelSpec &model, const MediaToSend &media,
                        QObject *parent) override;
    SubmitJob *submit(const Credentials &who, const ModelSpec &model, const Order &order,
                      const PreparedMedia &media, QObject *parent) override;
    PollJob *poll(const Credentials &who, const QString &remoteId, QObject *parent) override;
    CancelJob *cancel(const Credentials &who, const QString &remoteId, QObject *parent) override;
    FetchJob *fetch(const QString &resultUrl, const QString &partFile, QObject *parent) override;
    ListJob *list(const Credentials &who, const ModelSpec &model, const QDateTime &since,
                  QObject *parent) override;
    CheckJob *check(const Credentials &who, const ModelSpec &model, QObject *parent) override;

private:
    HttpClient &m_http;
    const Clock &m_clock;
    Times m_times;
};

} // namespace retake
