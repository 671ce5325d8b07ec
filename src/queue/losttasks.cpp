// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/losttasks.h"

#include "store/store.h"

#include <array>

namespace retake {

using namespace std::chrono_literals;

namespace {

constexpr std::array<std::chrono::milliseconds, 3> lookPauses{30s, 2min, 10min};
constexpr qint64 listedSeconds = 24 * 60 * 60; // further back the service's list does not reach

int looksOf(const Task &task)
{
    return task.error && task.error->facts.size() > 1 ? task.error->facts[1].toInt() : 0;
}

} // namespace

LostTasks::LostTasks(const RunnerHouse &house, const Catalogue &catalogue, Adopt adopt, QObject *parent)
    : QObject(parent)
    , m_house(house)
    , m_catalogue(catalogue)
    , m_adopt(std::move(adopt))
{}

// By the later of sending and the change, either of which a clock that was set may have wrong.
bool LostTasks::isYoung(const Task &task) const
{
    const QDateTime since = std::max(task.submittedAt, task.changedAt);
    return since.isValid() && since.secsTo(m_house.clock.now()) <= listedSeconds;
}

bool LostTasks::canLook(const Task &task) const
{
    const ModelSpec *model = m_catalogue.model(task.order.model);
    const Engine *engine = model ? m_house.accounts.engine(model->service) : nullptr;
    return !engine || engine->canList(); // where it is not known yet, the look itself finds out
}

void LostTasks::follow(TaskId id)
{
    const auto task = m_house.store.task(id);
    if (!task && task.error().kind == ErrorKind::StoreFailed)
        return; // it says nothing
    if (!task || task->state != TaskState::Unclear)
        forget(id);
    else if (!m_hunts.contains(id) && isYoung(*task) && canLook(*task))
        enlist(id);
}

Result<void> LostTasks::recover()
{
    const auto tasks = m_house.store.tasksIn(TaskState::Unclear);
    if (!tasks)
        return failure(tasks.error());
    for (auto it = tasks->crbegin(); it != tasks->crend(); ++it) { // oldest first
        if (!m_hunts.contains(it->id) && isYoung(*it) && canLook(*it))
            enlist(it->id);
    }
    return {};
}

void LostTasks::look(TaskId id)
{
    if (m_hunts.contains(id))
        m_hunts[id].step = 0;
    enlist(id);
    Q_EMIT looked(id);
}

bool LostTasks::isLooking(TaskId id) const
{
    return m_hunts.value(id).soon;
}

QList<RemoteCandidate> LostTasks::candidates(TaskId id) const
{
    return m_hunts.value(id).candidates;
}

void LostTasks::forget(TaskId id)
{
    const auto hunt = m_hunts.constFind(id);
    if (hunt == m_hunts.cend())
        return;
    if (hunt->stage)
        hunt->stage->deleteLater(); // not at once: its look may be speaking
    m_hunts.erase(hunt);
    m_line.removeOne(id);
    if (m_atWork == id) {
        m_atWork = {};
        workSoon();
    }
}

void LostTasks::freshStage(Hunt &hunt)
{
    if (hunt.stage)
        hunt.stage->deleteLater();
    hunt.stage = new QObject(this);
}

void LostTasks::enlist(TaskId id)
{
    m_hunts[id].soon = true;
    if (m_atWork == id || m_line.contains(id))
        return;
    m_line.append(id);
    workSoon();
}

void LostTasks::workSoon()
{
    QMetaObject::invokeMethod(this, &LostTasks::work, Qt::QueuedConnection);
}

void LostTasks::work()
{
    while (!m_atWork && !m_line.isEmpty()) {
        const TaskId id = m_line.takeFirst();
        const auto task = m_house.store.task(id);
        if (task && task->state == TaskState::Unclear) {
            begin(*task);
        } else if (!task && task.error().kind == ErrorKind::StoreFailed) {
            m_atWork = id;
            end(id, failure(task.error()));
        } else {
            forget(id);
            Q_EMIT foundElsewhere(id);
        }
    }
}

void LostTasks::begin(const Task &task)
{
    m_atWork = task.id;
    Hunt &hunt = m_hunts[task.id];
    freshStage(hunt);
    QObject *const stage = hunt.stage;
    const auto ready = [this, task, stage](const Result<Credentials> &who) {
        if (m_hunts.value(task.id).stage != stage)
            return;
        if (who)
            search(task, *who);
        else
            end(task.id, failure(who.error()));
    };
    m_house.accounts.credentials(task.order.account, stage, ready);
    Q_EMIT looked(task.id);
}

void LostTasks::search(const Task &task, const Credentials &who)
{
    Hunt &hunt = m_hunts[task.id];
    hunt.timeScale = std::max(who.account.timeScale, 0.001);
    Engine *engine = m_house.accounts.engine(who.account.service);
    if (!engine) {
        end(task.id, failure(ErrorKind::UnknownModel, {task.order.model}));
        return;
    }
    if (!engine->canList()) { // of a model whose row is gone
        m_atWork = {};
        hunt.soon = false;
        workSoon();
        Q_EMIT looked(task.id);
        return;
    }
    ModelSpec model; // a row of the catalogue may be gone by now
    model.id = task.order.model;
    if (const ModelSpec *known = m_catalogue.model(task.order.model))
        model = *known;
    const double perSecond = model.queriesPerSecond;
    const auto turn = [this, account = who.account.id, perSecond](QObject *context,
                                                                  std::function<void()> then) {
        m_house.gate.wait(account, ServiceGate::Ask::Query, perSecond, ServiceGate::Turn::Usual, context,
                          std::move(then));
    };
    auto *search = new LostTaskSearch(*engine, m_house.store, {who, model, task, turn, m_told}, hunt.stage);
    connect(search, &LostTaskSearch::finished, hunt.stage,
            [this, search, id = task.id, stage = hunt.stage](const Result<LostFinding> &finding) {
                if (m_hunts.value(id).stage != stage)
                    return;
                m_told = search->told();
                search->deleteLater();
                end(id, finding);
            });
}

void LostTasks::end(TaskId id, const Result<LostFinding> &finding)
{
    m_atWork = {};
    workSoon();
    const auto task = m_house.store.task(id);
    if (!task && task.error().kind == ErrorKind::StoreFailed) {
        planNext(id, failure(task.error()));
        return;
    }
    if (!task || task->state != TaskState::Unclear) {
        forget(id);
        Q_EMIT foundElsewhere(id);
        return;
    }
    if (finding)
        m_hunts[id].candidates = finding->candidates;
    if (finding && finding->found) {
        if (m_adopt(id, finding->found->row))
            return;
    } else if (finding && !finding->mayComeYet) {
        note(*task);
    }
    if (isYoung(*task))
        planNext(id, finding);
    else
        m_hunts[id].soon = false;
    Q_EMIT looked(id);
}

// A look that came to its end and found nothing: the person reads when that was, and how often.
void LostTasks::note(const Task &task)
{
    Task next = task;
    const QDateTime now = m_house.clock.now();
    if (!next.error)
        next.error = Error{ErrorKind::Unclear, {}, {}, {}, {}, 0, std::nullopt};
    next.error->facts = {now.toUTC().toString(Qt::ISODate), QString::number(looksOf(task) + 1)};
    (void)m_house.store.updateTask(next, now); // the next look writes it as well
}

void LostTasks::planNext(TaskId id, const Result<LostFinding> &finding)
{
    Hunt &hunt = m_hunts[id];
    hunt.soon = false;
    std::chrono::milliseconds pause{0};
    if (finding && finding->mayComeYet)
        pause = lookPauses.front(); // it says what it is when it has ended
    else if (hunt.step < int(lookPauses.size()))
        pause = lookPauses[std::size_t(hunt.step++)];
    else if (!finding)
        pause = lookPauses.back();
    else
        return; // from here on it is the person's
    hunt.soon = pause == lookPauses.front();
    pause = std::chrono::milliseconds(qint64(double(pause.count()) / hunt.timeScale));
    if (!finding && finding.error().retryAfter)
        pause = std::max<std::chrono::milliseconds>(pause, *finding.error().retryAfter);
    freshStage(hunt);
    m_house.clock.after(std::max<std::chrono::milliseconds>(pause, 200ms), hunt.stage,
                        [this, id] { enlist(id); });
}

Result<std::optional<Task>> LostTasks::taskFor(const QString &account, const QString &remoteId,
                                               const QString &prompt) const
{
    const auto tasks = m_house.store.tasksIn(TaskState::Unclear);
    if (!tasks)
        return failure(tasks.error());
    std::optional<Task> match;
    for (auto it = tasks->crbegin(); it != tasks->crend(); ++it) { // the first that was sent
        if (it->order.account != account)
            continue;
        const ModelSpec *model = m_catalogue.model(it->order.model);
        const bool reads = !prompt.isEmpty() && isYoung(*it) &&
                           isSamePrompt(it->order.prompt, prompt, model ? model->promptMaximum : 0);
        const QList<RemoteCandidate> offered = candidates(it->id);
        const bool told = std::any_of(offered.begin(), offered.end(), [&](const RemoteCandidate &one) {
            return one.prompt && one.row.remoteId == remoteId;
        });
        if (!match && (reads || told))
            match = *it;
    }
    return match;
}

} // namespace retake
