// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofhouse.h"

#include "engine/catalogueloader.h"
#include "queue/localmediastage.h"
#include "support/clipmaker.h"

#include <QElapsedTimer>
#include <QTimer>

namespace retake {

namespace {

QTemporaryDir &shared()
{
    static QTemporaryDir folder(fastFolder(QStringLiteral("proof")));
    return folder;
}

QString clipOf(double seconds, const QString &name)
{
    ClipWish wish;
    wish.rate = QStringLiteral("10");
    wish.seconds = seconds;
    const QString path = shared().filePath(name);
    return makeClip(path, wish) ? path : QString();
}

DashScopeEngine::Times timesFor(std::chrono::milliseconds patience)
{
    return {{patience, 4 * patience}, {patience, 4 * patience}, {patience, 10 * patience}};
}

} // namespace

QString ProofClip::file()
{
    static const QString made = clipOf(2, QStringLiteral("clip.mp4"));
    return made;
}

QString ProofClip::longer()
{
    static const QString made = clipOf(3, QStringLiteral("longer.mp4"));
    return made;
}

void ProofAccounts::credentials(const QString &, QObject *context, Ready ready)
{
    Credentials who{account, key};
    if (nameGone)
        who.account.baseUrl.setHost(QStringLiteral("retake.invalid"));
    QTimer::singleShot(0, context, [ready = std::move(ready), who] { ready(who); });
}

Engine *ProofAccounts::engine(const QString &service)
{
    return service == u"dashscope" ? &m_engine : nullptr;
}

ProofHouse::ProofHouse(ProofService &practice, const HouseWish &wish)
    : service(practice)
    , dir(fastFolder(QStringLiteral("house")))
    , paths(wish.folder.isEmpty() ? dir.path() : wish.folder)
    , engine(http, clock, timesFor(wish.patience))
    , accounts(engine)
    , catalogue(*loadCatalogue())
    , m_wish(wish)
{
    if (!paths.create())
        qFatal("no folder");
    accounts.account.id = QStringLiteral("proof");
    accounts.account.service = QStringLiteral("dashscope");
    accounts.account.baseUrl = service.base();
    accounts.account.timeScale = wish.timeScale;
    accounts.key = service.key();
    store = std::move(*Store::open(paths.database()));
    open();
}

void ProofHouse::open()
{
    const bool own = !m_wish.folder.isEmpty();
    const Shelf shelf(own ? paths.shelfDir() : shared().filePath(QStringLiteral("shelf")), 1 << 30);
    const HashBook hashes(own ? paths.hashFile() : shared().filePath(QStringLiteral("hashes.json")));
    queue = std::make_unique<TaskQueue>(*store, catalogue, accounts, paths, clock,
                                        std::make_unique<LocalMediaStage>(shelf, hashes));
    auto told = std::make_shared<QHash<TaskId, TaskState>>();
    QObject::connect(queue.get(), &TaskQueue::taskChanged, queue.get(), [this, told](TaskId id) {
        const TaskState now = state(id);
        if (std::exchange((*told)[id], now) != now && onState)
            onState(id, now);
    });
    QObject::connect(queue.get(), &TaskQueue::refused, queue.get(),
                     [this](TaskId, const Error &error) { refusals.append(error); });
    QObject::connect(queue.get(), &TaskQueue::stalled, queue.get(),
                     [this](TaskId, const Error &error) { stalls.append(error); });
}

Order ProofHouse::order(const QString &prompt) const
{
    Order order;
    order.clip = ProofClip::file();
    order.prompt = prompt;
    order.model = QStringLiteral("wan2.7-videoedit");
    order.parameters = {{QStringLiteral("resolution"), QStringLiteral("720P")}};
    order.account = QStringLiteral("proof");
    return order;
}

QString ProofHouse::kind(TaskId id) const
{
    const auto error = task(id).error;
    return error ? errorKindName(error->kind) : QString();
}

QStringList ProofHouse::states(TaskId id) const
{
    QStringList list;
    for (const TaskEvent &event : store->events(id).value_or(QList<TaskEvent>())) {
        const QString name = taskStateName(event.state);
        if (list.isEmpty() || list.last() != name)
            list.append(name);
    }
    return list;
}

QString ProofHouse::takeFault(TaskId id) const
{
    const Task row = task(id);
    const auto take = store->take(row.take);
    if (!take)
        return QStringLiteral("there is no row of the take");
    return retake::takeFault(take->file, service.served(row.remoteId), ProofClip::takeFrames);
}

bool ProofHouse::reaches(TaskId id, TaskState wanted, std::chrono::seconds atMost) const
{
    return QTest::qWaitFor([&] { return state(id) == wanted; }, int(atMost.count()) * 1000);
}

bool ProofHouse::ends(TaskId id, TaskState wanted, std::chrono::seconds atMost)
{
    QElapsedTimer since; // another end was seen; what is unclear may still be found
    const auto over = [&] {
        const TaskState now = state(id);
        if (now == wanted || !isFinal(now) || now == TaskState::Unclear)
            since.invalidate();
        else if (!since.isValid())
            since.start();
        return now == wanted || (since.isValid() && since.elapsed() > 5000);
    };
    if (!QTest::qWaitFor(over, int(atMost.count()) * 1000))
        return false;
    QTest::qWait(100);
    return state(id) == wanted;
}

} // namespace retake
