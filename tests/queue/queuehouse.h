// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/paths.h"
#include "fakemedia.h"
#include "store/store.h"
#include "support/manualclock.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

namespace retake {

// A whole queue on a store of its own. Every submit and every poll is checked against what a second
// connection sees in the store at that moment.
class QueueHouse
{
public:
    // In memory where that can be had: what counts here is the order of the commits, not the disk under them.
    QTemporaryDir dir{
        (QFileInfo(QStringLiteral("/dev/shm")).isWritable() ? QStringLiteral("/dev/shm") : QDir::tempPath()) +
        QStringLiteral("/retake-queue-XXXXXX")};
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
            bool found = engine.statuses.contains(remoteId); // looking for a lost one asks for any
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
            if (clock.pending() == 0 || QThreadPool::globalInstance()->activeThreadCount() > 0)
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
