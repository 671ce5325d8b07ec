// SPDX-License-Identifier: GPL-3.0-or-later
// What the person reads about a library that was mended, and on a task's receipt.
#include "session/openingsentence.h"
#include "session/receipttext.h"
#include "session/tasksentence.h"

#include <QFile>
#include <QTest>

using namespace retake;

namespace {

const QDateTime noon(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC);

Catalogue programsCatalogue()
{
    QFile file(QStringLiteral(":/catalogue/catalogue.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no catalogue");
    return *Catalogue::parse(file.readAll());
}

Task doneTask()
{
    Task task;
    task.id = {12};
    task.state = TaskState::Done;
    task.order.clip = QStringLiteral("https://me:SECRET@films.example/a.mp4?Signature=SECRET");
    task.order.prompt = QStringLiteral("make it\n snow");
    task.order.model = QStringLiteral("wan2.7-videoedit");
    task.order.account = QStringLiteral("dashscope");
    task.order.parameters = {{QStringLiteral("resolution"), QStringLiteral("720P")}};
    task.remoteId = QStringLiteral("966cebcd");
    task.createRequestId = QStringLiteral("request-1");
    task.usage = {{QStringLiteral("duration"), 10.04},
                  {QStringLiteral("input_video_duration"), 5.02},
                  {QStringLiteral("output_video_duration"), 5.02}};
    task.submittedAt = noon;
    task.finishedAt = noon.addSecs(61);
    return task;
}

Account beijing()
{
    Account account;
    account.id = QStringLiteral("dashscope");
    account.service = QStringLiteral("dashscope");
    account.region = QStringLiteral("beijing");
    return account;
}

} // namespace

class TestLibraryWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void aWholeLibraryIsNotTalkedAbout() { QVERIFY(sentenceFor(OpenReport()).title.isEmpty()); }

    void eachOutcomeHasItsSentence()
    {
        QStringList titles;
        for (const auto outcome :
             {OpenReport::Outcome::CaughtUp, OpenReport::Outcome::Restored, OpenReport::Outcome::Rebuilt}) {
            for (const bool damaged : {false, true}) {
                OpenReport report;
                report.outcome = outcome;
                report.wasDamaged = damaged;
                report.backup = QDate(2026, 11, 1);
                report.setAside = damaged ? QStringLiteral("/data/retake.db.damaged-1") : QString();
                report.tasks = 3;
                report.takes = 2;
                report.unreadable = 1;
                const ErrorSentence sentence = sentenceFor(report);
                QVERIFY(!sentence.title.isEmpty());
                QVERIFY2(!sentence.title.contains(u'%') && !sentence.advice.contains(u'%'),
                         qPrintable(sentence.title + sentence.advice));
                QCOMPARE(sentence.advice.contains(u"damaged-1"),
                         damaged && outcome != OpenReport::Outcome::CaughtUp);
                titles.append(sentence.title);
            }
        }
        titles.removeDuplicates();
        QCOMPARE(titles.size(), 5);
    }

    void theServicesCountIsPriced()
    {
        const Estimate cost = costOf(doneTask(), programsCatalogue(), beijing());
        QCOMPARE(cost.currency, QStringLiteral("CNY"));
        QVERIFY(qAbs(cost.amount - 10.04 * 0.6) < 1e-6);
        Task dear = doneTask();
        dear.order.parameters[u"resolution"] = QStringLiteral("1080P");
        QVERIFY(qAbs(costOf(dear, programsCatalogue(), beijing()).amount - 10.04) < 1e-6);
    }

    void aTakeFromWordsHasAFixedPrice()
    {
        Task task = doneTask();
        task.order.model = QStringLiteral("cogvideox-2");
        task.order.turn = TurnId{1};
        task.usage = {{QStringLiteral("total_tokens"), 0}};
        const Account account{
            QStringLiteral("bigmodel"), QStringLiteral("bigmodel"), QStringLiteral("mainland"), {}, {}, 1};
        const Estimate cost = costOf(task, programsCatalogue(), account);
        QCOMPARE(cost.amount, 0.5);
        QCOMPARE(cost.currency, QStringLiteral("CNY"));
        Receipt receipt;
        receipt.task = task;
        const QString text = receiptText(receipt, cost);
        QVERIFY2(!text.contains(u"0.00 s") && text.contains(u"0.50 CNY"), qPrintable(text));
        QVERIFY(chargeText(task).isEmpty()); // by the second
        task.state = TaskState::Failed;
        QVERIFY(costOf(task, programsCatalogue(), account).currency.isEmpty());
    }

    void whatIsNotKnownIsNotPriced()
    {
        const Catalogue catalogue = programsCatalogue();
        Task unbilled = doneTask();
        unbilled.usage = {};
        QVERIFY(costOf(unbilled, catalogue, beijing()).currency.isEmpty());
        Task stranger = doneTask();
        stranger.order.model = QStringLiteral("unheard-of");
        QVERIFY(costOf(stranger, catalogue, beijing()).currency.isEmpty());
        Account practice = beijing();
        practice.id = QStringLiteral("practice");
        QVERIFY(costOf(doneTask(), catalogue, practice).currency.isEmpty());
        Account elsewhere = beijing();
        elsewhere.region = QStringLiteral("custom");
        QVERIFY(costOf(doneTask(), catalogue, elsewhere).currency.isEmpty());
    }

    void aReceiptSaysWhatTheServiceKnows()
    {
        Receipt receipt;
        receipt.task = doneTask();
        receipt.task.error = Error{ErrorKind::DiskFull, {QStringLiteral("/out.mp4")}, {}, {}, {}, 0, {}};
        receipt.log = {{TaskId{12}, noon, TaskState::Submitting, {}, {}},
                       {TaskId{12}, noon.addSecs(1), TaskState::Queued, {}, QStringLiteral("request-1")}};
        FormerRun former;
        former.state = TaskState::Unclear;
        former.requestId = QStringLiteral("request-0");
        former.submittedAt = noon.addDays(-1);
        receipt.former = {former};
        const QString text = receiptText(receipt, costOf(receipt.task, programsCatalogue(), beijing()));
        for (const char *wanted :
             {"12", "966cebcd", "request-1", "Sent: 2026-11-01 12:00:00 UTC",
              "Finished: 2026-11-01 12:01:01 UTC", "10.04 s", "5.02 s", "6.02 CNY", "make it snow",
              "https://films.example/a.mp4", "request-0", "2026-10-31", "queued", "State: done"})
            QVERIFY2(text.contains(QLatin1String(wanted)), qPrintable(text));
        QVERIFY2(!text.contains(u"SECRET"), qPrintable(text));
        QVERIFY(!text.contains(u'%'));
    }

    void whatIsNotThereHasNoLine()
    {
        Task task;
        task.id = {3};
        task.order.prompt = QStringLiteral("snow");
        const QString text = receiptText(task, {}, {});
        QVERIFY2(!text.contains(u"Sent:") && !text.contains(u"Billed:") && !text.contains(u"Log:"),
                 qPrintable(text));
        QVERIFY(text.startsWith(u"Task: 3\nState: waiting"));
    }
};

QTEST_GUILESS_MAIN(TestLibraryWords)
#include "tst_librarywords.moc"
