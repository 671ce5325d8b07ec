// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "queue/filing.h"
#include "queue/mediastage.h"
#include "queue/retrypolicy.h"
#include "queue/servicegate.h"
#include "queue/taskqueue.h"

#include <QPointer>

#include <array>

namespace retake {

class Paths;
class Store;

// What a runner works with; all of it outlives the runner.
struct RunnerHouse
{
    Store &store;
    AccountSource &accounts;
    const Paths &paths;
    Clock &clock;
    MediaStage &media;
    ServiceGate &gate;
    Places &downloads;
};

QString workFolderOf(const Paths &paths, TaskId task);

// Walks one task from waiting to its end. Every change is committed before it is acted on; a store that
// refuses is asked again, and the walk stands still until then.
class TaskRunner final : public QObject
{
    Q_OBJECT
public:
    TaskRunner(const RunnerHouse &house, const ModelSpec &model, const Task &task, QObject *parent);

    void begin();  // a waiting task
    void resume(); // queued, rendering, downloading
    void cancel(); // what comes of it is told by changed() or refused()
    void stop();   // at once, whatever it does; nothing more is told or written

    const Task &task() const { return m_task; }

    const ModelSpec &model() const { return m_model; }

Q_SIGNALS:
    void ended();   // once, at the end of the walk, before the changed() that tells of it
    void changed(); // after the commit
    void progress(const retake::TaskProgress &progress);
    void takeAdded(retake::TakeId id);
    void refused(const retake::Error &error);
    void stalled(const retake::Error &error);

private:
    struct Access
    {
        Credentials who;
        Engine *engine = nullptr;
    };

    using Then = std::function<void()>;
    using Write = std::function<Result<void>(Task &)>;

    // A stage owns its jobs and timers; leaving it stops them, and what they still had to say is not heard.
    void newStage();

    template<class Call> auto inStage(Call call)
    {
        return [this, stage = QPointer<QObject>(m_stage), call = std::move(call)](auto &&...arguments) {
            if (stage && stage == m_stage)
                call(std::forward<decltype(arguments)>(arguments)...);
        };
    }
    template<class Job, class Heard> void hear(Job *job, Heard heard);
    void after(std::chrono::milliseconds pause, Then then);
    void withAccess(std::function<void(const Result<Access> &)> then);
    void report(qint64 done, qint64 total);

    void commit(const Task &next, const Then &then);
    void write(Task next, const Write &how, const Then &then, int refusals = 0);
    void end(TaskState state, const std::optional<Error> &error);

    void fail(const Error &error) { end(TaskState::Failed, error); }

    void leave();
    Action decide(Stage stage, const Error &error);

    int &failures(Stage stage) { return m_failures[std::size_t(stage)]; }

    void refuse(const Error &error);

    // taskrunner_send.cpp: waiting -> queued
    void conform();
    void upload();
    void onUploadError(const Error &error);
    void submit();
    void commitSubmit();
    void send(const Access &access);
    void onSubmitted(const Submission &submission);
    void onSubmitError(const Error &error);

    // taskrunner_fetch.cpp: queued -> done
    void pollAfter(std::chrono::milliseconds delay);
    void poll();
    void ask();
    void onStatus(const RemoteStatus &status);
    void onSuccess(const RemoteStatus &status);
    void onPollError(const Error &error);
    void askToCancel();
    void fetch();
    void download();
    void onFetchError(const Error &error);
    void check(const QString &file);
    void decode(const QString &file, const ClipInfo &info);
    void laySound(const QString &file, const ClipInfo &info);
    void onSoundLaid(const QString &laid, const QString &file, const ClipInfo &info);
    void onSoundError(const Error &error, const QString &file, const ClipInfo &info);
    void file(const QString &downloaded, const ClipInfo &info);
    void finish(const Filed &filed, const ClipInfo &info);
    ClipId clipOfTake() const;
    QString titleOfTake() const;
    ModelUse use() const;
    std::chrono::milliseconds pollInterval() const;
    ServiceGate::Turn turn() const;
    Error expiredBecause(const Error &cause) const;

    RunnerHouse m_house;
    ModelSpec m_model;
    Task m_task;
    QPointer<QObject> m_stage;
    std::array<int, 5> m_failures{};
    double m_timeScale = 1.0;
    QDateTime m_lastReport;
    MediaToSend m_media;
    Shelf::Hold m_held; // the clip of m_media
    PreparedMedia m_prepared;
    std::optional<Access> m_access; // of the submitting or polling stage
    Places::Place m_place;          // among the downloads
    QString m_actualPrompt;
    bool m_cancelWanted = false; // while submitting, or while the service is being asked
    bool m_cancelAsked = false;  // the service was asked, whatever it said
    bool m_resumed = false;
    qint64 m_mostFetched = 0;    // bytes of the part
    bool m_addressAsked = false; // a fresh address of the result was asked for
    bool m_decodesBadly = false; // a download did; the next one that does is what the service made
    bool m_isFaulty = false;     // the take that is filed
    int m_guesses = 0;           // in a row, that the service has no such task
    TakeSound m_sound = TakeSound::Own;
    std::optional<Error> m_soundError; // the source's could not be laid over it
};

template<class Job, class Heard> void TaskRunner::hear(Job *job, Heard heard)
{
    connect(job, &Job::progress, m_stage,
            inStage([this](qint64 done, qint64 total) { report(done, total); }));
    connect(job, &Job::finished, m_stage, inStage([job, heard = std::move(heard)](const auto &result) {
                job->deleteLater();
                heard(result);
            }));
}

} // namespace retake
