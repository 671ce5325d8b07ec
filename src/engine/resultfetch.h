// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "net/httpclient.h"

namespace retake {

// Brings a result to disk, without credentials: its address is signed.
class ResultFetch final : public FetchJob
{
    Q_OBJECT
public:
    // Puts the service's own code and words, if the body of a refusal has them, into the error.
    using ReadRefusal = void (*)(const QByteArray &body, Error &error);

    ResultFetch(HttpClient &http, const DownloadRequest &request, ReadRefusal read, QObject *parent);
};

} // namespace retake
