// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/downloadjob.h"
#include "net/requestjob.h"
#include "net/streamjob.h"
#include "net/uploadjob.h"

#include <QSslConfiguration>

#include <memory>

namespace retake {

// The one way out of the program: every request, upload and download of every service passes here. Must
// outlive its jobs, which are owned by `parent` and start at the next turn of the loop.
class HttpClient
{
public:
    // Every exchange becomes a line of `wireLog`, secrets cut out; empty: no log.
    explicit HttpClient(const QString &wireLog = {},
                        const QSslConfiguration &tls = QSslConfiguration::defaultConfiguration());
    ~HttpClient();

    RequestJob *send(const HttpRequest &request, QObject *parent);
    StreamJob *stream(const HttpRequest &request, QObject *parent); // always a POST
    UploadJob *upload(const UploadRequest &request, QObject *parent);
    DownloadJob *download(const DownloadRequest &request, QObject *parent);

private:
    std::unique_ptr<HttpContext> m_context;
};

} // namespace retake
