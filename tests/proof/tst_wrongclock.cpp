// SPDX-License-Identifier: GPL-3.0-or-later
// This machine's clock is set a day forward, back, or there and back again, in every stage, with the line
// failing right after it: nothing expires, fails or is bought again because of that.
#include "cell.h"

using namespace retake;
using namespace std::chrono_literals;

namespace {

enum class Jump { Forward, Back, ThereAndBack };

} // namespace

class TestWrongClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase() { QVERIFY(!ProofClip::file().isEmpty()); }

    void jumps_data()
    {
        QTest::addColumn<Jump>("jump");
        QTest::addColumn<TaskState>("at");
        const std::pair<Jump, const char *> jumps[] = {
            {Jump::Forward, "forward"}, {Jump::Back, "back"}, {Jump::ThereAndBack, "forward and back"}};
        for (const auto &[jump, name] : jumps) {
            for (const TaskState at : {TaskState::Conforming, TaskState::Uploading, TaskState::Submitting,
                                       TaskState::Queued, TaskState::Rendering, TaskState::Downloading})
                QTest::addRow("%s while %s", name, qPrintable(taskStateName(at))) << jump << at;
        }
    }

    void jumps()
    {
        QFETCH(Jump, jump);
        QFETCH(TaskState, at);
        ProofService service;
        QVERIFY(service.isReady());
        ProofHouse house(service);
        bool jumped = false;
        house.onState = [&](TaskId, TaskState state) {
            using When = LineFault::When;
            using How = LineFault::How;
            if (jumped && jump == Jump::ThereAndBack)
                house.clock.set(0h);
            if (state != at || std::exchange(jumped, true))
                return;
            house.clock.set(jump == Jump::Back ? -24h : 24h);
            // Failures are where a program looks at the clock: three of the next questions.
            const int asked = service.line().asked(Ask::Query);
            const int fetched = service.line().asked(Ask::Result);
            service.line().add({Ask::Query, When::WithinReply, How::Close, asked + 1, 3});
            service.line().add({Ask::Result, When::WithinReply, How::Close, fetched + 1, 3});
        };
        const TaskId id = house.add();
        QVERIFY2(house.ends(id, TaskState::Done), qPrintable(house.states(id).join(u' ')));
        QVERIFY(jumped);
        QVERIFY(service.line().struck() > 0);
        QCOMPARE(house.takeFault(id), QString());
        QCOMPARE(service.creates(), 1);
        QCOMPARE(int(service.made().size()), 1);
    }

    // The time by which a lost answer is looked for is wrong by a day: then it is not taken for ours without
    // asking, but offered, and nothing is bought again.
    void lostWhileTheClockWasWrong()
    {
        ProofService service;
        QVERIFY(service.isReady());
        ProofHouse house(service);
        house.clock.set(24h);
        service.line().add({Ask::Create, LineFault::When::AfterRequest, LineFault::How::Close});
        house.onState = [&](TaskId, TaskState state) {
            if (state == TaskState::Unclear)
                house.clock.set(0h); // the day was noticed
        };
        const TaskId id = house.add();
        QVERIFY(house.reaches(id, TaskState::Unclear));
        QTRY_COMPARE_WITH_TIMEOUT(house.queue->candidates(id).size(), 1, 20000);
        const QString remoteId = house.queue->candidates(id).first().row.remoteId;
        QCOMPARE(service.made(), QStringList(remoteId));
        QVERIFY(house.queue->adopt(id, remoteId));
        QVERIFY(house.ends(id, TaskState::Done));
        QCOMPARE(house.takeFault(id), QString());
        QCOMPARE(service.creates(), 1);
    }

    // The machine was off, and comes back with a clock that is wrong by a day: what was bought is fetched.
    void wrongAfterARestart_data()
    {
        QTest::addColumn<int>("days");
        QTest::newRow("a day late") << 1;
        QTest::newRow("a day early") << -1;
    }

    void wrongAfterARestart()
    {
        QFETCH(int, days);
        ProofService service;
        QVERIFY(service.isReady());
        ProofHouse house(service);
        const TaskId id = house.add();
        QVERIFY(house.reaches(id, TaskState::Queued));
        house.close();
        house.clock.set(days * 24h);
        service.line().goDown(); // offline at first
        house.open();
        QVERIFY(house.queue->recover());
        QTest::qWait(600);
        QVERIFY(isSubmitted(house.state(id)));
        service.line().comeBack();
        QVERIFY(house.ends(id, TaskState::Done));
        QCOMPARE(house.takeFault(id), QString());
        QCOMPARE(service.creates(), 1);
    }
};

Q_DECLARE_METATYPE(retake::TaskState)

QTEST_GUILESS_MAIN(TestWrongClock)
#include "tst_wrongclock.moc"
