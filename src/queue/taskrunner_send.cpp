// SPDX-License-Identifier: GPL-3.0-or-later
// The way to the service: conform, upload, submit.
#include "queue/taskrunner.h"

#include "base/paths.h"
#include "media/reference.h"
#include "queue/sentnote.h"
#include "store/store.h"

namespace retake {

namespace {

// A reference may travel inside the request itself: what is stored is that it did, not the picture.
QStringList withoutPictures(const QStringList &addresses)
{
    QStringList list;
    for (const QString &address : addresses)
        list.append(address.startsWith(u"data:", Qt::CaseInsensitive) ? address.section(u',', 0, 0)
                                                                      : address);
    return list;
}

} // namespace

void TaskRunner::conform()
{
    MediaJob *job =
        m_house.media.makeReady(m_task.order, m_model, workFolderOf(m_house.paths, m_task.id), m_stage);
    hear(job, [this](const Result<ReadyMedia> &ready) {
        if (!ready) {
            fail(ready.error());
            return;
        }
        const SentNote sent{ready->sha256, ready->frameMap, ready->frameRate};
        if (const auto noted = writeSentNote(workFolderOf(m_house.paths, m_task.id), sent); !noted) {
            fail(noted.error());
            return;
        }
        m_media = ready->media;
        m_held = ready->held;
        Task next = m_task;
        next.conformedFile = isRemoteMedia(m_media.clip) ? QString() : m_media.clip;
        next.changes = ready->changes;
        next.referenceChanges = referenceSentences(ready->referenceRemarks);
        next.state = TaskState::Uploading;
        newStage();
        commit(next, [this] { upload(); });
    });
}

void TaskRunner::upload()
{
    withAccess([this](const Result<Access> &access) {
        if (!access) {
            onUploadError(access.error());
            return;
        }
        PrepareJob *job = access->engine->prepare(access->who, m_model, m_media, m_stage);
        hear(job, [this](const Result<PreparedMedia> &prepared) {
            if (!prepared) {
                onUploadError(prepared.error());
                return;
            }
            m_prepared = *prepared;
            failures(Stage::Uploading) = 0;
            submit();
        });
    });
}

void TaskRunner::onUploadError(const Error &error)
{
    const Action action = decide(Stage::Uploading, error);
    if (action.kind == Action::Kind::TryAgain)
        after(action.pause, [this] { upload(); });
    else
        fail(error);
}

// The key is at hand and the service's pace is kept before the row says `submitting`, so that nothing slow
// lies between the commit and the request.
void TaskRunner::submit()
{
    withAccess([this](const Result<Access> &access) {
        if (!access) {
            fail(access.error());
            return;
        }
        m_access = *access;
        m_house.gate.wait(m_task.order.account, ServiceGate::Ask::Submit,
                          m_model.submitsPerSecond * m_timeScale, ServiceGate::Turn::Usual, m_stage,
                          inStage([this] { commitSubmit(); }));
    });
}

void TaskRunner::commitSubmit()
{
    // A pause may have been longer than the service keeps uploads.
    if (m_prepared.expires.isValid() && m_prepared.expires <= m_house.clock.now()) {
        upload();
        return;
    }
    // A new one each time: a service may refuse one that it has seen, even in a request that it refused.
    m_prepared.requestId = m_access->engine->newRequestId();
    Task next = m_task;
    if (!m_prepared.requestId.isEmpty())
        next.createRequestId = m_prepared.requestId;
    next.mediaUrl = withoutPictures({m_prepared.clipUrl}).first();
    next.referenceUrls = withoutPictures(m_prepared.referenceUrls);
    next.mediaExpires = m_prepared.expires;
    next.state = TaskState::Submitting;
    next.error.reset(); // an error beside `submitting` says that the service refused and nothing flies
    write(
        next,
        [this](Task &task) {
            task.submittedAt = m_house.clock.now(); // by which a lost reply is looked for
            return m_house.store.updateTask(task, task.submittedAt);
        },
        [this, access = *m_access] { send(access); });
}

void TaskRunner::send(const Access &access)
{
    SubmitJob *job = access.engine->submit(access.who, m_model, m_task.order, m_prepared, m_stage);
    hear(job, [this](const Result<Submission> &submission) {
        if (!submission)
            onSubmitError(submission.error());
        else if (submission->remoteId.isEmpty())
            onSubmitError({ErrorKind::Unclear, {}, {}, {}, submission->requestId, 0, std::nullopt});
        else
            onSubmitted(*submission);
    });
}

void TaskRunner::onSubmitted(const Submission &submission)
{
    Task next = m_task;
    next.remoteId = submission.remoteId;
    if (!submission.requestId.isEmpty())
        next.createRequestId = submission.requestId;
    next.state = TaskState::Queued;
    newStage();
    commit(next, [this] {
        pollAfter(pollInterval());
        if (m_cancelWanted)
            askToCancel();
    });
}

void TaskRunner::onSubmitError(const Error &error)
{
    const Action action = decide(Stage::Submitting, error);
    Error known = error;
    Task next = m_task;
    next.error = error;
    switch (action.kind) {
    case Action::Kind::Unclear:
        known.kind = ErrorKind::Unclear;
        if (known.requestId.isEmpty())
            known.requestId = m_task.createRequestId;
        end(TaskState::Unclear, known);
        return;
    case Action::Kind::TryAgain:
    case Action::Kind::UploadAgain:
        if (m_cancelWanted)
            break;
        commit(next, [this, action] {
            if (action.kind == Action::Kind::UploadAgain)
                upload();
            else
                after(action.pause, [this] { submit(); });
        });
        return;
    case Action::Kind::GiveUp:
    case Action::Kind::AskAgain:
    case Action::Kind::Expire:
        break;
    }
    if (m_cancelWanted)
        end(TaskState::Cancelled, Error{ErrorKind::CancelledByPerson, {}, {}, {}, {}, 0, std::nullopt});
    else
        fail(error);
}

} // namespace retake
