// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/account.h"
#include "model/catalogue.h"
#include "model/task.h"

#include <QObject>

namespace retake {

// Where the service has the media of an order.
struct PreparedMedia
{
    QString clipUrl;
    QStringList referenceUrls;
    QDateTime expires;       // UTC; invalid when nothing was uploaded
    QString firstFrameUrl{}; // of a clip that is made from words
    QString lastFrameUrl{};
    QString requestId{}; // Engine::newRequestId(), committed before the request leaves
};

struct Submission
{
    QString remoteId;
    QString requestId;
};

// One answer to "how is it going". The service tells no percentage.
struct RemoteStatus
{
    enum class Phase { Queued, Rendering, Succeeded, Failed, Cancelled, Unknown };
    Phase phase = Phase::Queued;
    QString remoteId;
    QString requestId;
    QString resultUrl;      // Succeeded; signed
    QString originalPrompt; // when the service repeats it
    QString actualPrompt;   // when the service extended it and says so
    QJsonObject usage;
    QString submitTime; // as sent: no time zone
    QString endTime;
    std::optional<Error> error; // Failed, Cancelled, Unknown
    bool isGuess = false;       // Unknown: read out of a refusal that may mean something else
};

struct RemoteTask
{
    QString remoteId;
    QString requestId; // probably of the create call
    QString model;
    QString status;
    QDateTime startTime;
};

// Base of the jobs below: ends with exactly one finished(), and stops whatever it does when it is deleted.
// `progress` speaks of bytes and is already throttled; total 0 is unknown.
class EngineJob : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
Q_SIGNALS:
    void progress(qint64 done, qint64 total);
};

class PrepareJob : public EngineJob
{
    Q_OBJECT
public:
    using EngineJob::EngineJob;
Q_SIGNALS:
    void finished(const retake::Result<retake::PreparedMedia> &result);
};

class SubmitJob : public EngineJob
{
    Q_OBJECT
public:
    using EngineJob::EngineJob;
Q_SIGNALS:
    // Unclear when the request may have arrived and no readable reply came.
    void finished(const retake::Result<retake::Submission> &result);
};

class PollJob : public EngineJob
{
    Q_OBJECT
public:
    using EngineJob::EngineJob;
Q_SIGNALS:
    void finished(const retake::Result<retake::RemoteStatus> &result);
};

class CancelJob : public EngineJob
{
    Q_OBJECT
public:
    using EngineJob::EngineJob;
Q_SIGNALS:
    void finished(const retake::Result<void> &result); // TooLateToCancel when it runs already
};

class CheckJob : public EngineJob
{
    Q_OBJECT
public:
    using EngineJob::EngineJob;
Q_SIGNALS:
    void finished(const retake::Result<void> &result);
};

class FetchJob : public EngineJob
{
    Q_OBJECT
public:
    using EngineJob::EngineJob;
Q_SIGNALS:
    void finished(const retake::Result<void> &result); // the whole file lies at `partFile`
};

class ListJob : public EngineJob
{
    Q_OBJECT
public:
    using EngineJob::EngineJob;
Q_SIGNALS:
    void finished(const retake::Result<QList<retake::RemoteTask>> &result);
};

// What prepare() sends: files that media/ has made acceptable, or addresses that are passed on.
struct MediaToSend
{
    QString clip; // empty for a model that makes clips from words
    QStringList references;
    QString firstFrame{};
    QString lastFrame{};
};

// The code for one service: prepare -> submit -> poll -> fetch. Gets everything in its arguments and keeps
// nothing between calls. Jobs are owned by `parent` and start by themselves at the next turn of the loop.
class Engine
{
public:
    virtual ~Engine() = default;

    // An id of our own for a create request; empty: the service gives it.
    virtual QString newRequestId() const { return {}; }

    // Whether list() is of use: what is unclear at other services is the person's to decide.
    virtual bool canList() const { return true; }

    virtual PrepareJob *prepare(const Credentials &who, const ModelSpec &model, const MediaToSend &media,
                                QObject *parent) = 0;
    // Sends once and never again: whoever calls it has committed `submitting` before.
    virtual SubmitJob *submit(const Credentials &who, const ModelSpec &model, const Order &order,
                              const PreparedMedia &media, QObject *parent) = 0;
    virtual PollJob *poll(const Credentials &who, const QString &remoteId, QObject *parent) = 0;
    virtual CancelJob *cancel(const Credentials &who, const QString &remoteId, QObject *parent) = 0;
    // Goes on where an earlier `partFile` ended. No credentials: the address is signed.
    virtual FetchJob *fetch(const QString &resultUrl, const QString &partFile, QObject *parent) = 0;
    virtual ListJob *list(const Credentials &who, const ModelSpec &model, const QDateTime &since,
                          QObject *parent) = 0;
    // A free request that tells whether key and address fit together.
    virtual CheckJob *check(const Credentials &who, const ModelSpec &model, QObject *parent) = 0;
};

} // namespace retake
