// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/bigmodel/bigmodelrequest.h"
#include "engine/chat.h"

namespace retake {

class HttpClient;

// The describers of Zhipu BigModel and Z.ai. The client outlives it.
class BigModelChat final : public Chat
{
public:
    // A model that thinks may be silent for long.
    static constexpr HttpTimes patient{std::chrono::seconds(120), std::chrono::minutes(15)};

    explicit BigModelChat(HttpClient &http, ServiceLanguage language = ServiceLanguage::English,
                          const HttpTimes &times = patient);

    ChatJob *ask(const Credentials &who, const DescriberSpec &describer, const ChatRequest &request,
                 QObject *parent) override;

private:
    HttpClient &m_http;
    ServiceLanguage m_language;
    HttpTimes m_times;
};

} // namespace retake
