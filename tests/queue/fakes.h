// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/paths.h"
#include "queue/mediastage.h"
#include "queue/retrypolicy.h"
#include "queue/taskqueue.h"
#include "store/store.h"
#include "support/manualclock.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
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
    QSet<Stage> held;
    bool holdCancels = false;
    int prepareCount = 0;
    int submitCount = 0;
    int pollCount = 0;
    int cancelCount = 0;
    int fetchCount = 0;
    int jobsAlive = 0;
    QStringList polledIds;
    QStringList fetchedUrls;
    QString lastPart;
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
    }

    static RemoteStatus status(RemoteStatus::Phase phase)
    {
        RemoteStatus answer;
        answer.phase = phase;
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

    PrepareJob *prepare(const Credentials &, const ModelSpec &, const MediaToSend &, QObject *parent) override
    {
        ++prepareCount;
        return answer(new PrepareJob(parent), Stage::Uploading, [this] { return prepares.next(); });
    }

    SubmitJob *submit(const Credentials &, const ModelSpec &, const Order &, const PreparedMedia &,
                      QObject *parent) override
    {
        ++submitCount;
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
        return answer(new PollJob(parent), Stage::Polling, [this] { return polls.next(); });
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
        return new ListJob(parent);
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

class FakeMedia final : public MediaStage
{
public:
    Script<Result<ReadyMedia>> readies;
    Script<Result<ClipInfo>> probes;
    bool held = false;
    int running = 0;
    int mostRunning = 0;
    int count = 0;

    FakeMedia()
    {
        readies.always = [] {
            return ReadyMedia{{QStringLiteral("/clips/clip.mp4"), {}}, {QStringLiteral("cut to 10 s")}};
        };
        probes.always = [] { return clip(5); };
    }

    static ClipInfo clip(double seconds)
    {
        ClipInfo info;
        info.duration = Microseconds(qint64(seconds * 1e6));
        info.video.size = QSize(1280, 720);
        return info;
    }

    MediaJob *makeReady(const Order &, const ModelSpec &, const QString &folder, QObject *parent) override
    {
        QDir().mkpath(folder);
        ++count;
        mostRunning = std::max(mostRunning, ++running);
        auto *job = new MediaJob(parent);
        const auto ended = [this, job] { running -= m_running.remove(job) ? 1 : 0; };
        m_running.insert(job);
        QObject::connect(job, &MediaJob::finished, &m_context, ended);
        QObject::connect(job, &QObject::destroyed, &m_context, ended);
        if (held)
            m_held.append(job);
        else
            QTimer::singleShot(0, job, [this, job] { Q_EMIT job->finished(readies.next()); });
        return job;
    }

    void probe(const QString &, QObject *context, Probed probed) override
    {
        QTimer::singleShot(0, context, [this, probed] { probed(probes.next()); });
    }

    void release()
    {
        held = false;
        for (const QPointer<MediaJob> &job : m_held) {
            if (job)
                Q_EMIT job->finished(readies.next());
        }
        m_held.clear();
    }

private:
    QList<QPointer<MediaJob>> m_held;
    QSet<const QObject *> m_running;
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
                ready(Credentials{{accountId, QStringLiteral("dashscope"), {}, {}, {}, timeScale},
                                  QStringLiteral("key")});
        });
    }

    Engine *engine(const QString &service) override { return service == u"dashscope" ? &m_engine : nullptr; }

private:
    FakeEngine &m_engine;
};

// A whole queue on a store of its own. Every submit and every poll is checked against what a second
// connection sees in the store at that moment.
class QueueHouse
{
public:
    QTemporaryDir dir;
    Paths paths{dir.path()};
    ManualClock clock;
    FakeEngine engine;
    FakeAccounts accounts{engine};
    Catalogue catalogue;
    std::unique_ptr<Store> store;
    std::unique_ptr<Store> witness; // the second connection
    FakeMedia *media = nullptr;
    std::unique_ptr<TaskQueue> queue;
    QStringList faults; // of the money rule
    QStringList states; // one a taskChanged, repeats left out
    QList<TakeId> takes;
    QList<Error> refusals;
    QList<Error> stalls;
    std::chrono::milliseconds step{500}; // of drive()

