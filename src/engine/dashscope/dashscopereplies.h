// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "net/httpmessage.h"

namespace retake {

// One form upload, valid for minutes, for one file.
struct UploadPolicy
{
    QUrl host;
    QString directory;
    QByteArray accessKeyId;
    QByteArray signature;
    QByteArray policy;
    QByteArray acl;
    QByteArray forbidOverwrite;
    qint64 maximumBytes = 0; // 0: not told
};

struct TaskPage
{
    QList<RemoteTask> tasks;
    int pages = 1;
};

Result<UploadPolicy> decodePolicy(const HttpReply &reply);

// Unclear when a task may have been made and its id cannot be read; every other error means "surely none".
Result<Submission> decodeCreate(const HttpReply &reply);
Result<RemoteStatus> decodeTask(const HttpReply &reply);
Result<TaskPage> decodeTaskPage(const HttpReply &reply);
Result<void> decodeCancel(const HttpReply &reply);
Result<void> decodeCheck(const HttpReply &reply);
Result<void> decodeUpload(const HttpReply &reply);

} // namespace retake
