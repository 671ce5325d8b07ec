// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resultfetch.h"

#include "engine/askonce.h"
#include "engine/serviceaddress.h"

namespace retake {

ResultFetch::ResultFetch(HttpClient &http, const DownloadRequest &request, ReadRefusal read, QObject *parent)
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
    connect(download, &DownloadJob::finished, this, [this, download, read](const Result<void> &result) {
        if (result) {
            Q_EMIT finished({});
            return;
        }
        Error error = result.error();
        read(download->errorBody(), error);
        Q_EMIT finished(failure(error));
    });
}

} // namespace retake