    // A short life of results keeps the tests of giving up short.
    explicit QueueHouse(int resultSeconds = 86400)
    {
        QFile file(QStringLiteral(":/catalogue/catalogue.json"));
        if (!file.open(QIODevice::ReadOnly) || !paths.create())
            qFatal("no catalogue or no folder");
        catalogue = *Catalogue::parse(
            file.readAll().replace("\"result_seconds\": 86400",
                                   QByteArray("\"result_seconds\": " + QByteArray::number(resultSeconds))));
        store = std::move(*Store::open(paths.database()));
        witness = std::move(*Store::open(paths.database()));
        engine.onSubmit = [this] {
            bool found = false;
            for (const Task &task : rows())
                found = found || (task.state == TaskState::Submitting && task.remoteId.isEmpty() &&
                                  !task.error && task.submittedAt == clock.now());
            if (!found)
                faults.append(QStringLiteral("sent before it was committed"));
        };
        engine.onPoll = [this](const QString &remoteId) {
            bool found = false;
            for (const Task &task : rows())
                found = found || (isSubmitted(task.state) && task.remoteId == remoteId);
            if (!found)
                faults.append(QStringLiteral("asked before the id was committed"));
        };
        engine.onFetch = [this] {
            bool found = false;
            for (const Task &task : rows())
                found = found || (task.state == TaskState::Downloading && !task.resultUrl.isEmpty());
            if (!found)
                faults.append(QStringLiteral("fetched before the address was committed"));
        };
        open();
    }

    // The program starts.
    void open()
    {
        auto stage = std::make_unique<FakeMedia>();
        media = stage.get();
        queue = std::make_unique<TaskQueue>(*store, catalogue, accounts, paths, clock, std::move(stage));
        QObject::connect(queue.get(), &TaskQueue::taskChanged, queue.get(), [this](TaskId id) {
            const QString state = taskStateName(witness->task(id)->state);
            if (states.isEmpty() || states.last() != state)
                states.append(state);
        });
        QObject::connect(queue.get(), &TaskQueue::takeAdded, queue.get(),
                         [this](TakeId id) { takes.append(id); });
        QObject::connect(queue.get(), &TaskQueue::refused, queue.get(),
                         [this](TaskId, const Error &error) { refusals.append(error); });
        QObject::connect(queue.get(), &TaskQueue::stalled, queue.get(),
                         [this](TaskId, const Error &error) { stalls.append(error); });
    }

    // The program ends, as by a crash: nothing more is written.
    void close()
    {
        queue.reset();
        media = nullptr;
    }

    Order order(const QString &prompt = QStringLiteral("Make it snow")) const
    {
        Order order;
        order.clip = QStringLiteral("/films/clip.mp4");
        order.prompt = prompt;
        order.model = QStringLiteral("wan2.7-videoedit");
        order.account = QStringLiteral("practice");
        return order;
    }

    TaskId add() { return *queue->enqueue(order()); }

    Task task(TaskId id) const { return *witness->task(id); }

    TaskState state(TaskId id) const { return task(id).state; }

    std::optional<ErrorKind> kind(TaskId id) const
    {
        const auto error = task(id).error;
        return error ? std::optional(error->kind) : std::nullopt;
    }

    QList<Task> rows() const { return witness->tasks().value_or(QList<Task>()); }

    // What the loop has to do now, without the clock.
    static void settle()
    {
        for (int i = 0; i < 12; ++i) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    // Lets the clock run until `done`; false when it never is.
    template<class Done> bool drive(Done done, std::chrono::seconds atMost = std::chrono::hours(1))
    {
        const QDateTime end = clock.now().addSecs(atMost.count());
        while (!done()) {
            settle();
            if (done() || clock.now() >= end)
                break;
            if (clock.pending() == 0)
                QTest::qWait(1); // a pool thread may be at work
            clock.advance(step);
        }
        return done();
    }

    bool reaches(TaskId id, TaskState wanted, std::chrono::seconds atMost = std::chrono::hours(1))
    {
        return drive([&] { return state(id) == wanted; }, atMost);
    }
};

} // namespace retake
