// SPDX-License-Identifier: GPL-3.0-or-later
// What of a task runs out when, and what is said once it has.
#include "session/errorsentence.h"
#include "session/taskclock.h"

#include <QTest>

using namespace retake;

class TestTaskClock : public QObject
{
    Q_OBJECT

    const QDateTime sent{QDate(2026, 11, 19), QTime(13, 5), Qt::UTC};

    Task task(TaskState state) const
    {
        Task task;
        task.id = {3};
        task.state = state;
        task.submittedAt = sent;
        task.order.prompt = QStringLiteral("snow");
        return task;
    }

    static Error error(ErrorKind kind, const QStringList &facts = {})
    {
        return Error{kind, facts, {}, {}, {}, 0, std::nullopt};
    }

private Q_SLOTS:

    void aResultIsKeptForADay()
    {
        const ModelSpec model;
        const TaskClock clock = clockOf(task(TaskState::Rendering), model, sent.addSecs(60));
        QCOMPARE(clock.subject, TaskClock::Subject::Result);
        QCOMPARE(clock.expires, sent.addDays(1));
        QVERIFY(!clock.lastQuarter);
        QVERIFY(!clockOf(task(TaskState::Queued), model, sent.addSecs(18 * 3600 - 60)).lastQuarter);
        QVERIFY(clockOf(task(TaskState::Queued), model, sent.addSecs(18 * 3600)).lastQuarter);
        QCOMPARE(clockOf(task(TaskState::Done), model, sent).subject, TaskClock::Subject::Nothing);
        QCOMPARE(clockOf(task(TaskState::Failed), model, sent).subject, TaskClock::Subject::Nothing);
        Task left = task(TaskState::Failed); // the result is at the service all the same
        left.remoteId = QStringLiteral("id");
        left.resultUrl = QStringLiteral("https://example.org/result.mp4");
        QCOMPARE(clockOf(left, model, sent).expires, sent.addDays(1));
    }

    void anUploadIsKeptForTwo()
    {
        Task waiting = task(TaskState::Submitting);
        waiting.submittedAt = {};
        const ModelSpec model;
        QCOMPARE(clockOf(waiting, model, sent).subject, TaskClock::Subject::Nothing);
        waiting.mediaUrl = QStringLiteral("oss://store/clip.mp4");
        waiting.mediaExpires = sent.addDays(2);
        QCOMPARE(clockOf(waiting, model, sent).subject, TaskClock::Subject::Upload);
        QVERIFY(!clockOf(waiting, model, sent).lastQuarter);
        QVERIFY(clockOf(waiting, model, sent.addSecs(36 * 3600)).lastQuarter);
    }

    void momentsAreToldAsPeopleSayThem()
    {
        const QDateTime here = sent.toLocalTime();
        const QString time = here.toString(QStringLiteral("HH:mm"));
        QCOMPARE(momentText(sent, sent.addSecs(60)), time);
        const QString other = momentText(sent, sent.addDays(3));
        QVERIFY2(other.endsWith(time) && other.size() > time.size() && other.contains(u"19"),
                 qPrintable(other));
    }

    void whyItExpired_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("offline") << errorKindName(ErrorKind::Offline)
                                 << QStringLiteral("could not reach the service");
        QTest::newRow("key") << errorKindName(ErrorKind::KeyMissing)
                             << QStringLiteral("key was missing or refused");
        QTest::newRow("disk") << errorKindName(ErrorKind::DiskFull) << QStringLiteral("could not be written");
        QTest::newRow("busy") << errorKindName(ErrorKind::ServiceBusy)
                              << QStringLiteral("could not be asked");
        QTest::newRow("away") << QString() << QStringLiteral("Retake did not run");
    }

    void whyItExpired()
    {
        QFETCH(QString, kind);
        QFETCH(QString, words);
        Task expired = task(TaskState::Expired);
        expired.order.trim = Trim{Microseconds(1'000'000), Microseconds(6'000'000)};
        expired.error = error(ErrorKind::Expired, {sent.toString(Qt::ISODate), kind});
        const QDateTime now = sent.addDays(2);
        const ErrorSentence told = sentenceFor(expired, now);
        QCOMPARE(told.title, QStringLiteral("The service no longer knows this task."));
        QVERIFY2(told.advice.contains(words), qPrintable(told.advice));
        QVERIFY2(told.advice.contains(momentText(sent, now)), qPrintable(told.advice));
        QVERIFY2(told.advice.contains(QStringLiteral("probably charged: about 10 s.")),
                 qPrintable(told.advice));
        QCOMPARE(told.cure, Cure::Retry);
        expired.order.trim.reset(); // no number is made up
        QVERIFY(sentenceFor(expired, now).advice.endsWith(QStringLiteral("It was probably charged.")));
        expired.usage = {{QStringLiteral("duration"), 8.04}};
        QVERIFY(sentenceFor(expired, now).advice.endsWith(QStringLiteral("It was charged: 8.04 s.")));
    }

    void withoutFactsTheTableSpeaks()
    {
        Task expired = task(TaskState::Expired);
        QVERIFY(!sentenceFor(expired, sent).advice.contains(QStringLiteral("%1")));
        expired.error = error(ErrorKind::Expired, {QStringLiteral("nonsense"), QString()});
        QCOMPARE(sentenceFor(expired, sent).advice, sentenceFor(error(ErrorKind::Expired)).advice);
    }

    void howOftenItWasLookedFor()
    {
        Task lost = task(TaskState::Unclear);
        lost.error = error(ErrorKind::Unclear, {sent.toString(Qt::ISODate), QStringLiteral("3")});
        const ErrorSentence told = sentenceFor(lost, sent.addSecs(60));
        QVERIFY2(told.advice.contains(QStringLiteral("3")), qPrintable(told.advice));
        QVERIFY(told.advice.contains(momentText(sent, sent.addSecs(60))));
        QVERIFY(told.advice.contains(QStringLiteral("not in the service's list")));
        QCOMPARE(told.cure, Cure::LookAgain);
        lost.error->requestId = QStringLiteral("request-1"); // what is known stays a detail
        QVERIFY(sentenceFor(lost, sent).detail.contains(QStringLiteral("request-1")));
        QVERIFY(sentenceFor(*lost.error).advice.contains(QStringLiteral("not in the service's list")));
    }
};

QTEST_GUILESS_MAIN(TestTaskClock)
#include "tst_taskclock.moc"
