// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/lostmatch.h"

#include <QTest>

using namespace retake;
using Phase = RemoteStatus::Phase;

class TestLostMatch : public QObject
{
    Q_OBJECT

    const QDateTime m_sent{QDate(2026, 11, 1), QTime(12, 0), Qt::UTC};
    static constexpr int maximum = 5000;

    LostTask lost(qint64 id, const QString &prompt = QStringLiteral("snow"), int seconds = 0) const
    {
        return {TaskId{id}, prompt, {}, m_sent.addSecs(seconds)};
    }

    RemoteCandidate told(const char *id, const QString &prompt = QStringLiteral("snow"),
                         int seconds = 1) const
    {
        const QString name = QString::fromLatin1(id);
        return {{name, QString(u"req-" + name), QStringLiteral("m"), {}, m_sent.addSecs(seconds)},
                prompt,
                Phase::Rendering};
    }

    RemoteCandidate silent(const char *id, Phase phase, int seconds = 1) const
    {
        RemoteCandidate one = told(id, {}, seconds);
        one.prompt.reset();
        one.phase = phase;
        return one;
    }

    static QString found(const LostFinding &finding)
    {
        return finding.found ? finding.found->row.remoteId : QString();
    }

    static QStringList names(const QList<RemoteCandidate> &candidates)
    {
        QStringList list;
        for (const RemoteCandidate &one : candidates)
            list.append(one.row.remoteId);
        return list;
    }

private Q_SLOTS:

    void prompts_data()
    {
        QTest::addColumn<QString>("ordered");
        QTest::addColumn<QString>("told");
        QTest::addColumn<bool>("same");
        const QString full = QStringLiteral("ab ").repeated(1666);
        QTest::newRow("equal") << "snow"
                               << "snow" << true;
        QTest::newRow("trimmed") << " snow\n"
                                 << "snow" << true;
        QTest::newRow("line ends") << "a\r\nb"
                                   << "a\nb" << true;
        QTest::newRow("composed") << QStringLiteral(u"e\u0301t\u00e9") << QStringLiteral(u"\u00e9t\u00e9")
                                  << true;
        QTest::newRow("none") << ""
                              << "" << true;
        QTest::newRow("other") << "snow"
                               << "rain" << false;
        QTest::newRow("case") << "snow"
                              << "Snow" << false;
        QTest::newRow("a beginning") << "snow in the street"
                                     << "snow" << false;
        QTest::newRow("a longer one") << "snow"
                                      << "snow in the street" << false;
        QTest::newRow("cut at the maximum") << full.left(4998) << full.left(4900) << true;
        QTest::newRow("cut where signs count twice") << full << full.left(2500) << true;
        QTest::newRow("a long beginning, but no cut") << full << full.left(1000) << false;
    }

    void prompts()
    {
        QFETCH(QString, ordered);
        QFETCH(QString, told);
        QFETCH(bool, same);
        QCOMPARE(isSamePrompt(ordered, told, maximum), same);
    }

    void times()
    {
        QVERIFY(isNearInTime(m_sent, m_sent));
        QVERIFY(isNearInTime(m_sent, m_sent.addSecs(-600)));
        QVERIFY(isNearInTime(m_sent, m_sent.addSecs(3600))); // it waited in the service's line
        QVERIFY(!isNearInTime(m_sent, m_sent.addDays(1)));
        QVERIFY(!isNearInTime(m_sent, m_sent.addDays(-1)));
        QVERIFY(isNearInTime(m_sent, {}));
        QVERIFY(isNearInTime({}, m_sent));
    }

    void theOneThatMatchesIsFound()
    {
        const auto finding = matchLost(
            TaskId{1}, {lost(1)}, 0, {told("a", QStringLiteral("rain")), told("b"), told("c", {})}, maximum);
        QCOMPARE(found(finding), QStringLiteral("b"));
        QVERIFY(finding.candidates.isEmpty());
    }

    void noneMatches()
    {
        const auto finding = matchLost(TaskId{1}, {lost(1)}, 0, {told("a", QStringLiteral("rain"))}, maximum);
        QVERIFY(!finding.found);
        QVERIFY(finding.candidates.isEmpty());
        QVERIFY(!finding.mayComeYet);
    }

