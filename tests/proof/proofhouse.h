// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/paths.h"
#include "engine/dashscope/dashscopeengine.h"
#include "net/httpclient.h"
#include "proofservice.h"
#include "queue/taskqueue.h"
#include "store/store.h"
#include "support/skewedclock.h"

#include <QTest>

namespace retake {

// The clip that every proof edits, made once a program.
struct ProofClip
{
    static constexpr int takeFrames = 60; // of what the service makes of its 2 s
    static QString file();                // empty: it could not be made
    static QString longer();              // with more behind it, to be trimmed
};

// Hands out the service's address and key; both can go away.
class ProofAccounts final : public AccountSource
{
public:
    explicit ProofAccounts(Engine &engine)
        : m_engine(engine)
    {}

    Account account;
    QString key;
    bool nameGone = false; // the address is one that no resolver knows

    void credentials(const QString &accountId, QObject *context, Ready ready) override;
    Engine *engine(const QString &service) override;

private:
    Engine &m_engine;
};

struct HouseWish
{
    double timeScale = 200;                     // of our own pauses
    std::chrono::milliseconds patience{20'000}; // with a silent line
    QString folder{}; // of the library and of what is made for it; empty: a fresh one, and a shelf for all
};

// The whole program below the window: real queue, store, engine, HTTP and media, against a service of the
// test's own. open() and close() are the program's start and end.
class ProofHouse
{
public:
    explicit ProofHouse(ProofService &service, const HouseWish &wish = {});

    ProofService &service;
    QTemporaryDir dir;
    Paths paths;
    SkewedClock clock;
    HttpClient http;
    DashScopeEngine engine;
    ProofAccounts accounts;
    Catalogue catalogue;
    std::unique_ptr<Store> store;
    std::unique_ptr<TaskQueue> queue;
    std::function<void(TaskId, TaskState)> onState; // after each commit of another state
    QList<Error> refusals;
    QList<Error> stalls;

    void open();

    void close() { queue.reset(); } // as by a crash: nothing more is written

    Order order(const QString &prompt = QStringLiteral("Make it black and white")) const;

    TaskId add() { return *queue->enqueue(order()); }

    Task task(TaskId id) const { return *store->task(id); }

    TaskState state(TaskId id) const { return task(id).state; }

    QString kind(TaskId id) const;       // of its error; empty: none
    QStringList states(TaskId id) const; // as logged, repeats left out
    QString takeFault(TaskId id) const;

    bool reaches(TaskId id, TaskState wanted, std::chrono::seconds atMost = std::chrono::seconds(60)) const;
    // Waits for this end, and a little longer for what would still be sent by mistake; false when another
    // one comes, or none.
    bool ends(TaskId id, TaskState wanted, std::chrono::seconds atMost = std::chrono::seconds(60));

private:
    HouseWish m_wish;
};

} // namespace retake
