// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "net/httpclient.h"

namespace retake {

// Brings a result to disk and reads the code of a refusal.
class DashScopeFetch final : public FetchJob
{
    Q_OBJECT
public:
    DashScopeFetch(HttpClient &http, const DownloadRequest &request, QObject *parent);
};

} // namespace retake
