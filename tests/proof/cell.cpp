// SPDX-License-Identifier: GPL-3.0-or-later
#include "cell.h"

#include <QTimer>

namespace retake {

namespace {

TaskState stateOf(Ends ends)
{
    switch (ends) {
    case Ends::Done:
        return TaskState::Done;
    case Ends::Failed:
        return TaskState::Failed;
    case Ends::Expired:
        return TaskState::Expired;
    case Ends::Cancelled:
        return TaskState::Cancelled;
    case Ends::Unclear:
        return TaskState::Unclear;
    case Ends::Found:
        return TaskState::Done;
    }
    Q_UNREACHABLE();
}

// Takes the line, or the name, away just before such a request.
class Outage
{
public:
    Outage(const Cell &cell, ProofHouse &house)
        : m_cell(cell)
        , m_house(house)
    {
        if (cell.down == Cell::Down::No)
            return;
        house.onState = [this](TaskId, TaskState state) {
            const bool now = (m_cell.downAt == Ask::Policy && state == TaskState::Uploading) ||
                             (m_cell.downAt == Ask::Create && state == TaskState::Submitting) ||
                             (m_cell.downAt == Ask::Query && state == TaskState::Queued) ||
                             (m_cell.downAt == Ask::Result && state == TaskState::Downloading);
            if (now)
                begin();
        };
        if (cell.downAt == Ask::Upload)
            QObject::connect(&line(), &FaultProxy::answered, &m_context, [this](Ask ask) {
                if (ask == Ask::Policy)
                    begin();
            });
    }

    bool hasBegun() const { return m_begun; }

    void end()
    {
        m_house.accounts.nameGone = false;
        line().comeBack();
    }

private:
    FaultProxy &line() { return m_house.service.line(); }

    void begin()
    {
        if (std::exchange(m_begun, true))
            return;
        // Without a name there is no new connection, and the old ones are of no use either.
        m_house.accounts.nameGone = m_cell.down == Cell::Down::NameGone;
        line().goDown();
        if (m_cell.downFor.count() > 0)
            QTimer::singleShot(m_cell.downFor, &m_context, [this] { end(); });
    }

    const Cell &m_cell;
    ProofHouse &m_house;
    bool m_begun = false;
    QObject m_context; // last: goes first
};

QString lastCause(const ProofHouse &house, TaskId id)
{
    QString cause;
    for (const TaskEvent &event : house.store->events(id).value_or(QList<TaskEvent>())) {
        if (!event.cause.isEmpty())
            cause = event.cause;
    }
    return cause;
}

} // namespace

void declareCells()
{
    QTest::addColumn<Cell>("cell");
}

void addCell(const Cell &cell)
{
    QTest::newRow(qPrintable(cell.name)) << cell;
}

void runCell(const Cell &cell)
{
    ProofService service(cell.practice, cell.serviceScale);
    QVERIFY(service.isReady());
    for (const LineFault &fault : cell.line)
        service.line().add(fault);
    ProofHouse house(service, cell.house);
    Outage outage(cell, house);
    if (cell.cancelled)
        house.onState = [&house](TaskId task, TaskState state) {
            if (state == TaskState::Queued) // a click comes later than the change that it answers
                QTimer::singleShot(20, house.queue.get(),
                                   [&house, task] { QVERIFY(house.queue->cancel(task)); });
        };
    const TaskId id = house.add();
    const TaskState wanted = stateOf(cell.ends);
    const bool reached = house.ends(id, wanted);
    if (reached && cell.ends == Ends::Unclear) // and stays so after it was looked for
        QVERIFY(QTest::qWaitFor([&] { return service.line().asked(Ask::List) >= 2; }, 20000));
    const QString walk = house.states(id).join(u' ') + u" " + house.kind(id);
    QVERIFY2(reached, qPrintable(walk));
    QVERIFY2(house.state(id) == wanted, qPrintable(walk));

    QCOMPARE(service.creates(), cell.arrived);
    QCOMPARE(int(service.made().size()), cell.made);
    QVERIFY(cell.made <= 1); // nothing is bought twice
    QVERIFY(cell.line.isEmpty() || service.line().struck() > 0);
    QCOMPARE(outage.hasBegun(), cell.down != Cell::Down::No);

    const bool done = wanted == TaskState::Done;
    QCOMPARE(done ? house.takeFault(id) : QString(), QString());
    QCOMPARE(int(house.store->takes()->size()), done ? 1 : 0);
    const QString kind = done ? lastCause(house, id) : house.kind(id);
    if (cell.ends == Ends::Found)
        QVERIFY(house.states(id).contains(QStringLiteral("unclear")));
    else
        QVERIFY2(QString::fromLatin1(cell.kind).split(u'|').contains(kind), qPrintable(kind));

    if (cell.thenRetry) {
        service.line().clear();
        outage.end();
        const int before = int(service.made().size());
        for (int click = 0; click < 3 && house.state(id) != TaskState::Done; ++click) {
            QVERIFY(house.queue->retry(id));
            (void)house.ends(id, TaskState::Done);
        }
        QCOMPARE(house.state(id), TaskState::Done);
        QCOMPARE(house.takeFault(id), QString());
        QCOMPARE(int(service.made().size()), std::max(1, before));
    }
}

} // namespace retake
