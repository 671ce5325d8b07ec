// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "queue/retrypolicy.h"
#include "queue/taskqueue.h"

#include <QFile>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace retake {

inline Error errorOf(ErrorKind kind)
{
    return {kind, {}, QStringLiteral("Code"), QStringLiteral("words"), QStringLiteral("req-error"), 0, {}};
}

// Answers of one kind of call: those in line first, then the same one always.
template<class Answer> struct Script
{
    QList<Answer> line;
    std::function<Answer()> always;

    Answer next() { return line.isEmpty() ? always() : line.takeFirst(); }
};

// Plays a service. Stages in `held` are not answered until release().
class FakeEngine final : public Engine
{
public:
    Script<Result<PreparedMedia>> prepares;
    Script<Result<Submission>> submits;
    Script<Result<RemoteStatus>> polls;
    Script<Result<void>> cancels;
    Script<Result<void>> fetches;
    Script<Result<QList<RemoteTask>>> lists;
    QHash<QString, RemoteStatus> statuses; // of single tasks of the service; `polls` speaks for the others
    QSet<Stage> held;
    bool holdCancels = false;
    bool givesOwnIds = false; // as a service does to which the id of a request is told
    bool keepsList = true;
    int prepareCount = 0;
    int submitCount = 0;
    int pollCount = 0;
    int cancelCount = 0;
    int fetchCount = 0;
    int listCount = 0;
    int jobsAlive = 0;
    QStringList polledIds;
    QStringList fetchedUrls;
    QString lastPart;
    mutable int idCount = 0;
    MediaToSend prepared;    // by the last call
    PreparedMedia submitted; // with the last call
    std::function<void()> onSubmit;
    std::function<void(const QString &)> onPoll;
    std::function<void()> onFetch;

    FakeEngine()
    {
        prepares.always = [] {
            return PreparedMedia{QStringLiteral("oss://store/clip.mp4"), {}, QDateTime::currentDateTimeUtc()};
        };
        submits.always = [this] {
            const QString number = QString::number(submitCount);
            return Submission{QString(u"remote-" + number), QString(u"req-" + number)};
        };
        polls.always = [] { return succeeded(); };
        cancels.always = [] { return Result<void>(); };
        fetches.always = [] { return Result<void>(); };
        lists.always = [] { return QList<RemoteTask>(); };
    }

    static RemoteStatus status(RemoteStatus::Phase phase)
    {
        RemoteStatus answer;
        answer.phase = phase;
        return answer;
    }

    static RemoteTask row(const QString &id, const QDateTime &made)
    {
        return {id, QString(u"req-of-" + id), QStringLiteral("wan2.7-videoedit"), QStringLiteral("RUNNING"),
                made};
    }

    static RemoteStatus succeededWith(const QString &prompt)
    {
        RemoteStatus answer = succeeded();
        answer.originalPrompt = prompt;
        return answer;
    }

    static RemoteStatus succeeded()
    {
        RemoteStatus answer = status(RemoteStatus::Phase::Succeeded);
        answer.resultUrl = QStringLiteral("https://results/take.mp4?Signature=secret");
        answer.usage = {{QStringLiteral("duration"), 10}, {QStringLiteral("output_video_duration"), 5}};
        answer.actualPrompt = QStringLiteral("a longer instruction");
        return answer;
    }

    static RemoteStatus failed(ErrorKind kind)
    {
        RemoteStatus answer = status(RemoteStatus::Phase::Failed);
        answer.error = errorOf(kind);
        return answer;
    }

    QString newRequestId() const override
    {
        return givesOwnIds ? QString(u"own-" + QString::number(++idCount)) : QString();
    }

    bool canList() const override { return keepsList; }

    PrepareJob *prepare(const Credentials &, const ModelSpec &, const MediaToSend &media,
                        QObject *parent) override
    {
        ++prepareCount;
        prepared = media;
        return answer(new PrepareJob(parent), Stage::Uploading, [this] { return prepares.next(); });
    }

