// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dashscope/dashscopefetch.h"

#include "engine/dashscope/dashscopeaddress.h"
#include "engine/dashscope/dashscopefaults.h"
#include "engine/dashscope/dashscopejob.h"

namespace retake {

DashScopeFetch::DashScopeFetch(HttpClient &http, const DownloadRequest &request, QObject *parent)
    : FetchJob(parent)
{
    if (!mayFetchFrom(request.url)) {
        // The address is signed: its query is nobody's business.
        const QString shown = request.url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo);
        failLater<FetchJob>(this, {ErrorKind::BadAddress, {shown}, {}, {}, {}, 0, std::nullopt});
        return;
    }
    DownloadJob *download = http.download(request, this);
    connect(download, &DownloadJob::progress, this, &EngineJob::progress);
    connect(download, &DownloadJob::finished, this, [this, download](const Result<void> &result) {
        if (result) {
            Q_EMIT finished({});
            return;
        }
        Error error = result.error();
        const ServiceWords words = wordsOf(download->errorBody());
        if (!words.code.isEmpty()) {
            error.serviceCode = words.code;
            error.serviceMessage = words.message;
            error.requestId = words.requestId;
        }
        Q_EMIT finished(failure(error));
    });
}

} // namespace retake
