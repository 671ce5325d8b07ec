// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bigmodel/bigmodelchat.h"

#include "engine/bigmodel/bigmodelquestion.h"

namespace retake {

BigModelChat::BigModelChat(HttpClient &http, ServiceLanguage language, const HttpTimes &times)
    : m_http(http)
    , m_language(language)
    , m_times(times)
{}

ChatJob *BigModelChat::ask(const Credentials &who, const DescriberSpec &describer, const ChatRequest &request,
                           QObject *parent)
{
    return new BigModelQuestion(m_http, {who, describer, request, m_language, m_times}, parent);
}

} // namespace retake