    SubmitJob *submit(const Credentials &, const ModelSpec &, const Order &, const PreparedMedia &media,
                      QObject *parent) override
    {
        ++submitCount;
        submitted = media;
        if (onSubmit)
            onSubmit();
        return answer(new SubmitJob(parent), Stage::Submitting, [this] { return submits.next(); });
    }

    PollJob *poll(const Credentials &, const QString &remoteId, QObject *parent) override
    {
        ++pollCount;
        polledIds.append(remoteId);
        if (onPoll)
            onPoll(remoteId);
        return answer(new PollJob(parent), Stage::Polling, [this, remoteId]() -> Result<RemoteStatus> {
            if (statuses.contains(remoteId))
                return statuses.value(remoteId);
            return polls.next();
        });
    }

    CancelJob *cancel(const Credentials &, const QString &, QObject *parent) override
    {
        ++cancelCount;
        auto *job = new CancelJob(parent);
        if (!holdCancels)
            QTimer::singleShot(0, job, [this, job] { Q_EMIT job->finished(cancels.next()); });
        return job;
    }

    FetchJob *fetch(const QString &resultUrl, const QString &partFile, QObject *parent) override
    {
        ++fetchCount;
        fetchedUrls.append(resultUrl);
        lastPart = partFile;
        if (onFetch)
            onFetch();
        return answer(new FetchJob(parent), Stage::Downloading, [this, partFile] {
            const auto result = fetches.next();
            QFile file(partFile);
            if (result && file.open(QIODevice::WriteOnly))
                file.write("a take");
            return result;
        });
    }

    ListJob *list(const Credentials &, const ModelSpec &, const QDateTime &, QObject *parent) override
    {
        ++listCount;
        auto *job = new ListJob(parent);
        QTimer::singleShot(0, job, [this, job] { Q_EMIT job->finished(lists.next()); });
        return job;
    }

    CheckJob *check(const Credentials &, const ModelSpec &, QObject *parent) override
    {
        return new CheckJob(parent);
    }

    void release(Stage stage)
    {
        held.remove(stage);
        for (const auto &go : m_heldAnswers.take(stage))
            go();
    }

private:
    template<class Job, class Make> Job *answer(Job *job, Stage stage, Make make)
    {
        ++jobsAlive;
        QObject::connect(job, &QObject::destroyed, &m_context, [this] { --jobsAlive; });
        const QPointer<Job> alive(job);
        const auto go = [alive, make] {
            if (!alive)
                return;
            Q_EMIT alive->progress(1, 2);
            Q_EMIT alive->finished(make());
        };
        if (held.contains(stage))
            m_heldAnswers[stage].append(go);
        else
            QTimer::singleShot(0, job, go);
        return job;
    }

    QHash<Stage, QList<std::function<void()>>> m_heldAnswers;
    QObject m_context; // last: goes first
};

class FakeAccounts final : public AccountSource
{
public:
    explicit FakeAccounts(FakeEngine &engine)
        : m_engine(engine)
    {}

    std::optional<Error> trouble;
    double timeScale = 1;
    int calls = 0;

    void credentials(const QString &accountId, QObject *context, Ready ready) override
    {
        ++calls;
        QTimer::singleShot(0, context, [this, accountId, ready] {
            if (trouble)
                ready(failure(*trouble));
            else
                ready(Credentials{{accountId, serviceOf(accountId), {}, {}, {}, timeScale},
                                  QStringLiteral("key")});
        });
    }

    Engine *engine(const QString &service) override
    {
        return service == u"dashscope" || service == u"bigmodel" ? &m_engine : nullptr;
    }

    static QString serviceOf(const QString &accountId)
    {
        return accountId.endsWith(u"bigmodel") ? QStringLiteral("bigmodel") : QStringLiteral("dashscope");
    }

private:
    FakeEngine &m_engine;
};

} // namespace retake