    void moreThanThereAreOrdersIsForThePerson()
    {
        const auto finding =
            matchLost(TaskId{1}, {lost(1)}, 0, {told("b", QStringLiteral("snow"), 9), told("a")}, maximum);
        QVERIFY(!finding.found);
        QCOMPARE(names(finding.candidates), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    }

    void equalOrdersGetOneEachInTheOrderOfSending()
    {
        const QString snow = QStringLiteral("snow");
        const QList<LostTask> orders{lost(7, snow, 10), lost(3, snow, 0), lost(5, snow, 5)};
        const QList<RemoteCandidate> tasks{told("b", snow, 7), told("c", snow, 12), told("a", snow, 2)};
        QCOMPARE(found(matchLost(TaskId{3}, orders, 0, tasks, maximum)), QStringLiteral("a"));
        QCOMPARE(found(matchLost(TaskId{5}, orders, 0, tasks, maximum)), QStringLiteral("b"));
        QCOMPARE(found(matchLost(TaskId{7}, orders, 0, tasks, maximum)), QStringLiteral("c"));
    }

    void fewerThanOrdersGoToTheNearestInTime()
    {
        const QString snow = QStringLiteral("snow");
        const QList<LostTask> orders{lost(1, snow, 0), lost(2, snow, 60)};
        const QList<RemoteCandidate> tasks{told("b", snow, 61)};
        QVERIFY(!matchLost(TaskId{1}, orders, 0, tasks, maximum).found);
        QVERIFY(matchLost(TaskId{1}, orders, 0, tasks, maximum).candidates.isEmpty());
        QCOMPARE(found(matchLost(TaskId{2}, orders, 0, tasks, maximum)), QStringLiteral("b"));
    }

    void anOrderOfAnotherPromptDoesNotShare()
    {
        const QList<LostTask> orders{lost(1, QStringLiteral("rain")), lost(2)};
        QCOMPARE(found(matchLost(TaskId{2}, orders, 0, {told("a")}, maximum)), QStringLiteral("a"));
        QVERIFY(!matchLost(TaskId{1}, orders, 0, {told("a")}, maximum).found);
    }

    void anEqualOrderOfYesterdayDoesNotShare()
    {
        const QString snow = QStringLiteral("snow");
        const QList<LostTask> orders{lost(1, snow, -86400), lost(2)};
        QCOMPARE(found(matchLost(TaskId{2}, orders, 0, {told("a")}, maximum)), QStringLiteral("a"));
    }

    void farInTimeIsOfferedAndNotTaken()
    {
        for (const int seconds : {-86400, 86400}) {
            const auto finding =
                matchLost(TaskId{1}, {lost(1)}, 0, {told("a", QStringLiteral("snow"), seconds)}, maximum);
            QVERIFY(!finding.found);
            QCOMPARE(names(finding.candidates), QStringList(QStringLiteral("a")));
        }
    }

    void withoutATimeThePromptDecides()
    {
        RemoteCandidate one = told("a");
        one.row.startTime = {};
        QCOMPARE(found(matchLost(TaskId{1}, {lost(1)}, 0, {one}, maximum)), QStringLiteral("a"));
    }

    void theRequestIdDecidesAlone()
    {
        LostTask asked = lost(1);
        asked.requestId = QStringLiteral("req-b");
        const QList<RemoteCandidate> tasks{told("a"), silent("b", Phase::Rendering, 90000)};
        QCOMPARE(found(matchLost(TaskId{1}, {asked, lost(2)}, 1, tasks, maximum)), QStringLiteral("b"));
        QCOMPARE(found(matchLost(TaskId{2}, {asked, lost(2)}, 0, tasks, maximum)), QStringLiteral("a"));
    }

    void whatDoesNotTellYetIsWaitedFor()
    {
        const auto running = matchLost(TaskId{1}, {lost(1)}, 0, {silent("a", Phase::Rendering)}, maximum);
        QVERIFY(!running.found);
        QVERIFY(running.mayComeYet);
        QVERIFY(running.candidates.isEmpty());
        const auto ended = matchLost(TaskId{1}, {lost(1)}, 0, {silent("a", Phase::Failed)}, maximum);
        QVERIFY(!ended.found);
        QVERIFY(!ended.mayComeYet);
        QCOMPARE(names(ended.candidates), QStringList(QStringLiteral("a")));
        const auto far = matchLost(TaskId{1}, {lost(1)}, 0, {silent("a", Phase::Rendering, 90000)}, maximum);
        QVERIFY(!far.mayComeYet);
    }

    void anEqualOrderOnItsWayMayOwnIt()
    {
        const auto finding = matchLost(TaskId{1}, {lost(1)}, 1, {told("a")}, maximum);
        QVERIFY(!finding.found);
        QVERIFY(finding.mayComeYet);
    }
};

QTEST_GUILESS_MAIN(TestLostMatch)
#include "tst_lostmatch.moc"
