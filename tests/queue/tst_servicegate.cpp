// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/servicegate.h"
#include "queue/tasklock.h"
#include "support/manualclock.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace retake;
using namespace std::chrono_literals;
using Ask = ServiceGate::Ask;
using Turn = ServiceGate::Turn;

class TestServiceGate : public QObject
{
    Q_OBJECT

    const QString m_account = QStringLiteral("dashscope");

private Q_SLOTS:

    void aThousandStayUnderTheRate()
    {
        ManualClock clock;
        ServiceGate gate(clock);
        QList<QDateTime> passed;
        for (int i = 0; i < 1000; ++i)
            gate.wait(m_account, Ask::Query, 20, Turn::Usual, this, [&] { passed.append(clock.now()); });
        QCOMPARE(passed.size(), 1); // nobody was before the first
        clock.advance(2min);
        QCOMPARE(passed.size(), 1000);
        for (qsizetype i = 20; i < passed.size(); ++i)
            QVERIFY(passed[i - 20].msecsTo(passed[i]) >= 1000);
        QVERIFY(passed.first().secsTo(passed.last()) < 60);
    }

    void accountsAndKindsDoNotWaitForEachOther()
    {
        ManualClock clock;
        ServiceGate gate(clock);
        QStringList passed;
        const auto ask = [&](const char *account, Ask kind, const char *name) {
            gate.wait(QString::fromLatin1(account), kind, 5, Turn::Usual, this,
                      [&passed, name] { passed.append(QString::fromLatin1(name)); });
        };
        ask("a", Ask::Query, "query");
        ask("a", Ask::Submit, "submit");
        ask("b", Ask::Query, "other");
        ask("a", Ask::Query, "second");
        QCOMPARE(passed.join(u' '), QStringLiteral("query submit other"));
        clock.advance(219ms);
        QCOMPARE(passed.size(), 3);
        clock.advance(1ms);
        QCOMPARE(passed.last(), QStringLiteral("second"));
    }

    void theUrgentGoFirstAndTheGoneNever()
    {
        ManualClock clock;
        ServiceGate gate(clock);
        QStringList passed;
        QObject gone;
        auto leaving = std::make_unique<QObject>();
        const auto ask = [&](Turn turn, QObject *context, const char *name) {
            gate.wait(m_account, Ask::Query, 10, turn, context,
                      [&passed, name] { passed.append(QString::fromLatin1(name)); });
        };
        ask(Turn::Usual, this, "1");
        ask(Turn::Usual, leaving.get(), "gone");
        ask(Turn::Usual, this, "2");
        ask(Turn::Soon, this, "urgent");
        leaving.reset();
        clock.advance(1s);
        QCOMPARE(passed.join(u' '), QStringLiteral("1 urgent 2"));
    }

    void aClosedGateLetsNoSubmitThrough()
    {
        ManualClock clock;
        ServiceGate gate(clock);
        int passed = 0;
        gate.setSubmitsOpen(false);
        for (int i = 0; i < 3; ++i)
            gate.wait(m_account, Ask::Submit, 5, Turn::Usual, this, [&] { ++passed; });
        gate.wait(m_account, Ask::Query, 5, Turn::Usual, this, [&] { passed += 10; });
        clock.advance(1h);
        QCOMPARE(passed, 10);
        gate.setSubmitsOpen(true);
        QCOMPARE(passed, 11);
        clock.advance(1s);
        QCOMPARE(passed, 13);
    }

    void theOldestHaveTheirPlacesFirst()
    {
        Places places(2);
        QStringList begun;
        QList<Places::Place> held;
        const auto want = [&](qint64 rank) {
            places.wait(rank, this, [&, rank](const Places::Place &place) {
                begun.append(QString::number(rank));
                held.append(place);
            });
        };
        for (const qint64 rank : {5, 4, 9, 1, 3})
            want(rank);
        QCOMPARE(begun.join(u' '), QStringLiteral("5 4"));
        held.removeFirst();
        QCOMPARE(begun.size(), 2); // not inside of letting go
        QCoreApplication::processEvents();
        QCOMPARE(begun.join(u' '), QStringLiteral("5 4 1"));
        held.clear();
        QCoreApplication::processEvents();
        QCOMPARE(begun.join(u' '), QStringLiteral("5 4 1 3 9"));
    }

    void placesMayOutliveTheirGiver()
    {
        Places::Place left;
        {
            Places places(1);
            places.wait(0, this, [&](const Places::Place &place) { left = place; });
            QVERIFY(left);
        }
        left.reset();
        QCoreApplication::processEvents();
    }

    void aLockIsHeldOnceAndLeavesNothing()
    {
        QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("locks"));
        auto first = TaskLock::take(folder, TaskId{1});
        QVERIFY(first);
        QVERIFY(!TaskLock::take(folder, TaskId{1}));
        QVERIFY(TaskLock::take(folder, TaskId{2}));
        first.reset();
        QVERIFY(TaskLock::take(folder, TaskId{1}));
        QVERIFY(QDir(folder).isEmpty());
    }

    void theDeadHoldNoLock()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("task-1"));
        QProcess other;
        other.start(QStringLiteral("flock"),
                    {QStringLiteral("--close"), file, QStringLiteral("sleep"), QStringLiteral("3")});
        QVERIFY(other.waitForStarted());
        QTRY_VERIFY(!TaskLock::take(dir.path(), TaskId{1}));
        other.kill();
        QVERIFY(other.waitForFinished());
        QTRY_VERIFY(TaskLock::take(dir.path(), TaskId{1}));
    }
};

QTEST_GUILESS_MAIN(TestServiceGate)
#include "tst_servicegate.moc"
