// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "net/httpclient.h"

namespace retake {

// Ends a job that fails before it asks anybody; at the next turn of the loop, when somebody listens.
template<class Job> void failLater(Job *job, const Error &error)
{
    QMetaObject::invokeMethod(
        job, [job, error] { Q_EMIT job->finished(failure(error)); }, Qt::QueuedConnection);
}

// A job of one request: asks, and ends with what `read` makes of the answer (Result<HttpReply>).
template<class Job, class Read>
Job *askOnce(HttpClient &http, const Result<HttpRequest> &request, Read read, QObject *parent)
{
    auto *job = new Job(parent);
    if (!request) {
        failLater(job, request.error());
        return job;
    }
    QObject::connect(http.send(*request, job), &RequestJob::finished, job,
                     [job, read](const Result<HttpReply> &reply) { Q_EMIT job->finished(read(reply)); });
    return job;
}

} // namespace retake
