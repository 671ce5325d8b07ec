// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/retrypolicy.h"

#include <QTest>

using namespace retake;
using namespace std::chrono_literals;

namespace {

Error of(ErrorKind kind)
{
    return {kind, {}, {}, {}, {}, 0, {}};
}

const QList<Stage> stages{Stage::Conforming, Stage::Uploading, Stage::Submitting, Stage::Polling,
                          Stage::Downloading};

// How many tries the table allows before it stops; 1000: no end.
int triesOf(Stage stage, ErrorKind kind)
{
    for (int failures = 1; failures < 1000; ++failures) {
        if (actionFor(stage, of(kind), failures).kind != Action::Kind::TryAgain)
            return failures;
    }
    return 1000;
}

} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void everyKindHasItsRow()
    {
        for (int kind = 0; kind <= int(ErrorKind::NoTaskList); ++kind) {
            for (const Stage stage : stages)
                QVERIFY(actionFor(stage, of(ErrorKind(kind)), 1).pause >= 0ms);
        }
    }

    void submittingIsAlmostNeverRepeated()
    {
        for (int i = 0; i <= int(ErrorKind::NoTaskList); ++i) {
            const auto kind = ErrorKind(i);
            const Action action = actionFor(Stage::Submitting, of(kind), 1);
            const bool refusedInWords = kind == ErrorKind::RateLimited || kind == ErrorKind::ServiceBusy;
            const bool neverLeft = kind == ErrorKind::Offline;
            QCOMPARE(action.kind == Action::Kind::TryAgain, refusedInWords || neverLeft);
            QCOMPARE(action.kind == Action::Kind::UploadAgain, kind == ErrorKind::UploadExpired);
            QVERIFY(triesOf(Stage::Submitting, kind) <= 5);
        }
        for (const ErrorKind kind :
             {ErrorKind::ConnectionLost, ErrorKind::TimedOut, ErrorKind::BadReply, ErrorKind::Unclear})
            QCOMPARE(actionFor(Stage::Submitting, of(kind), 1).kind, Action::Kind::Unclear);
        QCOMPARE(actionFor(Stage::Submitting, of(ErrorKind::UploadExpired), 2).kind, Action::Kind::GiveUp);
    }

    void onlySubmittingMayBeUnclear()
    {
        for (int kind = 0; kind <= int(ErrorKind::NoTaskList); ++kind) {
            for (const Stage stage : stages) {
                if (stage != Stage::Submitting)
                    QVERIFY(actionFor(stage, of(ErrorKind(kind)), 1).kind != Action::Kind::Unclear);
            }
        }
    }

    void pollingOutlastsTroubleOnTheWay()
    {
        for (const ErrorKind kind : {ErrorKind::Offline, ErrorKind::ConnectionLost, ErrorKind::TimedOut,
                                     ErrorKind::TlsFailed, ErrorKind::RateLimited, ErrorKind::ServiceBusy,
                                     ErrorKind::ServiceFailed, ErrorKind::BadReply}) {
            QCOMPARE(triesOf(Stage::Polling, kind), 1000);
            QVERIFY(!endsOnlyOurAsking(kind));
        }
        QCOMPARE(triesOf(Stage::Polling, ErrorKind::KeyRefused), 1);
        QVERIFY(endsOnlyOurAsking(ErrorKind::KeyRefused));
        QVERIFY(endsOnlyOurAsking(ErrorKind::KeyMissing));
        QVERIFY(!endsOnlyOurAsking(ErrorKind::Moderated));
        QCOMPARE(actionFor(Stage::Polling, of(ErrorKind::Expired), 1).kind, Action::Kind::Expire);
    }

    void theRestOfTheTable()
    {
        QCOMPARE(triesOf(Stage::Uploading, ErrorKind::Offline), 5);
        QCOMPARE(triesOf(Stage::Uploading, ErrorKind::UploadExpired), 2);
        QCOMPARE(triesOf(Stage::Uploading, ErrorKind::KeyRefused), 1);
        QCOMPARE(triesOf(Stage::Downloading, ErrorKind::Offline), 1000);
        QCOMPARE(triesOf(Stage::Downloading, ErrorKind::ConnectionLost), 11);
        QCOMPARE(triesOf(Stage::Downloading, ErrorKind::ResultTruncated), 5);
        QCOMPARE(triesOf(Stage::Downloading, ErrorKind::DiskFull), 1);
        QCOMPARE(actionFor(Stage::Downloading, of(ErrorKind::ResultGone), 1).kind, Action::Kind::AskAgain);
        for (int kind = 0; kind <= int(ErrorKind::NoTaskList); ++kind)
            QCOMPARE(triesOf(Stage::Conforming, ErrorKind(kind)), 1);
    }

    void pausesAreSpread()
    {
        const Error busy = of(ErrorKind::ServiceBusy);
        QCOMPARE(actionFor(Stage::Polling, busy, 3, 1.0, 0.0).pause, 3000ms);
        QCOMPARE(actionFor(Stage::Polling, busy, 3, 1.0, 0.5).pause, 4000ms);
        QCOMPARE(actionFor(Stage::Polling, busy, 3, 1.0, 1.0).pause, 5000ms);
        Error asked = busy;
        asked.retryAfter = std::chrono::seconds(20); // what the service asks for is not shortened
        QCOMPARE(actionFor(Stage::Polling, asked, 3, 1.0, 0.0).pause, 20000ms);
    }

    void pausesGrowAndHaveAnEnd()
    {
        std::chrono::milliseconds last = 0ms;
        for (int failures = 1; failures < 100; ++failures) {
            const auto pause = actionFor(Stage::Polling, of(ErrorKind::Offline), failures).pause;
            QVERIFY(failures > 6 ? pause == 60s : pause > last);
            last = pause;
        }
        QCOMPARE(actionFor(Stage::Polling, of(ErrorKind::Offline), 3, 2.0).pause, 2000ms);
    }

    void theServicesOwnPauseIsKept()
    {
        Error error = of(ErrorKind::RateLimited);
        error.retryAfter = 30s;
        QCOMPARE(actionFor(Stage::Submitting, error, 1).pause, 30000ms);
        QCOMPARE(actionFor(Stage::Submitting, error, 1, 100.0).pause, 30000ms);
        error.retryAfter = 24h;
        QCOMPARE(actionFor(Stage::Polling, error, 1).pause, std::chrono::milliseconds(10min));
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
